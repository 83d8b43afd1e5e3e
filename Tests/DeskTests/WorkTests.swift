import Foundation
import Model
import Store
import Testing

@testable import Desk

@Suite struct WorkTests {
    private let list = "kode,nama,jenis,wilayah,url\nA1,Dinas Sosial,sosial,61.12,\nA2,Dinas Baru,kesehatan,61.12,\n"

    private func send(_ desk: DeskHarness, _ text: String, step: String, as person: String = "dekat") async throws
        -> DeskHarness.Answer
    {
        try await desk.post(
            "/daftar", as: person, ["nama": "kubu", "isi": text, "langkah": step, "sejak": "2026-03-01"])
    }

    @Test func aDryRunWritesNothingAndSavingDoes() async throws {
        let desk = try await DeskHarness()
        #expect(try await send(desk, list, step: "coba").status == 200)
        #expect(try await desk.store.officeLists().isEmpty)
        #expect(try await send(desk, list, step: "simpan").status == 303)
        #expect(try await desk.store.offices(ofList: "kubu").map(\.target.code) == ["A1", "A2"])
        #expect(try await desk.get("/daftar/kubu", as: "jauh").status == 404)
        #expect(try await desk.get("/daftar/kubu/csv", as: "dekat").text.contains("Dinas Baru"))
    }

    @Test func aListWithAnErrorIsNotSaved() async throws {
        let desk = try await DeskHarness()
        let answer = try await send(desk, list + "A3,,sosial,61.12,\n", step: "simpan")
        #expect(answer.status == 422)
        #expect(answer.text.contains("nama kosong"))
        #expect(try await desk.store.officeLists().isEmpty)
    }

    @Test func aListOfOtherRegionsIsNotSaved() async throws {
        let desk = try await DeskHarness()
        #expect(try await send(desk, list, step: "simpan", as: "jauh").status == 422)
        #expect(try await desk.store.officeLists().isEmpty)
    }

