import Glibc

/// The right to make a round on a store: one process at a time. Reading goes on beside it.
///
/// A lock of the system on a file beside the store (man 2 flock): it ends with its process, however that ends, and what
/// is left behind is an empty file. Says `unsafe` for open.
public final class ScanLock: Sendable {
    private let descriptor: Int32

    fileprivate init(store path: String) throws(StoreError) {
        let flags = O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW
        descriptor = unsafe open(path + "-scan.lock", flags, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case ENOSPC, EDQUOT:
                throw StoreError(
                    .diskFull, "No space left for the store \(path); free some space and run the same command again.")
            default:
                throw StoreError(.readOnly, "The store \(path) cannot be written; check its owner and rights.")
            }
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StoreError(.busy, "Another scan is at work on \(path); wait until it ends, or name another store.")
        }
    }

    deinit { close(descriptor) }
}

extension SQLiteStore {
    /// Takes the right to make a round; it lasts as long as the value.
    ///
    /// - Throws: `busy` while another process, or another round of this one, has it.
    public func lockForScan() throws(StoreError) -> ScanLock { try ScanLock(store: path) }
}
