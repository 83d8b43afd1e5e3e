import Digest
import Hummingbird
import Model
import Store
import Testing

@testable import Desk

@Suite struct AccessTests {
    @Test(arguments: [
        "/", "/wilayah/61.12", "/kantor/A1", "/bukti/\(DeskSample.body)", "/bukti/\(DeskSample.body)/isi", "/jadwal",
        "/daftar", "/sanggahan", "/penilaian", "/peta", "/peta/61", "/ketelitian", "/akun", "/catatan", "/pemeriksaan",
        "/kemajuan", "/wilayah/61.12/surat/docx", "/kantor/A1/surat/html", "/wilayah/61.12/daftar-tanpa-situs.csv",
    ])
    func strangersSeeNothing(path: String) async throws {
        let answer = try await DeskHarness().get(path)
        #expect(answer.status == 303 || answer.status == 404)
        #expect(!answer.text.contains("Dinas B"))
    }

    /// Insecure direct object references: what is not of somebody's regions is not there for them.
    @Test(arguments: [
        "/wilayah/61.12", "/kantor/A1", "/bukti/\(DeskSample.body)", "/bukti/\(DeskSample.body)/isi", "/peta/61",
        "/wilayah/61.12/surat/docx", "/kantor/A1/surat/docx", "/wilayah/61.12/daftar-tanpa-situs.csv",
        "/api/v1/regions/61.12", "/api/v1/regions/61.12/offices", "/api/v1/offices/A1",
    ])
    func otherRegionsAreNotFound(path: String) async throws {
        let desk = try await DeskHarness()
        #expect(try await desk.get(path, as: "jauh").status == 404)
        let own = try await desk.get(path, as: "dekat").status
        #expect(own == 200 || (own == 422 && path.contains("surat")))
    }

    @Test(arguments: [
        "/kantor/A1/pernyataan", "/kantor/A1/periksa", "/daftar", "/jadwal", "/penilaian", "/sanggahan/1", "/akun",
        "/akun/dekat/tutup", "/keluar",
    ])
    func formsOfOtherSitesAreRefused(path: String) async throws {
        let desk = try await DeskHarness()
        let fields = ["kunci": "kunci-dekat", "jenis": "object", "alasan": "x", "nama": "x", "wilayah": "61.12"]
        #expect(try await desk.post(path, as: "admin", fields).status == 403)
        #expect(try await desk.ask(.post, path, form: "kunci=kunci-admin").status == 303)
        #expect(try await desk.store.statements(of: nil).isEmpty)
        #expect(try await desk.store.officeLists().isEmpty)
        #expect(try await desk.store.waitingRequests().isEmpty)
        #expect(try await desk.get("/", as: "admin").status == 200)
    }

    @Test(arguments: [
        ("jauh", "/kantor/A1/pernyataan", 404), ("jauh", "/kantor/A1/periksa", 404), ("baca", "/daftar", 403),
        ("baca", "/kantor/A1/pernyataan", 404), ("baca", "/kantor/A1/periksa", 404), ("baca", "/jadwal", 403),
        ("dekat", "/akun", 403), ("jauh", "/penilaian", 404),
    ])
    func rolesHold(person: String, path: String, status: Int) async throws {
        let desk = try await DeskHarness()
        let fields = [
            "jenis": "object", "alasan": "x", "nama": "x", "wilayah": "61.12", "peran": "admin",
            "sandi": "sandi-yang-panjang",
        ]
        #expect(try await desk.post(path, as: person, fields).status == status)
        #expect(try await desk.store.statements(of: nil).isEmpty)
        #expect(try await desk.store.people().count == DeskSample.people.count)
    }

    @Test func aCookieFromBeforeIsWorthNothing() async throws {
        let desk = try await DeskHarness()
        try await desk.store.keep(DeskSample.people[1], password: PasswordHash.make("rahasia-sekali-7"))
        let planted = String(repeating: "0", count: 64)
        let answer = try await desk.ask(
            .post, "/masuk", cookie: planted, form: "nama=dekat&sandi=rahasia-sekali-7")
        let given = try #require(answer.headers[.setCookie])
        #expect(answer.status == 303)
        #expect(!given.contains(planted))
        #expect(given.contains("HttpOnly") && given.contains("SameSite=Strict"))
        #expect(try await desk.ask(.get, "/", cookie: planted).status == 303)
    }

    @Test(arguments: [
        "/bukti/../../etc/passwd", "/bukti/%2e%2e%2fronda.db", "/kantor/..%2f..%2fetc", "/wilayah/%00",
        "/daftar/..%2f..%2fetc", "/daftar/x/kantor/..", "/penilaian/..%2fx", "/wilayah/61.12/surat/..%2fx",
        "/bukti/\(String(repeating: "f", count: 64))",
    ])
    func pathsLeadNowhereElse(path: String) async throws {
        let status = try await DeskHarness().get(path, as: "admin").status
        #expect(status == 404 || status == 400)
    }

    @Test func whatComesFromTheWebStaysWords() async throws {
        let desk = try await DeskHarness()
        _ = try await desk.post(
            "/kantor/A1/pernyataan", as: "dekat", ["jenis": "object", "alasan": DeskSample.attack])
        for path in [
            "/", "/wilayah/61.12", "/kantor/A1", "/sanggahan", "/catatan", "/bukti/\(DeskSample.body)?kutipan=biaya",
            "/peta", "/peta/61", "/pemeriksaan",
        ] {
            let answer = try await desk.get(path, as: "admin")
            #expect(answer.status == 200)
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"))
            #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        }
        let raw = try await desk.get("/bukti/\(DeskSample.body)/isi", as: "admin")
        #expect(raw.headers[.contentType] == "application/octet-stream")
    }

    @Test func theQuotedPassageIsMarked() async throws {
        let answer = try await DeskHarness().get(
            "/bukti/\(DeskSample.body)?kutipan=Tidak%20dipungut%20biaya", as: "dekat")
        #expect(answer.text.contains("<mark>Tidak dipungut biaya</mark>"))
    }

    @Test(arguments: [("/api/v1/regions", "GET, HEAD"), ("/wilayah/61.12", "GET, HEAD, POST")])
    func otherMethodsAreRefusedByName(path: String, allowed: String) async throws {
        let desk = try await DeskHarness()
        for method in [HTTPRequest.Method.trace, .put, .delete, .patch] {
            let answer = try await desk.ask(method, path, as: "admin")
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == allowed)
        }
    }

    @Test func whatIsKeptForOneIsNotShownToAnother() async throws {
        let desk = try await DeskHarness()
        #expect(try await desk.get("/", as: "admin").text.contains("/wilayah/62.71"))
        #expect(try await !desk.get("/", as: "dekat").text.contains("/wilayah/62.71"))
        #expect(try await desk.get("/", as: "jauh").text.contains("/wilayah/62.71"))
        #expect(try await desk.get("/kantor/A1", as: "dekat").text.contains("kunci-dekat"))
        #expect(try await !desk.get("/kantor/A1", as: "admin").text.contains("kunci-dekat"))
        #expect(try await desk.get("/kantor/A1", as: "jauh").status == 404)
    }

    @Test(arguments: [("2026-03-09", 200), ("2026-03-08", 404), ("kemarin", 400)])
    func aPastDayIsShown(day: String, status: Int) async throws {
        #expect(try await DeskHarness().get("/wilayah/61.12?tanggal=\(day)", as: "dekat").status == status)
    }
}
