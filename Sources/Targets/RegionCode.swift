import Rules

/// Reads the column `wilayah`: a Kemendagri code as spreadsheets mangle it, or a region's name.
struct RegionCode {
    /// The code in its usual form; empty when the cell was empty.
    var code: String
    /// What was unusual; an error of its severity when no code could be read. Nil when nothing was.
    var fault: ListFault?

    init(_ text: String, register: RegionRegister) {
        code = ""
        guard !CellText.isNone(text) else { return }
        if CellText.isScientific(text) {
            fault = .regionAsNumber(text)
            return
        }
        let dotted = text.replacing(",", with: ".")
        guard dotted.allSatisfy({ $0.isNumber || $0 == "." }), dotted.contains(where: \.isNumber) else {
            readName(text, register)
            return
        }
        readDigits(dotted, text, register)
    }

    private mutating func readDigits(_ dotted: String, _ text: String, _ register: RegionRegister) {
        let parts = dotted.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let province = parts.first, !parts.isEmpty else { return readName(text, register) }
        if parts.count == 1 {
            code = province.count >= 4 ? "\(province.prefix(2)).\(province.dropFirst(2).prefix(2))" : province
            if province.count > 4 { fault = .regionTooLong(text, readAs: code) }
        } else {
            code = joined(province, parts[1])
            if parts[1].count == 1 {
                fault = .regionCutZero(text, readAs: code)
            }
            if parts.count > 2 { fault = .regionTooLong(text, readAs: code) }
        }
        if code.hasSuffix(".00") { code.removeLast(3) }
    }

    /// `61` and `12` to `61.12`; `1` is `10` with its zero cut off, `119999997` a 12 that went through a float.
    private func joined(_ province: String, _ rest: String) -> String {
        if rest.count == 1 { return "\(province).\(rest)0" }
        if rest.count <= 2 { return "\(province).\(rest)" }
        if rest.count > 5, let value = Double("\(province).\(rest)"), value < 1000 {
            let hundredths = Int((value * 100).rounded())
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
        return "\(province).\(rest.prefix(2))"
    }

    private mutating func readName(_ text: String, _ register: RegionRegister) {
        let wanted = Self.key(text)
        let matches = register.all.filter { Self.key($0.fullName) == wanted || Self.key($0.name) == wanted }
        if matches.count == 1 {
            code = matches[0].code
        } else {
            fault = .regionNoName(text)
        }
    }

    private static func key(_ name: String) -> String {
        var words = name.lowercased().split { !$0.isLetter }.map(String.init)
        if let first = words.first {
            let full = [
                "kab": "kabupaten", "pemkab": "kabupaten", "pemkot": "kota", "prov": "provinsi", "pemprov": "provinsi",
            ]
            words[0] = full[first] ?? first
        }
        return words.joined()
    }
}
