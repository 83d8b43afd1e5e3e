import Model

/// Answers the basic questions of accessibility from what the parser counted.
struct AccessibilityReader {
    let page: ParsedPage
    let findings: [Finding]

    func facts() -> [AccessibilityFact] {
        let markup = page.markup
        return [
            fact(.language, fails: !isLanguage(page.language), page.language ?? ""),
            fact(.title, fails: page.title.isEmpty, ""),
            AccessibilityFact(
                check: .imageText, failures: markup.imagesWithoutAlt, looked: markup.imageCount,
                places: markup.imagesWithoutAltNames),
            AccessibilityFact(
                check: .fieldLabel, failures: markup.fieldsWithoutLabel, looked: markup.fieldCount,
                places: markup.fieldsWithoutLabelNames),
            headingOrder(),
            fact(.zoom, fails: forbidsZoom, markup.viewport ?? ""),
            fact(.viewport, fails: !(markup.viewport?.lowercased().contains("width") ?? false), markup.viewport ?? ""),
            onlyIn(.imageOnly) { $0.imageOnly },
            onlyIn(.documentOnly) { !$0.imageOnly && Self.namesPDF($0.quotation) },
        ]
    }

    /// `.pdf`, in any case.
    private static func namesPDF(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard bytes.count > 3 else { return false }
        for at in 0..<(bytes.count - 3) where bytes[at] == 46 {
            if bytes[at + 1] | 32 == 112, bytes[at + 2] | 32 == 100, bytes[at + 3] | 32 == 102 { return true }
        }
        return false
    }

    private func fact(_ check: AccessibilityFact.Check, fails: Bool, _ place: String) -> AccessibilityFact {
        AccessibilityFact(
            check: check, failures: fails ? 1 : 0, looked: 1, places: fails && !place.isEmpty ? [place] : [])
    }

    /// `id`, `en-US`: two or three letters, then parts of letters and digits (RFC 5646, the form only).
    private func isLanguage(_ tag: String?) -> Bool {
        guard let first = tag?.split(separator: "-", omittingEmptySubsequences: false).first else { return false }
        return (2...3).contains(first.count) && first.allSatisfy { $0.isASCII && $0.isLetter }
    }

    /// Lower case without blanks; ASCII by bytes, for Characters took 3 us of every page.
    private static func folded(_ text: String) -> String {
        guard text.utf8.allSatisfy({ $0 < 128 }) else { return text.lowercased().filter { !$0.isWhitespace } }
        let bytes = text.utf8.filter { $0 != 32 && !(9...13).contains($0) }
        return String(decoding: bytes.map { (65...90).contains($0) ? $0 | 32 : $0 }, as: UTF8.self)
    }

    /// `user-scalable=no`, or a largest scale below twice the size.
    private var forbidsZoom: Bool {
        guard let viewport = page.markup.viewport.map(Self.folded) else { return false }
        for part in viewport.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let pair = part.split(separator: "=")
            guard pair.count == 2 else { continue }
            if pair[0] == "user-scalable", pair[1] == "no" || pair[1] == "0" { return true }
            if pair[0] == "maximum-scale", let scale = Double(pair[1]), scale > 0, scale < 2 { return true }
        }
        return false
    }

    /// The first heading is of level 1, and none is more than one level deeper than the one before it.
    private func headingOrder() -> AccessibilityFact {
        var places: [String] = []
        var failures = 0
        var last = 0
        var looked = 0
        for index in page.blocks.indices where page.blocks[index].kind == .heading {
            looked += 1
            let level = Int(page.blocks[index].level)
            if level > last + 1 {
                failures += 1
                if places.count < PageMarkup.nameLimit {
                    places.append(
                        "h\(last == 0 ? 0 : last) → h\(level): " + page.text(of: page.blocks[index]).prefix(60))
                }
            }
            last = level
        }
        if looked == 0 { return fact(.headingOrder, fails: page.text.count > 400, "") }
        return AccessibilityFact(check: .headingOrder, failures: failures, looked: looked, places: places)
    }

    /// Items that nothing but a picture or a document carries on this page.
    private func onlyIn(_ check: AccessibilityFact.Check, _ isCarrier: (Finding) -> Bool) -> AccessibilityFact {
        var present = ItemSet()
        for finding in findings where finding.state == .present && !finding.imageOnly { present.insert(finding.item) }
        var carried = present
        var lacking = ItemSet()
        var places: [String] = []
        for finding in findings where finding.state == .linked || finding.imageOnly {
            carried.insert(finding.item)
            guard !present.contains(finding.item), isCarrier(finding) else { continue }
            lacking.insert(finding.item)
            guard places.count < PageMarkup.nameLimit else { continue }
            places.append("\(finding.item.rawValue): \(finding.quotation.prefix(80))")
        }
        return AccessibilityFact(
            check: check, failures: lacking.bits.nonzeroBitCount, looked: carried.bits.nonzeroBitCount, places: places)
    }
}
