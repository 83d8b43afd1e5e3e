import ArgumentParser
import Digest
import Foundation
import Model
import Store

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Membuat akun meja kerja, mengganti kata sandinya, atau membuat token API.",
        discussion:
            "Kata sandi dibaca dari masukan baku (satu baris) atau dari berkas --password-file; tidak dari perintah.")

    @Argument(help: "Nama: huruf kecil, angka, titik, tanda hubung.")
    var name: String

    @Option(help: "admin, petugas atau pembaca.")
    var role = "petugas"

    @Option(help: "Kode wilayah yang boleh dilihat; boleh diulang; tanpa ini semua wilayah.")
    var region: [String] = []

    @Option(help: "Berkas berisi kata sandi; hanya pemiliknya yang boleh membaca (mode 600).")
    var passwordFile: String?

    @Option(help: "Buat token API untuk akun ini, dengan keperluannya; token dicetak satu kali.")
    var token: String?

    @Option(
        help:
            "Cakupan token: hitungan, kantor, bukti, unduhan; boleh diulang; tanpa ini semua yang boleh dibaca akun ini."
    )
    var scope: [String] = []

    @Option(help: "Token hanya untuk wilayah ini; boleh diulang.")
    var tokenRegion: [String] = []

    @Option(help: "Hari terakhir token berlaku, misalnya 2027-01-31.")
    var until: String?

    @Flag(help: "Sebutkan token akun ini (bukan isinya).")
    var tokens = false

    @Option(help: "Cabut token dengan awalan sidik ini (dari --tokens).")
    var revoke: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if !name.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 })
            || name.isEmpty || name.utf8.count > 60
        {
            throw ValidationError("Nama akun: huruf kecil, angka, titik dan tanda hubung saja.")
        }
        if let bad = scope.first(where: { APIToken.Scope(rawValue: $0) == nil }) {
            throw ValidationError("--scope \(bad): hitungan, kantor, bukti atau unduhan.")
        }
        if let until, until.utf8.count != 10 || Timestamp(iso8601: until) == nil {
            throw ValidationError("--until: tanggal seperti 2027-01-31.")
        }
        if token == nil, !scope.isEmpty || !tokenRegion.isEmpty || until != nil {
            throw ValidationError("--scope, --token-region dan --until hanya bersama --token.")
        }
        if Person.Role(rawValue: role) == nil { throw ValidationError("--role: admin, petugas atau pembaca.") }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openDesk()
            if let token { return try await makeToken(token, store) }
            if tokens { return try await listTokens(store) }
            if let revoke { return try await revokeToken(revoke, store) }
            let password = try password()
            guard (10...PasswordHash.longest).contains(password.utf8.count) else {
                throw Exit(
                    .usage, id: "Kata sandi paling sedikit 10 huruf.", en: "A password has at least 10 characters.")
            }
            let person = Person(
                name: name, role: Person.Role(rawValue: role) ?? .pembaca, regions: region, createdAt: Clock.now())
            try await store.keep(person, password: PasswordHash.make(password))
            try await store.endSessions(of: name)
            try await store.write(
                AuditEntry(at: Clock.now(), person: NSUserName(), action: "akun disimpan", subject: name, detail: role))
            Terminal.out(speech("Akun \(name) tersimpan.", "The account \(name) is kept."))
        }
    }

    private func makeToken(_ purpose: String, _ store: any DeskStore) async throws {
        guard try await store.account(name) != nil else {
            throw Exit(.usage, id: "Tidak ada akun \(name).", en: "There is no account \(name).")
        }
        let secret = PasswordHash.secret()
        var token = APIToken(key: SHA256.hex(secret), purpose: purpose, person: name, createdAt: Clock.now())
        token.scopes = Set(scope.compactMap(APIToken.Scope.init))
        token.regions = tokenRegion
        // Midnight in the west of Indonesia after the day given: the whole day is meant.
        token.expires = until.flatMap { Timestamp(iso8601: $0) }?.adding(seconds: 17 * 3600)
        try await store.keep(token)
        try await store.write(
            AuditEntry(
                at: Clock.now(), person: NSUserName(), action: "token dibuat", subject: name,
                detail:
                    "\(purpose); \(scope.joined(separator: " ")) \(tokenRegion.joined(separator: " ")) \(until ?? "")"))
        Terminal.out(secret)
    }

    private func listTokens(_ store: any DeskStore) async throws {
        for token in try await store.tokens(of: name) {
            let scopes = token.scopes.isEmpty ? "semua" : token.scopes.map(\.rawValue).sorted().joined(separator: ",")
            let parts = [
                String(token.key.prefix(12)), token.purpose, scopes, token.regions.joined(separator: ","),
                token.expires?.iso8601 ?? "",
            ]
            Terminal.out(parts.filter { !$0.isEmpty }.joined(separator: "  "))
        }
    }

    private func revokeToken(_ start: String, _ store: any DeskStore) async throws {
        let found = try await store.tokens(of: name).filter { start.utf8.count >= 6 && $0.key.hasPrefix(start) }
        guard let token = found.first, found.count == 1 else {
            throw Exit(
                .usage, id: "Sebutkan sekurangnya 6 huruf pertama dari satu sidik; lihat --tokens.",
                en: "Name at least the first 6 characters of one digest; see --tokens.")
        }
        try await store.removeToken(token.key)
        try await store.write(
            AuditEntry(
                at: Clock.now(), person: NSUserName(), action: "token dicabut", subject: name, detail: token.purpose))
        Terminal.out(speech("Token '\(token.purpose)' dicabut.", "The token '\(token.purpose)' is taken back."))
    }

    private func password() throws -> String {
        guard let passwordFile else {
            speech.tell("Kata sandi untuk \(name):", "Password for \(name):")
            return readLine(strippingNewline: true) ?? ""
        }
        return try SecretFile.read(passwordFile)
    }
}
