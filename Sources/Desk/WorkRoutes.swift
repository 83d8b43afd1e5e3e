import Foundation
import Hummingbird
import Model
import Report
import Schedule

/// What people change: statements and schedules. Every change is written into the audit log.
struct WorkRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.post("kantor/:kode/pernyataan") { request, context in try await state(request, context) }
        router.get("jadwal") { _, context in try await schedules(context) }
        router.post("jadwal") { request, context in try await addSchedule(request, context) }
        router.post("jadwal/:nama/henti") { request, context in try await pause(request, context, true) }
        router.post("jadwal/:nama/jalan") { request, context in try await pause(request, context, false) }
    }

    private func state(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        let code = try parts.code(context)
        guard let place = try await parts.store.whereabouts(of: code), visitor.person.mayWork(in: place.region),
            let verdict = try await parts.store.verdict(of: code, in: place.scan)
        else { throw HTTPError(.notFound) }
        let note = form["alasan"]
        let address = form["alamat"].isEmpty ? nil : WebAddress(form["alamat"])
        guard let kind = HumanStatement.Kind(rawValue: form["jenis"]), !note.isEmpty, note.count <= 2000,
            form["alamat"].isEmpty || address != nil, kind != .confirm || verdict.status.mayEnterLetter
        else { throw HTTPError(.unprocessableContent) }
        let now = parts.now()
        let days: Double? = kind == .object ? nil : 180
        let said = HumanStatement(
            kind: kind, office: code, scan: place.scan, status: verdict.status, by: visitor.person.name, at: now,
            note: note, address: address, expires: days.map { now.adding(seconds: $0 * 86_400) })
        let kept = try await parts.store.add(said)
        try await log(visitor, "pernyataan: \(kind.rawValue)", code, "\(kept.id)")
        return .see("/kantor/\(Path.encoded(code))?tersimpan=1")
    }

    private var page: SchedulesPage { SchedulesPage(layout: parts.layout, store: parts.store, now: parts.now) }

    private func schedules(_ context: DeskContext) async throws -> Response {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        return .html(try await page.markup(for: visitor))
    }

    private func addSchedule(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        _ = try parts.admin(context)
        let name = form["nama"]
        guard name.range(of: "^[a-z0-9-]{1,60}$", options: .regularExpression) != nil, let list = list(form["daftar"])
        else {
            let sentence = parts.layout(
                "Nama atau berkas daftar tidak dapat dipakai.", "The name or the list file cannot be used.")
            return .html(try await page.markup(for: visitor, notice: sentence, bad: true), .unprocessableContent)
        }
        let schedule = RoundSchedule(
            id: name, when: form["kapan"], zone: "WIB", lists: [list], seed: .random(in: .min ... .max),
            createdAt: parts.now(), createdBy: visitor.person.name)
        do { _ = try SchedulePlan(schedule) } catch {
            let sentence = parts.layout(error.id, error.en)
            return .html(try await page.markup(for: visitor, notice: sentence, bad: true), .unprocessableContent)
        }
        try await parts.store.keep(schedule)
        try await log(visitor, "jadwal baru", name, form["kapan"])
        return .see("/jadwal")
    }

    /// A file that lies in the folder of lists, and nowhere else.
    private func list(_ name: String) -> String? {
        guard let folder = parts.settings.lists, !name.isEmpty, !name.contains("\0") else { return nil }
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let path = URL(fileURLWithPath: root).appendingPathComponent(name).resolvingSymlinksInPath().path
        guard path.hasPrefix(root + "/"), FileManager.default.fileExists(atPath: path) else { return nil }
        return path
    }

    private func pause(_ request: Request, _ context: DeskContext, _ paused: Bool) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        let name = try context.parameters.require("nama")
        guard var schedule = try await parts.store.schedules().first(where: { $0.id == name }),
            page.maySee(schedule, visitor.person), schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) })
        else { throw HTTPError(.notFound) }
        schedule.paused = paused
        if !paused { schedule.createdAt = parts.now() }
        try await parts.store.keep(schedule)
        try await log(visitor, paused ? "jadwal dihentikan" : "jadwal dijalankan", name, "")
        return .see("/jadwal")
    }

    private func log(_ visitor: Visitor, _ action: String, _ subject: String, _ detail: String) async throws {
        try await parts.store.write(
            AuditEntry(
                at: parts.now(), person: visitor.person.name, action: action, subject: subject, detail: detail))
    }
}
