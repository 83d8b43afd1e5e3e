import Model

/// Turns host names into outcomes: hosts table, literals, memory, then c-ares; one question per name at a time.
///
/// Lives on the thread of the loop; replies come there, sometimes before `resolve` returns.
final class NameResolver {
    typealias Reply = (DNSOutcome) -> Void

    private let hosts: HostsTable?
    private let channel: AresChannel?
    private var memory = NameMemory()
    private var open: [String: Question] = [:]
    /// Questions for records that are no addresses, by a running number.
    private var records: [Int: (RecordAnswer) -> Void] = [:]
    private var recordsAsked = 0
    /// Names that wait for a place among the sent ones, and how many are sent.
    private var line: [String] = []
    private var sent = 0
    private var isSending = false
    private(set) var asked = 0
    private(set) var remembered = 0

    /// Names asked at the same time.
    private static let atOnce = 300
    /// How long answers are kept, in seconds.
    private static let sureLifetime = 30.0...300.0
    private static let absentLifetime = 60.0
    private static let unsureLifetime = 10.0
    /// How long a second record type is waited for once the first gave an address (RFC 8305, section 3, made longer).
    private static let patience = 0.3

    /// One name being asked for.
    private final class Question {
        var startedAt: Double
        var replies: [Reply]
        var a: NameAnswer?
        var aaaa: NameAnswer?
        /// When what is known is enough.
        var goOnAt = Double.infinity
        var secondTry = false

        init(startedAt: Double, reply: @escaping Reply) {
            self.startedAt = startedAt
            replies = [reply]
        }
    }

    init(hosts: HostsTable?, channel: AresChannel?) {
        self.hosts = hosts
        self.channel = channel
    }

    var isWaiting: Bool { !open.isEmpty || !records.isEmpty }

    /// When `tick` has something to do.
    func nextTick(now: Double) -> Double { isWaiting ? now + 0.1 : .infinity }

    /// Asks for a host; the reply is called exactly once.
    func resolve(_ host: String, now: Double, reply: @escaping Reply) {
        if let literal = IPAddress(host) {
            return reply(DNSOutcome(host: host, kind: .literal, addresses: [literal.description]))
        }
        guard HostName.isLegal(host) else { return reply(DNSOutcome(host: host, kind: .badName)) }
        if let hosts {
            let addresses = hosts.addresses(of: host)
            return reply(
                DNSOutcome(host: host, kind: addresses == nil ? .nxdomain : .addresses, addresses: addresses ?? []))
        }
        if host == "localhost" || host.hasSuffix(".localhost") {
            // RFC 6761, 6.3: never a question for a name server.
            return reply(DNSOutcome(host: host, kind: .addresses, addresses: ["127.0.0.1", "::1"]))
        }
        if let known = memory.answer(of: host, now: now) {
            remembered += 1
            return reply(known)
        }
        if let question = open[host] {
            question.replies.append(reply)
            return
        }
        ask(host, now: now, reply: reply)
    }

    /// Asks for records of another type; nobody is asked when names come from a table. The reply is called exactly once.
    func records(of name: String, type: RecordType, reply: @escaping (RecordAnswer) -> Void) {
        guard let channel, hosts == nil, HostName.isLegal(name) else { return reply(.unanswered) }
        recordsAsked += 1
        let number = recordsAsked
        records[number] = reply
        channel.ask(name, number: type.rawValue) { [weak self] status, message in
            guard let waiting = self?.records.removeValue(forKey: number) else { return }
            switch FailureMapping.dnsKind(AresStatus(rawValue: status)) {
            case .addresses: waiting(RecordText.read(message, type: type).map { .records($0) } ?? .unanswered)
            case .nodata, .nxdomain: waiting(.records([]))
            default: waiting(.unanswered)
            }
        }
    }

    private func ask(_ host: String, now: Double, reply: @escaping Reply) {
        guard channel != nil else { return reply(DNSOutcome(host: host, kind: .refused)) }
        asked += 1
        open[host] = Question(startedAt: now, reply: reply)
        line.append(host)
        sendNext()
    }

    /// Sends the questions whose turn it is: a name server that gets thousands at once drops them.
    private func sendNext() {
        // c-ares may answer inside the question; the loop below then goes on, instead of growing the stack.
        guard !isSending else { return }
        isSending = true
        defer { isSending = false }
        while sent < Self.atOnce, !line.isEmpty, let channel {
            let host = line.removeFirst()
            guard let question = open[host] else { continue }
            sent += 1
            question.startedAt = Linux.seconds()
            for type in [DNSMessage.RecordType.a, .aaaa] { ask(host, type: type, question: question, channel: channel) }
        }
    }

    private func ask(_ host: String, type: DNSMessage.RecordType, question: Question, channel: AresChannel) {
        channel.ask(host, type: type) { [weak self, weak question] status, message in
            guard let self, let question else { return }
            self.take(NameAnswer(status: status, message: message, type: type), type: type, host, question)
        }
    }

    private func take(_ answer: NameAnswer, type: DNSMessage.RecordType, _ host: String, _ question: Question) {
        guard open[host] === question else { return }
        let mayAskAgain = answer.kind == .servfail || answer.kind == .refused || answer.kind == .malformed
        if mayAskAgain, !question.secondTry, let channel {
            // Another server of the list may know better; c-ares rotates through them.
            question.secondTry = true
            return ask(host, type: type, question: question, channel: channel)
        }
        if type == .a { question.a = answer } else { question.aaaa = answer }
        let now = Linux.seconds()
        if let a = question.a, let aaaa = question.aaaa {
            settle(host, question, NameAnswer.merged(a, aaaa), now: now)
        } else if !answer.addresses.isEmpty {
            question.goOnAt = now + Self.patience
        }
    }

    /// Forgets outcomes that are no answers.
    func forgetFailures() { memory.forgetFailures() }

    /// Leaves nobody waiting: what is still open counts as no answer in time.
    func close() {
        let questions = open
        open = [:]
        let unanswered = records
        records = [:]
        for reply in unanswered.values { reply(.unanswered) }
        line = []
        for (host, question) in questions {
            for reply in question.replies { reply(DNSOutcome(host: host, kind: .timeout)) }
        }
    }

    /// Lets time-outs happen.
    func tick(now: Double) {
        guard isWaiting else { return }
        channel?.processTimeouts()
        for (host, question) in open where question.goOnAt <= now {
            if let answer = question.a ?? question.aaaa { settle(host, question, answer, now: now) }
        }
    }

    private func settle(_ host: String, _ question: Question, _ answer: NameAnswer, now: Double) {
        open[host] = nil
        let outcome = DNSOutcome(
            host: host, kind: answer.kind, addresses: answer.addresses.map(\.description), aliases: answer.aliases,
            milliseconds: Int((now - question.startedAt) * 1000))
        memory.keep(outcome, of: host, until: now + Self.lifetime(of: answer), now: now)
        for reply in question.replies { reply(outcome) }
        sent -= 1
        sendNext()
    }

    private static func lifetime(of answer: NameAnswer) -> Double {
        switch answer.kind {
        case .addresses, .literal, .forbiddenAddress:
            min(max(Double(answer.lifetime), sureLifetime.lowerBound), sureLifetime.upperBound)
        case .nxdomain, .nodata, .badName: absentLifetime
        case .servfail, .refused, .timeout, .malformed: unsureLifetime
        }
    }
}
