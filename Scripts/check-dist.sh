#!/usr/bin/env bash
# Checks that a program runs on a bare Debian 12: check-dist.sh PROGRAM
# Its size, the libraries it names and the newest symbols it asks of them.
set -eu
program=$1
failed=0
complain() { echo "dist: $*" >&2; failed=1; }

size=$(stat -c %s "$program")
[ "$size" -lt 30000000 ] || complain "$size bytes; 30,000,000 are the limit"

# All but libncursesw are on every Debian.
allowed=" libc.so.6 libm.so.6 libncursesw.so.6 libtinfo.so.6 \
ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 "
while read -r library; do
  [[ $allowed == *" $library "* ]] || complain "needs $library"
done < <(objdump -p "$program" | awk '$1 == "NEEDED" {print $2}')

newest() { # PREFIX: the highest version of a kind of symbol that is asked for
  objdump -T "$program" | grep -oE "\b$1_[0-9.]+" | sort -uV | tail -1
}
at_most() { # LIMIT
  local found
  found=$(newest "${1%%_*}")
  [ "$(printf '%s\n' "$found" "$1" | sort -V | tail -1)" = "$1" ] ||
    complain "asks for $found; Debian 12 has $1"
  echo "${found:-none}"
}
versions=$(at_most GLIBC_2.36)

[ "$failed" -eq 0 ] && echo "dist: ok: $size bytes, $versions"
exit "$failed"
