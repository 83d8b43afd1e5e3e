import Model
import Testing

@testable import Targets

@Suite struct HostListTests {
    @Test func readsAColumnOfHostsByItsName() {
        let text = "no;kode;Situs\n1;61.12.7;dinkes.x.go.id\n2;;https://laman.x.go.id/kab\n3;61.12.9;-\n"
        let (hosts, skipped) = HostListReader.read(text: text, file: "/a/register.csv")
        #expect(hosts.map(\.address.description) == ["https://dinkes.x.go.id/", "https://laman.x.go.id/kab"])
        #expect(hosts.map(\.office) == ["61.12.7", nil])
        #expect(hosts[0].origin == "register.csv baris 2")
        #expect(skipped == 1)
    }

    @Test func readsAPlainListAndNoWildcardsOrMailboxes() {
        let (hosts, skipped) = HostListReader.read(
            text: "dinkes.x.go.id\r\n*.x.go.id\r\nadmin@x.go.id\r\nwww.bpbd.x.go.id\r\n", file: "h.txt")
        #expect(hosts.map(\.address.host) == ["dinkes.x.go.id", "www.bpbd.x.go.id"])
        #expect(skipped == 2)
    }
}
