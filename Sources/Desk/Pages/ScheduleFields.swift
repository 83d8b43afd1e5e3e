import Model
import Report
import Rules

/// The fields of a schedule, empty or filled with what it is.
struct ScheduleFields: Sendable {
    let page: SchedulesPage

    private var layout: Layout { page.layout }

    func markup(_ schedule: RoundSchedule?, for visitor: Visitor) async throws -> Markup {
        let zones = ["WIB", "WITA", "WIT"].map { zone -> Markup in
            "<option\(schedule?.zone == zone ? " selected" : "" as Markup)>\(zone)</option>"
        }
        return """
            \(layout.field("kapan", layout("Kapan", "When"), value: schedule?.when ?? "", hint: "setiap Senin 01.00 · setiap hari kerja 22.00 · bulanan · 0 1 * * 1"))
            <p class="field"><label for="zona">\(layout("Zona waktu", "Time zone"))</label><select id="zona" name="zona">\(Markup.join(zones))</select></p>
            \(try await lists(schedule, visitor))
            \(layout.field("wilayah", layout("Hanya wilayah", "Only regions"), value: schedule?.onlyRegions?.joined(separator: ", ") ?? "", hint: layout("kode dipisah koma; kosong: semua dalam daftar", "codes separated by commas; empty: all of the lists"), required: false))
            \(layout.field("jam", layout("Hanya mulai pada jam", "Start only within"), value: schedule?.window.map(Self.text) ?? "", hint: "20.00-05.00", required: false))
            \(layout.field("jam-wilayah", layout("Jam wilayah tertentu", "Hours of single regions"), value: schedule.map(Self.regional) ?? "", hint: "61.12=22.00-04.00, 61=21.00-04.00", required: false))
            \(layout.field("libur", layout("Hari tanpa pemeriksaan", "Days without rounds"), value: schedule.map(Self.frozen) ?? "", hint: "2026-12-24..2027-01-02", required: false))
            \(layout.field("halaman", layout("Halaman paling banyak per situs", "Pages of a site at most"), type: "number", value: "\(schedule?.maxPages ?? 40)", hint: layout("0: tanpa batas", "0: no limit"), required: false))
            \(layout.field("sebar", layout("Sebar waktu mulai, menit", "Spread of the start, minutes"), type: "number", value: "\(schedule?.jitterMinutes ?? 0)", required: false))
            <p><label class="box"><input type="checkbox" name="diam" value="1"\(checked(schedule?.unannounced ?? false))> \(layout("Tanpa pemberitahuan: saat acak di dalam jam itu", "Unannounced: at a random moment within those hours"))</label></p>
            """
    }

    private func checked(_ on: Bool) -> Markup { on ? " checked" : "" }

    private func lists(_ schedule: RoundSchedule?, _ visitor: Visitor) async throws -> Markup {
        let desk = ListDesk(
            store: page.store, book: page.book, language: layout.language, person: visitor.person)
        var boxes = try await desk.lists().filter { !$0.states.isEmpty }.map { kept -> Markup in
            let isOn = schedule?.lists.contains(OfficeList.scheme + kept.list.id) ?? false
            return """
                <label class="box"><input type="checkbox" name="simpanan" value="\(kept.list.id)"\(checked(isOn))> \(kept.list.id)</label>

                """
        }
        boxes += (schedule?.lists ?? []).filter { !$0.hasPrefix(OfficeList.scheme) }.map { path -> Markup in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return """
                <label class="box"><input type="checkbox" name="berkas" value="\(path)" checked> \(name)</label>

                """
        }
        let kept: Markup =
            boxes.isEmpty
            ? "<p>\(layout("Belum ada daftar tersimpan;", "No list is kept yet;")) <a href=\"/daftar\">\(layout("impor daftar", "import a list"))</a>.</p>"
            : "<fieldset><legend>\(layout("Daftar kantor", "Lists of offices"))</legend>\(Markup.join(boxes))</fieldset>"
        guard page.files, visitor.person.role == .admin else { return kept }
        return kept
            + layout.field(
                "daftar", layout("Berkas daftar di server", "List file on the server"),
                hint: layout("di bawah folder `ronda serve --lists`", "below the folder of `ronda serve --lists`"),
                required: false)
    }

    /// `20.00-05.00`, as it is read back.
    static func text(_ window: DayWindow) -> String {
        [window.from, window.until].map { minute in
            let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
            return "\(hour < 10 ? "0" : "")\(hour).\(rest < 10 ? "0" : "")\(rest)"
        }.joined(separator: "-")
    }

    private static func regional(_ schedule: RoundSchedule) -> String {
        (schedule.regionWindows ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
            .joined(separator: ", ")
    }

    private static func frozen(_ schedule: RoundSchedule) -> String {
        schedule.frozen.map { $0.first == $0.last ? $0.first : "\($0.first)..\($0.last)" }.joined(separator: ", ")
    }
}
