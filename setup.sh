#!/bin/sh
# Installs the C libraries and the programs that are missing, each named as HEADER.h:PACKAGE or PROGRAM:PACKAGE, through
# the system's package manager; where that is not possible, one line says what to install.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  echo "Attend needs a Swift 6.2 toolchain (swift.org/install) in the PATH." >&2
  exit 69
fi

missing=""
for pair in "$@"; do
  name=${pair%%:*}
  case $name in
    *.h) printf '#include <stdio.h>\n#include <%s>\n' "$name" | clang -fsyntax-only -x c - >/dev/null 2>&1 ;;
    *) command -v "$name" >/dev/null 2>&1 ;;
  esac || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Attend needs what Debian has in these packages:$missing" >&2
  exit 69
fi
as_root=""
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "Please install as root: apt-get install$missing" >&2; exit 69; }
  as_root=sudo
fi
echo "Installing$missing"
# A package list that is missing or old is fetched once; a fresh one is left alone.
# shellcheck disable=SC2086
$as_root apt-get install -y -qq $missing >/dev/null 2>&1 ||
  { $as_root apt-get update -qq && $as_root apt-get install -y -qq $missing >/dev/null; }
