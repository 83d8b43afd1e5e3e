import Detect
import Farm
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store
import Synchronization

/// A few offices on loopback, a store in a folder of its own, and a clock that can be set.
final class SmallRegion: Sendable {
    static let book = Result { try RuleBook.bundled() }

    let farm: FarmServer
    let store: SQLiteStore
    let folder: URL
    let events = Mutex<[String]>([])

    init(_ hosts: [FarmHost], addresses: [String] = ["127.0.0.1"]) throws {
        farm = try FarmServer(addresses: addresses, hosts: hosts)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// One round that starts at a moment.
    @discardableResult
    func round(
        _ targets: [Target], at start: String = "2026-03-02T01:00:00Z", extraHosts: String = "", control: [String] = [],
        concurrency: Int = 8, secondPass: Bool = true, hours: RoundHours? = nil
    ) async throws -> ScanSnapshot {
        let book = try Self.book.get()
        let clock = RunClock.rehearsal(from: Timestamp(iso8601: start) ?? Timestamp(milliseconds: 0))
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.hosts = try HostsTable(text: farm.hostsTable + extraHosts, file: "test")
        settings.connectTo = (farm.connectTo + [":443::1"]).compactMap { ConnectTo($0) }
        settings.delaySeconds = 0
        settings.perIP = 8
        settings.timeouts = settings.timeouts.capped(total: 5)
        let fetcher = Fetcher(
            settings, registrable: { book.suffixes.registrable($0) }, now: { clock.now() })
        var options = ScanOptions()
        options.offices = concurrency
        options.controlHosts = control
        options.secondPassPause = 1800
        options.secondPass = secondPass
        options.hours = hours
        let flow = ScanFlow(
            book: book, fetcher: fetcher, detector: try Detector(book.detection), store: store, clock: clock,
            options: options, watch: { [self] event in note(event) })
        let result: Result<ScanRecord, any Error>
        do { result = .success(try await flow.run(targets)) } catch { result = .failure(error) }
        await fetcher.shutdown()
        return try await SnapshotBuilder(book: book, store: store).snapshot(of: try result.get().id)
    }

    private func note(_ event: ScanEvent) {
        let word: String
        switch event {
        case .suspended: word = "suspended"
        case .resumed: word = "resumed"
        case .opened(_, let total, let remaining): word = "opened \(remaining)/\(total)"
        case .closed: word = "closed"
        case .finished(let office, let status, _, _, _): word = "\(office.code) \(status.rawValue)"
        case .surveying, .secondPass: return
        }
        events.withLock { $0.append(word) }
    }

    /// A plain site of an office: home, service page, contact.
    static func site(_ host: String, _ name: String, address: String? = nil) -> FarmHost {
        func page(_ body: String) -> FarmReply {
            .page(
                "<!doctype html><html lang=\"id\"><head><title>\(name)</title></head><body><h1>\(name)</h1>\(body)</body></html>"
            )
        }
        return FarmHost(
            host, address: address,
            routes: [
                "/": page(
                    "<nav><a href=\"/layanan\">Standar Pelayanan</a> <a href=\"/kontak\">Kontak</a></nav><p>Selamat datang di situs resmi \(name) Kabupaten Uji Coba. Kami melayani warga setiap hari kerja.</p>"
                ),
                "/layanan": page(
                    "<h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Fotokopi Kartu Keluarga</li><li>Pas foto 3x4</li></ol><h2>Jangka Waktu Penyelesaian</h2><p>3 (tiga) hari kerja</p><h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>"
                ),
                "/kontak": page(
                    "<p>Jalan Merdeka Nomor 1, Uji Coba. Telepon (0561) 123450, surel dinas@ujikab.go.id</p>"),
            ])
    }

    static func office(_ code: String, _ name: String, _ kind: String, url: String? = nil) -> Target {
        Target(code: code, name: name, kind: kind, region: "99.02", listed: url)
    }

    /// The portal of the region, and its row.
    static let portal = Target(
        code: "P", name: "Portal Pemerintah Kabupaten Uji Coba", kind: "portal", region: "99.02",
        listed: "http://ujikab.go.id/")
    static let portalHost = FarmHost(
        "ujikab.go.id",
        routes: [
            "/": .page(
                "<html lang=\"id\"><title>Pemerintah Kabupaten Uji Coba</title><h1>Pemerintah Kabupaten Uji Coba</h1><p>Portal resmi.</p></html>"
            )
        ])
}
