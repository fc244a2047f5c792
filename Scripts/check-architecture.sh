#!/usr/bin/env bash
# Checks the walls between the modules: who imports whom, no Foundation, one place for each thing
# that must have one place. Prints what is wrong, and exits 1 if anything is.
set -eu
cd "$(dirname "$0")/.."
failed=0
complain() { echo "architecture: $*" >&2; failed=1; }

imports() { # MODULE: the modules its sources import, once each
  grep -hoE '^ *((public|package|internal|private|fileprivate|@[A-Za-z_]+) +)*import +((struct|class|enum|func|protocol) +)?[A-Za-z_]+' \
    -r "Sources/$1" --include='*.swift' | awk '{print $NF}' | sort -u
}

allow() { # MODULE ALLOWED…: nothing else may be imported
  local module=$1
  shift
  [ -d "Sources/$module" ] || { complain "there is no module $module"; return; }
  local found
  for found in $(imports "$module"); do
    case " $* " in
      *" $found "*) ;;
      *) complain "$module imports $found; it may import: ${*:-nothing}" ;;
    esac
  done
}

allow Incidents
allow SafeText
allow Cells SafeText
allow Settings
allow Console Incidents Cells SafeText Settings
allow DefenderWire Incidents
allow Reports Incidents SafeText
allow Terminal Cells SafeText CTerminal Glibc
allow Resources CResources
allow IncidentStore Incidents DefenderWire CFileSystem FoundationEssentials Crypto Glibc Synchronization Dispatch
allow ConsoleRuntime Console Incidents Cells SafeText Settings Terminal IncidentStore \
  Synchronization Dispatch Glibc
allow tocsin Console ConsoleRuntime Incidents Cells SafeText Settings Terminal IncidentStore DefenderWire \
  Reports Resources ArgumentParser FoundationEssentials Glibc Synchronization

# Full Foundation carries ICU and slow formatters; the console does without.
grep -rnE '^ *((public|internal|private) +)?import +Foundation *$' Sources --include='*.swift' &&
  complain "full Foundation in the shipped sources (use FoundationEssentials)"

# Only CTerminal knows ncurses, and only setcchar and wadd_wchnstr put text on the screen.
grep -rlE '#include +<(n?curses|term)\.h>' Sources | grep -v '^Sources/CTerminal/' &&
  complain "ncurses outside CTerminal"
grep -rnE '\b(mv)?w?(add(n?w?str|ch|chstr)|ins(n?w?str|ch)|printw|echochar)\b *\(' Sources/CTerminal &&
  complain "text drawn by something other than cells"

# The promises a reader relies on.
# The one trap left: an index damaged while it is used, and a journal that no longer tells the same.
# There is no right row then, and a wrong one must never be shown.
grep -rnE '(try|as)!|\bfatalError\(' Sources --include='*.swift' |
  grep -vE '^Sources/(TerminalProbe/|StoreWriter/|IncidentStore/FileStore/FileStore\+Indexing\.swift)' &&
  complain "a force or a trap in the shipped sources"
while read -r lines file; do
  [ "$lines" -le 400 ] || complain "$file has $lines lines; 400 is a lot"
done < <(find Sources -name '*.swift' -not -path '*/Generated/*' -exec wc -l {} + | grep -v ' total$')

[ "$failed" -eq 0 ] && echo "architecture: ok"
exit "$failed"
