/// Hides what a quotation must not carry on: numbers of people and secrets of machines.
///
/// The evidence stays provable: the stored body has the words, its SHA-256 stands beside the quotation. What is hidden
/// becomes an ellipsis, which the text-fragment links know for ours.
public enum PrivateData {
    /// Digits of a NIK (Permendagri 72/2022: NIK has 16 digits) and of a family card's number.
    private static let personalDigits = 16
    private static let secretNames = [
        "password", "passwd", "pwd", "secret_key", "secret", "token", "api_key", "apikey", "app_key", "access_key",
        "private_key",
        "passphrase",
    ].map { Array($0.utf8) }

    /// The text with 16-digit numbers and the values of secrets replaced by `…`.
    ///
    /// Almost no quotation holds either: it is looked at first, and copied only then (1.1 ms -> 20 us a page).
    public static func masked(_ text: String) -> String {
        guard isSuspect(text.utf8.span) else { return text }
        let bytes = Array(text.utf8)
        let result = maskedSecrets(maskedCredentials(maskedKeys(maskedNumbers(bytes))))
        return result == bytes ? text : String(decoding: result, as: UTF8.self)
    }

    /// The same in place; what holds nothing private is not touched.
    public static func mask(_ text: inout String) {
        if isSuspect(text.utf8.span) { text = masked(text) }
    }

    /// Enough digits for a personal number, a secret's name before the sign of its value or within a variable's name, or
    /// the signs of an address with a password, of a bearer's token, of a key's armour.
    private static func isSuspect(_ bytes: Span<UInt8>) -> Bool {
        var digits = 0
        let signs = signs
        for at in bytes.indices where signs[Int(bytes[at])] {
            switch bytes[at] {
            case 48...57:
                digits += 1
                if digits == personalDigits { return true }
            // "bearer ", "private key": four words of five end with other letters.
            case 32, 45:
                guard at > 5, bytes[at - 1] | 32 == 114 || bytes[at - 1] | 32 == 121 else { continue }
                if ends(bytes, at, with: bearerName) || ends(bytes, at, with: keyName) { return true }
            case 58, 61: if endsWithSecret(bytes, before: at) { return true }
            case 95: if isVariable(bytes, at) { return true }
            default: return true
            }
        }
        return false
    }

    /// The bytes that `isSuspect` looks at: digits, blank, dash, colon, equals, underscore, at.
    private static let signs: [Bool] = (0..<256).map {
        (48...57).contains($0) || [32, 45, 58, 61, 64, 95].contains($0)
    }

    private static let bearerName = Array("bearer".utf8)
    private static let keyName = Array("private key".utf8)

    private static func ends(_ bytes: Span<UInt8>, _ end: Int, with name: [UInt8]) -> Bool {
        guard end >= name.count else { return false }
        for offset in name.indices where lowered(bytes[end - name.count + offset]) != name[offset] { return false }
        return true
    }

    /// `..._PASSWORD`, `APP_KEY`: the underscore before a secret's name, or in it.
    private static func isVariable(_ bytes: Span<UInt8>, _ underscore: Int) -> Bool {
        if underscore + 1 < bytes.count, secretName(bytes, underscore + 1) != nil { return true }
        return underscore + 3 < bytes.count && lowered(bytes[underscore + 1]) == 107
    }

    /// The name of a secret, then blanks and quotes.
    private static func endsWithSecret(_ bytes: Span<UInt8>, before sign: Int) -> Bool {
        var end = sign
        while end > 0, [32, 34, 39, 93].contains(bytes[end - 1]) { end -= 1 }
        return secretNames.contains { name in
            end >= name.count && secretName(bytes, end - name.count) == name.count
        }
    }

