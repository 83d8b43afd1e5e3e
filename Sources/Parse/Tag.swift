/// The elements that mean something to the reader; every other one is `unknown` and counts as inline.
enum Tag: UInt8, CaseIterable, Sendable {
    case unknown
    case html, head, body, title, base, meta, link, script, style, template, noscript
    case header, nav, main, footer, aside, article, section, div, p, address, blockquote, center, figure, figcaption
    case h1, h2, h3, h4, h5, h6, hgroup, hr, br, pre
    case ul, ol, li, dl, dt, dd, menu
    case table, caption, thead, tbody, tfoot, tr, td, th
    case form, fieldset, legend, label, input, textarea, select, option, optgroup, button
    case details, summary, dialog
    case a, b, strong, img, picture, source, iframe, embed, object, frame, time, area, svg, video, audio, noframes
    case marquee, canvas, math
    // From here on without meaning but for what they end or leave open (`Nesting`).
    case abbr, acronym, bdo, big, cite, code, dfn, dir, em, font, frameset, i, kbd, listing, map, q, s, samp, small,
        span
    case strike, sub, sup, tt, u, `var`, xmp, col, colgroup, basefont, isindex, param, track, wbr

    /// Inline markup that says nothing but how its text looks.
    var isPlain: Bool { self == .unknown || rawValue > Tag.math.rawValue }

    /// Tags that begin and end a block of text.
    var isBlock: Bool {
        switch self {
        case .html, .head, .body, .header, .nav, .main, .footer, .aside, .article, .section, .div, .p, .address,
            .blockquote, .center, .figure, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .hr, .pre, .ul, .ol,
            .li, .dl, .dt, .dd, .menu, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset,
            .legend, .label, .textarea, .select, .option, .optgroup, .button, .details, .summary, .dialog, .title,
            .iframe, .object, .noscript, .marquee, .video, .audio, .noframes:
            true
        default: false
        }
    }

    /// 1 to 6 for h1 to h6, else 0.
    var headingLevel: UInt8 {
        rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue ? rawValue - Tag.h1.rawValue + 1 : 0
    }

    /// Elements without content.
    var isVoid: Bool {
        switch self {
        case .base, .meta, .link, .br, .hr, .img, .input, .embed, .source, .area, .frame, .col, .basefont, .isindex,
            .param, .track, .wbr:
            true
        default: false
        }
    }

    static let names = NameTable(
        allCases.dropFirst().map { ("\($0)", $0.rawValue) })
}
