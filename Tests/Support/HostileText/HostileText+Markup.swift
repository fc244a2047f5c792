// SPDX-License-Identifier: MIT

extension HostileText {
  /// Texts that try to be markup, a link, a formula or the end of a field.
  public static let markup: [String] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><script>1</script>",
    "</style><style>@import url(//evil.example)", "\"><svg onload=alert(1)>", "' onclick='x",
    "<!-- -->", "<![CDATA[x]]>", "&lt;b&gt;", "&#x3C;script&#x3E;", "javascript:alert(1)",
    "<a href=\"http://evil.example\">x</a>", "http://evil.example/a?b=c#d", "HTTPS://EVIL.EXAMPLE",
    "www.evil.example", "see www.evil.example.", "mail me@evil.example now", "<me@evil.example>",
    "mailto:me@evil.example", "xmpp:me@evil.example", "ftp://evil.example", "@everyone",
    "<http://e.x>",
    "[x](http://evil.example)", "![x](http://evil.example/p.png)", "[x]: http://evil.example",
    "[x][y]", "[^1]", "# Heading", "=====", "-----", "* * *", "- item", "+ item", "1. item",
    "1) item", "> quote", "    code", "```", "~~~\ncode", "`a``b```c", "a|b|c", "\\|", "a\\",
    "|---|---|", "**bold**", "_it_", "~~gone~~", "$x$", "\\(x\\)", ":tada:", "a\n===\nb", "a\n---",
    "a\n\n<div>b", "one\n\n    two", "`", "``", "\\`x\\`", "a\\|b", "C:\\|x", "line  \nbreak",
    "=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\"=1",
    "';=1", "a;=1", "a;\"=1\"", "a; =1", "\u{FF1D}1", "\u{FF0B}1", "\u{FEFF}=1", "\u{200B}=1",
    "a,b", "say \"hi\"", "a\r\nb,c", "\"", "\"\"", "',", "=HYPERLINK(\"http://evil.example\")",
    "{{7*7}}", "<?php ?>", "%0d%0a", "\\u003cscript\\u003e", "\u{2028}<b>", "a\u{0}<b>",
    "\"\u{301},=1", "`\u{301}", "a`\u{301}", "a|\u{301}b", "<\u{301}b>", "=\u{301}1", "\n\u{301}=",
    "a;\u{301}=1", "a;=\u{301}", "http:/\u{301}/e.x", "\u{301}<b>", "[\u{301}x](y)", "evil.com",
    "see evil.com, now", "(evil.com)", "x:evil.com/a", "//evil.com", "//localhost",
    "evil.com`", "`evil.com", "**evil.com**", "evil.com|x", "a\\evil.com\\", "xn--e1afmkfd.com",
    "évil.com",
    "1.evil.com.", "<evil.com>", "evil.com\u{301}", "]]>", "-->",
    "http:/\u{200B}/evil.example", "w\u{AD}ww.evil.example",
    "me\u{2060}@evil.example",
  ]
}
