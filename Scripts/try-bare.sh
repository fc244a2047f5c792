#!/usr/bin/env bash
# Tries the tarball in a bare Debian 12: try-bare.sh TARBALL DIRECTORY
# DIRECTORY keeps the root that debootstrap makes, for the next time; needs root.
set -eu
tarball=$(realpath "$1")
work=$2
bare=$work/bookworm
root=$work/root
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

[ "$(id -u)" -eq 0 ] || { echo "try-bare: debootstrap and chroot need root" >&2; exit 77; }
mkdir -p "$work"
if [ ! -e "$bare.made" ]; then
  rm -rf "$bare"
  debootstrap --variant=minbase --include=libncursesw6 bookworm "$bare" "$mirror" >"$work/log" ||
    { tail "$work/log" >&2; exit 1; }
  touch "$bare.made"
fi
rm -rf "$root"
cp -a "$bare" "$root"
tar -C "$root/usr/local" --strip-components=1 -xzf "$tarball"

failed=0
inside="chroot $root /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8"
try() { # WHAT TEXT SCRIPT: runs a script in the root, which must end well and print the text
  local output
  if output=$($inside sh -c "$3" 2>&1) && [[ $output == *"$2"* ]]; then
    echo "bare: ok: $1"
  else
    printf 'bare: failed: %s\n%s\n' "$1" "$output" >&2
    failed=1
  fi
}

screen="tmux -L try-bare-$$ -f /dev/null"
shows() { # TEXT: whether the terminal shows a text within ten seconds
  for _ in $(seq 100); do
    $screen capture-pane -p | grep -q "$1" && return 0
    sleep 0.1
  done
  printf 'bare: failed: the terminal does not show %s\n' "$1" >&2
  $screen capture-pane -p >&2
  failed=1
}

mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
mount -t proc proc "$root/proc"
trap '$screen kill-server 2>/dev/null; umount "$root/proc" "$root/dev/pts" "$root/dev"' EXIT

try "the version" "$(basename "$tarball" | cut -d- -f2)" "tocsin --version"
try "the demo as text" "Web shell on MAIL-02" "tocsin demo | head -20"
try "the demo by keys" "acknowledged by" "printf 'a\nwait Saved\n' | tocsin demo --keys -"
try "a shared store" "[]" "tocsin init /srv/soc --group staff >/dev/null &&
  tocsin --store /srv/soc verify >/dev/null && tocsin --store /srv/soc list --format json"

$screen new-session -d -x 80 -y 24 \
  "$inside TERM=xterm-256color tocsin demo; echo ended with \$?; sleep 20"
shows "Summary"
$screen send-keys 3 && shows "Responses"
$screen send-keys q && shows "ended with 0"
[ "$failed" -eq 0 ] && echo "bare: ok: the console in a terminal"
exit "$failed"
