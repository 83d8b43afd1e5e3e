import Archive
import Browser
import Foundation
import Model
import Rules
import Testing

@testable import Evidence

@Suite struct EvidenceBagTests {
    private static let book = Result { try RuleBook.bundled() }

    private static func bag(_ office: OfficeCase, language: Language = .id) async throws -> [String: [UInt8]] {
        let bag = await EvidenceBag(book: try book.get(), language: language, tool: "0.9", madeAt: Samples.noon).bag(
            of: office)
        return Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) })
    }

    private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    @Test func anotherProgramFindsTheBagValid() async throws {
        let folder = try TemporaryFolder()
        let bags = EvidenceBag(book: try Self.book.get(), language: .id, tool: "0.9", madeAt: Samples.noon)
        for (number, office) in [Samples.active, Samples.missing].enumerated() {
            let out = "\(folder.path)/\(number)"
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            let zip = try await bags.write(office, to: out)
            #expect(try FileManager.default.contentsOfDirectory(atPath: out) == [(zip as NSString).lastPathComponent])
            _ = try Outside.run(["python3", "-m", "zipfile", "-e", zip, out])
            let bag = String(zip.dropLast(4))
            let bagit = try #require(
                try Outside.run(["python3", "-m", "bagit", "--validate", bag]), "pip install bagit")
            #expect(bagit.code == 0, "\(bagit.text)")
            let warc = "\(bag)/data/warc/\((bag as NSString).lastPathComponent).warc.gz"
            let check = try #require(
                try Outside.run(["python3", "-m", "warcio.cli", "check", "-v", warc]), "pip install warcio")
            #expect(check.code == 0 && !check.text.contains("digest fail"), "\(check.text)")
            let sums = try Outside.run(["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], in: bag)
            #expect(sums?.code == 0)
        }
    }

    @Test func aChangedByteIsFoundByAnotherProgram() async throws {
        let folder = try TemporaryFolder()
        let bags = EvidenceBag(book: try Self.book.get(), language: .id, tool: "0.9", madeAt: Samples.noon)
        let zip = try await bags.write(Samples.active, to: folder.path)
        _ = try Outside.run(["python3", "-m", "zipfile", "-e", zip, folder.path])
        let bag = String(zip.dropLast(4))
        let page = bag + "/data/bukti.html"
        let html = try String(contentsOfFile: page, encoding: .utf8)
        try html.replacing("terbukti", with: "terbukt1").write(toFile: page, atomically: true, encoding: .utf8)
        let bagit = try #require(try Outside.run(["python3", "-m", "bagit", "--validate", bag]))
        #expect(bagit.code != 0 && bagit.text.contains("bukti.html"))
    }

    @Test func theSameCaseGivesTheSameBytes() async throws {
        #expect(try await Self.bag(Samples.active) == Self.bag(Samples.active))
    }

    @Test(arguments: [Language.id, .en]) func nothingActiveOfAPageIsInTheReadableFiles(language: Language) async throws
    {
        let files = try await Self.bag(Samples.active, language: language)
        let html = files.filter { $0.key.hasSuffix(".html") }
        #expect(html.count == 3)
        for (path, bytes) in html {
            let text = Self.text(bytes)
            for bad in ["<script", "onload", "javascript:", "http://jauh.example", "<iframe", "<form", "src=\"http"] {
                #expect(!text.lowercased().contains(bad), "\(path) holds \(bad)")
            }
            #expect(text.contains("default-src 'none'"))
            #expect(!text.contains("6112010101900001"), "\(path) shows a NIK")
        }
        #expect(html.values.contains { Self.text($0).contains("6112************") })
    }

    @Test func aQuotationIsMarkedInItsCopyAndLinked() async throws {
        let files = try await Self.bag(Samples.active)
        let copy = try #require(files.first { $0.key.hasPrefix("salinan/02-") })
        #expect(Self.text(copy.value).contains("<mark id=\"biaya\">Gratis tidak dipungut biaya</mark>"))
        let page = Self.text(files["bukti.html"])
        #expect(page.contains("href=\"\(copy.key)#biaya\""))
        #expect(page.contains("#:~:text=Gratis"))
        #expect(page.contains("Tidak ditemukan pada 2 halaman"))
    }

    @Test func aPageWithoutKeptHeadersIsAResourceAndSaysSo() async throws {
        let files = try await Self.bag(Samples.active)
        #expect(Self.text(files["bukti.html"]).contains("kepala HTTP tidak tersimpan"))
        let records = try WarcReading(files.first { $0.key.hasPrefix("warc/") }?.value ?? [])
        #expect(records.types == ["warcinfo", "request", "response", "metadata", "resource", "metadata"])
        #expect(records.text.contains("body only: the header block was not kept"))
    }

    @Test func headersOfADecodedBodyAreKeptUnderAnotherName() async throws {
        let files = try await Self.bag(Samples.active)
        let records = try WarcReading(files.first { $0.key.hasPrefix("warc/") }?.value ?? [])
        let length = Samples.homeHTML.count
        #expect(
            records.text.contains("\r\nX-Archive-Orig-Content-Encoding: gzip\r\nX-Archive-Orig-Content-Length: 17\r\n"))
        #expect(records.text.contains("Set-Cookie: a=b\r\nContent-Length: \(length)\r\n\r\n<!doctype html>"))
        #expect(records.text.contains("WARC-Payload-Digest: sha256:\(Samples.sha(Samples.homeHTML))"))
        #expect(
            records.text.contains("GET / HTTP/1.1\r\nHost: dinsos.contohraya.go.id\r\nUser-Agent: RondaBot/0.9\r\n"))
    }

    @Test func aConfirmedPageIsARevisitWithTheBodyBesideIt() async throws {
        var office = Samples.active
        office.record.pages[0].exchange = HTTPExchange(
            head: "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", notModified: true)
        let files = try await Self.bag(office)
        let records = try WarcReading(files.first { $0.key.hasPrefix("warc/") }?.value ?? [])
        #expect(records.types == ["warcinfo", "request", "revisit", "resource", "metadata", "resource", "metadata"])
        #expect(Self.text(files["bukti.html"]).contains("304: isi dari putaran sebelumnya"))
    }

    @Test func whatPeopleSaidIsInTheBagWithItsAnswer() async throws {
        #expect(try await Self.text(Self.bag(Samples.missing)["bukti.html"]).contains("Belum ada yang mengonfirmasi"))
        var office = Samples.missing
        office.statements = [
            HumanStatement(
                kind: .object, office: office.record.target.code, by: "Ani <b>, Sekretaris", at: Samples.noon,
                note: "Situs kami ada; NIK 6112010101900001",
                answer: .init(by: "Budi", at: Samples.noon, note: "dibuka, tidak menjawab", outcome: .dismissed))
        ]
        let files = try await Self.bag(office)
        for text in [Self.text(files["bukti.html"]), Self.text(files["pernyataan.json"])] {
            #expect(text.contains("Situs kami ada") && text.contains("dibuka, tidak menjawab"))
            #expect(!text.contains("6112010101900001"))
        }
        #expect(!Self.text(files["bukti.html"]).contains("<b>"))
        #expect(Self.text(files["pernyataan.json"]).contains("\"outcome\":\"dismissed\""))
    }

    @Test func aMissingSiteHasEveryAttemptAndTheControlHosts() async throws {
        let files = try await Self.bag(Samples.missing)
        let page = Self.text(files["bukti.html"])
        #expect(page.contains("https://dinsos.contohraya.go.id/"))
        #expect(page.contains("kontrol.example"))
        #expect(page.contains("belum terbukti"))
        let attempts = Self.text(files["percobaan.json"])
        #expect(attempts.contains("\"kind\":\"nxdomain\"") && attempts.contains("\"answered\":\"kontrol.example\""))
    }

    @Test func aTakenOverSiteIsNeverALink() async throws {
        var office = Samples.active
        office.verdict.status = .compromised
        office.verdict.condition = .gambling
        let files = try await Self.bag(office)
        for (path, bytes) in files where path.hasSuffix(".html") {
            #expect(!Self.text(bytes).contains("https://dinsos"), "\(path)")
        }
        #expect(Self.text(files["bukti.html"]).contains("hxxps[:]//dinsos[.]contohraya[.]go[.]id"))
    }

    @Test func onlyWhatDecidesIsIncludedUnlessSomethingIsAbsent() {
        var office = Samples.active
        let extra = Samples.page(WebAddress("https://dinsos.contohraya.go.id/berita")!, [65], exchange: nil)
        office.record.pages.append(extra)
        #expect(office.decisivePages.count == 3)
        office.verdict.items = office.verdict.items.filter { $0.state != .absent }
        #expect(office.decisivePages.map(\.address.path) == ["/", "/standar-pelayanan"])
    }

    @Test func aBodyThatWasNotKeptIsSaidToBeLacking() async throws {
        var office = Samples.active
        office.bodies = [:]
        let files = try await Self.bag(office)
        #expect(Self.text(files["bukti.html"]).contains("isi halaman ini tidak tersimpan"))
        #expect(files.keys.filter { $0.hasPrefix("salinan/") }.isEmpty)
    }
}

