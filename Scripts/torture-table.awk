# Makes one table of the figures that the tests of `make torture` print.

function before(word,   i) { for (i = 2; i <= NF; i++) if ($i == word) return $(i - 1); return "-" }
function after(word,   i) { for (i = 1; i < NF; i++) if ($i == word) return $(i + 1); return "-" }
function row(what, tried, saved, wrong, torn) {
  printf "| %-24s | %10s | %12s | %13s | %8s |\n", what, tried, saved, wrong, torn
}

BEGIN {
  row("what", "tried", "acknowledged", "lost or wrong", "torn")
  print "|--------------------------|-----------:|-------------:|--------------:|---------:|"
}
{ name = $0; sub(/[:,].*/, "", name); gsub(/[:,]/, ""); seen[$1 " " $2] = 1 }
/^killed writers/ { row(name, after("kills"), after("acknowledged"), after("lost"), after("torn")) }
/^32 writers/ {
  tried = after("acknowledged") + after("refused")
  row(name, tried, after("acknowledged"), after("lost"), after("torn"))
}
/^power loss/ { row(name, before("crashes"), "-", before("failures"), "-") }
/^(faults in|program faults)/ { row(name, before("tried"), "-", before("failures"), "-") }
/^full disk.* saved/ {
  row(name, "-", before("saved"), before("saved") - before("there"), before("torn"))
}
/^full disk.* mounted/ { row(name, "0", "-", "-", "-") }
/✘/ { failed++ }
END {
  # A test that stopped early printed nothing.
  count = split("killed writers,32 writers,power loss,faults in,program faults,full disk", names, ",")
  for (i = 1; i <= count; i++) if (!seen[names[i]]) row(names[i], "no figures", "", "", "")
  if (failed) print "Not all is well: see the lines with ✘ above."
}
