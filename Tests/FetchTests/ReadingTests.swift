import Model
import Testing

@testable import Fetch

@Suite struct HeaderBlockTests {
    @Test func readsLinesInOrder() {
        let block =
            "HTTP/1.1 200 OK\r\nContent-Type:  text/html \r\nX-Long: a\r\n  b\r\nnot a header\r\nSet-Cookie: x=1:2\r\n\r\n"
        #expect(
            HeaderBlock.parse(Array(block.utf8)) == [
                Header(name: "content-type", value: "text/html"), Header(name: "x-long", value: "a b"),
                Header(name: "set-cookie", value: "x=1:2"),
            ])
    }

    @Test(arguments: [
        ("120", 120.0), ("0", 0.0), ("Wed, 18 Nov 2026 12:01:40 GMT", 100.0), ("Wed, 18 Nov 2026 11:00:00 GMT", 0.0),
    ])
    func readsRetryAfter(value: String, seconds: Double) {
        let now = Timestamp(iso8601: "2026-11-18T12:00:00Z")
        #expect(now.flatMap { HeaderBlock.retryAfter(value, now: $0) } == seconds)
    }

    /// Found by the fuzzer: a year of nineteen digits ended the scan.
    @Test(arguments: [
        "", "-5", "soon", "12h", "Wed, 18 Nov 9223372036854775807 12:01:40 GMT",
        "Wed, 18 Nov 2026 -9223372036854775807:01:40 GMT", "Wed, 18 Nov 2026 12:01:-9223372036854775807 GMT",
        "Wed, 9223372036854775807 Nov 2026 12:01:40 GMT",
    ])
    func ignoresOtherRetryAfter(value: String) { #expect(HeaderBlock.retryAfter(value, now: .testNow) == nil) }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "Nov  6 08:49:37 1994 GMT",
    ])
    func readsEveryFormOfDate(text: String) {
        #expect(CalendarText.read(text)?.iso8601 == "1994-11-06T08:49:37Z")
    }
}

@Suite struct IntakeTests {
    private func taking(_ lines: [String], headerBytes: Int = 1000, count: Int = 10) -> Intake {
        var intake = Intake(maxBodyBytes: 10, maxHeaderBytes: headerBytes, maxHeaderCount: count)
        for line in lines {
            let start = intake.headerBytes.count
            intake.headerBytes += Array(line.utf8)
            guard intake.acceptsLine(from: start, now: 1) else { break }
        }
        return intake
    }