@Suite struct IdentityMaskTests {
    @Test(arguments: [
        ("NIK 6112010101900001.", "NIK 6112************."), ("6112 0101 0190 0001", "6112 **** **** ****"),
        ("61.1201.010190.0001", "61.12**.******.****"), ("telp 081234567890", "telp 081234567890"),
        ("61120101019000012", "61120101019000012"), ("a6112010101900001", "a6112010101900001"),
        ("", ""), ("1234567890123456", "1234************"),
    ])
    func sixteenDigitsAreHiddenAndNothingElse(text: String, masked: String) {
        #expect(IdentityMask.mask(text) == masked)
    }
}

@Suite struct UnsureLawTests {
    @Test func anArticleNobodyComparedCarriesItsMark() async throws {
        let book = try RuleBook.bundled()
        let bag = await EvidenceBag(book: book, language: .id, tool: "0.9", madeAt: Samples.noon).bag(
            of: Samples.active)
        let page = String(decoding: bag.files.first { $0.path == "bukti.html" }?.bytes ?? [], as: UTF8.self)
        let law = book.item(.biaya)
        #expect(page.contains("<small>\(law.law)\(law.isLawSure ? "" : " †")</small>"))
        #expect(page.contains("† nomor pasal belum dicocokkan") == !(law.isLawSure && book.item(.prosedur).isLawSure))
    }
}

