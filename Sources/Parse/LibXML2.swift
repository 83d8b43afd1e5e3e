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

/// The named references of HTML 4.
enum EntityNames {
    /// The character a name stands for; nil when HTML 4 has no such name. Case counts.
    static func value(of name: Span<UInt8>) -> UInt32? {
        guard name.count < 16 else { return nil }
        // The name with the NUL that C wants; libxml2 keeps no pointer.
        var bytes = [UInt8](repeating: 0, count: 16)
        for i in name.indices { bytes[i] = name[i] }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe htmlEntityLookup(buffer.baseAddress)?.pointee.value
        }
    }
}

/// Receives what the XML reader meets. Names come without their namespace prefix.
package protocol XMLHandler: AnyObject {
    func open(_ name: String, _ attributes: [String: String])
    func close(_ name: String)
    func text(_ bytes: Span<UInt8>)
    var isDone: Bool { get }
}

/// The libxml2 XML reader for the parts of office files: well-formed XML only, no network, no entities of the document.
package final class XMLReader {
    private let handler: any XMLHandler
    private var stop: () -> Void = {}

    private init(_ handler: any XMLHandler) { self.handler = handler }

    /// Reads a document; false when it is not well formed. A handler that is done ends it early, which counts as true.
    package static func read(_ xml: [UInt8], handler: any XMLHandler) -> Bool {
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
