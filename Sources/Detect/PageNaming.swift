import Model
import Rules

/// What a page calls itself, without the name of its office: title, headings and first lines.
///
/// "Dinas Penanaman Modal dan Pelayanan Terpadu | Sejarah" is a page of history, not of service.
struct PageNaming {
    private(set) var title = WordMask()
    /// The title is the office's name and nothing else.
    private(set) var isOfficeOnly = false
    /// Headings of level 1 and 2 of the main content, and the first two of any level.
    private(set) var headings = WordMask()
    private(set) var firstHeadings = WordMask()
    /// Items that the title names, and the first two headings.
    private(set) var titleItems = ItemSet()
    private(set) var firstItems = ItemSet()
    /// The first six lines of the main content.
    private(set) var lead = WordMask()

    private static let leadLines = 6
    /// Longer than this, a line says more than a name.
    private static let longestName = 90

    init(_ sheet: PageSheet) {
        readTitle(sheet)
        var met = 0
        var lines = 0
        for index in sheet.lines.indices where sheet.lines[index].zone == .main {
            if lines < Self.leadLines { lead.formUnion(sheet.lines[index].words) }
            lines += 1
            let level = sheet.lines[index].level
            guard level >= 1, level <= 6, !isOffice(sheet.lines[index], sheet) else { continue }
            if level <= 2 { headings.formUnion(sheet.lines[index].words) }
            if met < 2 {
                firstHeadings.formUnion(sheet.lines[index].words)
                firstItems = firstItems.union(sheet.lines[index].opens)
            }
            met += 1
        }
    }

    /// Parts of a title between bars, dashes and colons; those that begin with a word for an office are left out.
    private mutating func readTitle(_ sheet: PageSheet) {
        var named = 0
        var rest = 0
        for part in Self.parts(sheet.page.title) {
            let hits = sheet.lexicon.automaton.scan(part)
            let begins = hits.contains { hit in
                hit.start <= 1 && sheet.lexicon.mask(hit, lineStart: 0).intersects(sheet.lexicon.officeNames)
            }
            if begins {
                named += 1
            } else {
                rest += 1
                let end = part.utf8.count
                for hit in hits {
                    let isWhole = hit.start <= 1 && Int(hit.end) >= end - 1
                    titleItems = titleItems.union(sheet.lexicon.headings(hit.phrase, whole: isWhole))
                    title.formUnion(sheet.lexicon.mask(hit, lineStart: 0))
                    if isWhole { title.formUnion(sheet.lexicon.wholeMask(hit)) }
                }
            }
        }
        isOfficeOnly = named > 0 && rest == 0
    }

    private static func parts(_ title: String) -> [String] {
        // Most titles are ASCII: bytes instead of Characters, 16 us -> 2.
        if title.utf8.allSatisfy({ $0 < 128 }) { return plainParts(Array(title.utf8)) }
        var parts: [String] = [""]
        var last: Character = " "
        for sign in title {
            let splits = "|»›·—–•:".contains(sign) || (sign == "-" && last == " ")
            if splits { parts.append("") } else { parts[parts.count - 1].append(sign) }
            last = sign
        }
        return parts.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }

    private static func plainParts(_ title: [UInt8]) -> [String] {
        var parts: [String] = []
        var start = 0
        func end(_ stop: Int) {
            let part = title[start..<stop].drop { $0 == 32 || (9...13).contains($0) }
            if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
            start = stop + 1
        }
        for at in title.indices {
            let isDash = title[at] == 45 && (at == 0 || title[at - 1] == 32)
            if title[at] == 124 || title[at] == 58 || isDash { end(at) }
        }
        end(title.count)
        return parts
    }

    private func isOffice(_ line: PageLine, _ sheet: PageSheet) -> Bool {
        guard line.length <= Self.longestName else { return false }
        return sheet.hits[line.hits].contains { hit in
            Int(hit.start) <= line.content
                && sheet.lexicon.mask(hit, lineStart: line.content).intersects(sheet.lexicon.officeNames)
        }
    }
}
