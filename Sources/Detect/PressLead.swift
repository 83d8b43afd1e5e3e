import Model

/// The first words of a report of the press: a place in capitals, then a dash. `PALU, Kabar Selebes – Kepala Dinas ...`
enum PressLead {
    /// The place and the medium stand within so many bytes.
    static let reach = 64

    static func begins(anyOf sheet: PageSheet) -> Bool {
        sheet.lines.indices.contains { index in
            sheet.lines[index].zone == .main && sheet.lines[index].length >= 120
                && sheet.lines[index].typed.isDisjoint(with: [.link, .cell])
                && begins(sheet.page.text[sheet.lines[index].range])
        }
    }

    /// The first word is written in capitals, and a dash between spaces follows before a full stop or a colon.
    static func begins(_ line: ArraySlice<UInt8>) -> Bool {
        let place = line.prefix { (65...90).contains($0) }
        guard place.count >= 4 else { return false }
        var previous: UInt8 = 0
        for (offset, byte) in line.prefix(reach).enumerated().dropFirst(place.count) {
            // A colon or a semicolon ends a label; the dot of `KOMPAS.com` has a letter behind it.
            if byte == 58 || byte == 59 { return false }
            let rest = line.dropFirst(offset)
            if previous == 32, isDash(rest) { return true }
            if previous == 46, byte == 32 { return false }
            previous = byte
        }
        return false
    }

    /// `-`, `--`, `–` or `—`, and a space.
    private static func isDash(_ rest: ArraySlice<UInt8>) -> Bool {
        dashes.contains { rest.starts(with: $0) }
    }

    private static let dashes = ["- ", "-- ", "\u{2013} ", "\u{2014} "].map { Array($0.utf8) }
}
