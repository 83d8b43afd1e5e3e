/// The result codes of c-ares (ares.h of 1.18).
enum AresStatus: Int32, CaseIterable {
    case success = 0
    case noData
    case formatError
    case serverFailure
    case notFound
    case notImplemented
    case refused
    case badQuery
    case badName
    case badFamily
    case badResponse
    case connectionRefused
    case timeout
    case endOfFile
    case fileError
    case noMemory
    case destruction
    case badString
    case badFlags
    case noName
    case badHints
    case notInitialized
    case loadIPHelper
    case noNetworkParameters
    case cancelled
    case service
}
