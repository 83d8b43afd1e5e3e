import Documents

extension NetworkOptions {
    /// One sentence per program that is wanted and not installed: what stays unknown without it, and what to install.
    func tellMissingTools(_ speech: SpeechOptions) {
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
}
