import Model

/// Builds a page block by block, as the HTML reader does: text folded, headings owning what follows.
struct BlockWriter {
    private(set) var page: ParsedPage
    /// Text or blocks past these limits are left out.
    private(set) var isFull = false
    /// Open headings, outermost first: their level and index.
    private var headings: [(level: UInt8, index: Int32)] = []

    static let textLimit = 2_000_000
    static let blockLimit = 60_000

    init(address: WebAddress, title: String) {
        page = ParsedPage(address: address)
        page.title = title
    }

    /// Adds a block; blank text adds nothing.
    mutating func add(
        _ text: some Sequence<UInt8>, kind: Block.Kind, level: UInt8 = 0, marks: Block.Marks = [],
        cell: (table: Int32, row: Int32, column: Int32)? = nil
    ) {
        guard !isFull else { return }
        let separated = page.text.isEmpty ? 0 : 1
        var bytes: [UInt8] = separated == 1 ? [10] : []
        var isBlank = true
        for byte in text {
            if byte == 32 || (9...13).contains(byte) {
                if !isBlank, bytes.last != 32 { bytes.append(32) }
            } else {
                isBlank = false
                bytes.append(byte)
            }
        }
        if bytes.last == 32 { bytes.removeLast() }
        guard !isBlank else { return }
        guard page.text.count + bytes.count <= Self.textLimit, page.blocks.count < Self.blockLimit else {
            isFull = true
            page.notes.append(ParseNote(kind: .truncated))
            return
        }
        let start = page.text.count + separated
        page.text += bytes
        append(Block(kind: kind, text: start..<page.text.count, level: level, marks: marks), cell)
    }

    private mutating func append(_ block: Block, _ cell: (table: Int32, row: Int32, column: Int32)?) {
        var block = block
        if let cell { (block.table, block.row, block.column) = cell }
        if block.kind == .heading { headings.removeAll { $0.level >= block.level } }
        block.heading = headings.last?.index ?? -1
        if block.kind == .heading { headings.append((block.level, Int32(page.blocks.count))) }
        page.blocks.append(block)
        page.elementCount = page.blocks.count
    }
}
