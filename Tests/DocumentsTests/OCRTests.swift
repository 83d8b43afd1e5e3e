import Foundation
import Model
import Testing

@testable import Documents

@Suite(.serialized) struct OCRTests {
    private let address = WebAddress("https://dinkes.contoh.go.id/unggah/maklumat.png")!
    private static let maklumat = [
        "MAKLUMAT PELAYANAN", "Dengan ini kami menyatakan sanggup", "menyelenggarakan pelayanan sesuai standar",
        "dan apabila tidak menepati janji ini,", "kami siap menerima sanksi sesuai peraturan",
    ]

    @Test(
        .enabled(if: MadeFiles.canRecognise, "tesseract, its Indonesian data or ImageMagick are not installed"),
        arguments: ["png", "jpeg", "webp"])
    func `an image of text is read, with its confidence`(format: String) async throws {
        let body = MadeFiles.image(Self.maklumat, format: format)
        let document = try #require(await DocumentReader().read(body, address: address))
        #expect(document.page.plainText.contains("kami siap menerima sanksi"))
        #expect(document.means == .ocr && document.isWhole && document.notes == ["image", "ocr"])
        #expect(try #require(document.words).confidence > 0.8)
        #expect(document.page.blocks.count == 5)
    }

    @Test(.enabled(if: MadeFiles.canRecognise))
    func `a scanned PDF is drawn and read`() async throws {
        let document = try #require(await DocumentReader().read(MadeFiles.scan(Self.maklumat), address: address))
        #expect(document.page.plainText.contains("apabila tidak menepati janji"))
        #expect(document.notes == ["pdf", "pdf_no_text", "ocr"])
        #expect(document.words?.isPicture == false)
    }

    @Test(.enabled(if: MadeFiles.canRecognise))
    func `a picture without words is read, and holds nothing`() async throws {
        let body = MadeFiles.convert(["-size", "600x400", "plasma:green-blue", "jpeg:-"])
        let document = try #require(await DocumentReader().read(body, address: address))
        #expect(document.isWhole)
        #expect(document.words?.isPicture == true)
    }

    @Test func `switched off, nothing is read and nothing is claimed`() async throws {
        var settings = DocumentSettings()
        settings.ocr = false
        let image = try #require(
            await DocumentReader(settings).read(ImageHeaderTests.bomb(width: 500, height: 500), address: address))
        #expect(!image.isWhole && image.notes.contains("ocr_off") && image.page.blocks.isEmpty)
    }

    @Test func `without tesseract the note says so`() async throws {
        var settings = DocumentSettings()
        settings.images.program = "ronda-no-such-program"
        let image = try #require(
            await DocumentReader(settings).read(ImageHeaderTests.bomb(width: 500, height: 500), address: address))
        #expect(!image.isWhole && image.notes == ["image", "ocr", "ocr_no_reader"])
    }

    /// A program in place of tesseract.
    private func fake(_ script: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-fake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        let path = folder.appendingPathComponent("tesseract").path
        try "#!/bin/sh\n[ \"$1\" = --list-langs ] && echo ind && exit 0\n\(script)\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test(arguments: [
        ("sleep 60", OCR.Note.timedOut), ("while :; do :; done", .timedOut), ("kill -SEGV $$", .failed),
        ("exit 1", .failed), ("exit 0", .noText), ("yes", .noText),
    ])
    func `a program that hangs, crashes or floods costs one image`(script: String, note: OCR.Note) throws {
        var limits = OCRLimits()
        limits.program = try fake(script)
        defer { try? FileManager.default.removeItem(atPath: (limits.program as NSString).deletingLastPathComponent) }
        limits.seconds = 1
        limits.textBytes = 100_000
        let start = Date()
        let answer = OCR.run(ImageHeaderTests.bomb(width: 500, height: 500), limits, ToolMemory())
        #expect(answer.note == note)
        #expect(Date().timeIntervalSince(start) < 6)
    }

    @Test func `words and their confidence from tesseract's table`() throws {
        let table = """
            level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
            4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t
            5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.5\tPersyaratan:
            5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t91\tKTP
            5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t31\t~~bi4ya
            5\t1\t1\t1\t2\t2\t0\t0\t9\t9\t5\t|
            5\t1\t2\t1\t1\t1\t0\t0\t9\t9\tx\trusak
            5\t1\t2
            """
        let words = RecognisedWords(tsv: Array(table.utf8))
        #expect(words.text == "Persyaratan: KTP\n~~bi4ya")
        #expect(words.confidence(of: "Persyaratan: KTP") > 0.9)
        #expect(words.confidence(of: "~~bi4ya") < 0.5)
        #expect(words.isPicture)
    }
}