    @Test func oneContentCodingAndNoMore() {
        #expect(taking(["HTTP/1.1 200 OK\r\n", "Content-Encoding: gzip\r\n"]).stop == nil)
        #expect(taking(["HTTP/1.1 200 OK\r\n", "content-encoding: gzip, br\r\n"]).stop == .secondCoding)
        #expect(
            taking(["HTTP/1.1 200 OK\r\n", "Content-Encoding: br\r\n", "CONTENT-ENCODING: br\r\n"]).stop
                == .secondCoding)
    }

    @Test func aNewStatusLineStartsANewBlock() {
        let intake = taking(["HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "HTTP/1.1 200 OK\r\n", "A: b\r\n"])
        #expect(String(decoding: intake.headerBytes, as: UTF8.self) == "HTTP/1.1 200 OK\r\nA: b\r\n")
    }

    @Test func trailersAreCountedAndDropped() {
        let intake = taking([
            "HTTP/1.1 200 OK\r\n", "A: b\r\n", "\r\n", "HTTP/1.1 404 X\r\n", "Content-Encoding: a, b\r\n",
        ])
        #expect(intake.isHeadComplete && intake.stop == nil)
        #expect(String(decoding: intake.headerBytes, as: UTF8.self) == "HTTP/1.1 200 OK\r\nA: b\r\n\r\n")
        let endless = taking(["HTTP/1.1 200 OK\r\n", "\r\n"] + (0...10).map { "A: \($0)\r\n" })
        #expect(endless.stop == .trailerLimit)
    }

    @Test func interimAnswersAreFew() {
        let interim = ["HTTP/1.1 100 Continue\r\n", "\r\n"]
        #expect(!taking(interim).isHeadComplete)
        let storm = taking(Array(repeatElement(interim, count: 20).joined()), headerBytes: 100_000, count: 1000)
        #expect(storm.stop == .headerLimit)
        #expect(taking(["HTTP/1.1 101 Switching Protocols\r\n"]).stop == .unaskedUpgrade)
    }

    @Test func textHasALimitOfItsOwn() {
        var intake = Intake(maxBodyBytes: 100, maxTextBytes: 5, maxHeaderBytes: 1000, maxHeaderCount: 10)
        for line in ["HTTP/1.1 200 OK\r\n", "Content-TYPE: Text/HTML\r\n", "\r\n"] {
            let start = intake.headerBytes.count
            intake.headerBytes += Array(line.utf8)
            #expect(intake.acceptsLine(from: start, now: 1) == true)
        }
        #expect(intake.room(for: 9, now: 1) == 5)
    }

    @Test func headersHaveLimitsOfSizeAndNumber() {
        #expect(taking(["HTTP/1.1 200 OK\r\n", String(repeating: "x", count: 2000)]).stop == .headerLimit)
        #expect(taking(["HTTP/1.1 200 OK\r\n"] + (0...10).map { "A: \($0)\r\n" }).stop == .headerLimit)
    }

    @Test func theBodyIsCutAtItsLimitAndTimeIsWatchedWhileDecoding() {
        var intake = Intake(maxBodyBytes: 10, deadline: 5)
        #expect(intake.room(for: 4, now: 1) == 4)
        #expect(intake.room(for: 11, now: 1) == 10)
        #expect(intake.stop == .bodyLimit)
        var late = Intake(maxBodyBytes: 10, deadline: 5)
        #expect(late.room(for: 4, now: 6) == 0)
        #expect(late.stop == .totalTime)
    }
}

@Suite struct FailureMappingTests {
    @Test func everyCodeOfTheLibrariesIsKnown() {
        #expect((0..<100).allSatisfy { CurlCode(rawValue: $0) != nil })
        #expect(CurlCode.peerFailedVerification.rawValue == 60)
        #expect(CurlCode.unrecoverablePoll.rawValue == 99)
        #expect(CurlCode.partialFile.rawValue == 18)
        #expect(CurlCode.operationTimedOut.rawValue == 28)
        #expect(CurlCode.http2Stream.rawValue == 92)
        #expect((0..<26).allSatisfy { AresStatus(rawValue: $0) != nil })
        #expect(AresStatus.timeout.rawValue == 12 && AresStatus.service.rawValue == 25)
    }

    @Test(arguments: [
        (CurlCode.gotNothing, FailureKind.emptyReply), (.partialFile, .closedEarly), (.recvError, .connectionReset),
        (.badContentEncoding, .badContentCoding), (.weirdServerReply, .malformedHTTP), (.outOfMemory, .internalError),
    ])
    func codesBecomeKinds(code: CurlCode, kind: FailureKind) {
        #expect(FailureMapping.failure(code, CurlReport()) == kind)
    }

    @Test(arguments: [
        (111 as Int32, FailureKind.connectRefused), (110, .connectTimeout), (113, .hostUnreachable),
        (101, .hostUnreachable), (104, .connectionReset), (24, .internalError),
    ])
    func errnoOfConnectBecomesAKind(number: Int32, kind: FailureKind) {
        #expect(FailureMapping.connectFailure(number) == kind)
    }

    @Test(arguments: [
        (false, false, 0, FailureKind.connectTimeout), (true, false, 0, .tlsTimeout),
        (true, true, 0, .firstByteTimeout),
        (true, true, 200, .totalTimeout),
    ])
    func theLastPhaseReachedNamesTheTimeOut(connected: Bool, secured: Bool, status: Int, kind: FailureKind) {
        var report = CurlReport()
        report.connected = connected
        report.secured = secured
        report.status = status
        #expect(FailureMapping.timeout(report) == kind)
    }
}

@Suite struct TLSReadingTests {
    private let leaf = ["Subject:CN = dinkes.go.id", "Issuer:CN = Antara", "Expire date:Nov  6 08:49:37 2027 GMT"]

    @Test(arguments: [
        (10, TLSFacts.Problem.expired), (9, .notYetValid), (0, .wrongName), (1, .wrongName), (62, .wrongName),
        (18, .selfSigned),
        (19, .untrusted), (20, .incompleteChain), (66, .weak), (7, .untrusted),
    ])
    func verifyResultsBecomeProblems(number: Int, problem: TLSFacts.Problem) {
        #expect(TLSReading.problem(verifyResult: number, certificates: [leaf]) == problem)
    }

    @Test func aChainWithItsIssuersIsNotIncomplete() {
        let inner = ["Subject:CN = Antara", "Issuer:CN = Akar Sendiri"]
        #expect(TLSReading.problem(verifyResult: 20, certificates: [leaf, inner]) == .untrusted)
        let public1 = inner + ["Authority Information Access:CA Issuers - URI:http://x/ca.crt"]
        #expect(TLSReading.problem(verifyResult: 20, certificates: [leaf, public1]) == .incompleteChain)
    }

    @Test func factsComeFromTheLeaf() {
        let facts = TLSReading.facts([leaf, ["Subject:CN = lain"]], problem: .expired)
        #expect(facts.subject == "CN = dinkes.go.id" && facts.issuer == "CN = Antara")
        #expect(facts.notAfter?.iso8601 == "2027-11-06T08:49:37Z")
        #expect(facts.problem == .expired)
    }

    @Test(arguments: [
        ("error:0A00010B:SSL routines::wrong version number", FailureKind.notTLS),
        ("error:0A000102:SSL routines::unsupported protocol", .tlsVersion),
        ("error:0A00042E:SSL routines::tlsv1 alert protocol version", .tlsVersion),
        ("error:0A000410:SSL routines::sslv3 alert handshake failure", .tlsHandshake), ("", .tlsHandshake),
    ])
    func theReasonNumberNamesABrokenHandshake(message: String, kind: FailureKind) {
        var report = CurlReport()
        report.message = message
        #expect(TLSReading.failure(report) == kind)
    }
}
