#!/usr/bin/env bash
# Fuzzes every reader of foreign bytes in turn, with what is known to be interesting as a start.
#
#   Scripts/fuzz.sh SECONDS [TARGET…]     TOCSIN_FUZZ_FLAGS: more flags for libFuzzer
#
# What is new goes to .build-fuzz/corpus/TARGET, what fails to .build-fuzz/findings/TARGET. A failing
# input, made small (-minimize_crash=1), belongs into Tests/Fuzzing/corpus/TARGET with its repair.
set -u
cd "$(dirname "$0")/.."
seconds=${1:-300}
shift || true
[ $# -gt 0 ] || set -- json records journal documents index text
export TOCSIN_FUZZ=1
# Tables made once and kept are no leaks; freed memory kept aside is no use of memory; and the
# crash reporter of Swift waits for what libFuzzer has ended.
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 SWIFT_BACKTRACE=enable=no
# Beside another sanitizer the compiler forgets what the fuzzer steers by; asked for by name it counts.
build=(swift build -c release --scratch-path .build-fuzz --sanitize fuzzer --sanitize address
  -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp
  -Xswiftc -enable-testing --product tocsin-fuzz)
"${build[@]}" 1>&2 || exit
program=$("${build[@]}" --show-bin-path)/tocsin-fuzz
failed=0
printf '%-10s %8s %12s %8s %8s %10s %10s %s\n' \
  target seconds executions exec/s edges corpus new findings
for target in "$@"; do
  seeds=Tests/Fuzzing/corpus/$target
  own=.build-fuzz/corpus/$target
  findings=.build-fuzz/findings/$target
  log=.build-fuzz/$target.log
  mkdir -p "$own" "$findings"
  dictionary=()
  [ -f "Tests/Fuzzing/dictionaries/$target.dict" ] && dictionary=("-dict=Tests/Fuzzing/dictionaries/$target.dict")
  before=$(find "$own" -type f | wc -l)
  found=$(find "$findings" -type f | wc -l)
  length=16384
  demo=(Resources/demo)
  # Each input is shown in a dozen ways and widths.
  [ "$target" = text ] && length=256 demo=()
  # An input of at most 16 KB that takes five seconds or 2 GB is a finding.
  TOCSIN_FUZZ_TARGET=$target "$program" "$own" "$seeds" "${demo[@]}" \
    -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len="$length" -detect_leaks=0 \
    -artifact_prefix="$findings/" -print_final_stats=1 "${dictionary[@]}" \
    ${TOCSIN_FUZZ_FLAGS:-} 2> "$log" || failed=1
  after=$(find "$own" -type f | wc -l)
  stat() { awk -v name="stat::$1:" '$1 == name { print $2 }' "$log"; }
  edges=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | cut -d' ' -f2)
  printf '%-10s %8s %12s %8s %8s %10s %10s %s\n' "$target" "$seconds" \
    "$(stat number_of_executed_units)" "$(stat average_exec_per_sec)" "${edges:-0}" "$after" \
    $((after - before)) $(($(find "$findings" -type f | wc -l) - found))
  # Whoever does not see where the program goes only throws dice.
  if [ "${edges:-0}" -lt 300 ]; then
    echo "$target: only ${edges:-0} edges were seen: the build is not instrumented"
    failed=1
  fi
  grep -hE 'Fatal error|ERROR: |SUMMARY' "$log" | head -3
done
exit $failed
