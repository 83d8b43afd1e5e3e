import Model

/// Makes TLS facts and failures of the numbers OpenSSL gives.
enum TLSReading {
    /// What a refused certificate is guilty of: X509_V_ERR numbers (openssl x509_vfy.h).
    /// 0 and 1 stand for "the chain is good": then the name did not fit, which curl 7.88 checks itself.
    static func problem(verifyResult: Int, certificates: [[String]]) -> TLSFacts.Problem {
        switch verifyResult {
        case 0, 1, 62, 63, 64: .wrongName
        case 9: .notYetValid
        case 10: .expired
        case 18: .selfSigned
        case 2, 20, 21: missesIntermediate(certificates) ? .incompleteChain : .untrusted
        case 66, 67, 68: .weak
        default: .untrusted
        }
    }

    /// The sent chain stops below a root: one lone certificate of another's signing, or one that names where its
    /// issuer's certificate can be had (Authority Information Access).
    private static func missesIntermediate(_ certificates: [[String]]) -> Bool {
        guard let last = certificates.last else { return false }
        let subject = value("Subject", last)
        if subject != nil, subject == value("Issuer", last) { return false }
        return certificates.count == 1 || last.contains { $0.contains("CA Issuers") }
    }

    /// Subject, issuer and end of validity of the leaf.
    static func facts(_ certificates: [[String]], problem: TLSFacts.Problem?) -> TLSFacts {
        let leaf = certificates.first ?? []
        return TLSFacts(
            problem: problem, subject: value("Subject", leaf), issuer: value("Issuer", leaf),
            notAfter: value("Expire date", leaf).flatMap(CalendarText.read))
    }

    private static func value(_ name: String, _ lines: [String]) -> String? {
        lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// The cause of a broken handshake, by OpenSSL's reason number.
    static func failure(_ report: CurlReport) -> FailureKind {
        switch reason(report.message) {
        case .some(267), .some(156), .some(155), .some(198), .some(244), .some(292): return .notTLS
        case .some(258), .some(1070), .some(259), .some(191): return .tlsVersion
        default: return .tlsHandshake
        }
    }

    /// A handshake that failed for old versions, weak keys or old renegotiation may succeed with old settings.
    static func deservesLegacyTry(_ report: CurlReport) -> Bool {
        switch reason(report.message) {
        case .some(258), .some(1070), .some(259), .some(191), .some(333), .some(394), .some(338), .some(1040),
            .some(141),
            .some(397), .some(398), .some(399), .some(1071):
            true
        default: false
        }
    }

    /// SSL_R_UNEXPECTED_EOF_WHILE_READING: the connection ended without the TLS word for it.
    static let unexpectedEnd = 294

    /// Such an end is the ordinary end of a body that has no length of its own; old servers close so.
    static func endsWithConnection(_ code: CurlCode?, _ report: CurlReport, _ intake: Intake) -> Bool {
        guard code == .recvError, report.status > 0, reason(report.message) == unexpectedEnd else { return false }
        let names = HeaderBlock.parse(intake.headerBytes).map(\.name)
        return !names.contains("content-length") && !names.contains("transfer-encoding")
    }

    /// OpenSSL's reason number out of `error:0A00010B:...`, the only place where curl 7.88 hands the number out.
    static func reason(_ message: String) -> Int? {
        guard let mark = message.range(of: "error:") else { return nil }
        let digits = message[mark].prefix { $0.isHexDigit }
        guard digits.count == 8, let number = UInt32(digits, radix: 16) else { return nil }
        return Int(number & 0x7f_ffff)
    }
}

extension String {
    /// Where the text after the first occurrence of a marker starts.
    fileprivate func range(of marker: String) -> PartialRangeFrom<String.Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(marker) { return index(at, offsetBy: marker.count)... }
            at = index(after: at)
        }
        return nil
    }
}
