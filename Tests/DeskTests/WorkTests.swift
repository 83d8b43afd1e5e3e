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
