import ArgumentParser
import Browser
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store

extension Language: ExpressibleByArgument {}

/// How a command speaks.
struct SpeechOptions: ParsableArguments {
    @Option(help: "Bahasa keluaran: id atau en.")
    var lang: Language = .id

    @Flag(help: "Hanya galat yang dicetak.")
    var quiet = false

    /// The wording in the language of choice.
    func callAsFunction(_ indonesian: String, _ english: String) -> String { lang == .id ? indonesian : english }

    /// A line for people, on standard error: standard output belongs to results.
    func tell(_ indonesian: String, _ english: String) {
        if !quiet { Terminal.error(self(indonesian, english)) }
    }
}

/// Where rounds are kept.
struct StoreOptions: ParsableArguments {
    @Option(
        help: """
            Berkas penyimpanan (SQLite), atau postgres://...
            """)
    var store = "ronda.db"

    func open() throws(Exit) -> SQLiteStore {
        if store.contains("://") {
            throw Exit(
                .usage, id: "--store \(shown) bukan berkas; perintah ini hanya memakai berkas SQLite.",
                en: "The store \(shown) is no file path; this command works on a SQLite file only.")
        }
        do { return try SQLiteStore(path: store) } catch { throw Exit(error) }
    }

    /// One round at a time on a file; PostgreSQL keeps its own order. Nil: nothing to hold.
    func lock(_ store: any RoundStore) throws(Exit) -> ScanLock? {
        guard let file = store as? SQLiteStore else { return nil }
        do { return try file.lockForScan() } catch { throw Exit(error) }
    }

    /// The URL without a password.
    private var shown: String { PostgresStore.shown(store) }

    /// Opens the store for rounds: a SQLite file, or PostgreSQL.
    func openRounds(existing: Bool = false) async throws(Exit) -> any RoundStore {
        if store.contains("://") { return try await openShared(connections: 4) }
        return try existing ? openExisting() : open()
    }

    /// Opens the store for what people keep beside rounds: accounts, lists, assessments, publications.
    func openDesk(existing: Bool = false) async throws(Exit) -> any DeskStore {
        guard store.contains("://") else { return try existing ? openExisting() : open() }
        let shared = try await openShared(connections: 8)
        do { try await shared.countForgottenRounds() } catch { throw Exit(error) }
        return shared
    }

    /// Opens the store of many machines.
    func openShared(connections: Int) async throws(Exit) -> PostgresStore {
        guard store.hasPrefix("postgres://") || store.hasPrefix("postgresql://") else {
            throw Exit(
                .usage, id: "--store \(shown): perintah ini perlu postgres://...",
                en: "The store \(shown): this command needs postgres://...")
        }
        do { return try await PostgresStore(url: store, connections: connections) } catch { throw Exit(error) }
    }

    /// Opens a store that must be there already.
    func openExisting() throws(Exit) -> SQLiteStore {
        guard store.contains("://") || FileManager.default.fileExists(atPath: store) else {
            throw Exit(
                .usage,
                id:
                    "Tidak ada penyimpanan di \(store); sebutkan dengan --store atau buat dengan `ronda scan DAFTAR.csv`.",
                en: "There is no store at \(store); name one with --store or make it with `ronda scan LIST.csv`.")
        }
        return try open()
    }
}

/// The network options of every command that fetches (design, section 7).
struct NetworkOptions: ParsableArguments {
    @Option(help: "Alamat surel atau laman yang dapat dihubungi pengelola situs; tercantum di User-Agent.")
    var contact: String?

    @Option(help: "User-Agent lengkap, bila bawaan tidak dikehendaki.")
    var userAgent: String?

    @Option(help: "Server nama ALAMAT[:PORT]; boleh diulang.")
    var dns: [String] = []

    @Option(help: "Berkas nama host bersintaks /etc/hosts; nama yang tidak ada di sana dianggap tidak terdaftar.")
    var hosts: String?

    @Option(help: "H:P:H2:P2 seperti pada curl; boleh diulang.")
    var connectTo: [String] = []

    @Option(help: "Berkas PEM sertifikat induk tambahan.")
    var ca: String?

    @Flag(help: "Izinkan alamat jaringan dalam (loopback, 10.x, 192.168.x ...).")
    var allowPrivate = false

    @Option(help: "Halaman paling banyak per situs; 0 tanpa batas.")
    var maxPages = 40

    @Flag(help: "Ikuti setiap tautan dalam situs, tanpa memilih.")
    var exhaustive = false

    @Option(help: "Sambungan serentak per alamat IP.")
    var perIp = 2

    @Option(help: "Jeda antarpermintaan per alamat IP, dalam detik.")
    var delay = 1.0

    @Option(help: "Batas waktu satu permintaan, dalam detik.")
    var timeout = 60.0

    @Option(help: "Kantor yang diperiksa serentak.")
    var concurrency = 64

