import Model

/// Which lines are headings: half of those of real pages are not h1 to h6.
enum HeadingForm {
    /// 1-6 as marked up, 7 labels and title classes, 8 bold lines, questions and outline numbers, 9 short lines before
    /// content; 0 no heading.
    static func level(_ block: Block, _ line: PageLine, _ text: [UInt8], actors: WordMask, isCell: Bool) -> Int {
        if block.kind == .heading { return Int(block.level) }
        if block.kind == .label || block.marks.contains(.panelLabel), block.panel < 0 { return 7 }
        if line.typed.contains(.link) || block.zone == .navigation || block.kind == .formField { return 0 }
        if isCell { return 0 }
        guard line.length <= 220, line.length > 2 else { return 0 }
        if line.typed.contains(.question), line.length <= 140 { return 8 }
        if hasValue(line) { return 0 }
        if block.marks.contains(.titleClass), line.length <= 90 { return 7 }
        if block.marks.contains(.bold), line.length <= 120 { return 8 }
        if line.words.intersects(actors), !line.isWholeHeading, text[line.range.upperBound - 1] != 58 { return 0 }
        return plainLevel(block, line, text)
    }

    /// A value stands on the line: it is content, whatever it looks like.
    private static func hasValue(_ line: PageLine) -> Bool {
        !line.typed.isDisjoint(with: [.amount, .duration, .clockRange, .phone, .email])
    }

    private static func plainLevel(_ block: Block, _ line: PageLine, _ text: [UInt8]) -> Int {
        let last = text[line.range.upperBound - 1]
        let endsOpen = last == 58
        let words = line.range.upperBound - line.content
        if endsOpen {
            if !line.opens.isEmpty { return 9 }
            return words <= 70 && block.kind != .listItem ? 9 : 0
        }
        if line.begins.isEmpty {
            return outline(line, text) && words <= 60 && isUpper(text, line.content..<line.range.upperBound) ? 8 : 0
        }
        if last == 46 || isDenial(text, line) { return 0 }
        if outline(line, text), words <= 90 { return 8 }
        // "Poli" in a list is an entry, not the heading of what follows; so is "- Survei lokasi oleh petugas".
        if block.kind == .listItem || OutlineMark.read(text, line.range).mark == .bullet {
            return line.isWholeHeading && line.begins != ItemSet([.produk]) ? 9 : 0
        }
        return words <= 60 ? 9 : 0
    }

    /// "Tidak ada retribusi" is a value, though it names its item.
    private static func isDenial(_ text: [UInt8], _ line: PageLine) -> Bool {
        denials.contains { word in
            line.range.upperBound - line.content > word.count
                && zip(word, text[line.content...]).allSatisfy { $0 == $1 | 32 }
        }
    }

    private static let denials = ["tidak", "tanpa", "bebas", "gratis", "nihil"].map { Array($0.utf8) }

    /// `A.` or `IV.` before the words.
    private static func outline(_ line: PageLine, _ text: [UInt8]) -> Bool {
        switch OutlineMark.read(text, line.range).mark {
        case .roman: true
        case .letter: text[line.range.lowerBound] < 97
        case .number: !line.begins.isEmpty
        case .none, .bullet: false
        }
    }

    private static func isUpper(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        !text[range].contains { $0 >= 97 && $0 <= 122 }
    }
}
