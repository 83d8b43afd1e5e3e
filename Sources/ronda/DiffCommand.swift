import ArgumentParser
import Model
import Report
import Rules
import Scan
import Store

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Membandingkan dua pemeriksaan, kantor demi kantor.")

    @Argument(help: "Pemeriksaan lama; bawaan: yang kedua terbaru.")
    var before: String?

    @Argument(help: "Pemeriksaan baru; bawaan: yang terbaru.")
    var after: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try storage.openExisting()
            let (old, new) = try await pair(try await store.scans())
            let earlier = try await store.verdicts(of: old.id)
            let later = try await store.verdicts(of: new.id)
            Terminal.out("\(old.id) -> \(new.id)")
            var changed = 0
            for target in try await store.targets(of: new.id) {
                guard let b = earlier[target.code], let a = later[target.code] else { continue }
                if let line = describe(target, b, a, session.book) {
                    Terminal.out(line)
                    changed += 1
                }
            }
            Terminal.out(speech("\(changed) kantor berubah.", "\(changed) offices changed."))
        }
    }

    private func pair(_ scans: [ScanRecord]) async throws -> (ScanRecord, ScanRecord) {
        func named(_ id: String) throws -> ScanRecord {
            guard let scan = scans.first(where: { $0.id == id }) else {
                throw Exit(.usage, speech("Tidak ada pemeriksaan \(id).", "There is no scan \(id)."))
            }
            return scan
        }
        if let before, let after { return (try named(before), try named(after)) }
        let finished = scans.filter { $0.finishedAt != nil }
        guard finished.count > 1 else {
            throw Exit(
                .usage,
                speech(
                    "Perbandingan memerlukan dua pemeriksaan yang selesai.", "A comparison needs two finished scans."))
        }
        return (try before.map(named) ?? finished[finished.count - 2], finished[finished.count - 1])
    }

    private func describe(_ target: Target, _ before: Verdict, _ after: Verdict, _ book: RuleBook) -> String? {
        let status =
            before.status == after.status
            ? nil
            : "\(book.statuses.label(before.status, speech.lang)) -> \(book.statuses.label(after.status, speech.lang))"
        // "Unknown" on either side is no change of the site.
        let items = zip(before.items, after.items).filter {
            $0.state != $1.state && $0.state != .unknown && $1.state != .unknown
        }.map { "\($0.item.rawValue): \($0.state.rawValue) -> \($1.state.rawValue)" }
        let parts = [status].compactMap(\.self) + items
        return parts.isEmpty ? nil : "\(PlainText.clean(target.name)): \(parts.joined(separator: "; "))"
    }
}
