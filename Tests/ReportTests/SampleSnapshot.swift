import Model

/// A literal round of a fictional region: every status, every item state, and strings that mean harm.
enum SampleSnapshot {
    static let start = time("2026-11-22T01:00:00Z")
    static let hash = String(repeating: "ab12", count: 16)

    static let hostileName =
        "<script>alert('x')</script> \"Dinas\" & \u{202E}gnipat\u{202C}\u{1B}[31mMerah\u{1B}[0m\u{07}\tUji\nBaris"

    /// The whole round, compared with one two weeks before.
    static var full: ScanSnapshot {
        ScanSnapshot(
            scan: scan(finished: true), regionNames: ["99.01": "Kabupaten Contoh Raya"], offices: offices,
            previous: PreviousScan(id: "2026-11-08T010000Z-9901", finishedAt: time("2026-11-08T02:00:00Z")))
    }

    /// The same round cut short after four offices.
    static var cutShort: ScanSnapshot {
        ScanSnapshot(
            scan: scan(finished: false), regionNames: ["99.01": "Kabupaten Contoh Raya"],
            offices: Array(offices.prefix(4)))
    }

    static func scan(finished: Bool) -> ScanRecord {
        ScanRecord(
            id: "2026-11-22T010000Z-9901", regions: ["99.01"], startedAt: start,
            finishedAt: finished ? start.adding(seconds: 1_830) : nil, toolVersion: "0.1.0", rulesHash: hash,
            lists: ["targets/9901-contoh-raya.csv"],
            incidents: [
                Incident(
                    kind: .sharedServerDown, subject: "192.0.2.10", startedAt: start.adding(seconds: 60),
                    endedAt: start.adding(seconds: 600), offices: ["99.01-09", "99.01-10"]),
                Incident(kind: .ownNetworkDown, subject: "<img src=x>", startedAt: start.adding(seconds: 900)),
            ],
            stats: ["offices": offices.count, "pages": 61, "failures": 4])
    }

    static var offices: [OfficeResult] {
        [
            active, movedToGoID, section, offDomain, socialOnly, placeholder, compromised, blocked, unreachable,
            longUnreachable, missing, missingUnproven, unknown, hostile, puskesmasMissing, puskesmasSection, kelurahan,
            portal,
        ]
    }

    // MARK: Offices

    static var active: OfficeResult {
        office(
            "01", "Dinas Kesehatan", "kesehatan", .active, "site_ok", site: "https://dinkes.contohraya.go.id/",
            values: ["host": "dinkes.contohraya.go.id"], items: mixedItems, pages: 24, previous: .active)
    }

    static var movedToGoID: OfficeResult {
        var office = office(
            "02", "Dinas Pertanian", "pertanian", .active, "site_tls_problem",
            site: "https://distan.contohraya.go.id/", values: ["host": "distan.contohraya.go.id"], items: mixedItems,
            pages: 12, previous: .offDomain)
        office.previousAddress = WebAddress("https://dinaspertanian-contoh.blogspot.com/")
        office.previousDomainClass = .nonCompliant
        office.verdict.tls = TLSFacts(problem: .expired, notAfter: time("2026-10-01T00:00:00Z"))
        return office
    }

    static var section: OfficeResult {
        office(
            "03", "Kecamatan Hulu", "kecamatan", .section, "portal_section",
            site: "https://contohraya.go.id/kecamatan-hulu", values: ["url": "https://contohraya.go.id/kecamatan-hulu"],
            domain: .compliantShared, items: unknownItems("budget_spent"), pages: 2, previous: .section)
    }

    static var offDomain: OfficeResult {
        office(
            "04", "Dinas Perikanan", "perikanan", .offDomain, "off_domain",
            site: "https://perikanancontoh.wordpress.com/", values: ["host": "perikanancontoh.wordpress.com"],
            domain: .nonCompliant, items: mixedItems, pages: 6, proof: proven, previous: .offDomain)
    }

    static var socialOnly: OfficeResult {
        var office = office(
            "05", "Dinas Pariwisata", "pariwisata", .socialOnly, "social_only",
            values: ["url": "https://www.facebook.com/disparcontoh", "count": "6"], proof: proven,
            previous: .socialOnly)
        office.socialMedia = [address("https://www.facebook.com/disparcontoh")]
        return office
    }

    static var placeholder: OfficeResult {
        office(
            "06", "Dinas Perhubungan", "perhubungan", .placeholder, "suspended",
            site: "http://dishub.contohraya.go.id/", values: ["host": "dishub.contohraya.go.id"],
            condition: .suspended, proof: proven, previous: .active)
    }

