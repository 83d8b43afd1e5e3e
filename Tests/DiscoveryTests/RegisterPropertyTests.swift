import Model
import Rules
import Testing

@testable import Discovery

/// What must hold for every region and every puskesmas of the registers, not for chosen examples.
struct RegisterPropertyTests {
    @Test("An office of every region is known as its own, and as another region's everywhere else")
    func everyRegion() throws {
        let regions = Samples.book.regions.all
        var wrong: [String] = []
        for (index, region) in regions.enumerated() {
            let text = "Dinas Kesehatan \(region.fullName)"
            let owner = try #require(Samples.reader.owner(in: text))
            let here = Samples.office("Dinas Kesehatan", "kesehatan", region: region.code)
                .compare(owner, gazetteer: Samples.reader.gazetteer)
            if here != .same(1) { wrong.append("\(text) is not its own: \(here)") }
            let other = regions[(index + 137) % regions.count]
            guard other.provinceCode != region.code, region.provinceCode != other.code else { continue }
            let there = Samples.office("Dinas Kesehatan", "kesehatan", region: other.code)
                .compare(owner, gazetteer: Samples.reader.gazetteer)
            if there != .otherRegion { wrong.append("\(text) taken for \(other.name): \(there)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    }

    @Test(
        "Every puskesmas of a region is known by its name and its likeliest host, and no other one is",
        arguments: ["61.12", "33.01", "35.73", "16.71", "13.06", "64.72", "53.01"])
    func everyPuskesmas(_ region: String) throws {
        let names = try Samples.book.puskesmas(inRegion: region).map(\.name)
        try #require(names.count > 5)
        let offices = names.map { Samples.office("Puskesmas \($0)", "puskesmas", region: region) }
        var wrong: [String] = []
        for (name, office) in zip(names, offices) {
            let text = "UPTD Puskesmas \(name), \(Samples.book.regions.region(region)?.fullName ?? "")"
            guard let owner = Samples.reader.owner(in: text),
                case .same = office.compare(owner, gazetteer: Samples.reader.gazetteer)
            else {
                wrong.append("\(text) not known")
                continue
            }
            let host = Samples.naming.nameForms(office).first.map { "puskesmas\($0).kuburayakab.go.id" } ?? ""
            if Samples.naming.score(host: host, office: office) < 0.9 { wrong.append("\(host) not known") }
            for (rival, other) in zip(names, offices)
            where PlaceSpelling.joined(other.proper) != PlaceSpelling.joined(office.proper) {
                if other.compare(owner, gazetteer: Samples.reader.gazetteer).score > 0 {
                    wrong.append("\(text) taken for \(rival)")
                }
                if Samples.naming.score(host: host, office: other) > 0.5 { wrong.append("\(host) taken for \(rival)") }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    }
}
