import Model
import Testing

@Suite struct SiteMoveTests {
    typealias Side = (status: OfficeStatus, address: String?)

    static let moves: [(Side, Side, SiteMove?)] = [
        ((.offDomain, "http://dinkesx.blogspot.com/"), (.active, "https://dinkes.x.go.id/"), .movedToGoID),
        ((.socialOnly, nil), (.active, "https://dinkes.x.go.id/"), .movedToGoID),
        ((.missing, nil), (.active, "https://dinkes.x.go.id/"), .provided),
        ((.missing, nil), (.offDomain, "http://dinkesx.blogspot.com/"), .provided),
        ((.placeholder, nil), (.section, "https://x.go.id/dinkes"), .provided),
        ((.active, "https://dinkes.x.go.id/"), (.missing, nil), .gone),
        ((.active, "https://dikes.x.go.id/"), (.active, "https://dinkes.x.go.id/"), .renamed),
        ((.active, "https://dinkes.x.go.id/"), (.offDomain, "https://dinkesx.com/"), .leftGoID),
        ((.active, "http://dinkes.x.go.id/"), (.active, "https://www.dinkes.x.go.id/home"), nil),
        ((.unreachable, nil), (.active, "https://dinkes.x.go.id/"), nil),
        ((.active, "https://dinkes.x.go.id/"), (.blocked, nil), nil),
        ((.missing, nil), (.missing, nil), nil),
    ]

    @Test(arguments: moves)
    func tellsWhatMoved(_ before: Side, _ now: Side, _ expected: SiteMove?) {
        func side(_ side: Side) -> (status: OfficeStatus, address: WebAddress?) {
            (side.status, side.address.flatMap { WebAddress($0) })
        }
        #expect(SiteMove.between(side(before), side(now)) == expected)
    }

    @Test func aRedirectFromTheOldAddressIsNoRename() {
        let old = WebAddress("https://dikes.x.go.id/"), new = WebAddress("https://dinkes.x.go.id/")
        #expect(SiteMove.between((.active, old), (.active, new), asked: old) == .redirected)
    }

    @Test func aProofNumberIsStableAndItsOwn() {
        let number = ProofNumber.of(scan: "20260302T010000Z-6112", office: "61.12.7", status: .missing)
        #expect(number == ProofNumber.of(scan: "20260302T010000Z-6112", office: "61.12.7", status: .missing))
        #expect(number.wholeMatch(of: /BT(-[0-9A-HJKMNP-TV-Z]{4}){3}/) != nil)
        let all = (0..<20_000).map { ProofNumber.of(scan: "s", office: "61.12.\($0)", status: .missing) }
        #expect(Set(all).count == all.count)
        #expect(
            ProofNumber.of(scan: "s", office: "a", status: .missing)
                != ProofNumber.of(scan: "s", office: "a", status: .unreachable))
    }
}
