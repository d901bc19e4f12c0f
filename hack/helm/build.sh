#!/usr/bin/env bash
# Builds helm from the Go module proxy, once, and prints its path. Takes the helm on the PATH when there is one of version 3 or 4.
#   GATEHOUSE_TOOLS_DIR  where it is kept (default ~/.cache/gatehouse)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if found=$(command -v helm) && "$found" version --short 2>/dev/null | grep -q '^v[34]\.'; then
  echo "$found"
  exit 0
fi
version=$(awk '$1 == "helm.sh/helm/v3" { print $2 }' go.mod | head -n 1)
# The Kubernetes that `helm template` takes for granted; without it, helm believes in 1.20.
minor=$(awk '$1 == "k8s.io/client-go" { split($2, part, "."); print part[2] }' go.mod | head -n 1)
kubernetes="-X helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=$minor"
kubernetes="$kubernetes -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=$minor"
tools=${GATEHOUSE_TOOLS_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse}
target=$tools/helm-$version
mkdir -p "$tools"
exec 9>"$tools/.helm.lock"
flock 9
if [ ! -x "$target" ]; then
  command -v go >/dev/null || { echo "helm is not on the PATH, and building it needs Go 1.26: install one of the two." >&2; exit 1; }
  echo "Building helm $version; this happens once." >&2
  GOTOOLCHAIN=local CGO_ENABLED=0 GOFLAGS="-buildvcs=false -mod=readonly" go build -trimpath \
    -ldflags "-s -w -X helm.sh/helm/v3/internal/version.version=$version $kubernetes" -o "$target.partial" helm.sh/helm/v3/cmd/helm >&2
  mv "$target.partial" "$target"
fi
echo "$target"
