import Foundation
import Rules
import Testing

@testable import Report

struct ReportFileTests {
    @Test func putsTheFileInItsPlaceOnlyWhenWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/index.html"
        try Data("lama".utf8).write(to: URL(fileURLWithPath: path))
        do {
            var file = try ReportFile(path: path)
            try file.write("baru")
        }
        #expect(try folder.read("index.html") == "lama")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["index.html"])
        var file = try ReportFile(path: path)
        try file.write("baru")
        try file.finish()
        #expect(try folder.read("index.html") == "baru")
    }

    @Test func aLinkIsWrittenThroughAndStaysALink() throws {
        let folder = try TemporaryFolder()
        try Data("lama".utf8).write(to: URL(fileURLWithPath: folder.path + "/berkas"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/tautan", withDestinationPath: folder.path + "/berkas")
        var file = try ReportFile(path: folder.path + "/tautan")
        try file.write("baru")
        try file.finish()
        #expect(try folder.read("berkas") == "baru")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/tautan") == folder.path
                + "/berkas")
    }

    @Test func writesMoreThanItsBuffer() throws {
        let folder = try TemporaryFolder()
        var file = try ReportFile(path: folder.path + "/x")
        for _ in 0..<10_000 { try file.write(String(repeating: "a", count: 99) + "\n") }
        try file.finish()
        #expect(try folder.read("x").utf8.count == 1_000_000)
    }

    @Test func aFullDiskIsSaidInOneSentence() throws {
        #expect(throws: ReportError.diskFull(path: "/dev/full")) {
            var file = try ReportFile(path: "/dev/full")
            try file.write("x")
            try file.finish()
        }
        #expect(ReportError.diskFull(path: "/a").sentence(.id).hasPrefix("Ruang disk habis ketika menulis /a;"))
    }

    @Test func aFolderThatCannotBeMade() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/berkas"))
        let error = #expect(throws: ReportError.self) {
            try ReportWriter(words: .sample()).write(snapshot: SampleSnapshot.full, to: folder.path + "/berkas/laporan")
        }
        guard case .folder? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test func leavesNoTemporaryFiles() throws {
        let folder = try TemporaryFolder()
        let paths = try ReportWriter(words: .sample()).write(snapshot: SampleSnapshot.full, to: folder.path + "/a/b")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/b")
        #expect(Set(files.map { folder.path + "/a/b/" + $0 }) == Set(paths))
        #expect(files.count == 8)
    }
}
