import Foundation
import Model
import Rules
import Store
import Targets

/// The kept lists as one person may see and change them.
struct ListDesk: Sendable {
    let store: any DeskStore
    let book: RuleBook
    let language: Language
    let person: Person

    /// A list with the states of offices of this person's regions.
    struct Kept: Sendable {
        var list: OfficeList
        var states: [ListedOffice]
        /// All of it, for changes: positions and codes of other regions count too.
        var register: OfficeRegister
    }

    /// Lists that hold something of this person's regions, or nothing yet.
    func lists() async throws -> [Kept] {
        var kept: [Kept] = []
        for list in try await store.officeLists() {
            let one = try await self.kept(list)
            if !one.states.isEmpty || one.register.states.isEmpty { kept.append(one) }
        }
        return kept
    }

    func list(_ id: String) async throws -> Kept? {
        guard let list = try await store.officeLists().first(where: { $0.id == id }) else { return nil }
        let one = try await kept(list)
        return one.states.isEmpty && !one.register.states.isEmpty ? nil : one
    }

    private func kept(_ list: OfficeList) async throws -> Kept {
        let all = try await store.offices(ofList: list.id)
        return Kept(
            list: list, states: all.filter { person.sees(region: $0.target.region) },
            register: OfficeRegister(list, all))
    }

    /// What an import is found to be, before anything is written.
    struct Trial: Sendable {
        var name: String
        /// CSV that can be mended in the form; empty when the file was a workbook with faults.
        var text: String
        var list: TargetList
        var change: OfficeRegister.Import?
        var refusal: String?
        var outside: [String]
        var known: OfficeList?

        /// Nothing speaks against writing it.
        var isSound: Bool { !list.hasErrors && refusal == nil && outside.isEmpty && !list.targets.isEmpty }
    }

    /// Reads a file, or the text of the form, beside what the list holds.
    func trial(
        name: String, file: (name: String, bytes: [UInt8])?, text: String, day: String, at: Timestamp
    ) async throws -> Trial {
        let bytes = file?.bytes ?? Array(text.utf8)
        let shown = file.map { String(PlainName.of($0.name).suffix(80)) } ?? "\(name).csv"
        var trial = Trial(name: name, text: text, list: TargetList(targets: []), outside: [])
        do throws(TargetsError) {
            trial.list = try TargetListReader.read(bytes: bytes, file: shown, book: book, language: language)
        } catch {
            trial.refusal = error.sentence(language)
            return trial
        }
        if file != nil {
            let isWorkbook = bytes.starts(with: [0x50, 0x4B])
            trial.text =
                isWorkbook
                ? (trial.list.hasErrors ? "" : TargetListWriter.csv(trial.list.targets))
                : String(decoding: bytes, as: UTF8.self)
        }
        let states = try await store.offices(ofList: name)
        trial.known = try await store.officeLists().first { $0.id == name }
        let list = trial.known ?? OfficeList(id: name, createdAt: at, createdBy: person.name)
        do throws(OfficeRegister.Refusal) {
            let change = try OfficeRegister(list, states).importing(
                trial.list.targets, from: day, by: person.name, at: at)
            trial.outside = Set(change.states.map(\.target.region)).filter { !person.mayWork(in: $0) }.sorted()
            // What offices of other regions are called now is not shown to who may not change them.
            trial.change = trial.outside.isEmpty ? change : nil
        } catch {
            trial.refusal = error.sentence(language)
        }
        return trial
    }
}

/// Names that come along with files.
enum PlainName {
    /// The last part of a path of whatever system.
    static func of(_ path: String) -> String {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "daftar"
    }
}

extension String {
    /// A day as forms send it, `2026-01-02`, that exists.
    var isDay: Bool { utf8.count == 10 && Timestamp(iso8601: self) != nil }

    /// Lower-case letters, digits and hyphens, at most 60.
    var isShortName: Bool {
        (1...60).contains(utf8.count)
            && utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    }
}

extension Timestamp {
    /// The day by western Indonesian time.
    var day: String { civil(offsetHours: 7).dateText }
}
