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

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if !name.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 })
            || name.isEmpty || name.utf8.count > 60
        {
            throw ValidationError("Nama akun: huruf kecil, angka, titik dan tanda hubung saja.")
        }
        if Person.Role(rawValue: role) == nil { throw ValidationError("--role: admin, petugas atau pembaca.") }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try storage.open()
            if let token { return try await makeToken(token, store) }
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

    private func makeToken(_ purpose: String, _ store: SQLiteStore) async throws {
        guard try await store.account(name) != nil else {
            throw Exit(.usage, id: "Tidak ada akun \(name).", en: "There is no account \(name).")
        }
        let secret = PasswordHash.secret()
        try await store.keep(
            APIToken(key: SHA256.hex(secret), purpose: purpose, person: name, createdAt: Clock.now()))
        Terminal.out(secret)
    }

    private func password() throws -> String {
        guard let passwordFile else {
            speech.tell("Kata sandi untuk \(name):", "Password for \(name):")
            return readLine(strippingNewline: true) ?? ""
        }
        return try SecretFile.read(passwordFile)
    }
}
