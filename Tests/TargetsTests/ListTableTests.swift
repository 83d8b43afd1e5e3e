import Model
import Testing

@testable import Targets

@Suite struct ListTableTests {
    @Test func theRowsOfASheetKeepTheirNumbers() {
        let table = ListTable.sheet(
            [["Daftar OPD"], [], ["Nama Instansi", "Wilayah"], ["Dinas Sosial", "61.12"], [], ["", "62"]],
            file: "a.xlsx")
        #expect(table.problems.isEmpty)
        #expect(table.header.map(\.text) == ["Nama Instansi", "Wilayah"])
        #expect(table.rows.map(\.line) == [4, 6])
        #expect(table.rows[1].cells[1].column == 2)
    }

    @Test(
        arguments: [
            ("a,b\r\n\"c\"\"d\",\"e\nf\"\r\ng", [["a", "b"], ["c\"d", "e\nf"], ["g"]]),
            ("a,,\n,\n\n b ,c\"d\"", [["a", "", ""], [" b ", "c\"d\""]]), ("", []), ("\"\"", []),
            ("a\rb\n\rc", [["a"], ["b"], ["c"]]),
        ] as [(String, [[String]])])
    func textIsSplitAsTheRFCAndExcelDo(text: String, rows: [[String]]) {
        #expect(DelimitedText(text, delimiter: ",").rows.map { $0.map(\.text) } == rows)
    }
}
