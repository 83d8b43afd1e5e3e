import Model
import Testing

@testable import Fetch

@Suite struct NetworkTableTests {
    private static let text = """
        # first\tlast\tnumber\tcountry\tname
        10.0.0.0\t10.0.0.255\t65001\tID\tDISKOMINFO UJI
        10.0.2.0\t10.0.3.255\t65002\tID\tHOSTING SATU
        0.0.0.0\t0.255.255.255\t0\tNone\tNot routed
        2001:db8::\t2001:db8:ffff:ffff:ffff:ffff:ffff:ffff\t65003\tSG\tAWAN
        """

    @Test(
        arguments: [
            ("10.0.0.0", 65001), ("10.0.0.255", 65001), ("10.0.1.0", nil), ("10.0.3.7", 65002), ("10.0.4.0", nil),
            ("9.255.255.255", nil), ("0.0.0.1", nil), ("2001:db8::1", 65003), ("2001:db9::", nil), ("bukan", nil),
        ] as [(String, Int?)])
    func addressesFallIntoTheirRange(address: String, number: Int?) throws {
        let table = try NetworkTable(text: Self.text, file: "asn.tsv")
        #expect(table.network(of: address)?.number == number)
    }

    @Test(arguments: [
        "10.0.0.0\t10.0.0.255\t65001\tID", "10.0.0.0\t2001:db8::\t1\tID\tX", "a\tb\t1\tID\tX",
        "10.0.0.0\t10.0.0.1\t-4\tID\tX",
    ])
    func aLineThatIsNoneIsNamed(line: String) {
        #expect(throws: FetchError.badNetworkLine(file: "asn.tsv", line: 2)) {
            try NetworkTable(text: "# kepala\n" + line, file: "asn.tsv")
        }
    }

    @Test func aTextRecordThatRunsOverItsEndIsMalformed() {
        let head: [UInt8] = [0, 1, 0x81, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 16, 0, 1, 0, 0, 0, 60]
        #expect(RecordText.read(head + [0, 4, 3] + Array("abc".utf8), type: .txt) == ["abc"])
        #expect(RecordText.read(head + [0, 4, 9] + Array("abc".utf8), type: .txt) == nil)
        #expect(RecordText.read(head + [0, 40, 3] + Array("abc".utf8), type: .txt) == nil)
    }
}
