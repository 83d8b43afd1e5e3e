import Model
import Report
import Targets

/// `/daftar` and what lies below: kept lists, a trial import, one list, one office with all its states.
struct ListPages: Sendable {
    let layout: Layout

    func index(_ lists: [ListDesk.Kept], _ today: String, for visitor: Visitor) -> Markup {
        let rows = lists.map { kept -> Markup in
            let now = kept.states.filter { $0.holds(on: today) }
            return """
                <tr><th scope="row"><a href="/daftar/\(address: kept.list.id)">\(kept.list.id)</a></th>\
                <td class="num">\(now.count)</td><td>\(Set(now.map(\.target.region)).sorted().prefix(12).joined(separator: ", "))</td>\
                <td>\(kept.list.createdBy)</td></tr>

                """
        }
        let table: Markup =
            lists.isEmpty
            ? "<p>\(layout("Belum ada daftar. Impor yang pertama di bawah ini.", "No list yet. Import the first below."))</p>"
            : """
            <table><caption>\(layout("Daftar kantor", "Lists of offices"))</caption><thead><tr>
            <th scope="col">\(layout("Daftar", "List"))</th><th scope="col" class="num">\(layout("Kantor", "Offices"))</th>
            <th scope="col">\(layout("Wilayah", "Regions"))</th><th scope="col">\(layout("Dibuat oleh", "Made by"))</th>
            </tr></thead><tbody>\(Markup.join(rows))</tbody></table>
            """
        return layout.page(
            layout("Daftar kantor", "Lists of offices"), for: visitor, "\(table)\(importForm("", today, visitor))")
    }

    private func importForm(_ name: String, _ today: String, _ visitor: Visitor) -> Markup {
        guard visitor.person.role != .pembaca else { return "" }
        return """
            <section><h2>\(layout("Impor daftar", "Import a list"))</h2>
            <form method="post" action="/daftar" enctype="multipart/form-data">\(layout.key(visitor))
            \(layout.field("nama", layout("Nama pendek daftar", "Short name of the list"), value: name, hint: layout("huruf kecil, angka, tanda hubung; daftar yang sudah ada dilengkapi", "lower-case letters, digits, hyphens; a list that exists is added to")))
            \(layout.field("sejak", layout("Berlaku sejak", "Holds from"), type: "date", value: today))
            <p class="field"><label for="berkas">\(layout("Berkas CSV atau XLSX", "CSV or XLSX file"))</label>
            <input id="berkas" name="berkas" type="file" accept=".csv,.xlsx,text/csv" required aria-describedby="berkas-h">
            <small id="berkas-h">\(layout("kolom: kode, nama, jenis, wilayah, url, induk, keterangan; hanya nama yang wajib", "columns: kode, nama, jenis, wilayah, url, induk, keterangan; only nama is required"))</small></p>
            <p><button>\(layout("Periksa dahulu", "Check first"))</button>
            <small>\(layout("Belum ada yang disimpan pada langkah ini.", "Nothing is saved in this step."))</small></p></form></section>
            """
    }

    /// What the import would do, its faults line by line, and the text to mend them in.
    func trial(_ trial: ListDesk.Trial, _ day: String, for visitor: Visitor) -> Markup {
        let errors = trial.list.problems.filter { $0.severity == .error }
        let sentence: String
        if let refusal = trial.refusal {
            sentence = refusal
        } else if !trial.outside.isEmpty {
            let codes = trial.outside.joined(separator: ", ")
            sentence = layout(
                "Wilayah \(codes) bukan wilayah Anda; tidak ada yang disimpan.",
                "Regions \(codes) are not yours; nothing was saved.")
        } else if trial.list.targets.isEmpty {
            sentence = layout("Tidak ada kantor dalam berkas itu.", "There is no office in that file.")
        } else if !errors.isEmpty {
            sentence = layout(
                "\(errors.count) baris bermasalah. Perbaiki di bawah, lalu periksa lagi; belum ada yang disimpan.",
                "\(errors.count) rows have faults. Mend them below and check again; nothing is saved yet.")
        } else {
            sentence = layout(
                "Daftar dapat disimpan. Belum ada yang disimpan.", "The list can be saved. Nothing is saved yet.")
        }
        return layout.page(
            layout("Periksa daftar \(trial.name)", "Check the list \(trial.name)"), for: visitor,
            """
            \(layout.notice(sentence, bad: !trial.isSound))
            \(tally(trial))\(problems(trial.list.problems))\(changes(trial))
            <form method="post" action="/daftar" enctype="multipart/form-data">\(layout.key(visitor))
            <input type="hidden" name="nama" value="\(trial.name)"><input type="hidden" name="sejak" value="\(day)">
            \(editor(trial))
            <p><button name="langkah" value="coba">\(layout("Periksa lagi", "Check again"))</button>
            \(trial.isSound ? "<button name=\"langkah\" value=\"simpan\">\(layout("Simpan daftar", "Save the list"))</button>" : "" as Markup)</p></form>
            """)
    }

