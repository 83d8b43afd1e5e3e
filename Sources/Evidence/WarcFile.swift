import Digest
import Model

/// The decisive pages of one office as a WARC file, a gzip member per record.
///
/// A page whose header block was kept is a `response` record, its body free of content coding. One received by an older
/// version without headers is a `resource` record: the standard's own way to say that the protocol is not preserved.
/// A page that the server confirmed by 304 is a `revisit` record, and its body, received in an earlier round, a
/// `resource` record. Requests are written from the settings of the round, not from the wire, and say so.
struct WarcFile {
    let office: OfficeCase
    let tool: String
    let madeAt: Timestamp

    /// The packed file, and the record that holds each page's body, by the page's place among the decisive ones.
    func make() -> (bytes: [UInt8], records: [Int: String]) {
        let info = information()
        var bytes = info.packed
        var records: [Int: String] = [:]
        for (index, page) in office.decisivePages.enumerated() {
            guard let body = office.bodies[page.sha256] else { continue }
            let answer = answer(page, body.bytes, index, info: info.id)
            for record in answer { bytes += record.packed }
            records[index] = answer.last { $0.kind == .response || $0.kind == .resource }?.id
        }
        return (bytes, records)
    }

    private func information() -> WarcRecord {
        var fields = [
            ("software", "Ronda/\(tool)"), ("format", "WARC File Format 1.1"),
            ("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("isPartOf", office.scan.id),
            ("description", "Pages that decide the finding on \(office.record.target.name), \(office.regionName)"),
            ("robots", "obey"), ("ronda-scan-tool-version", office.scan.toolVersion),
            ("ronda-rules-sha256", office.scan.rulesHash),
        ]
        if let agent = office.scan.requestHeaders?.first(where: { $0.hasPrefix("User-Agent: ") }) {
            fields.append(("http-header-user-agent", String(agent.dropFirst(12))))
        }
        return WarcRecord(
            .warcinfo, id: id("warcinfo", ""), date: madeAt, contentType: "application/warc-fields",
            block: WarcRecord.warcFields(fields), fields: [("WARC-Filename", "\(office.fileStem).warc.gz")])
    }

    private func answer(_ page: PageRecord, _ body: [UInt8], _ index: Int, info: String) -> [WarcRecord] {
        let target = WarcRecord.uri(page.address)
        let id = id("answer", "\(index) \(target) \(page.sha256)")
        var fields = [("WARC-Warcinfo-ID", "<\(info)>")]
        if let ip = page.ip, !ip.isEmpty { fields.append(("WARC-IP-Address", ip)) }
        let short: [(String, String)] = page.notes.contains("body_truncated") ? [("WARC-Truncated", "length")] : []
        guard let exchange = page.exchange, let head = exchange.headBytes else {
            let record = resource(page, body, id: id, fields: fields + short)
            return [record, metadata(page, about: record, ["body only: the header block was not kept"])]
        }
        if exchange.notModified {
            let visit = WarcRecord(
                .revisit, id: self.id("revisit", "\(index) \(target)"), date: page.fetchedAt,
                contentType: "application/http; msgtype=response",
                block: HTTPHead.lines(head).flatMap { $0 + [13, 10] } + [13, 10], target: target,
                payloadDigest: SHA256.hex(body),
                fields: fields + [("WARC-Profile", Self.notModified), ("WARC-Refers-To", "<\(id)>")])
            let record = resource(page, body, id: id, fields: fields + short)
            let note = "304: the body was received in an earlier round and confirmed by the server at this time"
            return requests(page, visit, exchange) + [visit, record, metadata(page, about: record, [note])]
        }
        let told = HTTPHead(head, bodyLength: body.count)
        let record = WarcRecord(
            .response, id: id, date: page.fetchedAt, contentType: "application/http; msgtype=response",
            block: told.bytes + body, target: target, payloadDigest: SHA256.hex(body), fields: fields + short)
        let note =
            told.renamed.isEmpty
            ? "header block as received"
            : "body decoded by the crawler; \(told.renamed.joined(separator: ", ")) kept as X-Archive-Orig-*"
        return requests(page, record, exchange) + [record, metadata(page, about: record, [note])]
    }

    private static let notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

    private func resource(
        _ page: PageRecord, _ body: [UInt8], id: String, fields: [(String, String)]
    ) -> WarcRecord {
        let type = page.contentType.isEmpty ? "application/octet-stream" : page.contentType
        return WarcRecord(
            .resource, id: id, date: page.fetchedAt, contentType: HeaderText.header(type), block: body,
            target: WarcRecord.uri(page.address), payloadDigest: SHA256.hex(body), fields: fields)
    }

    /// The request as the settings of the round make it; none when they were not kept.
    private func requests(_ page: PageRecord, _ answer: WarcRecord, _ exchange: HTTPExchange) -> [WarcRecord] {
        guard let headers = office.scan.requestHeaders else { return [] }
        let host = page.address.host + (page.address.port.map { ":\($0)" } ?? "")
        let target = WarcRecord.uri(page.address).dropFirst(page.address.origin.count)
        var text = "GET \(target.isEmpty ? "/" : String(target)) HTTP/1.1\r\nHost: \(host)\r\n"
        for line in headers { text += HeaderText.header(line) + "\r\n" }
        return [
            WarcRecord(
                .request, id: id("request", answer.id), date: page.fetchedAt,
                contentType: "application/http; msgtype=request", block: Array((text + "\r\n").utf8),
                target: answer.target, fields: [("WARC-Concurrent-To", "<\(answer.id)>")])
        ]
    }

    private func metadata(_ page: PageRecord, about record: WarcRecord, _ notes: [String]) -> WarcRecord {
        var fields = notes.map { ("ronda-note", $0) }
        if office.scan.requestHeaders != nil, record.kind == .response {
            fields.append(("ronda-note", "the request record is written from the settings of the round"))
        }
        if let exchange = page.exchange {
            fields.append(("fetchTimeMs", String(exchange.milliseconds)))
            for hop in exchange.trail { fields.append(("ronda-hop", "\(hop.status) \(hop.address)")) }
        }
        if page.requested != page.address { fields.append(("ronda-requested", page.requested.description)) }
        for note in page.notes { fields.append(("ronda-reading", note)) }
        return WarcRecord(
            .metadata, id: id("metadata", record.id), date: page.fetchedAt, contentType: "application/warc-fields",
            block: WarcRecord.warcFields(fields), target: record.target,
            fields: [("WARC-Refers-To", "<\(record.id)>")])
    }

    private func id(_ kind: String, _ what: String) -> String {
        WarcRecord.id(office.scan.id, office.record.target.code, kind, what)
    }
}

/// Text of a page on its way into a header line.
enum HeaderText {
    /// One line of printable ASCII.
    static func header(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { (32..<127).contains($0.value) ? $0 : "?" }))
    }
}