    /// The length of the secret's name that stands here, in any case; nil when none does.
    private static func secretName(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
        let first = bytes[at] | 0x20
        // The first letters of the names.
        guard first == 97 || first == 112 || first == 115 || first == 116 else { return nil }
        return secretNames.first { name in
            guard name[0] == first, at + name.count <= bytes.count else { return false }
            for offset in name.indices where lowered(bytes[at + offset]) != name[offset] { return false }
            return true
        }?.count
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

    private static let ellipsis = Array("…".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Numbers of 16 digits, written together or in the groups people write them in.
    private static func maskedNumbers(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard isDigit(bytes[at]) else {
                result.append(bytes[at])
                at += 1
                continue
            }
            let run = endOfDigits(bytes, from: at)
            if let end = personalNumber(bytes, from: at, firstEnd: run) {
                result += ellipsis
                at = end
            } else {
                result += bytes[at..<run]
                at = run
            }
        }
        return result
    }

    /// Written together, as on a card, as on a bank card, and by its parts (province, regency, district, day, month, year).
    private static let groupings = [
        [personalDigits], [4, 4, 4, 4], [6, 6, 4], [2, 2, 2, 2, 2, 2, 4], [2, 2, 2, 6, 4], [4, 6, 6], [6, 10],
    ]

    private static func endOfDigits(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    }

    /// Where a personal number ends that starts here; nil when none does.
    private static func personalNumber(_ bytes: [UInt8], from start: Int, firstEnd: Int) -> Int? {
        var groups = [firstEnd - start]
        var end = firstEnd
        while groups.reduce(0, +) < personalDigits, end + 1 < bytes.count, [32, 45, 46].contains(bytes[end]),
            isDigit(bytes[end + 1])
        {
            let next = endOfDigits(bytes, from: end + 1)
            groups.append(next - end - 1)
            end = next
        }
        return groupings.contains(groups) ? end : nil
    }

    /// `DB_PASSWORD=rahasia`, `"token": "abc"`: the value up to the next blank or quote.
    private static func maskedSecrets(_ bytes: [UInt8], endingAtSeparators: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if let length = secretName(bytes.span, at), let value = valueStart(bytes, name: at..<(at + length)) {
                let end =
                    bytes[value...].firstIndex {
                        $0 <= 32 || $0 == 34 || $0 == 39 || (endingAtSeparators && ($0 == 38 || $0 == 35))
                    } ?? bytes.count
                result += bytes[at..<value]
                if end > value { result += ellipsis }
                at = max(end, value)
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }

    /// Where the value starts, when a secret's name and its sign stand here.
    private static func valueStart(_ bytes: [UInt8], name: Range<Int>) -> Int? {
        var next = name.upperBound
        func skip(_ marks: [UInt8]) { while next < bytes.count, marks.contains(bytes[next]) { next += 1 } }
        skip([32, 34, 39, 93])
        guard next < bytes.count else { return nil }
        // A name like DB_PASSWORD is no word of a sentence: what follows is its value, in the next cell too.
        let isVariable = name.lowerBound > 0 && bytes[name.lowerBound - 1] == 95 || bytes[name].contains(95)
        if isVariable, next > name.upperBound || [58, 61].contains(bytes[next]) {
            skip([32, 34, 39, 58, 61, 62, 124])
            return next < bytes.count ? next : nil
        }
        guard bytes[next] == 61 || bytes[next] == 58 else { return nil }
        next += 1
        if next < bytes.count, bytes[next] == 62 { next += 1 }
        // "Password: minimal 8 karakter" is a sentence; a value stands at once, or in quotes.
        if bytes[next - 1] == 58, next < bytes.count, bytes[next] == 32, !bytes[next...].prefix(2).contains(34) {
            return nil
        }
        skip([32, 34, 39])
        return next < bytes.count ? next : nil
    }

    // MARK: - Keys in running text

    private static let bearer = Array("bearer ".utf8)

    /// Where the lower-case ASCII words stand, whatever the case of the text.
    private static func find(_ words: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= words.count else { return nil }
        return (start..<max(start, bytes.count - words.count + 1)).first { at in
            words.indices.allSatisfy { index in
                let byte = bytes[at + index]
                return ((65...90).contains(byte) ? byte | 0x20 : byte) == words[index]
            }
        }
    }

    /// `Bearer eyJ...`, and private keys in their armour up to its end.
    private static func maskedKeys(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var at = 0
        while let found = find(bearer, in: result, from: at) {
            let value = found + bearer.count
            let end = result[value...].firstIndex { $0 <= 32 || $0 == 34 || $0 == 39 } ?? result.count
            guard end - value >= 8 else {
                at = value
                continue
            }
            result.replaceSubrange(value..<end, with: ellipsis)
            at = value + ellipsis.count
        }
        guard let key = find(Array("private key-----".utf8), in: result, from: 0) else { return result }
        let start = key + 16
        let end = find(Array("-----end".utf8), in: result, from: start) ?? result.count
        result.replaceSubrange(start..<end, with: ellipsis)
        return result
    }

    /// `mysql://root:rahasia@host`: the password of an address (RFC 3986 section 3.2.1).
    private static func maskedCredentials(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var at = 0
        while let found = find(Array("://".utf8), in: result, from: at) {
            at = found + 3
            let end = result[at...].firstIndex { $0 <= 32 || $0 == 47 || $0 == 34 || $0 == 39 } ?? result.count
            guard let sign = result[at..<end].lastIndex(of: 64), let colon = result[at..<sign].firstIndex(of: 58),
                sign > colon + 1
            else { continue }
            result.replaceSubrange((colon + 1)..<sign, with: ellipsis)
            at = colon + 1 + ellipsis.count
        }
        return result
    }
}

extension PrivateData {
    /// The address with personal numbers and secrets replaced in its path and query; itself when it holds none.
    ///
    /// Sixteen digits of a path may be the number of a post: only those that can be a NIK or the number of a family card
    /// are hidden (digits 7 to 10 are a day and a month).
    public static func masked(_ address: WebAddress) -> WebAddress {
        guard mayHoldSecrets(address.path) || address.query.map(mayHoldSecrets) == true || address.query != nil else {
            return address
        }
        let text = address.description
        let hidden = maskedSecrets(maskedAddressNumbers(Array(text.utf8)), endingAtSeparators: true)
        let result = String(decoding: hidden, as: UTF8.self)
        return result == text ? address : WebAddress(result) ?? address
    }

    private static func mayHoldSecrets(_ text: String) -> Bool {
        var run = 0
        for byte in text.utf8 {
            run = isDigit(byte) ? run + 1 : 0
            if run == personalDigits { return true }
        }
        return false
    }

    private static func maskedAddressNumbers(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let end = isDigit(bytes[at]) ? endOfDigits(bytes, from: at) : at + 1
            result += isPersonal(bytes[at..<end]) ? ellipsis[...] : bytes[at..<end]
            at = end
        }
        return result
    }

    private static func isPersonal(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == personalDigits else { return false }
        let values = digits.map { Int($0) - 48 }
        let (province, day, month) = (
            values[0] * 10 + values[1], values[6] * 10 + values[7], values[8] * 10 + values[9]
        )
        return (11...98).contains(province) && ((1...31).contains(day) || (41...71).contains(day))
            && (1...12).contains(month)
    }
}
