#!/bin/sh
# Makes a Debian package of a binary, with dpkg-deb and nothing else.
#
#   deb.sh BINARY FOLDER      prints the path of the package
#
# COMPRESSION: -Zgzip -z1 is quick, for tests; what is left out is dpkg's own choice.
set -eu
export LC_ALL=C
umask 022
binary=$(realpath "$1")
folder=$(realpath "$2")
cd "$(dirname "$0")/.."

version=$("$binary" --version)
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

ZSH_FOLDER=share/zsh/vendor-completions sh Packaging/install.sh install "$binary" /usr "$root"
documents=$root/usr/share/doc/attend
# dpkg has a list of its own, and the licence stands in the copyright file.
rm "$documents/installed" "$documents/LICENSE"
{
  cat Packaging/debian/copyright
  sed -n '/^Permission/,$ { s/^$/./; s/^/ /; p; }' LICENSE
} >"$documents/copyright"
cp Packaging/debian/changelog "$documents/changelog"
gzip -9n "$documents/changelog" "$root"/usr/share/man/man?/*

[ "attend ($version)" = "$(sed -n '1s/^\(attend ([^)]*)\).*/\1/p' Packaging/debian/changelog)" ] ||
  { echo "Packaging/debian/changelog does not begin with $version" >&2; exit 65; }

# What the program needs on the machine: its libraries, where they are not in it; else only the descriptions of terminals
# and a UTF-8 locale.
if ldd "$binary" >/dev/null 2>&1; then
  # The oldest C library that has everything the program calls.
  libc=$(grep -ao 'GLIBC_[0-9][0-9.]*[0-9]' "$binary" | sort -uV | tail -n 1 | sed 's/.*_//')
  needs="libc6 (>= $libc), libgcc-s1 (>= 4), libncursesw6 (>= 6), libstdc++6 (>= 11), libtinfo6 (>= 6), libyaml-0-2"
else
  needs="libc-bin, ncurses-base"
fi
mkdir "$root/DEBIAN"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@NEEDS@/$needs/" \
  -e "s/@SIZE@/$(du -sk "$root/usr" | cut -f 1)/" Packaging/debian/control >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -exec md5sum {} + | sort -k 2 >DEBIAN/md5sums)

package=$folder/attend_${version}_$architecture.deb
# shellcheck disable=SC2086
dpkg-deb --root-owner-group ${COMPRESSION-} --build "$root" "$package" >/dev/null
echo "$package"
