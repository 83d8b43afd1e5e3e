import Model
import Parse

/// One slide of a PPTX as blocks (ECMA-376 part 1, PresentationML): its title is a heading, the rest paragraphs.
final class SlideText: XMLHandler {
    private(set) var writer: BlockWriter
    private var text: [UInt8] = []
    private var isTitle = false
    private var inText = false

    init(_ writer: BlockWriter) { self.writer = writer }

    var isDone: Bool { writer.isFull }

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "sp": isTitle = false
        case "ph": isTitle = ["title", "ctrTitle"].contains(attributes["type"] ?? "")
        case "t": inText = true
        case "br", "tab": text.append(32)
        default: break
        }
    }

    func close(_ name: String) {
        if name == "t" { inText = false }
        guard name == "p" else { return }
        if isTitle {
            writer.add(text, kind: .heading, level: 2)
        } else {
            writer.add(text, kind: DocumentPage.kind(ofLine: text))
        }
        text.removeAll(keepingCapacity: true)
    }

    func text(_ bytes: Span<UInt8>) {
        guard inText, text.count < 200_000 else { return }
        for index in bytes.indices { text.append(bytes[index]) }
    }
}
