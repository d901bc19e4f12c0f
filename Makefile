# Every target finds a JDK 25 by itself; Maven 3.8 or newer must be on the PATH.
export JAVA_HOME := $(shell bin/java-home)
MVN := mvn -B

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

.PHONY: jdk
jdk:
	@test -n "$(JAVA_HOME)"

.PHONY: test
test: jdk ## build everything, check the format, run all tests
	$(MVN) verify $(VERIFY_FLAGS)

.PHONY: ci-full
ci-full: ## all of CI, the long tests and the measurements: an hour and a half
	@.ci/run --full

.PHONY: demo
demo: jdk ## start a demo server behind Gatehouse, show what two clients may do, edit a rule, watch it bite
	@bin/demo

.PHONY: cluster
cluster: jdk ## start an API server, an operator and two gateways on loopback: the whole loop without a cluster
	@bin/cluster

.PHONY: build
build: jdk ## build without tests
	$(MVN) -q -DskipTests package

.PHONY: fmt
fmt: jdk ## format the sources
	$(MVN) -q spotless:apply

.PHONY: docs
docs: jdk ## make docs/cli.md anew from the commands, and the pictures from their sources
	$(MVN) -q -pl gateway -am test -Dspotless.check.skip -Dtest=CommandReferenceTest -Dgolden.update=true \
	  -Dsurefire.failIfNoSpecifiedTests=false
	hack/draw docs/architecture/request.txt > docs/request.svg
	hack/draw docs/architecture/change.txt > docs/change.svg

.PHONY: crds
crds: jdk ## make crds/ and docs/reference.md anew from the records
	$(MVN) -q -pl operator -am test -Dspotless.check.skip -Dtest=CrdFilesTest -Dgolden.update=true \
	  -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: bench
bench: jdk ## measure against nginx and plain proxies
	bench/run

.PHONY: aot
aot: jdk ## record an ahead-of-time cache that makes bin/gatehouse start faster
	@bin/aot-cache
