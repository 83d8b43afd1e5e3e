import ArgumentParser
import Foundation
import Model
import Rules
import Store

/// Who says something about an office, when, and in what words.
struct StatementOptions: ParsableArguments {
    @Option(help: "Nama dan jabatan yang menyatakan, misalnya 'Siti Aminah, Kabid TIK Diskominfo'.")
    var by: String

    @Option(help: "Keterangan: apa yang diketahui, dan dari mana.")
    var note: String

    @Option(help: "Waktu pernyataan (ISO 8601); bawaan: sekarang.")
    var now: String?

    mutating func validate() throws {
        if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by: sebutkan nama yang menyatakan.") }
        if note.allSatisfy(\.isWhitespace) { throw ValidationError("--note: tulis keterangannya.") }
        _ = try Self.time(now, "--now")
    }

    /// The moment of the statement.
    var at: Timestamp {
        now.flatMap { Timestamp(iso8601: $0) }
            ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// Reads the time an option gives; nil when it gives none.
    static func time(_ text: String?, _ option: String) throws -> Timestamp? {
        guard let text else { return nil }
        guard let time = Timestamp(iso8601: text) else {
            throw ValidationError("\(option): tanggal ISO 8601 seperti 2027-01-31, bukan '\(text)'.")
        }
        return time
    }
}

/// The row a statement speaks of: an office of a round, or a region of a ranking.
struct StatementSubject {
    let target: Target
    let scan: String
    /// Nil for a region.
    let status: OfficeStatus?

    /// - Parameters:
    ///   - scan: the round; nil means the newest one that has an outcome for the office.
    ///   - mayBeRegion: whether the code of a region will do too.
    static func find(
        _ code: String, scan: String?, mayBeRegion: Bool = false, in store: any ScanStore, _ speech: SpeechOptions
    ) async throws -> StatementSubject {
        for round in try await store.scans().reversed() where scan.map({ $0 == round.id }) ?? true {
            guard let verdict = try await store.verdicts(of: round.id)[code],
                let target = try await store.targets(of: round.id).first(where: { $0.code == code })
            else { continue }
            return StatementSubject(target: target, scan: round.id, status: verdict.status)
        }
        for round in try await store.scans().reversed() where mayBeRegion && round.regions.contains(code) {
            let name = speech("wilayah \(code)", "region \(code)")
            let region = Target(code: code, name: name, kind: "portal", region: code)
            return StatementSubject(target: region, scan: round.id, status: nil)
        }
        throw Exit(
            .usage,
            speech(
                "Tidak ada hasil untuk kantor '\(code)'\(scan.map { " dalam pemeriksaan \($0)" } ?? ""); kodenya ada di `ronda missing`.",
                "There is no outcome for the office '\(code)'\(scan.map { " in scan \($0)" } ?? ""); its code stands in `ronda missing`."
            ))
    }

    /// Keeps a statement about this row and says so.
    func keep(
        _ kind: HumanStatement.Kind, _ options: StatementOptions, address: WebAddress? = nil, until: Timestamp? = nil,
        in store: any ScanStore
    ) async throws -> HumanStatement {
        try await store.add(
            HumanStatement(
                kind: kind, office: target.code, scan: scan, status: status, by: options.by, at: options.at,
                note: options.note, address: address, expires: until))
    }
}
