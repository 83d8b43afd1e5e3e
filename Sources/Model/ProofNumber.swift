/// The number a row of the list is quoted by: the same for the same office, status and round, in every copy of the list.
public enum ProofNumber {
    /// `BT-4K7Q-0ZD3-M1XA`: 60 bits of a hash (FNV-1a) over round, office and status, in Crockford's base 32, which has no
    /// letters that are mistaken for digits.
    public static func of(scan: String, office: String, status: OfficeStatus) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(scan)\u{1f}\(office)\u{1f}\(status.rawValue)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        // FNV leaves the last bytes in the low bits; a fold of the high half spreads them.
        hash ^= hash >> 29
        hash = hash &* 0xbf58_476d_1ce4_e5b9
        hash ^= hash >> 32
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var text = ""
        for place in 0..<12 {
            if place > 0, place % 4 == 0 { text.append("-") }
            text.append(letters[Int(hash >> UInt64(59 - place * 5)) & 31])
        }
        return "BT-" + text
    }
}
