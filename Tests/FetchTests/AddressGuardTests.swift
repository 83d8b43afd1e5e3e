import Testing

@testable import Fetch

@Suite struct AddressGuardTests {
    @Test(arguments: [
        "10.1.2.3", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "100.127.255.255", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.7", "::1",
        "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:db8::1", "fec0::1",
    ])
    func specialAddressesAreRefused(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!AddressGuard(allowPrivate: false).permits(address))
        #expect(AddressGuard(allowPrivate: true).permits(address))
    }

    @Test(arguments: [
        "103.10.20.30", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.1.1",
        "223.255.255.255", "2606:4700::1111", "2404:6800:4003::200e", "::ffff:8.8.8.8", "2002:808:808::1",
    ])
    func publicAddressesPass(text: String) throws {
        #expect(AddressGuard(allowPrivate: false).permits(try #require(IPAddress(text))))
    }
}

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("[::1]", "::1"), ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
        ("::", "::"), ("1::", "1::"), ("::ffff:1.2.3.4", "::ffff:102:304"), ("0:0:1:0:0:0:1:0", "0:0:1::1:0"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"), ("fe80::1%eth0", "fe80::1"),
    ])
    func readsAndWrites(text: String, written: String) { #expect(IPAddress(text)?.description == written) }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", "1:2:3:4:5:6:7", "1::2::3", "12345::", ":::", "1.2.3.4:80",
        "+1.2.3.4",
    ])
    func refusesWhatIsNone(text: String) { #expect(IPAddress(text) == nil) }
}