    @Test func aFileComesInAsMultipart() async throws {
        let desk = try await DeskHarness()
        let parts = [("kunci", "kunci-dekat"), ("nama", "kubu"), ("sejak", "2026-03-01"), ("langkah", "simpan")]
        var body = parts.map { "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        body += "--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.csv\"\r\n\r\n\(list)\r\n--x--\r\n"
        let answer = try await desk.ask(
            .post, "/daftar", as: "dekat", body: Array(body.utf8), type: "multipart/form-data; boundary=x")
        #expect(answer.status == 303)
        #expect(try await desk.store.offices(ofList: "kubu").count == 2)
    }

    @Test func anOfficeIsRenamedAndMergedWithItsHistory() async throws {
        let desk = try await DeskHarness()
        _ = try await send(desk, list, step: "simpan")
        let renamed = try await desk.post(
            "/daftar/kubu/kantor/A1", as: "dekat",
            ["nama_kantor": "Dinas Sosial dan PMD", "sejak": "2026-03-05", "dasar": "Perbup 3/2026"])
        #expect(renamed.status == 303)
        let merged = try await desk.post(
            "/daftar/kubu/kantor/A2/tutup", as: "dekat", ["penerus": "A1", "sejak": "2026-03-08"])
        #expect(merged.status == 303)
        let states = try await desk.store.offices(ofList: "kubu")
        #expect(states.map(\.until) == ["2026-03-05", nil, "2026-03-08"])
        #expect(states.last?.successor == "A1")
        let before = try await desk.get("/daftar/kubu?tanggal=2026-03-02", as: "dekat").text
        #expect(before.contains("2 kantor") && !before.contains("Dinas Sosial dan PMD"))
        #expect(try await desk.get("/daftar/kubu?tanggal=2026-03-08", as: "dekat").text.contains("1 kantor"))
    }

    @Test func aScheduleNamesKeptListsAndRegions() async throws {
        let desk = try await DeskHarness()
        _ = try await send(desk, list, step: "simpan")
        let form = ["nama": "senin", "kapan": "setiap Senin 01.00", "simpanan": "kubu", "zona": "WITA"]
        #expect(try await desk.post("/jadwal", as: "jauh", form).status == 422)
        #expect(try await desk.post("/jadwal", as: "dekat", form).status == 303)
        let schedule = try #require(try await desk.store.schedules().first)
        #expect(schedule.lists == ["daftar:kubu"] && schedule.regions == ["61.12"] && schedule.zone == "WITA")
        #expect(try await desk.post("/jadwal/senin/sekarang", as: "dekat").status == 303)
        #expect(try await desk.store.waitingRequests().map(\.subject) == ["senin"])
    }

    @Test func nobodyAnswersTheirOwnObjection() async throws {
        let desk = try await DeskHarness()
        _ = try await desk.post("/kantor/A1/pernyataan", as: "dekat", ["jenis": "object", "alasan": "keliru"])
        let answer = ["hasil": "accepted", "alasan": "benar"]
        #expect(try await desk.post("/sanggahan/1", as: "dekat", answer).status == 403)
        #expect(try await desk.post("/sanggahan/1", as: "jauh", answer).status == 404)
        #expect(try await desk.post("/sanggahan/1", as: "admin", answer).status == 303)
        #expect(try await desk.store.statements(of: "A1").first?.answer?.outcome == .accepted)
    }

    @Test(arguments: [("2026-04-01", 303), ("2026-03-01", 422), ("2028-01-01", 422), ("besok", 422)])
    func explanationsEnd(until: String, status: Int) async throws {
        let desk = try await DeskHarness()
        let answer = try await desk.post(
            "/kantor/A1/pernyataan", as: "dekat", ["jenis": "explain", "alasan": "pindah server", "sampai": until])
        #expect(answer.status == status)
        #expect(try await desk.store.statements(of: nil).first?.expires?.day == (status == 303 ? "2026-04-02" : nil))
    }

    @Test func publicReadingHidesWhatHelpsAttackers() async throws {
        let desk = try await DeskHarness(publicReading: true)
        #expect(try await desk.get("/wilayah/61.12").status == 200)
        #expect(try await desk.get("/bukti/\(DeskSample.body)").status == 303)
        #expect(try await desk.get("/sanggahan").status == 303)
    }
}

@Suite struct ScheduleEditTests {
    private let list = "kode,nama,jenis,wilayah,url\nA1,Dinas Sosial,sosial,61.12,\n"

    /// A desk with a kept list and a schedule on it.
    private func desk() async throws -> DeskHarness {
        let desk = try await DeskHarness()
        let kept = ["nama": "kubu", "isi": list, "langkah": "simpan", "sejak": "2026-03-01"]
        #expect(try await desk.post("/daftar", as: "dekat", kept).status == 303)
        let form = [
            "nama": "senin", "kapan": "setiap Senin 01.00", "simpanan": "kubu", "libur": "2026-12-24..2027-01-02",
        ]
        #expect(try await desk.post("/jadwal", as: "dekat", form).status == 303)
        return desk
    }