    private func editor(_ trial: ListDesk.Trial) -> Markup {
        guard !trial.text.isEmpty else {
            return
                "<p>\(layout("Perbaiki buku kerjanya dan impor kembali dari halaman daftar.", "Mend the workbook and import it again from the page of lists."))</p>"
        }
        return """
            <p class="field"><label for="isi-daftar">\(layout("Isi daftar (CSV)", "Text of the list (CSV)"))</label>
            <textarea id="isi-daftar" name="isi" rows="14" spellcheck="false">
            \(own: trial.text)</textarea></p>
            """
    }

    private func tally(_ trial: ListDesk.Trial) -> Markup {
        guard let change = trial.change else { return "" }
        let absent = layout(
            "\(change.absent.count) tidak disebut dan tetap seperti sekarang",
            "\(change.absent.count) not named and left as they are")
        return """
            <ul class="legend"><li>\(layout("baru", "new")) <strong>\(change.added.count)</strong></li>
            <li>\(layout("berubah", "changed")) <strong>\(change.changed.count)</strong></li>
            <li>\(layout("sama", "the same")) <strong>\(change.unchanged)</strong></li><li>\(absent)</li></ul>
            """
    }

    private func problems(_ problems: [DataProblem]) -> Markup {
        guard !problems.isEmpty else { return "" }
        let rows = problems.prefix(300).map { problem -> Markup in
            """
            <tr><td class="num">\(problem.place.line)</td><td class="num">\(problem.place.column)</td>\
            <td>\(problem.severity == .error ? layout("galat", "error") : layout("periksa", "doubt"))</td>\
            <td>\(problem.message, limit: 500)</td></tr>

            """
        }
        return """
            <table><caption>\(layout("Yang perlu dilihat", "What to look at"))</caption><thead><tr>
            <th scope="col" class="num">\(layout("Baris", "Line"))</th><th scope="col" class="num">\(layout("Kolom", "Column"))</th>
            <th scope="col">\(layout("Tingkat", "Severity"))</th><th scope="col">\(layout("Masalah", "Problem"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            """
    }

    private func changes(_ trial: ListDesk.Trial) -> Markup {
        guard let change = trial.change, !change.changed.isEmpty else { return "" }
        let rows = change.changed.prefix(200).map { pair -> Markup in
            """
            <tr><th scope="row">\(pair.new.target.code)</th><td>\(pair.old.target.name) <span class="addr">\(pair.old.target.listed ?? "")</span></td>\
            <td>\(pair.new.target.name) <span class="addr">\(pair.new.target.listed ?? "")</span></td></tr>

            """
        }
        return """
            <table class="stackable"><caption>\(layout("Yang berubah", "What changes"))</caption><thead><tr><th scope="col">\(layout("Kode", "Code"))</th>
            <th scope="col">\(layout("Sekarang", "Now"))</th><th scope="col">\(layout("Menjadi", "Will be"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            """
    }

    func list(_ kept: ListDesk.Kept, _ day: String, for visitor: Visitor) -> Markup {
        let now = kept.states.filter { $0.holds(on: day) }
        let gone = kept.states.filter { state in
            state.until.map { $0 <= day } ?? false
                && !now.contains { $0.target.code == state.target.code }
        }
        return layout.page(
            layout("Daftar \(kept.list.id)", "List \(kept.list.id)"), for: visitor,
            """
            <form method="get" action="/daftar/\(address: kept.list.id)">
            \(layout.field("tanggal", layout("Keadaan pada tanggal", "As of the day"), type: "date", value: day))
            <p><button>\(layout("Tampilkan", "Show"))</button></p></form>
            <p class="lead">\(layout("\(now.count) kantor.", "\(now.count) offices."))</p>
            <p><a href="/daftar/\(address: kept.list.id)/csv?tanggal=\(day)">\(layout("Unduh CSV", "Download CSV"))</a></p>
            <table class="stackable"><thead><tr><th scope="col">\(layout("Kode", "Code"))</th><th scope="col">\(layout("Nama", "Name"))</th>
            <th scope="col">\(layout("Jenis", "Kind"))</th><th scope="col">\(layout("Wilayah", "Region"))</th>
            <th scope="col">\(layout("Alamat situs", "Address"))</th></tr></thead><tbody>
            \(Markup.join(now.map { row($0, kept.list.id) }))</tbody></table>
            \(ended(gone, kept.list.id))
            \(importForm(kept.list.id, day, visitor))
            """)
    }

    private func row(_ state: ListedOffice, _ list: String) -> Markup {
        let target = state.target
        return """
            <tr><td>\(target.code)</td><th scope="row"><a href="/daftar/\(address: list)/kantor/\(address: Path.encoded(target.code))">\(target.name)</a></th>\
            <td>\(target.kind)</td><td>\(target.region)</td><td class="addr">\(target.listed ?? "")</td></tr>

            """
    }

