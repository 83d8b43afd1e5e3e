/// Where the sentences of a line end, all but its last one.
///
/// What is said after a sentence does not change what it said: "NIB gratis. Bila ada yang meminta uang, laporkan."
enum SentenceEnds {
    /// Ends as indexes of the text, each behind its mark.
    static func of(_ text: [UInt8], _ range: Range<Int>) -> [Int] {
        var ends: [Int] = []
        var word = range.lowerBound
        for index in range where index + 2 < range.upperBound {
            let byte = text[index]
            if byte == 32 { word = index + 1 }
            guard text[index + 1] == 32 else { continue }
            switch byte {
            case 59: ends.append(index + 1)
            case 33, 46, 63:
                if isCapital(text[index + 2]), byte != 46 || isFullWord(text[word..<index]) { ends.append(index + 1) }
            default: break
            }
        }
        return ends
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

    /// `Jl.`, `No.`, `Telp.` and the numbers of a list end no sentence.
    private static func isFullWord(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 4 && !shortened.contains { $0.elementsEqual(word.lazy.map { $0 | 32 }) }
    }

    private static let shortened = ["prov", "telp", "tlpn"].map { Array($0.utf8) }
}
