import Digest
import Foundation
import Model
import Report
import Rules
import Schedule
import Store

/// `/jadwal`: schedules, what became of them, and a form for a new one.
struct SchedulesPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let now: @Sendable () -> Timestamp
    /// Whether lists may be named as files on the server.
    let files: Bool
    let book: RuleBook

    func markup(for visitor: Visitor, notice: String = "", bad: Bool = false) async throws -> Markup {
        let schedules = try await store.schedules().filter { maySee($0, visitor.person) }
        let names = Set(schedules.map(\.id))
        let firings = try await store.firings(of: nil, limit: 400).filter { names.contains($0.schedule) }.prefix(50)
        let content: Markup = """
            \(layout.notice(notice, bad: bad))
            <table class="stackable"><caption>\(layout("Jadwal", "Schedules"))</caption><thead><tr><th scope="col">\(layout("Nama", "Name"))</th>
            <th scope="col">\(layout("Kapan", "When"))</th><th scope="col">\(layout("Berikutnya", "Next"))</th>
            <th scope="col">\(layout("Daftar", "Lists"))</th><th scope="col">\(layout("Tindakan", "Action"))</th></tr></thead>
            <tbody>\(Markup.join(schedules.map { row($0, visitor) }))</tbody></table>
            \(try await form(visitor))
            <table><caption>\(layout("Yang sudah jatuh tempo", "What fell due"))</caption><thead><tr>
            <th scope="col">\(layout("Waktu", "Time"))</th><th scope="col">\(layout("Jadwal", "Schedule"))</th>
            <th scope="col">\(layout("Hasil", "Outcome"))</th></tr></thead>
            <tbody>\(Markup.join(firings.map(firing)))</tbody></table>
            """
        return layout.page(layout("Jadwal", "Schedules"), for: visitor, content)
    }

    /// A schedule of several regions is seen by who sees them all.
    func maySee(_ schedule: RoundSchedule, _ person: Person) -> Bool {
        schedule.regions.isEmpty ? person.role == .admin : schedule.regions.allSatisfy { person.sees(region: $0) }
    }

    private func row(_ schedule: RoundSchedule, _ visitor: Visitor) -> Markup {
        let next: String
        if schedule.paused {
            next = layout("dihentikan sementara", "paused")
        } else if let plan = try? SchedulePlan(schedule), let due = plan.next(1, after: now()).first {
            next =
                schedule.unannounced
                ? layout("tanpa pemberitahuan", "unannounced")
                : plan.zone.text(due.start, english: layout.language == .en)
        } else {
            next = layout("tidak terbaca", "cannot be read")
        }
        let action: Markup =
            visitor.person.role != .pembaca && schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) })
            ? """
            <form method="post" action="/jadwal/\(address: schedule.id)/\(schedule.paused ? "jalan" : "henti" as Markup)">\
            \(layout.key(visitor))<button>\(schedule.paused ? layout("Jalankan lagi", "Resume") : layout("Hentikan sementara", "Pause"))</button></form>
            <p><a href="/jadwal/\(address: schedule.id)/ubah">\(layout("Ubah", "Change"))</a></p>
            <form method="post" action="/jadwal/\(address: schedule.id)/sekarang">\(layout.key(visitor))<button>\(layout("Jalankan sekarang", "Run now"))</button></form>
            """ : ""
        let names = schedule.lists.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
        let lists = names + (schedule.onlyRegions.map { " (" + $0.joined(separator: ", ") + ")" } ?? "")
        return """
            <tr><th scope="row">\(schedule.id)</th><td>\(schedule.when) \(schedule.zone)</td><td>\(next)</td>\
            <td>\(lists)</td><td>\(action)</td></tr>

            """
    }

    private func form(_ visitor: Visitor) async throws -> Markup {
        guard visitor.person.role != .pembaca else { return "" }
        return """
            <section><h2>\(layout("Jadwal baru", "New schedule"))</h2><form method="post" action="/jadwal">\(layout.key(visitor))
            \(layout.field("nama", layout("Nama pendek", "Short name"), hint: layout("huruf kecil, angka, tanda hubung", "lower-case letters, digits, hyphens")))
            \(try await ScheduleFields(page: self).markup(nil, for: visitor))
            <p><button>\(layout("Simpan", "Save"))</button></p></form></section>
            """
    }

    /// `/jadwal/<nama>/ubah`: one schedule, to change or to take away.
    func editor(_ schedule: RoundSchedule, for visitor: Visitor, notice: String = "") async throws -> Markup {
        let path: Markup = "/jadwal/\(address: schedule.id)"
        return layout.page(
            layout("Ubah jadwal", "Change schedule") + " " + schedule.id, for: visitor,
            """
            \(layout.notice(notice, bad: true))
            <form method="post" action="\(path)/ubah">\(layout.key(visitor))
            <input type="hidden" name="semula" value="\(Self.version(schedule))">
            \(try await ScheduleFields(page: self).markup(schedule, for: visitor))
            <p><button>\(layout("Simpan", "Save"))</button> <a href="/jadwal">\(layout("batal", "cancel"))</a></p></form>
            <section><h2>\(layout("Hapus", "Remove"))</h2>
            <p>\(layout("Riwayat putarannya tetap tersimpan.", "The history of its rounds is kept."))</p>
            <form method="post" action="\(path)/hapus">\(layout.key(visitor))<p><button>\(layout("Hapus jadwal ini", "Remove this schedule"))</button></p></form></section>
            """)
    }

    /// Changes with every change of a schedule: two people do not overwrite each other.
    static func version(_ schedule: RoundSchedule) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return SHA256.hex([UInt8]((try? encoder.encode(schedule)) ?? Data()))
    }

    private func firing(_ firing: RoundFiring) -> Markup {
        let state =
            switch firing.state {
            case .running: layout("sedang berjalan", "running")
            case .done: layout("selesai", "done")
            case .failed: layout("gagal", "failed")
            case .missed: layout("terlewat", "missed")
            case .refused: layout("ditolak, putaran sebelumnya belum selesai", "refused, the round before was open")
            case .frozen: layout("hari tanpa pemeriksaan", "a day without rounds")
            }
        return
            "<tr><td>\(layout.pieces.time(firing.due, region: ""))</td><td>\(firing.schedule)</td><td>\(state) \(firing.note)</td></tr>\n"
    }
}
