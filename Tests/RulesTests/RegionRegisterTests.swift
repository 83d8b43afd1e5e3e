import Model
import Rules
import Testing

@Suite struct RegionRegisterTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test(arguments: [
        ("dinkes.kuburayakab.go.id", "61.12"), ("KUBURAYAKAB.GO.ID.", "61.12"), ("a.b.palangkaraya.go.id", "62.71"),
        ("kalteng.go.id", "62"), ("jakarta.go.id", "31"), ("pkm.pusat.jakarta.go.id", "31.71"),
        ("medan.go.id", "12.71"),
    ])
    func aHostBelongsToTheRegionOfItsDomain(host: String, code: String) throws {
        #expect(try Self.book.get().regions.region(forHost: host)?.code == code)
    }

    @Test(arguments: ["xkuburayakab.go.id", "go.id", "kuburayakab.go.id.example.com", ""])
    func otherHostsBelongToNone(host: String) throws {
        #expect(try Self.book.get().regions.region(forHost: host) == nil)
    }

    @Test func theRegisterIsWhole() throws {
        let regions = try Self.book.get().regions
        #expect(regions.all.count { $0.kind == .provinsi } == 38)
        #expect(regions.all.count { $0.kind != .provinsi } == 514)
        #expect(regions.all.count { $0.isAdministrative } == 6)
        #expect(regions.members(ofProvince: "62").count == 14)
        #expect(regions.all.allSatisfy { regions.region($0.provinceCode)?.kind == .provinsi })
    }

    @Test(arguments: [("61.12", 7), ("64.71", 8), ("94.03", 9), ("11", 7), ("53.08", 8)])
    func aRegionHasItsClock(code: String, hours: Int) throws {
        #expect(try Self.book.get().regions.region(code)?.utcOffsetHours == hours)
    }

    @Test func thePuskesmasOfARegionAreReadWithTheirQuotedCells() throws {
        let book = try Self.book.get()
        let kubuRaya = try book.puskesmas(inRegion: "61.12")
        #expect(
            kubuRaya.contains { $0.code == "P6112050202" && $0.name == "Punggur" && $0.kecamatan == "Sungai Kakap" })
        #expect(kubuRaya.allSatisfy { $0.regionCode == "61.12" })
        let quoted = try book.puskesmas(inRegion: "52.04").first { $0.name == "Maronge" }
        #expect(quoted?.kecamatan == "Maronge,  Kec. Maronge")
        #expect(try book.puskesmas(inRegion: "99.99").isEmpty)
    }
}
