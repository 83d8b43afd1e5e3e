import Model
import Testing

@testable import Fetch

@Suite struct NameAnswerTests {
    /// A question for `a.id` and answers behind it, names compressed.
    private func message(code: UInt8 = 0, answers: [[UInt8]]) -> [UInt8] {
        let head: [UInt8] = [0, 1, 0x81, 0x80 | code, 0, 1, 0, UInt8(answers.count), 0, 0, 0, 0]
        return head + [1, 97, 2, 105, 100, 0, 0, 1, 0, 1] + answers.flatMap { $0 }
    }

    private let address: [UInt8] = [0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, 103, 1, 2, 3]

    @Test func readsAddressesAliasesAndLifetime() throws {
        let name: [UInt8] = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 98, 0xc0, 14]
        let parsed = try #require(DNSMessage(message(answers: [name, address]), type: .a))
        #expect(parsed.addresses.map(\.description) == ["103.1.2.3"])
        #expect(parsed.aliases == ["b.id"])
        #expect(parsed.lifetime == 60)
    }

    @Test func brokenMessagesAreMalformed() {
        #expect(DNSMessage([0, 1, 2], type: .a) == nil)
        #expect(DNSMessage(message(answers: [Array(address.dropLast(2))]), type: .a) == nil)
        let circle: [UInt8] = [0xc0, 22, 0, 1, 0, 1]
        #expect(DNSMessage(message(answers: [circle]), type: .a) == nil)
        #expect(NameAnswer(status: 0, message: [1, 2], type: .a).kind == .malformed)
    }

    @Test func anAliasWithoutAddressIsNoData() {
        let name: [UInt8] = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 98, 0xc0, 14]
        let answer = NameAnswer(status: 0, message: message(answers: [name]), type: .a)
        #expect(answer.kind == .nodata && answer.aliases == ["b.id"])
    }

    @Test func aliasesInACircleSayNothing() {
        // a.id is b.id, b.id is a.id: that is no "there is no address".
        let there: [UInt8] = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 98, 0xc0, 14]
        let back: [UInt8] = [1, 98, 0xc0, 14, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12]
        #expect(NameAnswer(status: 0, message: message(answers: [there, back]), type: .a).kind == .malformed)
    }

    @Test func fewOfManyAddressesAreTried() {
        let many = (0..<60).map { Array(address.dropLast()) + [UInt8($0)] }
        let answer = NameAnswer(status: 0, message: message(answers: many), type: .a)
        #expect(answer.kind == .addresses && answer.addresses.count == NameAnswer.maxAddresses)
    }

    @Test(arguments: [
        (DNSOutcome.Kind.nodata, DNSOutcome.Kind.nodata, DNSOutcome.Kind.nodata), (.nodata, .servfail, .servfail),
        (.nodata, .timeout, .timeout), (.nxdomain, .timeout, .nxdomain), (.nxdomain, .nxdomain, .nxdomain),
        (.timeout, .timeout, .timeout), (.refused, .nodata, .refused),
    ])
    func couldNotLookOutweighsNothingThere(a: DNSOutcome.Kind, aaaa: DNSOutcome.Kind, kind: DNSOutcome.Kind) {
        #expect(NameAnswer.merged(NameAnswer(kind: a), NameAnswer(kind: aaaa)).kind == kind)
        #expect(NameAnswer.merged(NameAnswer(kind: aaaa), NameAnswer(kind: a)).kind == kind)
    }

    @Test func oneAddressIsEnoughAndIPv4ComesFirst() {
        let four = ["103.9.9.9", "103.1.1.1"].compactMap { IPAddress($0) }
        let six = ["2404:8000::1"].compactMap { IPAddress($0) }
        let merged = NameAnswer.merged(
            NameAnswer(kind: .addresses, addresses: four), NameAnswer(kind: .addresses, addresses: six))
        #expect(merged.addresses.map(\.description) == ["103.1.1.1", "103.9.9.9", "2404:8000::1"])
        #expect(
            NameAnswer.merged(NameAnswer(kind: .addresses, addresses: four), NameAnswer(kind: .timeout)).kind
                == .addresses)
    }

    @Test(arguments: ["a..id", "", "-a.id", "a b.id", "ä.id", String(repeating: "x", count: 64) + ".id", ".id"])
    func illegalNamesAreNotAsked(host: String) { #expect(!HostName.isLegal(host)) }

    @Test(arguments: ["a.id", "a.id.", "_dmarc.a.id", "xn--bcher-kva.go.id", "1.go.id"])
    func legalNames(host: String) { #expect(HostName.isLegal(host)) }
}
