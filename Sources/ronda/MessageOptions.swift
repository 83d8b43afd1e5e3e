import ArgumentParser
import Foundation
import Messages
import Model
import Report
import Scan
import Store

/// Who is told of finished rounds, and through which server.
struct MessageOptions: ParsableArguments {
    @Option(help: "Server surel: smtp://mail.contoh.go.id:587 atau smtps://...")
    var smtp: String?

    @Option(help: "Alamat pengirim.")
    var mailFrom = "ronda@localhost"

    @Option(help: "Penerima ringkasan putaran; boleh diulang.")
    var mailTo: [String] = []

    @Option(help: "Penerima yang juga boleh tahu situs yang disusupi; boleh diulang.")
    var mailPrivate: [String] = []

    @Option(help: "Berkas berisi nama:sandi untuk server surel; hanya pemiliknya yang boleh membaca (mode 600).")
    var mailLogin: String?

    @Option(help: "Alamat https yang menerima ringkasan sebagai JSON {subject, text}; boleh diulang.")
    var webhook: [String] = []

    @Option(
        help: """
            Berkas (mode 600) untuk layanan berbentuk sendiri seperti Telegram: baris pertama alamat https, di bawahnya \
            JSON dengan {{subject}} dan {{text:3500}}; boleh diulang.
            """)
    var hook: [String] = []

    @Option(help: "Putaran buruk berturut-turut sebelum suatu situs dikatakan turun; paling sedikit 2.")
    var badRounds = 2

    func validate() throws {
        if !(2...10).contains(badRounds) { throw ValidationError("--bad-rounds: 2 sampai 10.") }
        for file in hook {
            do { _ = try Hook(file: file) } catch { throw ValidationError("--hook: \(error.description)") }
        }
        for address in mailTo + mailPrivate + [mailFrom]
        where !address.contains("@") || address.contains(where: { $0.isNewline || $0 == " " || $0 == "<" }) {
            throw ValidationError("Alamat surel '\(address)' tidak dapat dipakai.")
        }
        if !(mailTo + mailPrivate).isEmpty, smtp == nil { throw ValidationError("--mail-to membutuhkan --smtp.") }
        if let wrong = webhook.first(where: { !$0.hasPrefix("https://") && !$0.hasPrefix("http://127.0.0.1") }) {
            throw ValidationError("--webhook: alamat https, bukan '\(wrong)'.")
        }
    }

    var receivers: [(to: String, isPrivate: Bool)] {
        mailTo.map { ("mailto:" + $0, false) } + mailPrivate.map { ("mailto:" + $0, true) }
            + webhook.map { ($0, false) } + hook.map { ("hook:" + URL(fileURLWithPath: $0).path, false) }
    }

    func courier(_ store: any RoundStore) throws -> Courier {
        var settings = Courier.Settings()
        settings.smtp = smtp
        settings.from = mailFrom
        settings.login = try mailLogin.map(SecretFile.read)
        return Courier(settings, store: store, now: Clock.now)
    }

    /// Keeps the digest of a finished round for every receiver.
    func post(_ scan: String, _ session: Session, _ store: any RoundStore) async throws {
        guard !receivers.isEmpty else { return }
        let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
        var news = RoundNews(badRounds: badRounds)
        for office in snapshot.offices {
            let rounds = try await store.rounds(of: office.target.code, before: scan, limit: 12)
            news.add(
                office.target, office.verdict, history: rounds.map(\.verdict),
                finished: snapshot.scan.finishedAt ?? office.finishedAt, before: rounds.first?.finishedAt)
        }
        let region = snapshot.scan.regions.map { snapshot.regionNames[$0] ?? $0 }.joined(separator: ", ")
        let lead = CountSentence(snapshot).text(session.speech.lang)
        for receiver in receivers {
            let digest = Digest(
                news, region: region, lead: lead, scan: scan, isPrivate: receiver.isPrivate,
                english: session.speech.lang == .en)
            try await store.post(
                Message(
                    key: "round:\(scan)", to: receiver.to, subject: digest.subject, body: digest.body, due: Clock.now())
            )
        }
    }
}

/// A secret in a file of its own.
enum SecretFile {
    static func read(_ path: String) throws(Exit) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0,
            let data = FileManager.default.contents(atPath: path),
            let line = String(decoding: data, as: UTF8.self).split(separator: "\n").first
        else {
            throw Exit(
                .usage, id: "\(path) tidak ada, kosong, atau terbaca orang lain; jalankan chmod 600.",
                en: "\(path) is missing, empty or readable by others; run chmod 600.")
        }
        return String(line)
    }
}
