#!/bin/sh
# Writes the files of a course as Swift source: embed.sh LESSONS SOURCE
# The source is left alone where nothing changed, so that nothing is compiled again.
set -eu
lessons=$1
source=$2
new=$source.new

cd "$lessons"
{
  echo '/// The files that the program was built with, sorted by path; written by embed.sh.'
  echo 'enum EmbeddedFiles {'
  echo '  static let all: [(path: String, text: StaticString)] = ['
  find . -type f \( -name '*.yaml' -o -name '*.md' \) | LC_ALL=C sort | while IFS= read -r file; do
    printf '    ("%s", ####"""\n' "${file#./}"
    cat "$file"
    # The line break before the closing quotes is not part of the text.
    printf '\n"""####),\n'
  done
  echo '  ]'
  echo '}'
} >"$new"

if cmp -s "$new" "$source"; then rm "$new"; else mv "$new" "$source"; fi