@Suite struct SecretPlacesTests {
    @Test(arguments: [
        ("DB_PASSWORD=sangatrahasia x", "DB_PASSWORD=************* x"), ("password: \"a b\" c", "password: \"* *\" c"),
        ("'db_secret' => 'xyz',", "'db_secret' => '***',"),
        ("$db[\"password\"] = 'abc';", "$db[\"password\"] = '***';"),
        ("DB_PASSWORD\nhunter2\nDB_HOST\n127.0.0.1", "DB_PASSWORD\n*******\nDB_HOST\n127.0.0.1"),
        ("AWS_SECRET_ACCESS_KEY:\nabc", "AWS_SECRET_ACCESS_KEY:\n***"),
        ("APP_KEY = base64:Ab=", "APP_KEY = **********"),
        ("mysql://root:rahasia@10.0.0.5/db", "mysql://root:*******@10.0.0.5/db"),
        ("Bearer eyJhbGciOi.x", "Bearer ************"), ("Kata sandi: abc123", "Kata sandi: ******"),
        ("BEGIN PRIVATE KEY-----AbC\nd-----END", "BEGIN PRIVATE KEY-----***\n*-----END"),
    ])
    func valuesOfSecretsAreStarsOfTheSameLength(text: String, masked: String) {
        #expect(IdentityMask.mask(text) == masked)
    }

    @Test(arguments: [
        "Password\nMasuk", "Lupa password?", "token listrik PLN", "https://a.go.id/x?y=1", "surel a@b.go.id",
        "password:",
        "DB_PASSWORD\ndua kata", "bearer bonds", "", "DB_PASSWORD", "http://", "sekretariat: lantai 2", "password=",
    ])
    func theRestStays(text: String) { #expect(IdentityMask.mask(text) == text) }

    /// The work grows with the text, not with its square: an hour each otherwise.
    @Test(arguments: ["password", "private key-----", "password ", "bearer ", "token_", "://a:b@"])
    func aPageOfNothingElseIsReadInOneGo(word: String) {
        let text = String(repeating: word, count: 60_000)
        #expect(IdentityMask.mask(text).utf8.count == text.utf8.count)
    }

    @Test func aDebugPageInABagShowsNoPassword() async throws {
        let html = "<title>password=hunter2x</title><table><tr><td>DB_PASSWORD</td><td>hunter2x</td></tr></table>"
        var office = Samples.office(
            .active, pages: [Samples.page(Samples.home, Array(html.utf8), exchange: nil)],
            items: [ItemVerdict(item: .prosedur, state: .absent)], bodies: [Array(html.utf8)], attempts: [])
        office.record.pages[0].title = "password=hunter2x"
        let bag = await EvidenceBag(book: try RuleBook.bundled(), language: .id, tool: "0.9", madeAt: Samples.noon)
            .bag(of: office)
        let readable = bag.files.filter { $0.path.hasSuffix(".html") || $0.path.hasSuffix(".json") }
        #expect(readable.contains { $0.path.hasPrefix("salinan/") })
        for file in readable {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("hunter2x"), "\(file.path)")
        }
    }
}

@Suite struct QuotedPlacesTests {
    private static func finding(_ quotation: String) -> Finding {
        Finding(item: .biaya, state: .present, strength: 1, place: "", quotation: quotation, rule: "r")
    }

