import ArgumentParser
import Foundation
import Messages
import Model
import Report
import Store

struct MessageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Pesan yang terkirim, menunggu, atau gagal; yang terbaru dahulu. (What was sent, waits or failed.)",
        discussion: "Alamat webhook hanya disebut hostnya, karena jalurnya rahasia.")

    @Option(help: "Paling banyak sekian pesan.")
    var limit = 50

    @Option(help: "Coba lagi pesan bernomor ini sekarang juga, bila ronda serve atau schedule run sedang berjalan.")
    var retry: Int?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            let messages = try await store.messages(limit: retry == nil ? max(1, limit) : 100_000)
            guard let retry else { return messages.forEach { Terminal.out(line($0)) } }
            guard var message = messages.first(where: { $0.id == retry }), message.state != .sent else {
                throw Exit(
                    .usage, id: "Tidak ada pesan nomor \(retry) yang belum terkirim.",
                    en: "There is no message \(retry) that was not sent.")
            }
            message.state = .waiting
            message.tries = 0
            message.due = Clock.now()
            try await store.update(message)
        }
    }

    private func line(_ message: Message) -> String {
        let state =
            switch message.state {
            case .sent: speech("terkirim", "sent")
            case .waiting: speech("menunggu \(message.due.iso8601)", "waits until \(message.due.iso8601)")
            case .dead: speech("gagal", "failed")
            }
        let tries = speech("\(message.tries) kali dicoba", "tried \(message.tries) times")
        let trouble = message.trouble.isEmpty ? "" : "  " + PlainText.clean(message.trouble, limit: 200)
        return "\(message.id)  \(state), \(tries)  \(PlainText.clean(message.receiver))  "
            + PlainText.clean(message.subject, limit: 200) + trouble
    }
}

extension Courier {
    /// Looks every five seconds until its task is cancelled; trouble with the store is said and tried again.
    func deliverForEver() async {
        while !Task.isCancelled {
            do { try await deliver() } catch { Terminal.error("ronda: \(error)") }
            try? await Task.sleep(for: .seconds(5))
        }
    }
}
