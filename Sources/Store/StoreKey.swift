import Model

/// The name of a list of targets.
enum StoreKey {
    /// The same targets in the same order have the same key: a scan is resumed only over the list it was begun with.
    static func of(_ targets: [Target]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for target in targets {
            for byte in "\(target.code)\u{1}\(target.name)\u{1}\(target.listed ?? "")\u{2}".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return "\(targets.count)-\(String(hash, radix: 16))"
    }
}
