/// Makes the code of an office that the list gives none.
///
/// `6112-dinas-kesehatan`: the region and the name, so that the code stays the same when rows are inserted or sorted. A
/// running number would give every office below the new row another's history.
enum OfficeCode {
    static func make(region: String, name: String) -> String {
        let digits = region.filter(\.isNumber)
        return (digits.isEmpty ? "x" : digits) + "-" + slug(name)
    }

    /// Lower-case letters, digits and single hyphens, safe as a file name; a long name is cut and marked by its hash.
    static func slug(_ name: String) -> String {
        var slug = ""
        for character in name.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        if slug.last == "-" { slug.removeLast() }
        if slug.isEmpty { return "n" + hash(name) }
        return slug.count <= limit ? slug : slug.prefix(limit - 9) + "-" + hash(name)
    }

    private static let limit = 56

    /// FNV-1a of 32 bits: the same on every machine and in every year, unlike Swift's own hash.
    private static func hash(_ text: String) -> String {
        var value: UInt32 = 2_166_136_261
        for byte in text.utf8 { value = (value ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
