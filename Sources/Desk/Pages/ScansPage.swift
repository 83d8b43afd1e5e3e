import Model
import Report
import Schedule
import Store

/// `/pemeriksaan`: every round, and the one under way.
struct ScansPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let board: ProgressBoard

    func markup(for visitor: Visitor?, sees: (String) -> Bool) async throws -> Markup {
        let scans = try await store.scans().filter { $0.regions.contains(where: sees) }
        let rows = scans.reversed().prefix(200).map { scan -> Markup in
            let end: Markup =
                scan.finishedAt.map { "\(layout.pieces.time($0, region: scan.regions.first ?? ""))" as Markup }
                ?? "<em>\(layout("belum selesai", "not finished"))</em>"
            let regions = scan.regions.prefix(8).map { region -> Markup in
                "<a href=\"/wilayah/\(address: region)?pemeriksaan=\(address: scan.id)\">\(region)</a> "
            }
            return """
                <tr><th scope="row">\(scan.id)</th><td>\(Markup.join(regions))</td>\
                <td>\(layout.pieces.time(scan.startedAt, region: scan.regions.first ?? ""))</td><td>\(end)</td></tr>

                """
        }
        let content: Markup = """
            <section aria-live="polite" id="kemajuan"><h2>\(layout("Sedang berjalan", "Under way"))</h2>
            <p id="kemajuan-teks">\(board.text.isEmpty ? layout("Tidak ada pemeriksaan yang sedang berjalan di penjadwal ini.", "No round is under way in this scheduler.") : board.text)</p></section>
            <script src="/kemajuan.js" defer></script>
            <table><caption>\(layout("Pemeriksaan", "Rounds"))</caption><thead><tr>
            <th scope="col">\(layout("Nama", "Name"))</th><th scope="col">\(layout("Wilayah", "Regions"))</th>
            <th scope="col">\(layout("Mulai", "Started"))</th><th scope="col">\(layout("Selesai", "Ended"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            """
        return layout.page(layout("Pemeriksaan", "Rounds"), for: visitor, content)
    }
}

/// `/jadwal`: schedules, what became of them, and a form for a new one.
struct SchedulesPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let now: @Sendable () -> Timestamp

    func markup(for visitor: Visitor, notice: String = "", bad: Bool = false) async throws -> Markup {
        let schedules = try await store.schedules().filter { maySee($0, visitor.person) }
        let names = Set(schedules.map(\.id))
        let firings = try await store.firings(of: nil, limit: 400).filter { names.contains($0.schedule) }.prefix(50)
        let content: Markup = """
            \(layout.notice(notice, bad: bad))
            <table><caption>\(layout("Jadwal", "Schedules"))</caption><thead><tr><th scope="col">\(layout("Nama", "Name"))</th>
            <th scope="col">\(layout("Kapan", "When"))</th><th scope="col">\(layout("Berikutnya", "Next"))</th>
            <th scope="col">\(layout("Daftar", "Lists"))</th><th scope="col">\(layout("Tindakan", "Action"))</th></tr></thead>
            <tbody>\(Markup.join(schedules.map { row($0, visitor) }))</tbody></table>
            \(form(visitor))
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
            schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) })
            ? """
            <form method="post" action="/jadwal/\(address: schedule.id)/\(schedule.paused ? "jalan" : "henti" as Markup)">\
            \(layout.key(visitor))<button>\(schedule.paused ? layout("Jalankan lagi", "Resume") : layout("Hentikan sementara", "Pause"))</button></form>
            """ : ""
        let lists = schedule.lists.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
        return """
            <tr><th scope="row">\(schedule.id)</th><td>\(schedule.when) \(schedule.zone)</td><td>\(next)</td>\
            <td>\(lists)</td><td>\(action)</td></tr>

            """
    }

    private func form(_ visitor: Visitor) -> Markup {
        guard visitor.person.role == .admin else { return "" }
        return """
            <section><h2>\(layout("Jadwal baru", "New schedule"))</h2><form method="post" action="/jadwal">\(layout.key(visitor))
            \(layout.field("nama", layout("Nama pendek", "Short name"), hint: layout("huruf kecil, angka, tanda hubung", "lower-case letters, digits, hyphens")))
            \(layout.field("kapan", layout("Kapan", "When"), hint: "setiap Senin 01.00 WIB · bulanan · 0 1 * * 1"))
            \(layout.field("daftar", layout("Berkas daftar di server", "List file on the server"), hint: layout("di bawah folder daftar dari `ronda serve --lists`", "below the folder of `ronda serve --lists`")))
            <p><button>\(layout("Simpan", "Save"))</button></p></form></section>
            """
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
