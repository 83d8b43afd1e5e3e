import Foundation
import Model
import Report
import Rules
import Scan
import Synchronization

/// Shows how a round goes: one living line on a terminal, plain lines elsewhere.
final class ScanProgress: Sendable {
    private let speech: SpeechOptions
    private let labels: StatusTexts
    private let started = ContinuousClock.now
    private let state = Mutex(State())

    private struct State {
        var first = 0
        var pages = 0
    }

    init(speech: SpeechOptions, labels: StatusTexts) {
        self.speech = speech
        self.labels = labels
    }

    func show(_ event: ScanEvent) {
        guard !speech.quiet else { return }
        switch event {
        case .opened(let scan, let total, let remaining): opened(scan, total, remaining)
        case .surveying(let region):
            line(speech("Membaca portal wilayah \(region) ...", "Reading the portal of region \(region) ..."))
        case .finished(let office, let status, let pages, let done, let total):
            finished(office, status, pages, done, total)
        case .secondPass(let offices, let seconds):
            line(
                speech(
                    "\(offices) kantor dicoba sekali lagi setelah jeda \(Int(seconds)) detik ...",
                    "\(offices) offices are tried once more after a pause of \(Int(seconds)) seconds ..."))
        case .suspended:
            line(
                speech(
                    "Jaringan sendiri putus: pemeriksaan dihentikan sementara dan tidak ada yang dinilai.",
                    "Our own network is down: the scan is suspended and nothing is judged."))
        case .resumed: line(speech("Jaringan pulih, dilanjutkan.", "The network is back, going on."))
        case .closed(let scan):
            line(speech("Pemeriksaan \(scan.id) selesai.", "Scan \(scan.id) is finished."))
        }
    }

    private func opened(_ scan: ScanRecord, _ total: Int, _ remaining: Int) {
        state.withLock { $0.first = total - remaining }
        if remaining < total {
            line(
                speech(
                    "Melanjutkan pemeriksaan \(scan.id): \(total - remaining) dari \(total) kantor sudah selesai.",
                    "Resuming scan \(scan.id): \(total - remaining) of \(total) offices are done."))
        } else {
            line(speech("Pemeriksaan \(scan.id): \(total) kantor.", "Scan \(scan.id): \(total) offices."))
        }
    }

    private func finished(_ office: Target, _ status: OfficeStatus, _ pages: Int, _ done: Int, _ total: Int) {
        let (first, allPages) = state.withLock {
            $0.pages += pages
            return ($0.first, $0.pages)
        }
        if Terminal.errorIsTerminal {
            Terminal.status(
                "\(done)/\(total) \(rate(done - first, total - done)) · \(speech("halaman", "pages")) \(allPages)")
            if done == total { Terminal.error("") }
        } else {
            Terminal.error(
                "\(done)/\(total) \(PlainText.clean(office.name)): \(labels.label(status, speech.lang)) (\(pages) \(speech("halaman", "pages")))"
            )
        }
    }

    /// Offices a minute and the time left, once it can be said.
    private func rate(_ done: Int, _ left: Int) -> String {
        let seconds = Double(started.duration(to: .now).components.seconds)
        guard done > 0, seconds > 0 else { return "" }
        let minutes = Double(left) * seconds / Double(done) / 60
        let perMinute = Int(Double(done) * 60 / seconds)
        return
            "· \(perMinute)/\(speech("menit", "min")) · \(speech("sisa", "left")) ±\(Int(minutes.rounded(.up))) \(speech("menit", "min"))"
    }

    private func line(_ text: String) { Terminal.error(text) }
}
