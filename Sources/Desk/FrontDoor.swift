import Hummingbird
import Model
import Report

/// Sign-in, sign-out, style, script, health and metrics.
struct FrontDoor: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("gaya.css") { _, _ in asset(parts.layout.pieces.style + Self.style, "text/css; charset=utf-8") }
        router.get("kemajuan.js") { _, _ in asset(Self.script, "text/javascript; charset=utf-8") }
        router.get("healthz") { _, _ in try await health() }
        router.get("metrics") { _, _ in Response.text(try await metrics(), "text/plain; version=0.0.4; charset=utf-8") }
        router.get("masuk") { _, _ in Response.html(SignInPage(layout: parts.layout).markup()) }
        router.post("masuk") { request, context in try await enter(request, context) }
        router.post("keluar") { request, context in try await leave(request, context) }
    }

    private func asset(_ text: String, _ type: String) -> Response {
        var response = Response.text(text, type)
        response.headers[.cacheControl] = "public, max-age=3600"
        return response
    }

    /// 200 while the store answers.
    private func health() async throws -> Response {
        _ = try await parts.store.schedules()
        return .text("ok\n")
    }

    /// Prometheus text format: only counts, nothing that names an office.
    private func metrics() async throws -> String {
        let bytes = try await parts.cache.bytes("metrik", for: .seconds(5), stale: true) {
            Array(try await counted().utf8)
        }
        return String(decoding: bytes ?? [], as: UTF8.self)
    }

    private func counted() async throws -> String {
        let rounds = try await parts.store.latestRounds()
        var lines = ["# TYPE ronda_regions gauge", "ronda_regions \(rounds.count)", "# TYPE ronda_offices gauge"]
        let totals = rounds.reduce(into: [OfficeStatus: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
        for status in OfficeStatus.allCases {
            lines.append("ronda_offices{status=\"\(status.rawValue)\"} \(totals[status] ?? 0)")
        }
        let firings = try await parts.store.firings(of: nil, limit: 1000)
        lines.append("# TYPE ronda_firings gauge")
        for state in RoundFiring.State.allCases {
            lines.append("ronda_firings{state=\"\(state.rawValue)\"} \(firings.count { $0.state == state })")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func enter(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let page = SignInPage(layout: parts.layout)
        let answer = try await parts.signIn.enter(
            name: String(form["nama"].prefix(100)), password: form.raw("sandi"), from: context.place)
        switch answer {
        case .welcome(let secret):
            var response = Response.see("/")
            response.headers[.setCookie] = DeskCookie.set(
                secret, secure: parts.settings.secureCookies, seconds: Int(SignIn.lifetime))
            return response
        case .wrong:
            let sentence = parts.layout("Nama atau kata sandi keliru.", "Name or password is wrong.")
            return .html(page.markup(notice: sentence), .unauthorized)
        case .wait(let seconds):
            let sentence = parts.layout(
                "Terlalu banyak percobaan; tunggu \(seconds / 60 + 1) menit.",
                "Too many tries; wait \(seconds / 60 + 1) minutes.")
            var response = Response.html(page.markup(notice: sentence), .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    private func leave(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        try await parts.store.endSession(visitor.session.key)
        var response = Response.see("/masuk")
        response.headers[.setCookie] = DeskCookie.set("", secure: parts.settings.secureCookies, seconds: 0)
        return response
    }

    private static let style = """

        .desk .page{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}
        .desk nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:0;padding:0}
        .desk a{color:#fff}.desk form{margin-left:auto;display:flex;gap:.6rem;align-items:center}
        .banner.desk{padding:.9rem 0}
        main{overflow-wrap:break-word}main h1{margin-top:1.5rem}
        .field{max-width:34rem;margin:.6rem 0}.field label{display:block;font-weight:600}
        fieldset{border:1px solid var(--soft);border-radius:3px;max-width:34rem;margin:.6rem 0}legend{font-weight:600}
        .box{display:inline-block;margin-right:1.2rem}
        .field textarea{font:.875rem/1.4 ui-monospace,"Liberation Mono",monospace;width:100%;border:1px solid var(--soft);border-radius:3px;padding:.4rem .5rem;white-space:pre;overflow:auto}
        .field:has(textarea){max-width:none}
        .field input,.field select{font:inherit;width:100%;padding:.35rem .5rem;border:1px solid var(--soft);border-radius:3px}
        .field small{display:block;color:var(--soft)}
        button{font:inherit;padding:.3rem .9rem;border:1px solid var(--brand);border-radius:3px;background:#fff;color:var(--brand);cursor:pointer}
        main form>p>button{background:var(--brand);color:#fff}
        .stored{border:1px solid var(--line);padding:1rem;overflow-wrap:anywhere}
        mark{background:#ffe08a}
        .heat td{min-width:2.6rem;font-variant-numeric:tabular-nums}
        .h-0{background:#7f1d12;color:#fff}.h-1{background:#b5542a;color:#fff}.h-2{background:#f0c36b}.h-3{background:#a9d3a5}.h-4{background:#0b6b3a;color:#fff}.h-none{color:var(--soft)}
        @media(max-width:40rem){main td,main th,main caption{overflow-wrap:anywhere}main table:not(.grid) td,main table:not(.grid) th{padding:.3rem .35rem}}
        .tiles{display:block;max-width:none}.tiles a:focus{outline:3px solid #e08a00}
        .grid td.status{text-align:left;padding:0 .6rem;white-space:nowrap}
        .grid td[class]{min-width:2.1rem}

        """

    /// Live progress; without it the page shows the last line at loading.
    private static let script = """
        const line = document.getElementById("kemajuan-teks");
        const source = new EventSource("/kemajuan");
        source.onmessage = event => { if (event.data) line.textContent = event.data; };

        """
}
