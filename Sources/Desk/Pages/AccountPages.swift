import Model
import Report
import Store

/// `/masuk`.
struct SignInPage: Sendable {
    let layout: Layout

    func markup(notice: String = "") -> Markup {
        layout.page(
            layout("Masuk", "Sign in"), for: nil,
            """
            \(layout.notice(notice, bad: true))
            <form method="post" action="/masuk">
            \(layout.field("nama", layout("Nama", "Name")))
            \(layout.field("sandi", layout("Kata sandi", "Password"), type: "password"))
            <p><button>\(layout("Masuk", "Sign in"))</button></p></form>
            """)
    }
}

/// `/akun`: who may come in; for admins.
struct AccountsPage: Sendable {
    let layout: Layout
    let store: any DeskStore

    func markup(for visitor: Visitor, notice: String = "", bad: Bool = false) async throws -> Markup {
        let rows = try await store.people().map { person -> Markup in
            """
            <tr><th scope="row">\(person.name)</th><td>\(role(person.role))</td>\
            <td>\(person.regions.isEmpty ? layout("semua wilayah", "every region") : person.regions.joined(separator: ", "))</td>\
            <td>\(person.disabled ? layout("ditutup", "closed") : layout("aktif", "active"))</td>\
            <td><form method="post" action="/akun/\(address: Path.encoded(person.name))/\(person.disabled ? "buka" : "tutup" as Markup)">\(layout.key(visitor))\
            <button>\(person.disabled ? layout("Buka", "Open") : layout("Tutup", "Close"))</button></form></td></tr>

            """
        }
        let roles = Person.Role.allCases.reversed().map {
            "<option value=\"\($0.rawValue)\">\(role($0))</option>" as Markup
        }
        return layout.page(
            layout("Akun", "Accounts"), for: visitor,
            """
            \(layout.notice(notice, bad: bad))
            <table class="stackable"><caption>\(layout("Akun", "Accounts"))</caption><thead><tr><th scope="col">\(layout("Nama", "Name"))</th>
            <th scope="col">\(layout("Peran", "Role"))</th><th scope="col">\(layout("Wilayah", "Regions"))</th>
            <th scope="col">\(layout("Keadaan", "State"))</th><th scope="col">\(layout("Tindakan", "Action"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            <section><h2>\(layout("Akun baru atau kata sandi baru", "New account or new password"))</h2>
            <form method="post" action="/akun">\(layout.key(visitor))
            \(layout.field("nama", layout("Nama", "Name"), hint: layout("huruf kecil, angka, titik, tanda hubung", "lower-case letters, digits, dot, hyphen")))
            <p class="field"><label for="peran">\(layout("Peran", "Role"))</label><select id="peran" name="peran">\(Markup.join(roles))</select></p>
            \(layout.field("wilayah", layout("Kode wilayah", "Region codes"), hint: layout("dipisah koma; kosong: semua", "separated by commas; empty: every one"), required: false))
            \(layout.field("sandi", layout("Kata sandi", "Password"), type: "password", hint: layout("paling sedikit \(SignIn.shortestPassword) huruf", "at least \(SignIn.shortestPassword) characters")))
            <p><button>\(layout("Simpan", "Save"))</button></p></form></section>
            """)
    }

    private func role(_ role: Person.Role) -> String {
        switch role {
        case .admin: layout("admin", "admin")
        case .petugas: layout("petugas", "officer")
        case .pembaca: layout("pembaca", "reader")
        }
    }
}

/// `/catatan`: what people did; for admins.
struct AuditPage: Sendable {
    let layout: Layout
    let store: any DeskStore

    func markup(for visitor: Visitor) async throws -> Markup {
        let rows = try await store.audit(limit: 500).map { entry -> Markup in
            """
            <tr><td>\(layout.pieces.time(entry.at, region: ""))</td><th scope="row">\(entry.person)</th>\
            <td>\(entry.action)</td><td>\(entry.subject)</td><td>\(entry.detail)</td></tr>

            """
        }
        return layout.page(
            layout("Catatan", "Audit log"), for: visitor,
            """
            <table class="stackable"><caption>\(layout("Yang dilakukan orang", "What people did"))</caption><thead><tr>
            <th scope="col">\(layout("Waktu", "Time"))</th><th scope="col">\(layout("Nama", "Name"))</th>
            <th scope="col">\(layout("Tindakan", "Action"))</th><th scope="col">\(layout("Pada", "On"))</th>
            <th scope="col">\(layout("Keterangan", "Detail"))</th></tr></thead><tbody>\(Markup.join(rows))</tbody></table>
            \(try await messages())
            """)
    }

    /// What was sent to whom, and what could not be.
    private func messages() async throws -> Markup {
        let rows = try await store.messages(limit: 100).map { message -> Markup in
            let state =
                switch message.state {
                case .sent: layout("terkirim", "sent")
                case .waiting: layout("menunggu", "waiting")
                case .dead: layout("gagal", "failed")
                }
            return """
                <tr><td>\(message.id)</td><th scope="row">\(message.subject, limit: 300)</th>\
                <td>\(message.receiver, limit: 200)</td><td>\(state)</td><td>\(message.tries)</td>\
                <td>\(message.trouble, limit: 300)</td></tr>

                """
        }
        guard !rows.isEmpty else { return "" }
        return """
            <table class="stackable"><caption>\(layout("Pesan", "Messages"))</caption><thead><tr>
            <th scope="col">\(layout("Nomor", "Number"))</th><th scope="col">\(layout("Hal", "Subject"))</th>
            <th scope="col">\(layout("Penerima", "Receiver"))</th><th scope="col">\(layout("Keadaan", "State"))</th>
            <th scope="col">\(layout("Percobaan", "Tries"))</th>
            <th scope="col">\(layout("Galat terakhir", "Last trouble"))</th></tr></thead><tbody>\(Markup.join(rows))</tbody></table>
            """
    }
}
