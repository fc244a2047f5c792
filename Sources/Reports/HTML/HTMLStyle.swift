// SPDX-License-Identifier: MIT

/// How a report looks in a browser and on paper: one accent, light and dark, no font to fetch.
enum HTMLStyle {
  static let css = """
    :root{color-scheme:light dark;--ink:#1b2430;--soft:#5b6878;--line:#dfe4ea;--paper:#fff;\
    --panel:#f6f8fa;--accent:#2563a8;--second:#d98f2b;--warn:#9a3412;--warnbg:#fff4e8;\
    --token:#1b2430;--tokenink:#fff;--bad:#b42318;--good:#18794e}
    @media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa7b6;--line:#2c3643;\
    --paper:#12171e;--panel:#1a212b;--accent:#6aa9ea;--second:#e0a650;--warn:#ffb783;\
    --warnbg:#33231a;--token:#e6eaf0;--tokenink:#12171e;--bad:#ff8a80;--good:#6fcf97}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:15px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;\
    font-variant-numeric:tabular-nums}
    main{max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
    header{border-bottom:2px solid var(--accent);padding-bottom:.9rem;margin-bottom:1.6rem}
    h1{font-size:1.75rem;line-height:1.2;margin:0;letter-spacing:-.01em}
    header p{margin:.35rem 0 0;color:var(--soft)}
    h2{font-size:1.2rem;margin:2.4rem 0 .7rem;padding-bottom:.25rem;\
    border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:1.6rem 0 .4rem}
    p,ul,dl,table,figure,.w{margin:0 0 1rem}
    h1,h2,h3,p,li,td,dd{overflow-wrap:anywhere}
    ul{padding-left:1.2rem}
    code{font:.9em ui-monospace,"SFMono-Regular","DejaVu Sans Mono",Consolas,monospace;\
    background:var(--panel);padding:.08em .3em;border-radius:3px;white-space:pre-wrap;\
    overflow-wrap:anywhere}
    .t{background:var(--token);color:var(--tokenink);border-radius:2px;padding:0 .1em;\
    font:.85em ui-monospace,"DejaVu Sans Mono",monospace}
    .w{border-left:4px solid var(--second);background:var(--warnbg);color:var(--warn);\
    padding:.6rem .9rem;border-radius:0 4px 4px 0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.7rem}
    .tiles>div{background:var(--panel);border:1px solid var(--line);border-radius:6px;\
    padding:.7rem .85rem}
    .tiles dt{color:var(--soft);font-size:.82rem;line-height:1.3}
    .tiles dd{margin:.15rem 0 0;font-size:1.5rem;font-weight:600;line-height:1.2}
    .tiles dd.r{font-size:.8rem;font-weight:400;color:var(--soft)}
    .facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1.2rem}
    .facts>div{display:contents}
    .facts dt{color:var(--soft)}
    .facts dd{margin:0}
    .facts dd.r{grid-column:2;color:var(--soft);font-size:.88rem}
    table{border-collapse:collapse;width:100%}
    caption,figcaption{text-align:left;color:var(--soft);font-size:.88rem;padding:0 0 .4rem}
    th{text-align:left;font-size:.82rem;font-weight:600;color:var(--soft);\
    border-bottom:1px solid var(--soft)}
    th,td{padding:.32rem .7rem .32rem 0;vertical-align:top}
    th:last-child,td:last-child{padding-right:0}
    td{border-bottom:1px solid var(--line)}
    .n{text-align:right;white-space:nowrap}
    .m{white-space:nowrap}
    td{min-width:6em}
    td.n,td.m,.chart td{min-width:0}
    .many{font-size:.82em} .many td{min-width:6em} .many td.n,.many td.m{min-width:0}
    .many th,.many td{padding-right:.5rem}
    .card{border-bottom:1px solid var(--line);padding:0 0 .8rem;margin-bottom:.8rem}
    tbody tr:last-child td{border-bottom-color:var(--soft)}
    .chart td{border:0;padding-top:.18rem;padding-bottom:.18rem;vertical-align:middle}
    .chart td:first-child{width:28%}
    .chart td.b{width:45%}
    .chart tbody tr:last-child td{border:0}
    svg{display:block;width:100%}
    .b svg{height:.95rem}
    .a{fill:var(--accent)} .s{fill:var(--second)} .g{fill:var(--panel)}
    .l0{stroke:var(--accent)} .l1{stroke:var(--second)} .l2{stroke:var(--good)}
    .l3{stroke:var(--soft)}
    .l0,.l1,.l2,.l3{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .d0{fill:var(--accent)} .d1{fill:var(--second)} .d2{fill:var(--good)} .d3{fill:var(--soft)}
    .axis{stroke:var(--line);stroke-width:1}
    svg text{fill:var(--soft);font-size:11px;font-family:inherit}
    svg text.v{fill:var(--ink);text-anchor:middle}
    svg text.i{fill:var(--paper);text-anchor:middle}
    .k{display:inline-block;width:.75em;height:.75em;border-radius:2px;margin:0 .35em 0 .9em}
    .k0{background:var(--accent)} .k1{background:var(--second)} .k2{background:var(--good)}
    .k3{background:var(--soft)}
    .check{list-style:none;padding:0}
    .check li{display:flex;gap:.7rem;padding:.32rem 0;border-bottom:1px solid var(--line)}
    .check .state{flex:0 0 6.2rem;font-size:.82rem;font-weight:600;color:var(--soft);\
    padding-top:.1rem}
    .check .done{color:var(--good)} .check .failed{color:var(--bad)}
    .check .inProgress{color:var(--accent)}
    .r{color:var(--soft);font-size:.88rem}
    details{font-size:.82rem;color:var(--soft)}
    td details{display:inline-block;margin-left:.8em;vertical-align:baseline}
    td details[open]{display:block;margin-left:0}
    summary{cursor:pointer}
    .break{break-after:page;height:0}
    @media print,(max-width:50rem){.m{white-space:normal} td.m,.many td.m{min-width:7.2em}}
    @media screen and (max-width:40rem){table{display:block;overflow-x:auto}}
    @media print{@page{margin:16mm}
    :root{color-scheme:light;--ink:#000;--soft:#444;--line:#ccc;--paper:#fff;--panel:#f4f4f4;\
    --accent:#2563a8;--second:#d98f2b;--warn:#7a2a0e;--warnbg:#fff4e8;--token:#000;\
    --tokenink:#fff;--bad:#9b1c12;--good:#14603e}
    body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main{max-width:none;padding:0}
    h2,h3,caption,figcaption{break-after:avoid}
    tr,li,figure,.tiles>div,.w,.card{break-inside:avoid}
    thead{display:table-header-group}
    details:not([open]){display:none}}
    """
}
