import Glibc
import Model

/// From the libraries' codes to the causes a civil servant can be told about: by number, never by message text.
enum FailureMapping {
    /// The kind of a name-server answer; `addresses` for success, whatever the message then holds.
    static func dnsKind(_ status: AresStatus?) -> DNSOutcome.Kind {
        guard let status else { return .malformed }
        return switch status {
        case .success: .addresses
        case .noData: .nodata
        case .notFound: .nxdomain
        case .serverFailure: .servfail
        case .refused, .connectionRefused, .notImplemented: .refused
        case .timeout: .timeout
        case .badName, .noName, .badString: .badName
        case .formatError, .badResponse, .badQuery, .badFamily, .endOfFile: .malformed
        case .cancelled, .destruction: .timeout
        case .fileError, .noMemory, .badFlags, .badHints, .notInitialized, .loadIPHelper, .noNetworkParameters,
            .service:
            .servfail
        }
    }

    /// The failure of a host without a usable address; nil when there is one.
    static func failure(_ kind: DNSOutcome.Kind) -> FailureKind? {
        switch kind {
        case .addresses, .literal: nil
        case .nxdomain: .dnsNXDomain
        case .nodata: .dnsNoData
        case .servfail: .dnsServFail
        case .refused: .dnsRefused
        case .timeout: .dnsTimeout
        case .malformed: .dnsMalformed
        case .badName: .badHostName
        case .forbiddenAddress: .forbiddenAddress
        }
    }

    /// The failure of a transfer that we stopped ourselves; nil when what was read still counts.
    static func failure(_ stop: Intake.Stop) -> FailureKind? {
        switch stop {
        case .bodyLimit, .trailerLimit: nil
        case .headerLimit: .tooManyHeaders
        case .unaskedUpgrade: .malformedHTTP
        case .secondCoding: .badContentCoding
        case .totalTime: .totalTimeout
        case .forbiddenAddress: .forbiddenAddress
        }
    }

    /// The failure behind a code of curl, with what the report says of the phase.
    static func failure(_ code: CurlCode?, _ report: CurlReport) -> FailureKind {
        guard let code else { return .internalError }
        switch code {
        case .urlMalformat, .couldntResolveHost: return .badHostName
        // The protocol of the address was judged before; this is an answer that is no HTTP, taken for HTTP/0.9.
        case .unsupportedProtocol: return .malformedHTTP
        case .couldntConnect: return connectFailure(report.systemError)
        case .operationTimedOut: return timeout(report)
        case .gotNothing: return .emptyReply
        case .recvError, .sendError: return brokenStream(report)
        case .partialFile: return .closedEarly
        // curl's own decoder says "write error" of what follows a whole gzip stream; ours stops with a reason of its own.
        case .badContentEncoding, .writeError: return .badContentCoding
        case .weirdServerReply, .http2, .http2Stream, .http3, .chunkFailed: return .malformedHTTP
        // curl 7.88 says "out of memory" of a header line past 100 KB (its own limit of a line).
        case .filesizeExceeded: return .tooManyHeaders
        case .outOfMemory: return report.connected ? .tooManyHeaders : .internalError
        case .sslConnectError, .useSSLFailed, .sslShutdownFailed: return TLSReading.failure(report)
        case .peerFailedVerification, .sslCertProblem, .sslCipher, .sslInvalidCertStatus, .sslPinnedKeyMismatch,
            .sslIssuerError, .sslClientCert, .quicConnectError:
            return .tlsHandshake
        case .ok, .failedInit, .notBuiltIn, .couldntResolveProxy, .remoteAccessDenied, .ftpAcceptFailed,
            .ftpWeirdPassReply, .ftpAcceptTimeout, .ftpWeirdPasvReply, .ftpWeird227Format, .ftpCantGetHost,
            .ftpCouldntSetType, .ftpCouldntRetrieveFile, .obsolete20, .quoteError, .httpReturnedError,
            .obsolete24, .uploadFailed, .readError, .obsolete29, .ftpPortFailed, .ftpCouldntUseRest,
            .obsolete32, .rangeError, .httpPostError, .badDownloadResume, .fileCouldntReadFile, .ldapCannotBind,
            .ldapSearchFailed, .obsolete40, .functionNotFound, .abortedByCallback, .badFunctionArgument, .obsolete44,
            .interfaceFailed, .obsolete46, .tooManyRedirects, .unknownOption, .setoptOptionSyntax, .obsolete50,
            .obsolete51, .sslEngineNotFound, .sslEngineSetFailed, .obsolete57, .obsolete62, .sendFailRewind,
            .sslEngineInitFailed, .loginDenied, .tftpNotFound, .tftpPerm, .remoteDiskFull, .tftpIllegal,
            .tftpUnknownID, .remoteFileExists, .tftpNoSuchUser, .obsolete75, .obsolete76, .sslCACertBadFile,
            .remoteFileNotFound, .ssh, .again, .sslCRLBadFile, .ftpPretFailed, .rtspCSeqError, .rtspSessionError,
            .ftpBadFileList, .noConnectionAvailable, .recursiveAPICall, .authError, .proxy, .unrecoverablePoll:
            return .internalError
        }
    }

    /// A stream that broke: by the other side's TLS, by its TCP, or, when neither complains, by its chunks, for which
    /// curl 7.88 has the same code.
    private static func brokenStream(_ report: CurlReport) -> FailureKind {
        if let reason = TLSReading.reason(report.message) {
            return reason == TLSReading.unexpectedEnd ? .closedEarly : .connectionReset
        }
        return report.systemError == 0 && report.status > 0 ? .malformedHTTP : .connectionReset
    }

    /// The failure behind errno of connect(2).
    static func connectFailure(_ number: Int32) -> FailureKind {
        switch number {
        case ECONNREFUSED: .connectRefused
        case ETIMEDOUT: .connectTimeout
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL: .hostUnreachable
        case ECONNRESET, EPIPE, ECONNABORTED: .connectionReset
        case EACCES, EPERM: .hostUnreachable
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: .internalError
        default: .connectRefused
        }
    }

    /// Which phase ran out of time.
    static func timeout(_ report: CurlReport) -> FailureKind {
        if !report.connected { return .connectTimeout }
        if report.status == 0, !report.secured { return .tlsTimeout }
        return report.status == 0 ? .firstByteTimeout : .totalTimeout
    }
}
