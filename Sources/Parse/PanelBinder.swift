import Model

/// Binds tab and accordion labels to the panels that their ids name.
struct PanelBinder {
    /// Ids that labels point to, with the block that is the label (-1 until it closes).
    private var labels: [(id: [UInt8], block: Int32)] = []
    /// Panels met before any label named them: id and the blocks inside.
    private var panels: [(id: [UInt8], blocks: Range<Int32>)] = []
    private var labelOf: [[UInt8]: Int] = [:]
    private static let limit = 5000

    /// A label opens that points to an id; answers its number, -1 when there are too many.
    mutating func openLabel(_ id: ArraySlice<UInt8>) -> Int32 {
        guard labels.count < Self.limit, !id.isEmpty, id.count <= 200 else { return -1 }
        labels.append((Array(id), -1))
        return Int32(labels.count - 1)
    }

    /// The label closes; `block` is its text. The first label with text that names an id keeps it.
    mutating func closeLabel(_ number: Int32, block: Int32) {
        let id = labels[Int(number)].id
        labels[Int(number)].block = block
        if labelOf[id] == nil { labelOf[id] = Int(number) }
    }

    /// The block that labels the element with this id; -1 when none so far.
    func label(for id: ArraySlice<UInt8>) -> Int32 {
        guard !labelOf.isEmpty, let number = labelOf[Array(id)] else { return -1 }
        return labels[number].block
    }

    /// A panel without label so far opens.
    mutating func openPanel(_ id: ArraySlice<UInt8>, at block: Int32) -> Int32 {
        guard panels.count < Self.limit, id.count <= 200 else { return -1 }
        panels.append((Array(id), block..<block))
        return Int32(panels.count - 1)
    }

    mutating func closePanel(_ number: Int32, at block: Int32) {
        let start = panels[Int(number)].blocks.lowerBound
        panels[Int(number)].blocks = start..<max(start, block)
    }

    /// Panels that came before their label.
    var late: [(label: Int32, blocks: Range<Int32>)] {
        panels.compactMap { panel in
            let label = label(for: panel.id[...])
            return label < 0 || panel.blocks.contains(label) ? nil : (label, panel.blocks)
        }
    }
}
