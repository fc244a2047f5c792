// SPDX-License-Identifier: MIT

import Reports
import Testing

@Suite struct FormatTests {
  private let report = SampleReport.holding("j.doe at a@evil.example")

  @Test func `text in 80 columns`() {
    #expect(
      report.encoded(as: .text) == #"""
        Report on j.doe at a[@]evil[.]example
        by j.doe at a[@]evil[.]example, 2026-11-23 10:15Z

        About j.doe at a[@]evil[.]example
        ─────────────────────────────────
        Said: j.doe at a[@]evil[.]example

        j.doe at a[@]evil[.]example

        j.doe at a[@]evil[.]examplej[.]doe at a[@]evil[.]examplej.doe at a@evil.example

        ! Careful: j.doe at a[@]evil[.]example j[.]doe at a[@]evil[.]example

        • j.doe at a[@]evil[.]example
        • j.doe at a[@]evil[.]example
        • j[.]doe at a[@]evil[.]example
        • j.doe at a@evil.example
        • j.doe at a[@]evil[.]example

        Who   j.doe at a[@]evil[.]example (j[.]doe at a[@]evil[.]example)
        When  2026-11-23 10:15Z

        Count  -3 (j.doe at a[@]evil[.]example)

        More of j[.]doe at a[@]evil[.]example
        Table of j.doe at a[@]evil[.]example
        Title                Name                  Count  Wait  At                 Share
        ───────────────────  ────────────────────  ─────  ────  ─────────────────  ─────
        j.doe at             j[.]doe at               12    1m  2026-11-23 10:15Z   33 %
        a[@]evil[.]example   a[@]evil[.]example
        j.doe at             j.doe at                 -5     —  —                      —
        a@evil.example       a[@]evil[.]example

        Bars of j.doe at a[@]evil[.]example
        j.doe at a[@]evil[.]example    ████████▌          3  j.doe at a[@]evil[.]example
        j[.]doe at a[@]evil[.]example  █████████████████  6

        Parts of j.doe at a[@]evil[.]example
        j.doe at a[@]evil[.]example  ██████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░  1m / 2m
        █ experts  ░ ours

        Weeks of j.doe at a[@]evil[.]example
        Count  ▃ █  4  most 4
        2026-W46 to 2026-W48

        Hours of j.doe at a[@]evil[.]example
            0           6           12          18
        Mon ····················██··························
        Tue ················································
        Wed ················································
        Thu ················································
        Fri ················································
        Sat ················································
        Sun ················································
            · none  █ 2

        Steps for j.doe at a[@]evil[.]example
        [ ] Call j.doe at a[@]evil[.]example (j.doe at a[@]evil[.]example)
        [~] Call j.doe at a[@]evil[.]example (j.doe at a[@]evil[.]example)
        [x] Call j.doe at a[@]evil[.]example (j.doe at a[@]evil[.]example)
        [!] Call j.doe at a[@]evil[.]example (j.doe at a[@]evil[.]example)
        [-] Call j.doe at a[@]evil[.]example (j.doe at a[@]evil[.]example)

        End.

        """#)
  }

  @Test func `text in 40 columns of ASCII`() {
    #expect(
      report.encoded(as: .text, ReportOptions(columns: 40, isASCII: true)) == #"""
        Report on j.doe at a[@]evil[.]example
        by j.doe at a[@]evil[.]example,
        2026-11-23 10:15Z

        About j.doe at a[@]evil[.]example
        ---------------------------------
        Said: j.doe at a[@]evil[.]example

        j.doe at a[@]evil[.]example

        j.doe at a[@]evil[.]examplej[.]doe at
        a[@]evil[.]examplej.doe at
        a@evil.example

        ! Careful: j.doe at a[@]evil[.]example
          j[.]doe at a[@]evil[.]example

        - j.doe at a[@]evil[.]example
        - j.doe at a[@]evil[.]example
        - j[.]doe at a[@]evil[.]example
        - j.doe at a@evil.example
        - j.doe at a[@]evil[.]example

        Who   j.doe at a[@]evil[.]example
              (j[.]doe at a[@]evil[.]example)
        When  2026-11-23 10:15Z

        Count  -3 (j.doe at a[@]evil[.]example)

        More of j[.]doe at a[@]evil[.]example
        Table of j.doe at a[@]evil[.]example
        Title: j.doe at a[@]evil[.]example
        Name: j[.]doe at a[@]evil[.]example
        Count: 12
        Wait: 1m
        At: 2026-11-23 10:15Z
        Share: 33 %

        Title: j.doe at a@evil.example
        Name: j.doe at a[@]evil[.]example
        Count: -5

        Bars of j.doe at a[@]evil[.]example
        j.doe at a[@]ev~  ##########           3
                          j.doe at
                          a[@]evil[.]example
        j[.]doe at a[@]~  ###################  6

        Parts of j.doe at a[@]evil[.]example
        j.doe at a[@]ev~  ####.........  1m / 2m
        # experts  . ours

        Weeks of j.doe at a[@]evil[.]example
        Count  - #  4  most 4
        2026-W46 to 2026-W48

        Hours of j.doe at a[@]evil[.]example
            0     6     12    18
        Mon ..........#.............
        Tue ........................
        Wed ........................
        Thu ........................
        Fri ........................
        Sat ........................
        Sun ........................
            . none  # 2

        Steps for j.doe at a[@]evil[.]example
        [ ] Call j.doe at a[@]evil[.]example
            (j.doe at a[@]evil[.]example)
        [~] Call j.doe at a[@]evil[.]example
            (j.doe at a[@]evil[.]example)
        [x] Call j.doe at a[@]evil[.]example
            (j.doe at a[@]evil[.]example)
        [!] Call j.doe at a[@]evil[.]example
            (j.doe at a[@]evil[.]example)
        [-] Call j.doe at a[@]evil[.]example
            (j.doe at a[@]evil[.]example)

        End.

        """#)
  }

  @Test func `Markdown`() {
    #expect(
      report.encoded(as: .markdown) == #"""
        # Report on `j.doe` at a\[\@\]evil\[\.\]example

        by `j.doe` at a\[\@\]evil\[\.\]example, 2026-11-23 10:15Z

        ## About `j.doe` at a\[\@\]evil\[\.\]example

        Said: `j.doe` at a\[\@\]evil\[\.\]example

        `j.doe` at a\[\@\]evil\[\.\]example

        `j.doe` at a\[\@\]evil\[\.\]example`j[.]doe at a[@]evil[.]example` `j.doe at a@evil.example`

        > **Note:** Careful: `j.doe` at a\[\@\]evil\[\.\]example `j[.]doe at a[@]evil[.]example`

        - `j.doe` at a\[\@\]evil\[\.\]example
        - `j.doe at a[@]evil[.]example`
        - `j[.]doe at a[@]evil[.]example`
        - `j.doe at a@evil.example`
        - `j.doe` at a\[\@\]evil\[\.\]example

        - Who: `j.doe` at a\[\@\]evil\[\.\]example (`j[.]doe at a[@]evil[.]example`)
        - When: 2026-11-23 10:15Z

        - Count: -3 (`j.doe` at a\[\@\]evil\[\.\]example)

        ### More of `j[.]doe at a[@]evil[.]example`

        Table of `j.doe` at a\[\@\]evil\[\.\]example

        | Title | Name | Count | Wait | At | Share |
        | --- | --- | ---: | ---: | --- | ---: |
        | `j.doe` at a\[\@\]evil\[\.\]example | `j[.]doe at a[@]evil[.]example` | 12 | 1m | 2026-11-23 10:15Z | 33 % |
        | `j.doe at a@evil.example` | `j.doe` at a\[\@\]evil\[\.\]example | -5 | — | — | — |

        Bars of `j.doe` at a\[\@\]evil\[\.\]example

        | Of |  | Value | Remark |
        | --- | --- | ---: | --- |
        | `j.doe` at a\[\@\]evil\[\.\]example | ████████████ | 3 | `j.doe` at a\[\@\]evil\[\.\]example |
        | `j[.]doe at a[@]evil[.]example` | ████████████████████████ | 6 |  |

        Parts of `j.doe` at a\[\@\]evil\[\.\]example

        | Of | █ experts | ░ ours |  |
        | --- | ---: | ---: | --- |
        | `j.doe` at a\[\@\]evil\[\.\]example | 1m | 2m | ████████░░░░░░░░░░░░░░░░ |

        Weeks of `j.doe` at a\[\@\]evil\[\.\]example

        - Count: `▃ █`

        | At | Count |
        | --- | ---: |
        | 2026-W46 | 1 |
        | 2026-W47 | — |
        | 2026-W48 | 4 |

        Hours of `j.doe` at a\[\@\]evil\[\.\]example

        ```text
            0           6           12          18
        Mon ····················██··························
        Tue ················································
        Wed ················································
        Thu ················································
        Fri ················································
        Sat ················································
        Sun ················································
            · none  █ 2
        ```

        Steps for `j.doe` at a\[\@\]evil\[\.\]example

        - [ ] Call `j.doe` at a\[\@\]evil\[\.\]example (`j.doe` at a\[\@\]evil\[\.\]example)
        - [ ] Call `j.doe` at a\[\@\]evil\[\.\]example — in progress (`j.doe` at a\[\@\]evil\[\.\]example)
        - [x] Call `j.doe` at a\[\@\]evil\[\.\]example (`j.doe` at a\[\@\]evil\[\.\]example)
        - [ ] Call `j.doe` at a\[\@\]evil\[\.\]example — failed (`j.doe` at a\[\@\]evil\[\.\]example)
        - [ ] Call `j.doe` at a\[\@\]evil\[\.\]example — skipped (`j.doe` at a\[\@\]evil\[\.\]example)

        End.

        """#)
  }

  @Test func `CSV, all tables and one of them`() {
    let all = report.encoded(as: .csv)
    #expect(
      all.replacing("\r\n", with: "\n") == #"""
        facts
        key,label,value,unit,remark
        who,Who,j.doe at a[@]evil[.]example,,j[.]doe at a[@]evil[.]example
        when,When,2026-11-23T10:15:00.123Z,,

        numbers
        key,label,value,unit,remark,incidents
        count,Count,-3,,j.doe at a[@]evil[.]example,2972395 2972400

        table
        title,name,count,waitSeconds,at,share,incidents
        j.doe at a[@]evil[.]example,j[.]doe at a[@]evil[.]example,12,90.5,2026-11-23T10:15:00.123Z,0.333,2972395 2972400
        j.doe at a@evil.example,j.doe at a[@]evil[.]example,-5,,,,

        bars
        label,value,remark,incidents
        j.doe at a[@]evil[.]example,3,j.doe at a[@]evil[.]example,2972395 2972400
        j[.]doe at a[@]evil[.]example,6,,

        split
        label,expertsSeconds,oursSeconds
        j.doe at a[@]evil[.]example,60,120

        series
        label,count
        2026-W46,1
        2026-W47,
        2026-W48,4

        heat
        day,h00,h01,h02,h03,h04,h05,h06,h07,h08,h09,h10,h11,h12,h13,h14,h15,h16,h17,h18,h19,h20,h21,h22,h23
        Mon,0,0,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,0,0,0
        Tue,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        Wed,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        Thu,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        Fri,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        Sat,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        Sun,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0

        checks
        state,item,remark
        open,Call j.doe at a[@]evil[.]example,j.doe at a[@]evil[.]example
        inProgress,Call j.doe at a[@]evil[.]example,j.doe at a[@]evil[.]example
        done,Call j.doe at a[@]evil[.]example,j.doe at a[@]evil[.]example
        failed,Call j.doe at a[@]evil[.]example,j.doe at a[@]evil[.]example
        skipped,Call j.doe at a[@]evil[.]example,j.doe at a[@]evil[.]example

        """#)
    let table = report.encoded(as: .csv, ReportOptions(table: "bars"))
    #expect(all.contains("\r\nbars\r\n" + table + "\r\n"))
    #expect(table.hasPrefix("label,value,remark,incidents\r\n"))
  }
}
