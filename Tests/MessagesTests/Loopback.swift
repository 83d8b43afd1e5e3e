import Cage
import Foundation

/// A mail server and a web server on loopback, written in Python; each prints what it was given.
final class Loopback {
    let mail: Int
    let web: Int
    private let child: Child
    private var rest = ""

    static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private static let script = """
        import base64, email, email.header, email.policy, http.server, json, socketserver, threading
        lock = threading.Lock()
        def tell(*words):
            with lock: print(json.dumps(" ".join(words)), flush=True)
        class Mail(socketserver.StreamRequestHandler):
            def handle(self):
                say = lambda text: self.wfile.write(text.encode() + b"\\r\\n")
                say("220 ready")
                sender = receiver = ""
                while line := self.rfile.readline().decode().strip():
                    word = line.upper()
                    if word.startswith("EHLO"): say("250 loopback")
                    elif word.startswith("MAIL FROM:"): sender = line.split("<")[1].split(">")[0]; say("250 ok")
                    elif word.startswith("RCPT TO:"): receiver = line.split("<")[1].split(">")[0]; say("250 ok")
                    elif word == "DATA":
                        say("354 go on")
                        lines = []
                        while (line := self.rfile.readline()) != b".\\r\\n": lines.append(line)
                        message = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
                        tell("mail", sender, receiver, message["Subject"] + "|" + message.get_content().replace("\\r", ""))
                        say("250 taken")
                    elif word == "QUIT": say("221 bye"); return
                    else: say("502 what?")
        class Web(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                value = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                words = [str(value[k]).replace("\\r", "") for k in ("subject", "chat_id", "text") if k in value]
                tell("post", self.path, "|".join(words))
                self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
            def log_message(self, *words): pass
        servers = [socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail), http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)]
        for server in servers: threading.Thread(target=server.serve_forever, daemon=True).start()
        print(*[server.server_address[1] for server in servers], flush=True)
        import sys
        sys.stdin.read()
        """

    init() throws {
        guard let child = PlainRun(["/usr/bin/python3", "-c", Self.script]).start() else {
            throw CocoaError(.fileNoSuchFile)
        }
        self.child = child
        var text = ""
        while !text.contains("\n") {
            guard let data = child.channel.receiveNext(seconds: 600) else { throw CocoaError(.fileReadUnknown) }
            text += String(decoding: data, as: UTF8.self)
        }
        let ports = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        (mail, web) = (ports[0], ports[1])
    }

    /// What came, in the order it came; waits for so many.
    func told(_ count: Int) -> [String] {
        while rest.split(separator: "\n").count < count || !rest.hasSuffix("\n") {
            guard let data = child.channel.receiveNext(seconds: 600) else { break }
            rest += String(decoding: data, as: UTF8.self)
        }
        return rest.split(separator: "\n").compactMap { try? JSONDecoder().decode(String.self, from: Data($0.utf8)) }
    }

    func stop() {
        child.kill()
        _ = child.wait(seconds: 10)
        child.channel.close()
    }
}
