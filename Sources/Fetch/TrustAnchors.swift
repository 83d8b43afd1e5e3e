/// The file of trust anchors that curl is given: the machine's bundle, with the extra ones behind it when there are any.
///
/// One explicit file and no folder: curl then keeps the parsed anchors for all connections.
struct TrustAnchors: Sendable {
    let path: String
    private let temporary: Bool

    init(_ settings: FetchSettings) {
        guard let extra = settings.caFile.flatMap(Linux.readFile) else {
            path = settings.caBundle
            temporary = false
            return
        }
        let all = (Linux.readFile(settings.caBundle) ?? []) + [10] + extra
        let written = Linux.writeTemporaryFile(all)
        path = written ?? settings.caBundle
        temporary = written != nil
    }

    func remove() { if temporary { Linux.removeFile(path) } }
}
