import Glibc

/// What a reader process asks of the system while it works.
public enum Reading {
    /// From now on so many further seconds of processor time are granted.
    public static func allow(seconds: Int) { _ = Kernel.setCPU(Int(Kernel.cpuSeconds()) + seconds + 1) }

    public static func end(_ code: Int32) -> Never { exit(code) }

    public static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}

extension Cage {
    /// As `enter`, for our own process that was started to read: it ends with its parent and opens nothing any more.
    public func enterAsReader() -> Layers {
        Kernel.followParent()
        var cage = self
        cage.mayExecute = false
        // Only what decoding text needs: the tables of iconv.
        cage.readable = ["/usr/lib", "/lib", "/etc/ld.so.cache"]
        cage.writable = []
        let layers = cage.enter()
        // Without Landlock the only safe number of files is none; then rare encodings cannot be decoded.
        _ = Kernel.limitFiles(layers.contains(.landlock) ? 16 : 3)
        return layers
    }
}
