import Cage
import Foundation
import Model
import Synchronization
import Testing

@testable import Browser

@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct BrowserTests {
    private static let home = WebAddress("https://spa.contoh.go.id/")!

    /// Pages by address, and what was asked for.
    private final class Site: Sendable {
        let pages: [String: (type: String, body: String)]
        let asked = Mutex<[String]>([])

        init(_ pages: [String: (type: String, body: String)]) { self.pages = pages }

        func supply(_ address: WebAddress) -> BrowserSupply? {
            asked.withLock { $0.append(address.description) }
            return pages[address.description].map {
                BrowserSupply(status: 200, contentType: $0.type, body: Array($0.body.utf8))
            }
        }
    }

    private func render(
        _ site: Site, _ change: (inout BrowserLimits) -> Void = { _ in }
    ) async -> Result<RenderedPage, BrowserTrouble> {
        var limits = BrowserLimits()
        limits.quietSeconds = 0.6
        limits.seconds = 150
        change(&limits)
        return await Browser(limits).render(Self.home) { site.supply($0) }
    }

    @Test func `scripts write the page, and every request comes to us`() async throws {
        let site = Site([
            "https://spa.contoh.go.id/": (
                "text/html",
                "<div id=app></div><img src=/besar.png><link rel=stylesheet href=/a.css><script src=/app.js></script>"
            ),
            "https://spa.contoh.go.id/app.js": (
                "application/javascript",
                """
                fetch('https://api.contoh.go.id/layanan').then(r => r.json())
                  .then(j => document.getElementById('app').innerHTML = '<h1>' + j.judul + '</h1>');
                fetch('/hapus', {method: 'POST'}).catch(() => 0);
                """
            ),
            "https://api.contoh.go.id/layanan": ("application/json", "{\"judul\": \"Standar Pelayanan\"}"),
        ])
        let page = try await render(site).get()
        #expect(String(decoding: page.html, as: UTF8.self).contains("<h1>Standar Pelayanan</h1>"))
        #expect(page.address == Self.home && !page.wasCutShort)
        // Nothing but GET of documents, scripts and data.
        #expect(
            site.asked.withLock { Set($0) } == [
                "https://spa.contoh.go.id/", "https://spa.contoh.go.id/app.js", "https://api.contoh.go.id/layanan",
            ])
    }

    @Test func `the page has no network of its own, not even loopback`() async throws {
        let site = Site([
            "https://spa.contoh.go.id/": (
                "text/html",
                """
                <p id=a>menunggu</p><script>
                const s = new WebSocket('ws://127.0.0.1:1/'); s.onopen = () => a.textContent = 'terbuka';
                s.onerror = () => a.textContent = 'tertutup'; new Image().src = 'http://127.0.0.1/x.png';
                fetch('http://127.0.0.1/rahasia').then(() => a.textContent = 'terbuka').catch(() => 0);
                fetch('file:///etc/passwd').then(() => a.textContent = 'terbuka').catch(() => 0);</script>
                """
            )
        ])
        let html = String(decoding: try await render(site).get().html, as: UTF8.self)
        #expect(html.contains(">tertutup<"))
        #expect(site.asked.withLock { $0 } == ["https://spa.contoh.go.id/", "http://127.0.0.1/rahasia"])
    }

    @Test func `a page that never rests is cut, and what it shows counts`() async throws {
        let site = Site([
            "https://spa.contoh.go.id/": (
                "text/html", "<h1>Maklumat</h1><script>setInterval(() => fetch('/x' + Math.random()), 50)</script>"
            )
        ])
        let page = try await render(site) { ($0.seconds, $0.requests) = (8, 20) }.get()
        #expect(String(decoding: page.html, as: UTF8.self).contains("<h1>Maklumat</h1>"))
        #expect(site.asked.withLock { $0.count } <= 20)
    }

    @Test func `a page that spins for ever costs its time only`() async {
        let site = Site(["https://spa.contoh.go.id/": ("text/html", "<script>while (true) {}</script>")])
        let start = Date()
        let result = await render(site) { $0.seconds = 12 }
        #expect(result.failure == .timedOut)
        #expect(Date().timeIntervalSince(start) < 40)
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
