import Model

/// Says in plain Indonesian where a line stands.
struct Place {
    let sheet: PageSheet

    /// A line on which several rules speak is described once.
    func describe(_ line: PageLine) -> String {
        // Lines of one section that are no heading of it stand in one place.
        let isPlain = line.level == 0 && sheet.page.blocks[line.block].table < 0
        let key = isPlain ? -1 - (line.section + 1) * 8 - Int(line.zone.rawValue) : line.block
        if let known = sheet.places[key] { return known }
        let place = made(line)
        sheet.places[key] = place
        return place
    }

    private func made(_ line: PageLine) -> String {
        var parts: [String] = []
        if let zone = Self.zoneName(line.zone) { parts.append(zone) }
        let path = line.level > 0 ? headings(above: line) : knownHeadings(above: line)
        if !path.isEmpty { parts.append(path) }
        let block = sheet.page.blocks[line.block]
        if block.table >= 0 {
            parts.append("tabel " + String(block.table + 1) + " baris " + String(block.row + 1))
        }
        if parts.count == 1 { return parts[0] }
        return parts.isEmpty ? "isi halaman" : parts.joined(separator: ", ")
    }

    /// The same for all lines of a section but headings.
    private func knownHeadings(above line: PageLine) -> String {
        if let known = sheet.headingPaths[line.section] { return known }
        let path = headings(above: line)
        sheet.headingPaths[line.section] = path
        return path
    }

    private func headings(above line: PageLine) -> String {
        let path = headingPath(line.section, not: line)
        return path.isEmpty ? "" : "di bawah judul “" + path.joined(separator: " › ") + "”"
    }

    /// Headings above, outermost first, at most three.
    private func headingPath(_ start: Int, not line: PageLine) -> [String] {
        var names: [String] = []
        var at = start
        while at >= 0, names.count < 3 {
            let heading = sheet.lines[sheet.sections[at].line]
            if heading.block != line.block { names.append(sheet.text(heading).cut(to: 60)) }
            at = sheet.sections[at].parent
        }
        return names.reversed()
    }

    static func zoneName(_ zone: Block.Zone) -> String? {
        switch zone {
        case .main: nil
        case .header: "kepala halaman"
        case .navigation: "menu"
        case .footer: "kaki halaman"
        case .aside: "kolom samping"
        }
    }

    /// Behind "tautan" and "gambar".
    static func inZone(_ zone: Block.Zone) -> String { zoneName(zone).map { " di " + $0 } ?? " di isi halaman" }

    /// Header, menu or footer.
    static func isFrame(_ zone: Block.Zone) -> Bool { zone == .header || zone == .navigation || zone == .footer }
}

extension String {
    /// The first characters. Counting them costs 40 ns each, and most texts are short in bytes too.
    func cut(to characters: Int) -> String {
        if utf8.count <= characters { return self }
        if utf8.allSatisfy({ $0 < 128 && $0 != 13 }) { return String(decoding: utf8.prefix(characters), as: UTF8.self) }
        return String(prefix(characters))
    }
}
