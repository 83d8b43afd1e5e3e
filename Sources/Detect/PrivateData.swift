/// Hides what a quotation must not carry on: numbers of people and secrets of machines.
///
/// The evidence stays provable: the stored body has the words, its SHA-256 stands beside the quotation. What is hidden
/// becomes an ellipsis, which the text-fragment links know for ours.
enum PrivateData {
    /// Digits of a NIK (Permendagri 72/2022: NIK has 16 digits) and of a family card's number.
    private static let personalDigits = 16
    private static let secretNames = [
        "password", "passwd", "pwd", "secret", "token", "api_key", "apikey", "app_key", "access_key", "private_key",
    ]

    /// The text with 16-digit numbers and the values of secrets replaced by `…`.
    static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { isDigit($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
            return text
        }
        let numbers = maskedNumbers(bytes)
        let result = maskedSecrets(numbers)
        return result == bytes ? text : String(decoding: result, as: UTF8.self)
    }

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
        return [[personalDigits], [4, 4, 4, 4], [6, 6, 4]].contains(groups) ? end : nil
    }

    /// `DB_PASSWORD=rahasia`, `"token": "abc"`: the value up to the next blank or quote.
    private static func maskedSecrets(_ bytes: [UInt8]) -> [UInt8] {
        let lower = bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if let value = secretNames.lazy.compactMap({ valueStart(lower, name: Array($0.utf8), at: at) }).first {
                let end = bytes[value...].firstIndex { $0 <= 32 || $0 == 34 || $0 == 39 } ?? bytes.count
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
    private static func valueStart(_ bytes: [UInt8], name: [UInt8], at: Int) -> Int? {
        guard bytes[at...].starts(with: name) else { return nil }
        var next = at + name.count
        func skip(_ marks: [UInt8]) { while next < bytes.count, marks.contains(bytes[next]) { next += 1 } }
        skip([32, 34, 39])
        guard next < bytes.count, bytes[next] == 61 || bytes[next] == 58 else { return nil }
        next += 1
        if next < bytes.count, bytes[next] == 62 { next += 1 }
        // "Password: minimal 8 karakter" is a sentence; a value stands at once, or in quotes.
        if bytes[next - 1] == 58, next < bytes.count, bytes[next] == 32, !bytes[next...].prefix(2).contains(34) {
            return nil
        }
        skip([32, 34, 39])
        return next < bytes.count ? next : nil
    }
}
