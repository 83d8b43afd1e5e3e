import Assess
import Foundation
import Model
import Rules
import Scan
import Store

/// What every `ronda assess` needs: the store, the rules, and an assessment with the pack it was begun with.
struct AssessSession {
    let book: RuleBook
    let store: any DeskStore
    let speech: SpeechOptions

    init(_ storage: StoreOptions, _ speech: SpeechOptions) async throws(Exit) {
        self.speech = speech
        book = try Session(speech).book
        store = try await storage.openDesk(existing: true)
    }

    func assessment(_ id: String?) async throws -> Assessment {
        let all = try await store.assessments()
        guard let id else {
            if let last = all.last { return last }
            throw Exit(
                .usage, id: "Belum ada penilaian; buat dengan `ronda assess new`.",
                en: "There is no assessment yet; make one with `ronda assess new`.")
        }
        guard let found = all.first(where: { $0.id == id }) else {
            throw Exit(
                .usage, id: "Tidak ada penilaian \(id); `ronda assess list` menyebutkan yang ada.",
                en: "There is no assessment \(id); `ronda assess list` shows which there are.")
        }
        return found
    }

    /// The edition as it was when the assessment was begun; later edits of the rules do not reach it.
    func edition(of assessment: Assessment) async throws -> Instrument {
        guard let text = try await store.packText(assessment.pack) else {
            throw Exit(
                .store, id: "Penyimpanan kehilangan instrumen \(assessment.packFile); pulihkan dari salinan.",
                en: "The store lost the instrument \(assessment.packFile); restore it from a copy.")
        }
        let pack: InstrumentPack
        do { pack = try InstrumentPack(text: text, file: assessment.packFile) } catch {
            throw Exit(.store, "\(error)")
        }
        guard let edition = pack.edition(assessment.edition) else {
            throw Exit(.store, "\(assessment.packFile): \(assessment.edition)")
        }
        return edition
    }

    /// The round to take findings from, and its verdicts.
    func round(_ id: String?) async throws -> (scan: ScanRecord, verdicts: [String: Verdict]) {
        let scans = try await store.scans()
        let finished = scans.last { $0.finishedAt != nil } ?? scans.last
        guard let scan = id.map({ id in scans.first { $0.id == id } }) ?? finished else {
            throw Exit(
                .usage, id: "Penyimpanan belum memuat pemeriksaan itu; `ronda report --list` menyebutkan yang ada.",
                en: "The store does not hold that scan; `ronda report --list` shows which there are.")
        }
        return (scan, try await store.verdicts(of: scan.id))
    }

    /// Runs a step and words its trouble with forms.
    func wording<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let error as AssessError { throw Exit(.usage, error.sentence(speech.lang)) }
    }

    static func clock(_ now: String?) -> RunClock {
        now.flatMap { Timestamp(iso8601: $0) }.map(RunClock.rehearsal) ?? .system()
    }
}
