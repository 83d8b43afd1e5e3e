import ArgumentParser
import Model
import Report
import Rules
import Store
import Targets

extension SanggahCommand {
    /// `ronda sanggah impor`: objections that came in one table.
    struct Impor: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Catat sanggahan dari satu tabel CSV. (Keep the objections of a table.)",
            discussion: """
                Kolom kode, oleh, dan isi wajib; url dan waktu boleh. Bila ada baris yang salah, tidak satu pun dicatat
                (kecuali dengan --lewati), dan tiap baris yang salah disebut berkas:baris:kolom. Baris yang sudah tercatat
                dilewati, jadi berkas yang sama boleh diimpor lagi. Kode keluar 2 bila ada baris yang salah.
                """)

        @Argument(help: "Berkas CSV.") var berkas: String
        @Flag(help: "Hanya periksa; tidak mencatat apa pun.") var coba = false
        @Flag(help: "Catat baris yang benar walaupun ada baris yang salah.") var lewati = false
        @Option(help: "Pemeriksaan yang dimaksud; bawaan: yang terbaru bagi tiap kantor.") var scan: String?
        @Option(help: "Waktu bagi baris tanpa kolom waktu (ISO 8601); bawaan: jam mesin.") var now: String?
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func validate() throws { try SanggahCommand.check(now) }

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let store = try await storage.openDesk(existing: true)
                let (lines, found) = try ObjectionListReader.read(path: berkas, speech.lang)
                var problems = found
                var ready: [HumanStatement] = []
                let rows = try await NewestRows(store, scan: scan)
                for line in lines {
                    guard let (round, verdict) = rows.row(line.office) else {
                        problems.append(DataProblem(place: line.place, message: unknown(line.office)))
                        continue
                    }
                    ready.append(
                        HumanStatement(
                            kind: .object, office: line.office, scan: round, status: verdict.status, by: line.by,
                            at: line.at ?? SanggahCommand.moment(now), note: line.note, address: line.address))
                }
                for problem in problems { Terminal.error(PlainText.clean(problem.description, limit: 600)) }
                try await keep(ready, problems.count, store)
            }
        }

        private func unknown(_ code: String) -> String {
            speech(
                "tidak ada hasil untuk kantor '\(code)'; kodenya ada di `ronda missing`",
                "there is no outcome for the office '\(code)'; its code stands in `ronda missing`")
        }

        private func keep(_ ready: [HumanStatement], _ wrong: Int, _ store: any DeskStore) async throws {
            let known = Set(try await store.statements(of: nil).filter { $0.kind == .object }.map(Self.same))
            var seen = known
            let fresh = ready.filter { seen.insert(Self.same($0)).inserted }
            let writes = !coba && (wrong == 0 || lewati)
            if writes { for said in fresh { _ = try await store.add(said) } }
            Terminal.out(
                speech(
                    "\(writes ? fresh.count : 0) sanggahan dicatat, \(ready.count - fresh.count) sudah tercatat, \(wrong) baris salah\(coba ? " (percobaan: \(fresh.count) siap dicatat)" : "").",
                    "\(writes ? fresh.count : 0) objections kept, \(ready.count - fresh.count) kept before, \(wrong) rows wrong\(coba ? " (dry run: \(fresh.count) ready)" : "")."
                ))
            if wrong > 0 { throw Exit(.usage, "") }
        }

        /// The same person saying the same of the same office is one objection, whenever it was imported.
        private static func same(_ said: HumanStatement) -> String {
            [said.office, said.by, said.note, said.address?.description ?? ""].joined(separator: "\u{1f}")
        }
    }

    /// The newest outcome of every office.
    private struct NewestRows {
        private var verdicts: [String: (scan: String, verdict: Verdict)] = [:]

        init(_ store: any DeskStore, scan: String?) async throws {
            for round in try await store.scans() where scan.map({ $0 == round.id }) ?? true {
                for (code, verdict) in try await store.verdicts(of: round.id) { verdicts[code] = (round.id, verdict) }
            }
        }

        func row(_ code: String) -> (scan: String, verdict: Verdict)? { verdicts[code] }
    }
}
