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
            schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) })
            ? """
            <form method="post" action="/jadwal/\(address: schedule.id)/\(schedule.paused ? "jalan" : "henti" as Markup)">\
            \(layout.key(visitor))<button>\(schedule.paused ? layout("Jalankan lagi", "Resume") : layout("Hentikan sementara", "Pause"))</button></form>
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
        let desk = ListDesk(store: store, book: book, language: layout.language, person: visitor.person)
        let boxes = try await desk.lists().filter { !$0.states.isEmpty }.map { kept -> Markup in
            """
            <label class="box"><input type="checkbox" name="simpanan" value="\(kept.list.id)"> \(kept.list.id)</label>

            """
        }
        let kept: Markup =
            boxes.isEmpty
            ? "<p>\(layout("Belum ada daftar tersimpan;", "No list is kept yet;")) <a href=\"/daftar\">\(layout("impor daftar", "import a list"))</a>.</p>"
            : "<fieldset><legend>\(layout("Daftar kantor", "Lists of offices"))</legend>\(Markup.join(boxes))</fieldset>"
        let file: Markup =
            files && visitor.person.role == .admin
            ? layout.field(
                "daftar", layout("Berkas daftar di server", "List file on the server"),
                hint: layout("di bawah folder `ronda serve --lists`", "below the folder of `ronda serve --lists`"),
                required: false) : ""
        let zones = ["WIB", "WITA", "WIT"].map { "<option>\($0)</option>" as Markup }
        return """
            <section><h2>\(layout("Jadwal baru", "New schedule"))</h2><form method="post" action="/jadwal">\(layout.key(visitor))
            \(layout.field("nama", layout("Nama pendek", "Short name"), hint: layout("huruf kecil, angka, tanda hubung", "lower-case letters, digits, hyphens")))
            \(layout.field("kapan", layout("Kapan", "When"), hint: "setiap Senin 01.00 · setiap hari kerja 22.00 · bulanan · 0 1 * * 1"))
            <p class="field"><label for="zona">\(layout("Zona waktu", "Time zone"))</label><select id="zona" name="zona">\(Markup.join(zones))</select></p>
            \(kept)\(file)
            \(layout.field("wilayah", layout("Hanya wilayah", "Only regions"), hint: layout("kode dipisah koma; kosong: semua dalam daftar", "codes separated by commas; empty: all of the lists"), required: false))
            \(layout.field("jam", layout("Hanya mulai pada jam", "Start only within"), hint: "20.00-05.00", required: false))
            <p><label class="box"><input type="checkbox" name="diam" value="1"> \(layout("Tanpa pemberitahuan: saat acak di dalam jam itu", "Unannounced: at a random moment within those hours"))</label></p>
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