    static var compromised: OfficeResult {
        var office = office(
            "07", "Dinas Sosial", "sosial", .compromised, "gambling",
            site: "https://dinsos.contohraya.go.id/slot-gacor", values: ["host": "dinsos.contohraya.go.id"],
            condition: .gambling, items: [item(.moto, .present, quote: "Daftar di https://judi.example.com/slot")],
            pages: 1, previous: .active)
        office.attempts = [
            attempt("https://dinsos.contohraya.go.id/", .compromised, status: 200, ip: "192.0.2.7")
        ]
        return office
    }

    static var blocked: OfficeResult {
        office(
            "08", "Badan Keuangan", "keuangan", .blocked, "blocked", site: "https://bkad.contohraya.go.id/",
            values: ["host": "bkad.contohraya.go.id"])
    }

    static var unreachable: OfficeResult {
        office(
            "09", "Dinas Koperasi", "koperasi", .unreachable, "unreachable",
            values: ["host": "dinkop.contohraya.go.id"],
            attempts: [attempt("https://dinkop.contohraya.go.id/", .unreachable, failure: .connectTimeout)],
            previous: .missing)
    }

    static var longUnreachable: OfficeResult {
        office(
            "10", "Dinas Perindustrian", "perindustrian", .unreachable, "unreachable",
            values: ["host": "disperin.contohraya.go.id"],
            attempts: [attempt("https://disperin.contohraya.go.id/", .unreachable, failure: .dnsServFail)],
            proof: proven, previous: .unreachable)
    }

    static var missing: OfficeResult {
        office(
            "11", "Satuan Polisi Pamong Praja", "satpolpp", .missing, "nxdomain_all", values: ["count": "2"],
            domain: .missing,
            attempts: [
                attempt("https://satpolpp.contohraya.go.id/", .noSuchName, failure: .dnsNXDomain),
                attempt("https://contohraya.go.id/satpolpp", .notFound, status: 404, ip: "192.0.2.10"),
                attempt("https://satpolppcontoh.com/", .otherOwner, status: 200, ip: "198.51.100.4"),
            ], proof: proven, previous: .missing)
    }

    static var missingUnproven: OfficeResult {
        var office = office(
            "12", "Inspektorat", "inspektorat", .missing, "nxdomain_all", values: ["count": "1"], domain: .missing,
            attempts: [attempt("https://inspektorat.contohraya.go.id/", .noSuchName, failure: .dnsNXDomain)],
            previous: .active)
        office.suspects = [address("https://inspektorat-contoh.example.net/")]
        return office
    }

    static var unknown: OfficeResult {
        office(
            "13", "Sekretariat DPRD", "setwan", .unknown, "own_network_down",
            attempts: [attempt("https://dprd.contohraya.go.id/", .notCounted, failure: .ownNetworkDown)])
    }

    /// Everything the list gives is hostile.
    static var hostile: OfficeResult {
        var office = office(
            "=HYPERLINK(\"http://evil.example\")", hostileName, "lain", .missing, "nxdomain_all",
            values: ["count": "<b>9</b>"], domain: .missing,
            attempts: [
                attempt("https://a.contohraya.go.id/?q=%3Cscript%3E&b='x'", .noSuchName, detail: "@SUM(A1)\u{202E}")
            ], proof: proven)
        office.target.note = "+cmd|' /C calc'!A0" + String(repeating: "panjang ", count: 1_250)
        office.target.listed = "javascript:alert(1)"
        return office
    }

    static var puskesmasMissing: OfficeResult {
        office(
            "P1", "Puskesmas Hilir", "puskesmas", .missing, "nxdomain_all", values: ["count": "1"], domain: .missing,
            attempts: [attempt("https://pkmhilir.contohraya.go.id/", .noSuchName, failure: .dnsNXDomain)],
            proof: proven, previous: .missing)
    }

    static var puskesmasSection: OfficeResult {
        office(
            "P2", "Puskesmas Hulu", "puskesmas", .section, "parent_section",
            site: "https://dinkes.contohraya.go.id/puskesmas-hulu",
            values: ["url": "https://dinkes.contohraya.go.id/puskesmas-hulu"], domain: .compliantShared,
            items: mixedItems, pages: 3, previous: .missing)
    }

    static var kelurahan: OfficeResult {
        office("K1", "Kelurahan Tengah", "kelurahan", .missing, "nxdomain_all", domain: .missing, proof: proven)
    }

    static var portal: OfficeResult {
        office(
            "00", "Portal Kabupaten Contoh Raya", "portal", .active, "site_ok", site: "https://contohraya.go.id/",
            values: ["host": "contohraya.go.id"], pages: 40, previous: .active)
    }

