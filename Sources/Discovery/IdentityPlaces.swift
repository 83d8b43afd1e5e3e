import Model

/// The places of a page where it says whose it is.
enum IdentityPlaces {
    struct Place {
        var label: String
        var text: String
        var weight: Double
        /// The head of the page: what stands here is the owner.
        var isStrong: Bool
        /// It stands at the top, where a page says whose it is, though less surely than a title.
        var isHead = false
    }

    static func read(_ page: ParsedPage) -> [Place] {
        var places: [Place] = []
        if !page.title.isEmpty { places.append(Place(label: "judul", text: page.title, weight: 0.4, isStrong: true)) }
        places += headings(page)
        places += firstLines(page)
        places += logos(page)
        if let text = page.description, !text.isEmpty {
            places.append(Place(label: "deskripsi", text: text, weight: 0.12, isStrong: false))
        }
        places += frame(page)
        return places
    }

    /// First main heading, and the words of the page header.
    private static func headings(_ page: ParsedPage) -> [Place] {
        var places: [Place] = []
        var levels = 0
        for block in page.blocks.prefix(80) where block.kind == .heading && block.zone != .footer && levels < 3 {
            let text = page.text(of: block)
            guard text.utf8.count < 200, !text.isEmpty else { continue }
            let isFirst = block.level == 1 && levels == 0
            places.append(Place(label: "kepala halaman", text: text, weight: isFirst ? 0.3 : 0.15, isStrong: isFirst))
            levels += 1
        }
        for block in page.blocks.prefix(12) where block.zone == .header && block.kind != .heading {
            let text = page.text(of: block)
            guard (5..<160).contains(text.utf8.count) else { continue }
            places.append(Place(label: "kepala halaman", text: text, weight: 0.2, isStrong: false))
        }
        return places
    }

    /// The first lines of a page that has no headings: old layouts write the office's name there in bold.
    private static func firstLines(_ page: ParsedPage) -> [Place] {
        guard !page.blocks.prefix(40).contains(where: { $0.kind == .heading && $0.level <= 2 }) else { return [] }
        return page.blocks.prefix(4).filter { $0.zone != .header && $0.links.isEmpty && $0.zone != .footer }.map {
            page.text(of: $0)
        }.filter { (5..<120).contains($0.utf8.count) && !isNews($0) }.map {
            Place(label: "baris pertama", text: $0, weight: 0.25, isStrong: false, isHead: true)
        }
    }

    /// "Hadir Kepala Bappeda dan Kepala BPKAD.": a sentence that only speaks of offices.
    private static func isNews(_ text: String) -> Bool {
        text.hasSuffix(".") && !OfficeIdentity.introduces(text)
    }

    private static func logos(_ page: ParsedPage) -> [Place] {
        var places: [Place] = []
        for image in page.images.prefix(12) {
            let file = image.fileName.lowercased()
            guard image.zone == .header || file.contains("logo") || image.alt.lowercased().contains("logo") else {
                continue
            }
            let stem = String(file.prefix { $0 != "." }).replacing("logo", with: " ").replacing("-", with: " ")
            let text = image.alt.isEmpty ? stem.replacing("_", with: " ") : image.alt
            if text.utf8.count >= 4 { places.append(Place(label: "logo", text: text, weight: 0.12, isStrong: false)) }
        }
        return Array(places.prefix(2))
    }

    /// Address and copyright lines.
    private static func frame(_ page: ParsedPage) -> [Place] {
        var places: [Place] = []
        for block in page.blocks where block.zone == .footer && places.count < 4 {
            let text = page.text(of: block)
            guard (6..<220).contains(text.utf8.count), block.links.isEmpty else { continue }
            places.append(Place(label: "kaki halaman", text: text, weight: 0.15, isStrong: false))
        }
        return places
    }

    /// Where a region's name is the office's own: title, header, footer, and lines that begin like an address.
    static func addressText(of page: ParsedPage) -> String {
        var lines = [page.title, page.description ?? ""]
        for block in page.blocks {
            let isFrame = block.zone == .footer || block.zone == .header
            guard isFrame || block.kind == .heading, block.text.count < 300 else { continue }
            lines.append(page.text(of: block))
            if lines.count > 60 { break }
        }
        return lines.joined(separator: "\n")
    }
}
