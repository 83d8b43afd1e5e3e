import CLibXML2

/// The state libxml2 keeps for the whole process.
///
/// `xmlInitParser` must have run once before two threads use the library: else its random generator's lock can be taken
/// twice and never given back (seen: every reader waiting in `xmlRMutexLock`; gnome.pages.gitlab.gnome.org, threads).
private enum LibXML2 {
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}

/// Receives what the HTML reader meets, in document order. Every `open` gets its `close`.
protocol MarkupHandler: AnyObject {
    func open(_ tag: Tag, _ attributes: Attributes)
    func close(_ tag: Tag)
    /// Text of the page, entities decoded. White space is as written.
    func text(_ bytes: Span<UInt8>)
    /// Content of script and style elements.
    func rawText(_ bytes: Span<UInt8>)
    /// True ends the reading; nothing follows but the closing of open elements.
    var isDone: Bool { get }
}

/// The libxml2 HTML reader: bytes in, calls of a handler out. No tree, no network, no entity loading.
///
/// The only file that says `unsafe` for libxml2. Manual: gnome.pages.gitlab.gnome.org/libxml2 (HTMLparser, parser).
/// Lifetimes: the C context lives inside `read`; the bridge object outlives it; no pointer is kept by a callback.
final class HTMLReader {
    private let handler: any MarkupHandler
    private var attributes = Attributes()
    private let tags = Tag.names
    private let attributeNames = AttributeName.names
    private var isStopped = false

    private init(_ handler: any MarkupHandler) { self.handler = handler }

    /// Reads a document in UTF-8 (without NUL and byte order mark).
    static func read(_ utf8: [UInt8], handler: any MarkupHandler) {
        guard LibXML2.isReady, !utf8.isEmpty else { return }
        let bridge = HTMLReader(handler)
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe utf8.withUnsafeBytes { buffer in
            // The buffer is copied by libxml2; its length is an int.
            guard
                let context = unsafe htmlCreateMemoryParserCtxt(
                    buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count))
            else { return }
            defer { unsafe htmlFreeParserCtxt(context) }
            _ = unsafe htmlCtxtUseOptions(context, Int32(options))
            // Without this libxml2 takes undeclared UTF-8 for ISO-8859-1.
            _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            unsafe context.pointee.sax.pointee = Self.callbacks
            unsafe context.pointee.userData = Unmanaged.passUnretained(bridge).toOpaque()
            bridge.stop = { unsafe xmlStopParser(context) }
            _ = unsafe htmlParseDocument(context)
            bridge.stop = {}
        }
        withExtendedLifetime(bridge) {}
    }

    /// Ends the C parser; set only while it runs.
    private var stop: () -> Void = {}

    private static var callbacks: xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.startElement = { unsafe HTMLReader.of($0).start($1, $2) }
        unsafe sax.endElement = { unsafe HTMLReader.of($0).end($1) }
        unsafe sax.characters = { unsafe HTMLReader.of($0).characters($1, $2, raw: false) }
        unsafe sax.ignorableWhitespace = { unsafe HTMLReader.of($0).characters($1, $2, raw: false) }
        unsafe sax.cdataBlock = { unsafe HTMLReader.of($0).characters($1, $2, raw: true) }
        return unsafe sax
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLReader {
        unsafe Unmanaged<HTMLReader>.fromOpaque(pointer!).takeUnretainedValue()
    }

    private func tag(_ name: UnsafePointer<xmlChar>?) -> Tag {
        guard let name = unsafe name else { return .unknown }
        let buffer = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
        return unsafe Tag(rawValue: tags.value(of: buffer.span)) ?? .unknown
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        attributes.removeAll()
        if var entry = unsafe list {
            while let key = unsafe entry.pointee {
                unsafe add(key, entry[1])
                unsafe entry += 2
            }
        }
        unsafe handler.open(tag(name), attributes)
        checkStop()
    }

    private func add(_ key: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
        let keyBuffer = unsafe UnsafeBufferPointer(start: key, count: Int(xmlStrlen(key)))
        guard let name = unsafe AttributeName(rawValue: attributeNames.value(of: keyBuffer.span)), name != .unknown
        else { return }
        let length = unsafe value == nil ? 0 : Int(xmlStrlen(value))
        unsafe attributes.add(name, UnsafeBufferPointer(start: value, count: length).span)
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        unsafe handler.close(tag(name))
    }

    private func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32, raw: Bool) {
        guard let bytes = unsafe bytes, count > 0 else { return }
        let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        if raw { unsafe handler.rawText(buffer.span) } else { unsafe handler.text(buffer.span) }
        checkStop()
    }

    private func checkStop() {
        guard !isStopped, handler.isDone else { return }
        isStopped = true
        stop()
    }
}