    // MARK: Parts

    static var proven: Proof {
        Proof(
            proven: true, attempts: 3, days: ["2026-11-08", "2026-11-22"], first: time("2026-11-08T01:10:00Z"),
            last: time("2026-11-22T01:10:00Z"))
    }

    static var notProven: Proof { Proof(proven: false, attempts: 1, days: ["2026-11-22"]) }

    /// All five states, with evidence for those that have it.
    static var mixedItems: [ItemVerdict] {
        [
            item(
                .persyaratan, .present,
                quote: "Persyaratan: 1. Fotokopi KTP; 2. Fotokopi Kartu Keluarga; 3. Surat pengantar dari desa"),
            item(.prosedur, .linked, quote: "Alur Pelayanan <b>& tarif</b>", imageOnly: true),
            item(.jangkaWaktu, .empty, quote: "Jangka Waktu Penyelesaian"),
            ItemVerdict(item: .biaya, state: .absent),
            ItemVerdict(item: .produk, state: .unknown, reason: "document_unread"),
            item(.maklumat, .present, quote: "Dengan ini kami menyatakan sanggup, apabila tidak menepati janji"),
        ]
    }

    static func unknownItems(_ reason: String) -> [ItemVerdict] {
        ItemKey.allCases.map { ItemVerdict(item: $0, state: .unknown, reason: reason) }
    }

    static func item(_ key: ItemKey, _ state: ItemState, quote: String, imageOnly: Bool = false) -> ItemVerdict {
        let finding = Finding(
            item: key, state: state, strength: 0.9, place: "Standar Pelayanan › \(key.rawValue) › baris 2",
            quotation: quote, rule: "\(key.rawValue).table", imageOnly: imageOnly)
        return ItemVerdict(
            item: key, state: state,
            evidence: [
                Evidence(
                    address: address("https://dinkes.contohraya.go.id/standar-pelayanan?a=1&b=2"),
                    fetchedAt: start.adding(seconds: 75), status: 200, ip: "192.0.2.10", sha256: hash, finding: finding)
            ])
    }

    static func attempt(
        _ url: String, _ result: Attempt.Result, status: Int? = nil, failure: FailureKind? = nil, ip: String? = nil,
        detail: String = "label"
    ) -> Attempt {
        let host = address(url)
        let dns = DNSOutcome(
            host: host.host, kind: failure == .dnsNXDomain ? .nxdomain : .addresses, addresses: ip.map { [$0] } ?? [])
        return Attempt(
            candidate: Candidate(address: host, reason: .namingRule, detail: detail), at: start.adding(seconds: 30),
            dns: dns, status: status, finalAddress: status == nil ? nil : host, failure: failure, ip: ip,
            sha256: status == 200 ? hash : nil, result: result, note: "literal")
    }

    static func office(
        _ code: String, _ name: String, _ kind: String, _ status: OfficeStatus, _ reason: String,
        site: String? = nil, values: [String: String] = [:], domain: DomainClass = .compliant,
        condition: SiteCondition = .normal, items: [ItemVerdict] = [], pages: Int = 0, attempts: [Attempt]? = nil,
        proof: Proof? = nil, previous: OfficeStatus? = nil
    ) -> OfficeResult {
        let given = Dictionary(uniqueKeysWithValues: items.map { ($0.item, $0) })
        let all = ItemKey.allCases.map { key in
            given[key]
                ?? ItemVerdict(
                    item: key, state: items.isEmpty ? .unknown : .absent, reason: items.isEmpty ? "site_not_found" : "")
        }
        let found = site.flatMap { WebAddress($0) }
        return OfficeResult(
            target: Target(
                code: code.hasPrefix("=") ? code : "99.01-\(code)", name: name, kind: kind, region: "99.01",
                listed: site),
            verdict: Verdict(
                status: status, reason: reason, reasonValues: values, proof: proof ?? notProven, siteAddress: found,
                finalAddress: found, domainClass: domain, condition: condition, items: all),
            attempts: attempts ?? site.map { [attempt($0, .site, status: 200, ip: "192.0.2.10")] } ?? [],
            pagesRead: pages, sameSince: time("2026-11-08T01:00:00Z"), previousStatus: previous,
            startedAt: start.adding(seconds: 10), finishedAt: start.adding(seconds: 95))
    }

    static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { fatalError("not an address: \(text)") }
        return address
    }

    static func time(_ text: String) -> Timestamp {
        guard let time = Timestamp(iso8601: text) else { fatalError("not a time: \(text)") }
        return time
    }
}
