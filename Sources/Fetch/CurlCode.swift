/// The result codes of libcurl (https://curl.se/libcurl/c/libcurl-errors.html), by the numbers of 7.88.
enum CurlCode: UInt32, CaseIterable {
    case ok = 0
    case unsupportedProtocol, failedInit, urlMalformat, notBuiltIn, couldntResolveProxy, couldntResolveHost
    case couldntConnect, weirdServerReply, remoteAccessDenied, ftpAcceptFailed, ftpWeirdPassReply, ftpAcceptTimeout
    case ftpWeirdPasvReply, ftpWeird227Format, ftpCantGetHost, http2, ftpCouldntSetType, partialFile
    case ftpCouldntRetrieveFile, obsolete20, quoteError, httpReturnedError, writeError, obsolete24, uploadFailed
    case readError, outOfMemory, operationTimedOut, obsolete29, ftpPortFailed, ftpCouldntUseRest, obsolete32
    case rangeError, httpPostError, sslConnectError, badDownloadResume, fileCouldntReadFile, ldapCannotBind
    case ldapSearchFailed, obsolete40, functionNotFound, abortedByCallback, badFunctionArgument, obsolete44
    case interfaceFailed, obsolete46, tooManyRedirects, unknownOption, setoptOptionSyntax, obsolete50, obsolete51
    case gotNothing, sslEngineNotFound, sslEngineSetFailed, sendError, recvError, obsolete57, sslCertProblem
    case sslCipher, peerFailedVerification, badContentEncoding, obsolete62, filesizeExceeded, useSSLFailed
    case sendFailRewind, sslEngineInitFailed, loginDenied, tftpNotFound, tftpPerm, remoteDiskFull, tftpIllegal
    case tftpUnknownID, remoteFileExists, tftpNoSuchUser, obsolete75, obsolete76, sslCACertBadFile
    case remoteFileNotFound, ssh, sslShutdownFailed, again, sslCRLBadFile, sslIssuerError, ftpPretFailed
    case rtspCSeqError, rtspSessionError, ftpBadFileList, chunkFailed, noConnectionAvailable, sslPinnedKeyMismatch
    case sslInvalidCertStatus, http2Stream, recursiveAPICall, authError, http3, quicConnectError, proxy
    case sslClientCert, unrecoverablePoll
}
