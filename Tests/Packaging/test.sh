#!/bin/sh
# Installs, uninstalls and packages a program that is built already, below temporary folders.
#
#   test.sh BINARY
set -eu
export LC_ALL=C
binary=$(realpath "$1")
cd "$(dirname "$0")/../.."

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
fail() { echo "Tests/Packaging/test.sh: $*" >&2; exit 1; }
same() { [ "$2" = "$3" ] || fail "$1:
$2
instead of
$3"; }
files() { (cd "$1" && find . -type f | sort); }
# An environment that finds no progress and no configuration of whoever runs this.
attend() { env -i PATH=/usr/bin:/bin "$@"; }
quiet_make() { make --no-print-directory -s "$@"; }

# What stood there before stays, and nothing else is left.
destination=$there/destination
mkdir -p "$destination/opt/share/man/man1" "$destination/opt/bin"
echo mine >"$destination/opt/bin/other"
before=$(cd "$destination" && find . | sort)
place="BINARY=$binary PREFIX=/opt DESTDIR=$destination"
# shellcheck disable=SC2086
quiet_make install $place
same "installed files" "$(files "$destination/opt")" "./bin/attend
./bin/other
./share/bash-completion/completions/attend
./share/doc/attend/CHANGELOG.md
./share/doc/attend/LICENSE
./share/doc/attend/installed
./share/doc/attend/progress-file.md
./share/doc/attend/write-a-lesson.md
./share/fish/vendor_completions.d/attend.fish
./share/man/man1/attend.1
./share/man/man5/attend-lesson.5
./share/zsh/site-functions/_attend"
same "version" "$(attend "$destination/opt/bin/attend" --version)" "$(attend "$binary" --version)"
cmp -s "$destination/opt/share/man/man1/attend.1" docs/man/attend.1 || fail "attend.1 differs"
[ ! -x "$destination/opt/share/doc/attend/LICENSE" ] || fail "LICENSE can be run"
# A second time over the first, by a user whose umask keeps everything to themselves.
# shellcheck disable=SC2086
(umask 077 && quiet_make install $place)
[ "$(stat -c %a "$destination/opt/bin/attend")" = 755 ] || fail "others cannot run the program"
# shellcheck disable=SC2086
quiet_make uninstall $place
same "what uninstall left" "$(cd "$destination" && find . | sort)" "$before"
# shellcheck disable=SC2086
quiet_make uninstall $place 2>"$there/said" || fail "a second uninstall fails"
grep -q "nothing" "$there/said" || fail "a second uninstall says nothing"

# Nothing is built where a program is named that is not there.
status=0
quiet_make install BINARY="$there/none" DESTDIR="$destination" 2>/dev/null || status=$?
[ "$status" != 0 ] || fail "a missing program was installed"

# Each shell takes its script.
for shell in bash zsh fish; do
  attend "$binary" --generate-completion-script $shell >"$there/$shell"
  if command -v $shell >/dev/null; then
    $shell -n "$there/$shell" || fail "$shell does not take its script"
  else
    echo "skipped: there is no $shell to read its completion script"
  fi
done

# The package: what is in it, and that it runs.
if ! command -v dpkg-deb >/dev/null; then
  echo "skipped: there is no dpkg-deb to make a package with"
  exit 0
fi
package=$(COMPRESSION="-Zgzip -z1" sh Packaging/deb.sh "$binary" "$there")
root=$there/root
dpkg-deb -x "$package" "$root"
same "packaged files" "$(files "$root")" "./usr/bin/attend
./usr/share/bash-completion/completions/attend
./usr/share/doc/attend/changelog.Debian.gz
./usr/share/doc/attend/changelog.gz
./usr/share/doc/attend/copyright
./usr/share/doc/attend/progress-file.md
./usr/share/doc/attend/write-a-lesson.md
./usr/share/fish/vendor_completions.d/attend.fish
./usr/share/man/man1/attend.1.gz
./usr/share/man/man5/attend-lesson.5.gz
./usr/share/zsh/vendor-completions/_attend"
gzip -t "$root"/usr/share/man/man?/*.gz "$root"/usr/share/doc/attend/*.gz
attend "$root/usr/bin/attend" compute two-tokens --matrix A >/dev/null
grep -q "without restriction" "$root/usr/share/doc/attend/copyright" || fail "the licence is not in the package"

# Every library that the program asks for is in a package that it depends on.
dependencies=$(dpkg-deb -f "$package" Depends)
if ldd "$binary" | grep -q libswift; then
  echo "skipped: this program takes Swift's library from the toolchain, so its dependencies say nothing"
elif command -v dpkg-query >/dev/null; then
  ldd "$binary" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p' | while read -r library; do
    owner=$(dpkg-query -S "$(realpath "$library")" | cut -d: -f1)
    case ", $dependencies" in *", $owner"*) ;; *) fail "$owner is missing from Depends" ;; esac
  done
fi

# dpkg itself, into a root of its own.
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$there/system/var/lib/dpkg/info" "$there/system/var/lib/dpkg/updates"
  : >"$there/system/var/lib/dpkg/status"
  dpkg --root="$there/system" --force-depends --log=/dev/null -i "$package" >/dev/null 2>&1 ||
    fail "dpkg does not install the package"
  attend "$there/system/usr/bin/attend" --version >/dev/null
  dpkg --root="$there/system" --log=/dev/null -P attend >/dev/null 2>&1 || fail "dpkg does not remove the package"
  [ ! -e "$there/system/usr/bin/attend" ] || fail "the package leaves its program"
else
  echo "skipped: only root may install a package, even below a folder"
fi
