import Model

/// A document that is here already, and the passages of it that pictures are wanted of.
public struct PictureDocument: Sendable {
    public var contentType: String
    public var body: [UInt8]
    /// Each passage as the stretches of words it consists of; white space counts as one blank.
    public var passages: [[String]]

    public init(contentType: String, body: [UInt8], passages: [[String]]) {
        self.contentType = contentType
        self.body = body
        self.passages = passages
    }

    /// The body behind a policy that forbids everything but styles of its own, as browsers take it.
    var supply: BrowserSupply {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
        let head = Array("<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">".utf8)
        // Closed shadow trees cannot be looked into, so none is made: their words could not be masked.
        let inert = Self.replacing(Array("shadowrootmode".utf8), in: body)
        return BrowserSupply(
            status: 200, contentType: contentType.isEmpty ? "text/html" : contentType, body: head + inert)
    }

    /// Every occurrence of an attribute's name, in any case, made meaningless.
    private static func replacing(_ name: [UInt8], in body: [UInt8]) -> [UInt8] {
        var result = body
        var at = 0
        while at + name.count <= result.count {
            if (0..<name.count).allSatisfy({ result[at + $0] | 0x20 == name[$0] }) {
                for place in at..<at + name.count { result[place] = UInt8(ascii: "x") }
            }
            at += 1
        }
        return result
    }
}

/// What became of the passages of some documents.
public struct PictureSet: Sendable {
    /// For each document and each of its passages a PNG; nil where the words cannot be seen in it.
    public var pictures: [[[UInt8]?]]
    /// The program, as it names itself ("Chrome/142.0.7444.134").
    public var program: String
    /// Time ran out: a document or some of its passages were not looked at.
    public var wasCutShort: Bool

    public init(pictures: [[[UInt8]?]], program: String, wasCutShort: Bool) {
        self.pictures = pictures
        self.program = program
        self.wasCutShort = wasCutShort
    }
}

extension PictureDocument {
    /// Where a document seems to stand while it is shown: a name that can be nobody's (RFC 2606).
    static func address(_ number: Int) -> WebAddress? { WebAddress("http://salinan.invalid/\(number)") }

    /// Answers for the documents; whatever else is asked for, or led to by a page, stays without content.
    static func supplier(_ documents: [PictureDocument]) -> BrowserSession.Supplier {
        var bodies: [WebAddress: BrowserSupply] = [:]
        for (number, document) in documents.enumerated() {
            if let address = address(number) { bodies[address] = document.supply }
        }
        return { [bodies] in bodies[$0] ?? BrowserSupply(status: 204, contentType: "text/plain", body: []) }
    }
}

/// Size of a picture, in CSS pixels (one pixel each).
public enum PictureSize {
    public static let width = 1000
    public static let height = 560
}
