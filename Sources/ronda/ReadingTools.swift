import Browser
import Documents
import Foundation
import Reader
import Rules

extension NetworkOptions {
    /// One sentence per program that is wanted and not installed: what stays unknown without it, and what to install.
    func tellMissingTools(_ speech: SpeechOptions) {
        tellMissingBrowser(speech)
        if !PDFText.isInstalled {
            speech.tell(
                "pdftotext tidak terpasang: butir yang hanya ada di PDF tetap belum diketahui; pasang poppler-utils.",
                "pdftotext is not installed: items that stand in PDF files only stay unknown; install poppler-utils.")
        }
        if ocr == .auto, !OCR.isInstalled() {
            speech.tell(
                "tesseract (bahasa ind) tidak terpasang: gambar dan pindaian tidak dibaca; pasang tesseract-ocr tesseract-ocr-ind.",
                "tesseract with Indonesian data is not installed: images and scans are not read; install tesseract-ocr tesseract-ocr-ind."
            )
        }
    }

    private func tellMissingBrowser(_ speech: SpeechOptions) {
        guard render == .auto, !Browser.isInstalled else { return }
        speech.tell(
            "Chromium tidak terpasang: halaman yang hanya tampil dengan JavaScript tetap belum diketahui; pasang chromium.",
            "Chromium is not installed: pages that need JavaScript stay unknown; install chromium.")
    }

    /// The processes that read pages; nil when they are not wanted, or our own executable is not there to be started.
    func readerPool(_ book: RuleBook) -> ReaderPool? { Self.readerPool(book, count: Int(readers)) }

    static func readerPool(_ book: RuleBook, count: Int? = nil) -> ReaderPool? {
        var limits = ReaderLimits()
        limits.readers = count ?? min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 8)
        guard limits.readers > 0, ReaderPool.isPossible else { return nil }
        return ReaderPool(rules: book.path + "/detection", limits: limits)
    }
}
