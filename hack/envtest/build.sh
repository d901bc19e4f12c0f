#!/usr/bin/env bash
# Builds etcd, kube-apiserver and kubectl from the Go module proxy into the folder that kube-api-test looks in, and prints that
# folder. Does nothing when they are there. Needs Go 1.26 and 3 GiB of memory; the first time takes 6 to 25 minutes.
#   KUBE_API_TEST_DIR  the folder (default ~/.kubeapitest)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

version=$(awk '$1 == "k8s.io/kubernetes" { print substr($2, 2) }' go.mod)
home=${KUBE_API_TEST_DIR:-$HOME/.kubeapitest}
export GOTOOLCHAIN=local GOFLAGS="-buildvcs=false -mod=readonly" CGO_ENABLED=0
target=$home/k8s/$version-$(go env GOOS)-$(go env GOARCH)

mkdir -p "$home/k8s"
exec 9>"$home/k8s/.build.lock"
flock 9
if [ -x "$target/kubectl" ]; then
  echo "$target"
  exit 0
fi

# A half-filled folder would be taken for a finished one: build beside it and move it into place.
partial=$(mktemp -d "$home/k8s/.building.XXXXXX")
trap 'rm -rf "$partial"' EXIT
stamp=k8s.io/component-base/version
minor=${version#*.}
ldflags="-s -w -X $stamp.gitVersion=v$version -X $stamp.gitMajor=${version%%.*} -X $stamp.gitMinor=${minor%%.*}
  -X $stamp.gitTreeState=archive -X $stamp.buildDate=1970-01-01T00:00:00Z"
build() {
  echo "Building $1 (Kubernetes $version)" >&2
  go build -trimpath -ldflags "$ldflags" -o "$partial/$1" "$2" >&2
}
build etcd go.etcd.io/etcd/server/v3
build kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver
build kubectl k8s.io/kubernetes/cmd/kubectl
chmod 755 "$partial"
mv "$partial" "$target"
trap - EXIT
echo "$target"