    private func version(_ desk: DeskHarness) async throws -> String {
        SchedulesPage.version(try #require(try await desk.store.schedules().first))
    }

    @Test func aScheduleIsChangedAndKeepsItsNameAndSeed() async throws {
        let desk = try await desk()
        let old = try #require(try await desk.store.schedules().first)
        #expect(old.frozen == [DayRange(first: "2026-12-24", last: "2027-01-02")])
        let shown = try await desk.get("/jadwal/senin/ubah", as: "dekat").text
        #expect(shown.contains("value=\"setiap Senin 01.00\"") && shown.contains("value=\"2026-12-24..2027-01-02\""))
        #expect(shown.contains("name=\"simpanan\" value=\"kubu\" checked"))
        let form = [
            "semula": try await version(desk), "kapan": "setiap Selasa 02.00", "zona": "WITA", "simpanan": "kubu",
            "jam": "20.00-05.00", "halaman": "12", "sebar": "30",
        ]
        #expect(try await desk.post("/jadwal/senin/ubah", as: "dekat", form).status == 303)
        let new = try #require(try await desk.store.schedules().first)
        #expect(new.id == "senin" && new.seed == old.seed && new.when == "setiap Selasa 02.00" && new.zone == "WITA")
        #expect(new.maxPages == 12 && new.jitterMinutes == 30 && new.frozen.isEmpty)
        #expect(new.window.map(ScheduleFields.text) == "20.00-05.00")
        #expect(try await desk.store.audit(limit: 1).first?.action == "jadwal diubah")
    }

    @Test(arguments: [
        ("kapan", "entah kapan"), ("halaman", "-1"), ("sebar", "2000"), ("libur", "kemarin"), ("simpanan", "lain"),
    ])
    func aWrongChangeIsSaidAndChangesNothing(field: String, value: String) async throws {
        let desk = try await desk()
        let old = try await desk.store.schedules()
        var form = ["semula": try await version(desk), "kapan": "setiap Senin 01.00", "simpanan": "kubu"]
        form[field] = value
        #expect(try await desk.post("/jadwal/senin/ubah", as: "dekat", form).status == 422)
        #expect(try await desk.store.schedules() == old)
    }

    @Test func theSecondOfTwoWhoChangeItIsRefused() async throws {
        let desk = try await desk()
        let form = ["semula": try await version(desk), "kapan": "bulanan", "simpanan": "kubu"]
        #expect(try await desk.post("/jadwal/senin/ubah", as: "dekat", form).status == 303)
        #expect(try await desk.post("/jadwal/senin/ubah", as: "admin", form).status == 409)
    }

    @Test(arguments: ["jauh", "baca"])
    func othersNeitherSeeNorChangeIt(person: String) async throws {
        let desk = try await desk()
        let form = ["semula": try await version(desk), "kapan": "bulanan", "simpanan": "kubu"]
        #expect(try await desk.get("/jadwal/senin/ubah", as: person).status == 404)
        #expect(try await desk.post("/jadwal/senin/ubah", as: person, form).status == 404)
        #expect(try await desk.post("/jadwal/senin/hapus", as: person).status == 404)
        #expect(try await desk.store.schedules().count == 1)
    }

    @Test func itIsTakenAwayAndItsFormsNeedTheKey() async throws {
        let desk = try await desk()
        #expect(try await desk.post("/jadwal/senin/hapus", as: "dekat", ["kunci": "lain"]).status == 403)
        #expect(try await desk.post("/jadwal/senin/hapus", as: "dekat").status == 303)
        #expect(try await desk.store.schedules().isEmpty)
    }
}

@Suite struct FreshnessTests {
    @Test func aRoundJudgedAnewIsShownAtOnce() async throws {
        let desk = try await DeskHarness()
        let before = try await desk.get("/", as: "admin").text
        #expect(try await desk.get("/", as: "admin").text == before)
        // As `ronda rejudge` does it, from another process: no word to the desk.
        let stored = try #require(try await desk.store.record(of: "A1", in: "s1"))
        var verdict = try #require(try await desk.store.verdict(of: "A1", in: "s1"))
        verdict.status = .placeholder
        let region = try await desk.get("/wilayah/61.12", as: "admin").text
        try await desk.store.replace(stored, verdict, bodies: [], in: "s1")
        try await desk.store.update(try #require(try await desk.store.scan("s1")))
        #expect(try await desk.get("/", as: "admin").text != before)
        #expect(try await desk.get("/wilayah/61.12", as: "admin").text != region)
    }

    @Test func theOverviewTellsWhatChangedAndWhatDisturbed() async throws {
        let desk = try await DeskHarness()
        #expect(try await desk.get("/", as: "dekat").text.contains("Tidak ada kantor yang keadaannya berubah"))
        try await DeskSample.secondRound(desk.store)
        let text = try await desk.get("/", as: "dekat").text
        #expect(text.contains("Kini diduga tanpa situs: 1") && text.contains("href=\"/kantor/A1\""))
        #expect(text.contains("Gangguan dalam pemeriksaan terakhir") && text.contains("192.0.2.1"))
        let other = try await desk.get("/", as: "jauh").text
        #expect(!other.contains("/kantor/A1") && !other.contains("192.0.2.1"))
    }

    @Test(arguments: ["daftar-tanpa-situs.csv", "daftar-tanpa-situs.xlsx", "temuan.csv"])
    func filesAreForTheRegionsOwnPeople(name: String) async throws {
        let desk = try await DeskHarness(publicReading: true)
        let answer = try await desk.get("/wilayah/61.12/\(name)", as: "dekat")
        #expect(
            answer.status == 200 && answer.bytes.starts(with: name.hasSuffix("xlsx") ? [0x50, 0x4B] : [0xEF, 0xBB]))
        #expect(answer.headers[.contentDisposition]?.hasSuffix("-6112.\(name.suffix(4).drop { $0 == "." })\"") == true)
        #expect(try await desk.get("/wilayah/61.12/\(name)", as: "jauh").status == 404)
        #expect(try await desk.get("/wilayah/61.12/\(name)").status == 404)
    }
}

@Suite struct TokenTests {
    private static func secret(_ letter: Character) -> String { String(repeating: letter, count: 64) }

