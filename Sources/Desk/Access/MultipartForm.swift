import Foundation

/// The parts of a form that was sent with a file (multipart/form-data, RFC 7578).
struct MultipartForm {
    /// Values of the fields without a file name, as they came.
    var fields: [String: [String]] = [:]
    /// The first part with a file name and content.
    var file: (name: String, bytes: [UInt8])?

    /// Parts of one form; a browser of ours sends fewer than ten.
    static let most = 100

    /// Nil when the content type names no boundary.
    init?(_ bytes: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let data = Data(bytes)
        let mark = Data("--\(boundary)".utf8)
        var starts: [Range<Data.Index>] = []
        var from = data.startIndex
        while starts.count <= Self.most, let found = data.range(of: mark, in: from..<data.endIndex) {
            starts.append(found)
            from = found.upperBound
        }
        for (one, next) in zip(starts, starts.dropFirst()) { read(data[one.upperBound..<next.lowerBound]) }
    }

    /// One part: line end, header lines, empty line, content, line end.
    private mutating func read(_ part: Data) {
        guard let gap = part.range(of: Data("\r\n\r\n".utf8)), part.suffix(2) == Data("\r\n".utf8),
            gap.upperBound <= part.endIndex - 2
        else { return }
        let head = String(decoding: part[part.startIndex..<gap.lowerBound], as: UTF8.self)
        let content = part[gap.upperBound..<(part.endIndex - 2)]
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = Self.parameter("name", of: String(line)) else { return }
        if let file = Self.parameter("filename", of: String(line)) {
            if self.file == nil, !content.isEmpty { self.file = (file, [UInt8](content)) }
        } else {
            fields[name, default: []].append(String(decoding: content, as: UTF8.self))
        }
    }

    /// `name="value"` or `name=value` of a header line.
    private static func parameter(_ name: String, of line: String) -> String? {
        for piece in line.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces).lowercased() == name else {
                continue
            }
            return halves[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
        }
        return nil
    }
}