/// Receives what the XML reader meets. Names come without their namespace prefix.
protocol XMLHandler: AnyObject {
    func open(_ name: String, _ attributes: [String: String])
    func close(_ name: String)
    func text(_ bytes: Span<UInt8>)
    var isDone: Bool { get }
}

/// The libxml2 XML reader for the parts of office files: well-formed XML only, no network, no entities of the document.
final class XMLReader {
    private let handler: any XMLHandler
    private var stop: () -> Void = {}

    private init(_ handler: any XMLHandler) { self.handler = handler }

    /// Reads a document; false when it is not well formed. A handler that is done ends it early, which counts as true.
    static func read(_ xml: [UInt8], handler: any XMLHandler) -> Bool {
        guard LibXML2.isReady else { return false }
        let bridge = XMLReader(handler)
        let isWellFormed = unsafe xml.withUnsafeBytes { buffer in
            guard
                let context = unsafe xmlCreateMemoryParserCtxt(
                    buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count))
            else { return false }
            defer { unsafe xmlFreeParserCtxt(context) }
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            _ = unsafe xmlCtxtUseOptions(context, Int32(options))
            unsafe context.pointee.sax.pointee = Self.callbacks
            // SAX1 names with prefix; the handler structure has no SAX2 mark.
            unsafe context.pointee.sax2 = 0
            unsafe context.pointee.userData = Unmanaged.passUnretained(bridge).toOpaque()
            bridge.stop = { unsafe xmlStopParser(context) }
            let answer = unsafe xmlParseDocument(context)
            bridge.stop = {}
            return answer == 0
        }
        return withExtendedLifetime(bridge) { isWellFormed || handler.isDone }
    }

    private static var callbacks: xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.startElement = { unsafe XMLReader.of($0).start($1, $2) }
        unsafe sax.endElement = { unsafe XMLReader.of($0).end($1) }
        unsafe sax.characters = { unsafe XMLReader.of($0).characters($1, $2) }
        unsafe sax.ignorableWhitespace = { unsafe XMLReader.of($0).characters($1, $2) }
        unsafe sax.cdataBlock = { unsafe XMLReader.of($0).characters($1, $2) }
        return unsafe sax
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader {
        unsafe Unmanaged<XMLReader>.fromOpaque(pointer!).takeUnretainedValue()
    }

    private static func localName(_ name: UnsafePointer<xmlChar>?) -> String {
        guard let name = unsafe name else { return "" }
        let full = unsafe String(cString: name)
        guard let colon = full.lastIndex(of: ":") else { return full }
        return String(full[full.index(after: colon)...])
    }

    private func start(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard !handler.isDone else { return }
        var attributes: [String: String] = [:]
        if var entry = unsafe list {
            while let key = unsafe entry.pointee {
                if let value = unsafe entry[1] { unsafe attributes[Self.localName(key)] = String(cString: value) }
                unsafe entry += 2
            }
        }
        unsafe handler.open(Self.localName(name), attributes)
        if handler.isDone { stop() }
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard !handler.isDone else { return }
        unsafe handler.close(Self.localName(name))
        if handler.isDone { stop() }
    }

    private func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard !handler.isDone, let bytes = unsafe bytes, count > 0 else { return }
        unsafe handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)).span)
    }
}
