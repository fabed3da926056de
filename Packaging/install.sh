#!/bin/sh
# Puts the program and what belongs to it below a prefix, or takes away exactly what was put there.
#
#   install.sh install BINARY PREFIX [DESTDIR]
#   install.sh uninstall PREFIX [DESTDIR]
#
# What was made, folders too, is listed in share/doc/attend/installed, so that a later uninstall needs no other list
# and leaves what was there before.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."

say() { echo "$1" >&2; }

# Where completions are looked for; Debian keeps those of packages for zsh elsewhere.
zsh_folder=${ZSH_FOLDER:-share/zsh/site-functions}

# Makes a folder and all above it, and remembers those that were not there.
folder() {
  [ -d "$root/$1" ] && return
  case $1 in */*) folder "${1%/*}" ;; esac
  mkdir "$root/$1"
  chmod 755 "$root/$1"
  echo "$1/" >>"$list"
}

# Puts a file or, for -, its standard input below the prefix, whole or not at all.
put() {
  folder "${2%/*}"
  cat -- "$1" >"$root/$2.new"
  chmod "$3" "$root/$2.new"
  mv -f "$root/$2.new" "$root/$2"
  echo "$2" >>"$list"
}

install_all() {
  binary=$1
  [ -x "$binary" ] || { say "$binary is not there: make build makes it"; exit 66; }
  # What cannot run here cannot say what completes it.
  "$binary" --version >/dev/null
  list=$(mktemp)
  trap 'rm -f "$list"' EXIT
  if [ ! -d "$root" ]; then
    mkdir -p "$root"
    echo ./ >>"$list"
  fi
  put "$binary" bin/attend 755
  put docs/man/attend.1 share/man/man1/attend.1 644
  put docs/man/attend-lesson.5 share/man/man5/attend-lesson.5 644
  "$binary" --generate-completion-script bash | put - share/bash-completion/completions/attend 644
  "$binary" --generate-completion-script zsh | put - "$zsh_folder/_attend" 644
  "$binary" --generate-completion-script fish | put - share/fish/vendor_completions.d/attend.fish 644
  for file in LICENSE CHANGELOG.md docs/write-a-lesson.md docs/progress-file.md; do
    put "$file" "share/doc/attend/${file##*/}" 644
  done
  echo "$manifest" >>"$list"
  # What an earlier install made stays in the list.
  [ ! -f "$root/$manifest" ] || cat "$root/$manifest" >>"$list"
  sort -u "$list" >"$root/$manifest.new"
  chmod 644 "$root/$manifest.new"
  mv -f "$root/$manifest.new" "$root/$manifest"
}

uninstall_all() {
  [ -f "$root/$manifest" ] || { say "nothing that make install made is in ${root:-/}"; exit 0; }
  made=$(sort -r "$root/$manifest")
  echo "$made" | while read -r path; do
    # Nothing above the prefix, whatever the list says.
    case /$path in */../*) continue ;; esac
    case $path in
      ./) rmdir "$root" 2>/dev/null || true ;;
      */) rmdir "$root/$path" 2>/dev/null || true ;;
      *) rm -f "$root/$path" ;;
    esac
  done
}

manifest=share/doc/attend/installed
case ${1-} in
  install) root=${4-}$3; install_all "$2" ;;
  uninstall) root=${3-}$2; uninstall_all ;;
  *) say "usage: install.sh install BINARY PREFIX [DESTDIR] | uninstall PREFIX [DESTDIR]"; exit 64 ;;
esac
