import Model
import Testing

@testable import Targets

@Suite struct ObjectionListTests {
    private static func read(_ text: String) -> (lines: [ObjectionListReader.Line], problems: [DataProblem]) {
        ObjectionListReader.read(bytes: Array(text.utf8), file: "s.csv")
    }

    @Test func columnsStandInAnyOrderAndUnderTheirUsualNames() {
        let (lines, problems) = Self.read(
            "isi;situs;kode;nama;catatan dalam\r\n\"Situs kami ada; lihat\";dinsos.contohkab.go.id;6112-03;Budi, Sekretaris;x\r\n"
        )
        #expect(problems.isEmpty)
        #expect(lines.map(\.office) == ["6112-03"] && lines[0].by == "Budi, Sekretaris")
        #expect(lines[0].note == "Situs kami ada; lihat" && lines[0].address?.host == "dinsos.contohkab.go.id")
    }

    @Test(arguments: [
        ("kode,oleh,isi\n,Ani,ada situs\n", "s.csv:2:1"), ("kode,oleh,isi\nA1,,ada\n", "s.csv:2:2"),
        ("kode,oleh,isi\nA1,Ani,\n", "s.csv:2:3"), ("kode,oleh,isi,url\nA1,Ani,ada,bukan alamat\n", "s.csv:2:12"),
        ("kode,oleh,isi,waktu\nA1,Ani,ada,kemarin\n", "s.csv:2:12"), ("kode,nilai\nA1,3\n", "s.csv:1:1"),
        ("", "s.csv:1:1"),
    ]) func aRowThatSaysTooLittleIsNamedWithItsPlace(text: String, place: String) {
        let (lines, problems) = Self.read(text)
        #expect(lines.isEmpty)
        #expect(problems.map(\.place.description) == [place])
    }

    @Test func aWrongRowDoesNotTakeTheOthersWithIt() {
        let (lines, problems) = Self.read("kode,oleh,isi\nA1,,x\nA2,Ani,y\n")
        #expect(lines.map(\.office) == ["A2"] && problems.count == 1)
    }
}
