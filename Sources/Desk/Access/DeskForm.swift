import Digest
import Foundation
import Hummingbird
import Model

/// The fields of a form that was sent (application/x-www-form-urlencoded, or multipart/form-data with a file).
struct DeskForm: Sendable {
    private var fields: [String: [String]] = [:]
    /// The file that came along.
    private(set) var file: (name: String, bytes: [UInt8])?

    /// Lists and forms of assessors come as files, and longer than anything typed: 8 MB.
    static let longestFile = 8 * 1024 * 1024

    init(_ text: String) {
        for pair in text.split(separator: "&").prefix(500) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(halves[0]), let value = Self.decode(halves.count == 2 ? halves[1] : "") else {
                continue
            }
            fields[name, default: []].append(value)
        }
    }

    /// Reads the body of a request, up to the limit of the context.
    init(_ request: inout Request, _ context: DeskContext, limit: Int? = nil) async throws {
        let buffer: ByteBuffer
        do { buffer = try await request.collectBody(upTo: limit ?? context.maxUploadSize) } catch {
            throw HTTPError(.contentTooLarge)
        }
        let type = request.headers[.contentType] ?? ""
        if type.lowercased().hasPrefix("multipart/form-data") {
            guard let form = MultipartForm(Array(buffer.readableBytesView), contentType: type) else {
                throw HTTPError(.badRequest)
            }
            self.init("")
            fields = form.fields
            file = form.file
        } else {
            self.init(String(decoding: buffer.readableBytesView, as: UTF8.self))
        }
    }

    /// Every value of a field that may be sent several times (boxes that are ticked).
    func all(_ name: String) -> [String] { fields[name] ?? [] }

    /// A field without the space around it; empty when it was not sent.
    subscript(name: String) -> String {
        (fields[name]?.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// As it was typed: a password may begin with a space.
    func raw(_ name: String) -> String { fields[name]?.first ?? "" }

    /// Whether the form is of the visitor's own session, and not one another site sends in their name.
    func isOwn(of visitor: Visitor) -> Bool { PasswordHash.same(self["kunci"], visitor.session.formSecret) }

    private static func decode(_ text: Substring) -> String? {
        text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }
}
