import Foundation
import Rules

/// The rules as a table for people and as JSON for programs.
struct RuleListing {
    let book: RuleBook
    let language: Language

    func table() -> String {
        let indonesian = language == .id
        var lines = [(indonesian ? "Sidik jari aturan: " : "Rules hash: ") + book.hash, ""]
        lines.append(indonesian ? "JENIS INSTANSI (kolom jenis)" : "OFFICE KINDS (column jenis)")
        lines += book.nomenclature.kinds.map { "  \(pad($0.key, 20)) \($0.names[0])" }
        lines.append("  \(pad("portal", 20)) \(indonesian ? "portal pemerintah daerah" : "portal of the region")")
        lines.append(
            "  \(pad("puskesmas-portal", 20)) \(indonesian ? "portal bersama puskesmas" : "shared portal of the puskesmas")"
        )
        lines += ["", indonesian ? "BUTIR" : "ITEMS"]
        lines += book.items.map { item in
            "  \(pad(item.key.rawValue, 20)) \(pad(item.group.rawValue, 6)) \(item.name[language]) (\(item.law))"
        }
        lines += ["", indonesian ? "INSTRUMEN" : "INSTRUMENTS"]
        for instrument in book.instruments {
            lines.append("  \(pad(instrument.key, 24)) \(instrument.name[language])")
            lines += instrument.bands.map { band in
                "    \(band.min)-\(band.max) \(band.zone?.rawValue ?? "") \(band.category ?? "") \(band.opinion) [\(band.verified.rawValue)]"
            }
        }
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        let listing = Listing(
            hash: book.hash, folder: book.path,
            kinds: book.nomenclature.kinds.map { kind in
                Listing.Kind(
                    key: kind.key, class: kind.class.rawValue, names: kind.names, abbreviations: kind.abbreviations,
                    labels: kind.hostLabels.map(\.label))
            },
            items: book.items.map { item in
                Listing.Item(
                    key: item.key.rawValue, name: item.name[language], law: item.law,
                    law_verified: item.lawVerified.rawValue, group: item.group.rawValue, why: item.why[language])
            },
            instruments: book.instruments.map { instrument in
                Listing.Instrument(
                    key: instrument.key, family: instrument.family.rawValue, pack: instrument.pack.file,
                    pack_hash: instrument.pack.hash, name: instrument.name[language], years: instrument.years,
                    bands: instrument.bands.map { band in
                        Listing.Band(
                            zone: band.zone?.rawValue, category: band.category, opinion: band.opinion, min: band.min,
                            max: band.max, verified: band.verified.rawValue)
                    }, bands_verified: instrument.bandsVerified.rawValue)
            })
        return try CommandJSON.text(listing)
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private struct Listing: Encodable {
        var hash: String
        var folder: String
        var kinds: [Kind]
        var items: [Item]
        var instruments: [Instrument]

        struct Kind: Encodable {
            var key: String
            var `class`: String
            var names: [String]
            var abbreviations: [String]
            var labels: [String]
        }
        struct Item: Encodable {
            var key: String
            var name: String
            var law: String
            // swift-format-ignore: AlwaysUseLowerCamelCase
            var law_verified: String
            var group: String
            var why: String
        }
        struct Instrument: Encodable {
            var key: String
            var family: String
            var pack: String
            // swift-format-ignore: AlwaysUseLowerCamelCase
            var pack_hash: String
            var name: String
            var years: [Int]
            var bands: [Band]
            // swift-format-ignore: AlwaysUseLowerCamelCase
            var bands_verified: String
        }
        struct Band: Encodable {
            var zone: String?
            var category: String?
            var opinion: String
            var min: Double
            var max: Double
            var verified: String
        }
    }
}