    private func desk(_ change: (inout APIToken) -> Void, person: String = "admin") async throws -> DeskHarness {
        let desk = try await DeskHarness()
        var token = APIToken(
            key: DeskHarness.key(of: Self.secret("c")), purpose: "uji", person: person, createdAt: DeskHarness.now)
        change(&token)
        try await desk.store.keep(token)
        return desk
    }

    private func status(_ desk: DeskHarness, _ path: String) async throws -> Int {
        try await desk.ask(.get, path, bearer: Self.secret("c")).status
    }

    @Test(arguments: [
        (APIToken.Scope.counts, [200, 200, 200, 403, 403, 403]), (.offices, [403, 403, 403, 200, 403, 403]),
        (.evidence, [403, 403, 403, 403, 200, 403]), (.downloads, [403, 403, 403, 403, 403, 200]),
    ])
    func aScopeOpensWhatItNames(scope: APIToken.Scope, wanted: [Int]) async throws {
        let desk = try await desk { $0.scopes = [scope] }
        let paths = [
            "/api/v1/regions", "/api/v1/regions/61.12", "/api/v1/scans", "/api/v1/regions/61.12/offices",
            "/api/v1/offices/A1", "/api/v1/regions/61.12/missing.xlsx",
        ]
        var seen: [Int] = []
        for path in paths { seen.append(try await status(desk, path)) }
        #expect(seen == wanted)
    }

    @Test func aTokenOfARegionOpensNoOther() async throws {
        let desk = try await desk({ $0.regions = ["61"] })
        #expect(try await status(desk, "/api/v1/offices/A1") == 200)
        #expect(try await status(desk, "/api/v1/offices/B1") == 404)
        let own = try await self.desk({ $0.regions = ["62.71"] }, person: "dekat")
        #expect(try await status(own, "/api/v1/offices/B1") == 401)
    }

    @Test func itEndsIsTakenBackAndOpensNoPage() async throws {
        let desk = try await desk({ $0.expires = DeskHarness.now })
        #expect(try await status(desk, "/api/v1/regions") == 401)
        let other = try await self.desk({ $0.expires = DeskHarness.now.adding(seconds: 60) })
        #expect(try await status(other, "/api/v1/regions") == 200)
        #expect(try await status(other, "/wilayah/61.12") == 303)
        try await other.store.removeToken(DeskHarness.key(of: Self.secret("c")))
        #expect(try await status(other, "/api/v1/regions") == 401)
    }
}
