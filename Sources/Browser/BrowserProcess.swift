import Cage
import Foundation

/// Headless Chromium with a fresh profile, spoken to over its DevTools pipe: JSON messages, each ended by a zero byte.
struct BrowserProcess {
    private let child: Child
    private let profile: String
    private var buffer = [UInt8](repeating: 0, count: 262_144)
    private var pending: [UInt8] = []
    private var counter = 0

    /// Longest message taken: a document of 4 MB, escaped.
    private static let messageLimit = 40_000_000

    static let programs = [
        "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/usr/lib/chromium-browser/chromium",
    ]

    static var program: String? { programs.first(where: Files.isExecutable) }

    init(program: String) throws(BrowserTrouble) {
        guard Files.program("unshare") != nil, Files.program("setpriv") != nil else { throw .notInstalled }
        guard let profile = Files.makeFolder() else { throw .notInstalled }
        let variables = ["HOME=\(profile)", "TMPDIR=\(profile)", "DBUS_SESSION_BUS_ADDRESS=disabled:"]
        guard let child = Child.start(Self.words(program, profile), environment: variables) else {
            Files.remove(profile)
            throw .notInstalled
        }
        self.child = child
        self.profile = profile
    }

    /// Root gives its rights away and makes the name spaces first; an ordinary user gets them in a user name space.
    private static func words(_ program: String, _ profile: String) -> [String] {
        let spaces = ["-n", "-p", "-f", "--kill-child", "--mount-proc"]
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"]
        let fence =
            geteuid() == 0
            ? ["unshare"] + spaces + nobody
            : ["setpriv", "--no-new-privs", "unshare", "--map-current-user"] + spaces
        // The pipe is descriptors 3 and 4; the shell's words are fixed, nothing of a page enters them.
        let pipe = ["/bin/sh", "-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null", "sh"]
        return fence + pipe + [program, "--user-data-dir=\(profile)"] + flags
    }

    private static let flags = [
        "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-extensions", "--disable-background-networking", "--disable-sync", "--disable-component-update",
        "--disable-breakpad", "--mute-audio", "--lang=id", "--js-flags=--max-old-space-size=256",
        // There is no network; these make attempts fail at once.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "about:blank",
    ]

    /// Sends a command; its number comes back with the answer.
    mutating func send(_ method: String, _ parameters: [String: Any] = [:], session: String? = nil) -> Int {
        counter += 1
        var message: [String: Any] = ["id": counter, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        guard let data = try? JSONSerialization.data(withJSONObject: message) else { return counter }
        _ = child.channel.sendAll([UInt8](data) + [0])
        return counter
    }

    /// The next message, waiting so long at most; nil when none came.
    mutating func receive(seconds: Double) throws(BrowserTrouble) -> [String: Any]? {
        if let message = nextMessage() { return message }
        guard child.channel.wait(writing: false, seconds: seconds).canRead else { return nil }
        switch child.channel.receive(into: &buffer) {
        case .moved(let count): pending += buffer[..<count]
        case .notNow: return nil
        case .ended: throw .died
        }
        guard pending.count <= Self.messageLimit else { throw .died }
        return nextMessage()
    }

    private mutating func nextMessage() -> [String: Any]? {
        guard let end = pending.firstIndex(of: 0) else { return nil }
        defer { pending.removeSubrange(...end) }
        return (try? JSONSerialization.jsonObject(with: Data(pending[..<end]))) as? [String: Any] ?? [:]
    }

    /// Resident bytes of it and everything it started.
    var memoryBytes: Int { child.groupMemory() }

    func stop() {
        child.channel.close()
        child.kill()
        _ = child.wait(seconds: 3)
        Files.remove(profile)
    }
}