    @Option(help: "Host pembanding untuk memastikan jaringan sendiri hidup; boleh diulang; 'none' mematikannya.")
    var control: [String] = []

    @Option(help: "Baca gambar dan PDF pindaian dengan tesseract: auto (bila terpasang) atau off.")
    var ocr = Reading.auto

    @Option(help: "Jalankan skrip laman yang kosong tanpanya dengan Chromium: auto (bila terpasang) atau off.")
    var render = Reading.auto

    @Option(
        help: "Proses pembaca halaman: auto (satu per inti prosesor), jumlahnya, atau 0 untuk membaca dalam proses ini."
    )
    var readers = "auto"

    @Option(
        help:
            "Tabel jaringan luring (TSV seperti ip2asn-combined.tsv dari iptoasn.com) untuk menyebut jaringan hosting.")
    var asn: String?

    @Option(help: "Jam percobaan (ISO 8601); bawaan: jam mesin.")
    var now: String?

    mutating func validate() throws {
        if maxPages < 0 { throw ValidationError("--max-pages: 0 atau lebih.") }
        if perIp < 1 || concurrency < 1 { throw ValidationError("--per-ip dan --concurrency: 1 atau lebih.") }
        if delay < 0 || timeout <= 0 { throw ValidationError("--delay: 0 atau lebih; --timeout: lebih dari 0.") }
        if readers != "auto", !(Int(readers).map { (0...64).contains($0) } ?? false) {
            throw ValidationError("--readers: auto atau bilangan 0 sampai 64, bukan '\(readers)'.")
        }
        if let now, Timestamp(iso8601: now) == nil {
            throw ValidationError("--now: waktu ISO 8601 seperti 2026-03-02T01:00:00Z, bukan '\(now)'.")
        }
        if let wrong = connectTo.first(where: { ConnectTo($0) == nil }) {
            throw ValidationError("--connect-to: H:P:H2:P2, bukan '\(wrong)'.")
        }
    }

    var clock: RunClock {
        now.flatMap { Timestamp(iso8601: $0) }.map(RunClock.rehearsal) ?? .system()
    }

    func fetchSettings(_ book: RuleBook) throws(Exit) -> FetchSettings {
        var settings = FetchSettings()
        if let contact { settings.contact = contact }
        settings.version = Ronda.version
        settings.userAgent = userAgent
        settings.perIP = perIp
        settings.delaySeconds = delay
        // An office under way has its site, the other ends of it and its portal. Up to 8,000 of offices long done cost 4 KB
        // each and as many open files (soak of 10,000 hosts).
        settings.keptConnections = max(256, concurrency * 4)
        settings.timeouts = settings.timeouts.capped(total: timeout)
        settings.allowPrivate = allowPrivate
        settings.dnsServers = dns
        settings.connectTo = connectTo.compactMap { ConnectTo($0) }
        settings.caFile = ca
        settings.sharedEdges = SharedEdges(book.edges.map { .init(name: $0.name, ranges: $0.ranges) })
        if let hosts {
            do { settings.hosts = try HostsTable(file: hosts) } catch {
                throw Exit(.usage, id: "--hosts: berkas itu tidak dapat dipakai (\(error))", en: "--hosts: \(error)")
            }
        }
        do { try settings.check() } catch { throw Exit(.usage, "\(error)") }
        return settings
    }

    /// What is done when the program for it is installed.
    enum Reading: String, ExpressibleByArgument, CaseIterable { case auto, off }

    func scanOptions(_ book: RuleBook) throws(Exit) -> ScanOptions {
        var options = ScanOptions()
        if let asn {
            do { options.networks = try NetworkTable(file: asn) } catch {
                throw Exit(.usage, id: "--asn: berkas itu tidak dapat dipakai (\(error))", en: "--asn: \(error)")
            }
        }
        options.readers = readerPool(book)
        if render == .auto, Browser.isInstalled { options.browser = Browser() }
        options.documents.ocr = ocr == .auto
        options.offices = concurrency
        options.maxPages = maxPages
        options.transfersPerSite = perIp
        options.exhaustive = exhaustive
        if control == ["none"] {
            options.controlHosts = []
        } else if !control.isEmpty {
            options.controlHosts = control
        } else if hosts == nil, dns.isEmpty {
            // With name servers or names of one's own, the public control hosts may not exist: the guard needs --control.
            options.controlHosts = Self.publicControlHosts
        }
        return options
    }

    func fetcher(_ book: RuleBook, _ clock: RunClock) throws(Exit) -> Fetcher {
        let suffixes = book.suffixes
        return Fetcher(try fetchSettings(book), registrable: { suffixes.registrable($0) }, now: { clock.now() })
    }

    /// Large sites on networks of different owners; one answer of any of them proves that our network works.
    static let publicControlHosts = ["www.google.com", "www.cloudflare.com", "indonesia.go.id", "id.wikipedia.org"]
}
