/// What was written, and what could not be.
public struct WrittenFiles: Sendable {
    /// Paths, the one to open first in front.
    public var files: [String]
    /// Why a file is not among them; each is a sentence for the user.
    public var notices: [ReportError]

    public init(files: [String], notices: [ReportError] = []) {
        self.files = files
        self.notices = notices
    }
}
