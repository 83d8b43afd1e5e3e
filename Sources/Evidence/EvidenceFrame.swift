import Report

/// What every page of a bag has: no outside request, readable on a phone, on paper and in black and white.
enum EvidenceFrame {
    /// Even a mistake of ours could load or run nothing (W3C Content Security Policy 3).
    static let policy: Markup = """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; \
        style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">\
        <meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1">
        """

    static let style: Markup = """
        <style>
        :root{color-scheme:light}
        body{font:16px/1.5 system-ui,"Noto Sans",Arial,sans-serif;color:#1a1d21;background:#fff;max-width:62rem;\
        margin:0 auto;padding:1rem 1.25rem 4rem}
        h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem}
        h3{font-size:1.05rem;margin:1.25rem 0 .25rem}h4{font-size:1rem;margin:1rem 0 .25rem}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
        th,td{border:1px solid #8a929b;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#eef1f4}
        code{font:.85em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        blockquote{margin:.25rem 0;padding:.25rem .75rem;border-left:4px solid #5b6570}
        mark{background:#ffe27a;color:#1a1d21;outline:1px solid #8a6d00;padding:0 .1em}
        .facts,.note,figcaption,small{color:#464e57;font-size:.875rem}
        .note{border:1px solid #8a929b;padding:.5rem .75rem}
        .state{font-weight:600}img{max-width:100%;height:auto;border:1px solid #8a929b}
        .copy main{border-top:2px solid #5b6570;margin-top:1rem}.item{margin:.15rem 0 .15rem 1rem}
        .field{color:#464e57}a{color:#0b4f9e}
        @media print{a{color:inherit;text-decoration:none}body{max-width:none;padding:0}h2{break-after:avoid}\
        tr{break-inside:avoid}}
        @media (max-width:40rem){table.wide,table.wide tbody,table.wide tr,table.wide td{display:block}\
        table.wide thead{display:none}table.wide tr{border:1px solid #8a929b;margin-bottom:.75rem}\
        table.wide td,table.wide th{border:0}}
        </style>
        """
}
