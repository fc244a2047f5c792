# Makes one table of the figures that the tests of `make torture` print.

function before(word,   i) { for (i = 2; i <= NF; i++) if ($i == word) return $(i - 1); return "-" }
function after(word,   i) { for (i = 1; i < NF; i++) if ($i == word) return $(i + 1); return "-" }
function row(what, tried, saved, wrong, torn) {
  printf "| %-24s | %8s | %12s | %13s | %8s |\n", what, tried, saved, wrong, torn
}

BEGIN {
  row("what", "tried", "acknowledged", "lost or wrong", "torn")
  print "|--------------------------|---------:|-------------:|--------------:|---------:|"
}
{ name = $0; sub(/[:,].*/, "", name); gsub(/[:,]/, "") }
/^killed writers/ { row(name, after("kills"), after("acknowledged"), after("lost"), after("torn")) }
/^32 writers/ {
  row(name, after("acknowledged") + after("refused"), after("acknowledged"), after("lost"), after("torn"))
}
/^power loss/ { row(name, before("crashes"), "-", before("failures"), "-") }
/^faults in/ { row(name, before("tried"), "-", before("failures"), "-") }
# Of these the tests count no failures: one would stop them.
/^program faults/ { row(name, before("tried"), "-", "0", "-") }
/^full disk .*saved/ { row(name, "-", before("saved"), before("saved") - before("there"), before("torn")) }
/✘/ { failed++ }
END { if (failed) print "Not all is well: see the lines with ✘ above." }
