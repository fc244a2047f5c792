#!/usr/bin/env bash
# Lays out what is installed: stage.sh PROGRAM DIRECTORY
# DIRECTORY then looks as a prefix does: bin/, share/. Dates in it come from $SOURCE_DATE_EPOCH.
set -eu
program=$1
stage=$2
cd "$(dirname "$0")/.."

rm -rf "$stage"
put() { install -D -m "$1" "$2" "$stage/$3"; }

put 755 "$program" bin/tocsin
strip "$stage/bin/tocsin"

manual=$(mktemp -d)
trap 'rm -rf "$manual"' EXIT
Scripts/make-manual.py "$program" "$manual"
for page in "$manual"/*; do
  put 644 "$page" "share/man/man${page##*.}/${page##*/}"
done

completions() { # SHELL PATH
  "$program" --generate-completion-script "$1" >"$manual/script"
  put 644 "$manual/script" "$2"
}
completions bash share/bash-completion/completions/tocsin
completions zsh share/zsh/site-functions/_tocsin
completions fish share/fish/vendor_completions.d/tocsin.fish

for document in README.md CHANGELOG.md LICENSE Documentation/*.md Documentation/*.json; do
  [ -e "$document" ] && put 644 "$document" "share/doc/tocsin/$document"
done
find "$stage" -exec touch -h -d "@${SOURCE_DATE_EPOCH:?}" {} +
