import Farm
import Model
import Testing

@testable import Fetch

@Suite struct RedirectTests {
    @Test func everyHopIsRecorded() async throws {
        let bed = try TestBed([
            FarmHost(
                "a.go.id", routes: ["/": .redirect("/dua?x=1", status: 301), "/dua?x=1": .redirect("//b.go.id/tiga")]),
            FarmHost("b.go.id", routes: ["/tiga": .page("sampai")]),
        ])
        let page = try #require(await bed.fetch("http://a.go.id/").page)
        #expect(page.address.description == "http://b.go.id/tiga")
        #expect(page.requested.description == "http://a.go.id/")
        #expect(page.trail.map(\.status) == [301, 302, 200])
        #expect(page.trail.map(\.location) == ["/dua?x=1", "//b.go.id/tiga", nil])
        await bed.fetcher.shutdown()
    }

    @Test(arguments: [
        ("/loop", "failure redirect_loop"), ("/endless/0", "failure too_many_redirects"),
        ("/ftp", "failure forbidden_protocol"), ("/js", "failure forbidden_protocol"),
        ("/file", "failure forbidden_protocol"), ("/nowhere", "failure dns_nxdomain"), ("/nolocation", "page 302"),
        ("/bad", "failure bad_redirect"),
    ])
    func whatARedirectMayNotDo(path: String, gist: String) async throws {
        let bed = try TestBed([
            FarmHost("h.go.id") { request in
                switch request.path {
                case "/loop": .redirect("/loop2")
                case "/loop2": .redirect("/loop")
                case "/ftp": .redirect("ftp://h.go.id/")
                case "/js": .redirect("javascript:alert(1)")
                case "/file": .redirect("file:///etc/passwd")
                case "/nowhere": .redirect("http://tiada.go.id/")
                case "/nolocation": .status(302)
                case "/bad": .redirect("http://h.go.id:99999999/")
                default: .redirect("/endless/\((Int(request.path.dropFirst(9)) ?? 0) + 1)")
                }
            }
        ])
        let outcome = await bed.fetch("http://h.go.id" + path)
        #expect(outcome.gist == gist)
        if path == "/endless/0" { #expect(outcome.trail.count == FetchSettings().maxRedirects + 1) }
        await bed.fetcher.shutdown()
    }

    @Test func aRedirectToAPrivateAddressIsRefused() async throws {
        var policy = RedirectPolicy(maxRedirects: 3, anyPort: false)
        #expect(policy.enter(.literal("http://a.go.id:8080/")) == nil)
        #expect(policy.enter(.literal("http://a.go.id:22/")) == .forbiddenPort)
        #expect(policy.enter(.literal("https://a.go.id/")) == nil)
        #expect(policy.enter(.literal("https://a.go.id/#lain")) == .redirectLoop)
    }

    @Test(arguments: [22, 25, 3306, 5432, 6379, 8086, 8500, 8983, 9200, 9090, 11211, 27017, 5000])
    func portsOfOtherServicesAreRefused(port: Int) {
        var policy = RedirectPolicy(maxRedirects: 3, anyPort: false)
        #expect(policy.enter(.literal("http://a.go.id:\(port)/")) == .forbiddenPort)
    }

    @Test func aRedirectFromAnotherHostMayLeadToFewerPorts() {
        var policy = RedirectPolicy(maxRedirects: 3, anyPort: false)
        #expect(policy.enter(.literal("http://a.go.id:8888/")) == nil)
        #expect(policy.enter(.literal("http://a.go.id:8000/")) == nil)
        #expect(policy.enter(.literal("http://b.go.id:8443/")) == nil)
        #expect(policy.enter(.literal("http://b.go.id:8888/")) == .forbiddenPort)
    }

    @Test func credentialsAndFragmentAreDropped() {
        var policy = RedirectPolicy(maxRedirects: 3, anyPort: false)
        let step = policy.follow(location: "http://admin:rahasia@b.go.id/x#y", from: .literal("http://a.go.id/"))
        #expect(step == .go(.literal("http://b.go.id/x")))
    }
}