    @Test(arguments: [
        ("Gratis tidak", ["Gratis tidak"]), ("Biaya | Gratis", ["Biaya", "Gratis"]),
        ("Biaya: Gratis", ["Biaya", "Gratis"]),
        ("Biaya Gratis", ["Biaya\nGratis"]), ("Mahal", []), ("", []),
    ])
    func aQuotationIsFoundWholeOrInItsParts(quotation: String, marks: [String]) {
        let text = Array("Biaya\nGratis tidak dipungut".utf8)
        let places = QuotedPlaces([Self.finding(quotation)], in: text)
        #expect(places.marks.map { String(decoding: text[$0.range], as: UTF8.self) } == marks)
    }
}

@Suite struct PagePicturesTests {
    private static let book = Result { try RuleBook.bundled() }
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func bag(_ office: OfficeCase, _ taker: PictureTaker?) async throws -> [String: [UInt8]] {
        let bag = await EvidenceBag(
            book: try book.get(), language: .id, tool: "0.9", madeAt: Samples.noon, pictures: taker
        ).bag(of: office)
        return Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) })
    }

    private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    @Test func quotedPassagesOfStoredPagesAreAskedForAndKept() async throws {
        let files = try await Self.bag(
            Samples.active,
            PictureTaker { documents in
                #expect(documents.map(\.passages) == [[["Gratis tidak dipungut biaya"]]])
                #expect(documents.first?.body == Samples.standardHTML)
                return .success(PictureSet(pictures: [[Self.png]], program: "Chrome/1", wasCutShort: false))
            })
        let path = try #require(files.keys.first { $0.hasPrefix("gambar/") })
        #expect(path.hasPrefix("gambar/02-") && path.hasSuffix("-biaya.png") && files[path] == Self.png)
        let page = Self.text(files["bukti.html"])
        #expect(page.contains("<img src=\"\(path)\"") && page.contains("bukan dari situs langsung"))
        #expect(page.contains("1 gambar dibuat luring dari halaman yang tersimpan dengan Chrome/1"))
        let facts = Self.text(files["fakta.json"])
        #expect(facts.contains("\"file\":\"\(path)\"") || facts.contains("\"file\": \"\(path)\""))
        #expect(facts.contains("stored body, offline, scripts off; not the live site"))
    }

    @Test(arguments: [
        (BrowserTrouble.notInstalled, "Chromium tidak terpasang"), (.timedOut, "tidak dapat dijalankan (timed_out)"),
    ])
    func withoutChromiumTheBagSaysSoAndIsWhole(trouble: BrowserTrouble, words: String) async throws {
        let files = try await Self.bag(Samples.active, PictureTaker { _ in .failure(trouble) })
        #expect(!files.keys.contains { $0.hasPrefix("gambar/") } && files["temuan.json"] != nil)
        #expect(Self.text(files["bukti.html"]).contains(words))
        #expect(Self.text(files["fakta.json"]).contains(trouble.rawValue))
    }

    @Test func aPassageThatCannotBeSeenIsCountedAndNotShown() async throws {
        let files = try await Self.bag(
            Samples.active,
            PictureTaker { _ in .success(PictureSet(pictures: [[nil]], program: "C", wasCutShort: true)) })
        let page = Self.text(files["bukti.html"])
        #expect(!page.contains("<img") && page.contains("1 kutipan tidak terlihat"))
        #expect(page.contains("sebagian tidak sempat dibuat"))
    }

    @Test func nothingOfATakenOverSiteIsPictured() async throws {
        var office = Samples.active
        office.verdict.status = .compromised
        let files = try await Self.bag(
            office,
            PictureTaker { documents in
                Issue.record("asked for \(documents.count) documents")
                return .failure(.died)
            })
        #expect(Self.text(files["fakta.json"]).contains("nothing_to_show"))
    }

    @Test(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
    func chromiumMakesABagThatOthersFindValid() async throws {
        let folder = try TemporaryFolder()
        let bags = EvidenceBag(
            book: try Self.book.get(), language: .id, tool: "0.9", madeAt: Samples.noon,
            pictures: .chromium(seconds: 150))
        let zip = try await bags.write(Samples.active, to: folder.path)
        _ = try Outside.run(["python3", "-m", "zipfile", "-e", zip, folder.path])
        let bag = String(zip.dropLast(4))
        let pictures = try FileManager.default.contentsOfDirectory(atPath: bag + "/data/gambar")
        #expect(pictures.count == 1 && pictures[0].hasSuffix("-biaya.png"))
        let bagit = try #require(try Outside.run(["python3", "-m", "bagit", "--validate", bag]), "pip install bagit")
        #expect(bagit.code == 0, "\(bagit.text)")
    }
}
