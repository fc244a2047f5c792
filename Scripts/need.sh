#!/usr/bin/env bash
# Makes sure that Debian packages are there: need.sh WHAT:PACKAGE …
# WHAT is a command, or the path of a file. What is missing is installed, and said; without the
# right to install, the line to run is printed and the exit code is 77.
set -eu

missing=()
for pair in "$@"; do
  what=${pair%%:*}
  package=${pair##*:}
  case $what in
    /*) [ -e "$what" ] || missing+=("$package") ;;
    *) command -v "$what" >/dev/null 2>&1 || missing+=("$package") ;;
  esac
done

if ! command -v "${SWIFT:-swift}" >/dev/null 2>&1; then
  echo "tocsin needs a Swift 6.3 toolchain on the PATH: https://www.swift.org/install/linux/" >&2
  exit 77
fi
[ ${#missing[@]} -eq 0 ] && exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
  as=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as=(sudo)
else
  echo "Missing Debian packages. Run this, then try again:" >&2
  echo "  sudo $install" >&2
  exit 77
fi
echo "Installing ${missing[*]} …" >&2
export DEBIAN_FRONTEND=noninteractive
"${as[@]}" apt-get update -qq >&2
"${as[@]}" $install >&2