    private func ended(_ states: [ListedOffice], _ list: String) -> Markup {
        guard !states.isEmpty else { return "" }
        let items = states.map { state -> Markup in
            """
            <li><a href="/daftar/\(address: list)/kantor/\(address: Path.encoded(state.target.code))">\(state.target.name)</a>: \(fate(state))</li>

            """
        }
        return "<h2>\(layout("Tidak ada lagi", "No longer there"))</h2><ul>\(Markup.join(items))</ul>"
    }

    /// How a state ended.
    private func fate(_ state: ListedOffice) -> String {
        guard let until = state.until else { return layout("berlaku", "holds") }
        if let successor = state.successor {
            return layout("bergabung ke \(successor) sejak \(until)", "merged into \(successor) on \(until)")
        }
        return layout("sampai \(until)", "until \(until)")
    }
}

extension ListPages {
    func office(
        _ kept: ListDesk.Kept, _ states: [ListedOffice], _ today: String, for visitor: Visitor, notice: String = ""
    ) -> Markup {
        guard let last = states.last else { return "" }
        let rows = states.map { state -> Markup in
            """
            <tr><td>\(state.from)</td><td>\(fate(state))</td><th scope="row">\(state.target.name)</th>\
            <td class="addr">\(state.target.listed ?? "")</td><td>\(state.reason, limit: 500)</td><td>\(state.by)</td></tr>

            """
        }
        let mayChange = visitor.person.mayWork(in: last.target.region) && last.until == nil
        return layout.page(
            last.target.name, for: visitor,
            """
            \(layout.notice(notice, bad: true))
            <p><a href="/daftar/\(address: kept.list.id)">\(kept.list.id)</a> · \(last.target.code) · \(last.target.region) ·
            <a href="/kantor/\(address: Path.encoded(last.target.code))">\(layout("hasil pemeriksaan", "what the rounds found"))</a></p>
            <table class="stackable"><caption>\(layout("Riwayat dalam daftar", "History in the list"))</caption><thead><tr>
            <th scope="col">\(layout("Sejak", "From"))</th><th scope="col">\(layout("Sampai", "Until"))</th>
            <th scope="col">\(layout("Nama", "Name"))</th><th scope="col">\(layout("Alamat", "Address"))</th>
            <th scope="col">\(layout("Dasar", "Reason"))</th><th scope="col">\(layout("Oleh", "By"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            \(mayChange ? changeForms(kept, last, today, visitor) : "")
            """)
    }

    private func changeForms(
        _ kept: ListDesk.Kept, _ last: ListedOffice, _ today: String, _ visitor: Visitor
    ) -> Markup {
        let path: Markup = "/daftar/\(address: kept.list.id)/kantor/\(address: Path.encoded(last.target.code))"
        let others = kept.states.filter { $0.holds(on: today) && $0.target.code != last.target.code }.map {
            "<option value=\"\($0.target.code)\">\($0.target.code) \($0.target.name, limit: 90)</option>" as Markup
        }
        return """
            <section><h2>\(layout("Ubah atau ganti nama", "Change or rename"))</h2>
            <p>\(layout("Kodenya tetap, sehingga riwayat pemeriksaan tersambung.", "The code stays, so that the rounds stay connected."))</p>
            <form method="post" action="\(path)">\(layout.key(visitor))
            \(layout.field("nama_kantor", layout("Nama", "Name"), value: last.target.name))
            \(layout.field("jenis", layout("Jenis", "Kind"), value: last.target.kind, required: false))
            \(layout.field("wilayah", layout("Kode wilayah", "Region code"), value: last.target.region))
            \(layout.field("alamat", layout("Alamat situs", "Website address"), value: last.target.listed ?? "", required: false))
            \(layout.field("sejak", layout("Berlaku sejak", "Holds from"), type: "date", value: today))
            \(layout.field("dasar", layout("Dasar perubahan", "Reason"), hint: layout("misalnya Perda 3/2026", "for example Perda 3/2026"), required: false))
            <p><button>\(layout("Simpan perubahan", "Save the change"))</button></p></form></section>
            <section><h2>\(layout("Tutup atau gabung", "Close or merge"))</h2>
            <form method="post" action="\(path)/tutup">\(layout.key(visitor))
            <p class="field"><label for="penerus">\(layout("Digabung ke", "Merged into"))</label>
            <select id="penerus" name="penerus"><option value="">\(layout("tidak digabung: ditutup", "not merged: closed"))</option>\(Markup.join(others))</select></p>
            \(layout.field("sejak", layout("Sejak", "From"), type: "date", value: today, id: "sejak-tutup"))
            \(layout.field("dasar", layout("Dasar", "Reason"), required: false, id: "dasar-tutup"))
            <p><button>\(layout("Tutup kantor ini", "Close this office"))</button></p></form></section>
            """
    }
}
