import Foundation
import Model
import Parse

/// Takes pictures with Chromium: from the stored body, without a network, without scripts, as nobody.
///
/// Names resolve to nothing, the only proxy is a closed port, and the page's policy forbids every load; so the picture
/// shows the markup that was received, without style sheets and images that were never kept.
public struct ChromiumCamera: Camera {
    private let program: String

    /// The camera of this machine; nil where Chromium is not installed.
    public static func installed() -> ChromiumCamera? {
        let places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }.map(ChromiumCamera.init)
    }

    private init(program: String) { self.program = program }

    public func shots(of body: [UInt8], page: PageRecord, findings: [Finding]) async -> [Shot] {
        guard !findings.isEmpty else { return [] }
        let (html, items) = PageHighlight.page(body, contentType: page.contentType, findings: findings)
        guard !items.isEmpty, let png = await picture(of: html) else { return [] }
        return [Shot(png: png, items: items)]
    }

    /// Height and width of the window in pixels: what lies below is not in the picture.
    private static let size = (width: 1100, height: 3000)

    private func picture(of html: [UInt8]) async -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory.path + "/ronda-camera-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Chromium runs as nobody and must write here; the name is not guessable and lives for seconds.
        let open: [FileAttributeKey: Any] = [.posixPermissions: 0o777]
        guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil,
            (try? FileManager.default.setAttributes(open, ofItemAtPath: folder)) != nil,
            FileManager.default.createFile(atPath: folder + "/page.html", contents: Data(html))
        else { return nil }
        let words = command(folder)
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            // A thread of its own: waiting for a program may not block the tasks' threads.
            Thread.detachNewThread {
                _ = Subprocess.run(
                    words[0], Array(words.dropFirst()), input: [], seconds: 40, outputLimit: 65_536,
                    memoryBytes: 1 << 46)
                done.resume()
            }
        }
        guard let data = FileManager.default.contents(atPath: folder + "/shot.png") else { return nil }
        let png = [UInt8](data)
        return png.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? png : nil
    }

    private func command(_ folder: String) -> [String] {
        let user = getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        return user + ["env", "HOME=\(folder)", program] + [
            "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--user-data-dir=\(folder)/profile",
            "--proxy-server=http://127.0.0.1:1", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--blink-settings=scriptEnabled=false", "--window-size=\(Self.size.width),\(Self.size.height)",
            "--virtual-time-budget=2000", "--screenshot=\(folder)/shot.png", "file://\(folder)/page.html",
        ]
    }
}
