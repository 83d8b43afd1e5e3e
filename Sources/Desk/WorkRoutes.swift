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
        router.get("jadwal") { request, context in try await schedules(request, context) }
        router.post("jadwal") { request, context in try await addSchedule(request, context) }
        router.post("jadwal/:nama/sekarang") { request, context in try await runNow(request, context) }
        router.post("kantor/:kode/periksa") { request, context in try await lookNow(request, context) }
        router.get("jadwal/:nama/ubah") { _, context in try await editSchedule(context) }
        router.post("jadwal/:nama/ubah") { request, context in try await changeSchedule(request, context) }
        router.post("jadwal/:nama/hapus") { request, context in try await removeSchedule(request, context) }
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
        // Midnight in the west of Indonesia after the day given: the whole day is meant.
        let until = form["sampai"].isEmpty ? nil : Timestamp(iso8601: form["sampai"])?.adding(seconds: 17 * 3600)
        let usual = now.adding(seconds: 180 * 86_400)
        guard form["sampai"].isEmpty || form["sampai"].isDay, (until ?? usual) > now,
            (until ?? usual) < now.adding(seconds: 367 * 86_400)
        else { throw HTTPError(.unprocessableContent) }
        let said = HumanStatement(
            kind: kind, office: code, scan: place.scan, status: verdict.status, by: visitor.person.name, at: now,
            note: note, address: address, expires: kind == .object ? nil : until ?? usual)
        let kept = try await parts.store.add(said)
        try await parts.log(visitor, "pernyataan: \(kind.rawValue)", code, "\(kept.id)")
        return .see("/kantor/\(Path.encoded(code))?tersimpan=1")
    }

    private var page: SchedulesPage {
        SchedulesPage(
            layout: parts.layout, store: parts.store, now: parts.now, files: parts.settings.lists != nil,
            book: parts.book)
    }

    private func schedules(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        let asked = request.uri.queryParameters["diminta"] != nil
        return .html(
            try await page.markup(
                for: visitor,
                notice: asked
                    ? parts.layout(
                        "Diminta: penjadwal memulainya begitu putaran lain selesai.",
                        "Asked for: a scheduler begins as soon as no other round is open.") : ""))
    }

    private func addSchedule(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        guard visitor.person.role != .pembaca else { throw HTTPError(.forbidden) }
        let planner = SchedulePlanner(parts: parts, visitor: visitor)
        let schedule: RoundSchedule
        do throws(ScheduleError) { schedule = try await planner.schedule(form) } catch {
            let sentence = parts.layout(error.id, error.en)
            return .html(
                try await page.markup(for: visitor, notice: sentence, bad: true), .unprocessableContent)
        }
        try await parts.store.keep(schedule)
        try await parts.log(
            visitor, "jadwal baru", schedule.id, "\(schedule.when); \(schedule.regions.joined(separator: ", "))")
        return .see("/jadwal")
    }

    /// A schedule of the path that the visitor may change.
    private func changeable(_ context: DeskContext, _ visitor: Visitor) async throws -> RoundSchedule {
        let name = try context.parameters.require("nama")
        guard let schedule = try await parts.store.schedules().first(where: { $0.id == name }),
            page.maySee(schedule, visitor.person), schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) }),
            visitor.person.role != .pembaca
        else { throw HTTPError(.notFound) }
        return schedule
    }

    private func editSchedule(_ context: DeskContext) async throws -> Response {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        let schedule = try await changeable(context, visitor)
        return .html(try await page.editor(schedule, for: visitor))
    }

    private func changeSchedule(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        let old = try await changeable(context, visitor)
        guard form["semula"] == SchedulesPage.version(old) else { throw HTTPError(.conflict) }
        let schedule: RoundSchedule
        do throws(ScheduleError) {
            schedule = try await SchedulePlanner(parts: parts, visitor: visitor).schedule(form, changing: old)
        } catch {
            let sentence = parts.layout(error.id, error.en)
            return .html(try await page.editor(old, for: visitor, notice: sentence), .unprocessableContent)
        }
        try await parts.store.keep(schedule)
        try await parts.log(
            visitor, "jadwal diubah", schedule.id,
            "\(old.when) \(old.zone) -> \(schedule.when) \(schedule.zone); \(schedule.regions.joined(separator: ", "))")
        return .see("/jadwal")
    }

    private func removeSchedule(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        let schedule = try await changeable(context, visitor)
        try await parts.store.removeSchedule(schedule.id)
        try await parts.log(visitor, "jadwal dihapus", schedule.id, "\(schedule.when) \(schedule.zone)")
        return .see("/jadwal")
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
        try await parts.log(visitor, paused ? "jadwal dihentikan" : "jadwal dijalankan", name, "")
        return .see("/jadwal")
    }

    /// The whole schedule, outside its times.
    private func runNow(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        let name = try context.parameters.require("nama")
        guard let schedule = try await parts.store.schedules().first(where: { $0.id == name }),
            page.maySee(schedule, visitor.person), schedule.regions.allSatisfy({ visitor.person.mayWork(in: $0) })
        else { throw HTTPError(.notFound) }
        try await ask(.schedule, name, schedule.regions.first ?? "", visitor)
        return .see("/jadwal?diminta=1")
    }

    /// One office, before anything else.
    private func lookNow(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        let code = try parts.code(context)
        guard let place = try await parts.store.whereabouts(of: code), visitor.person.mayWork(in: place.region) else {
            throw HTTPError(.notFound)
        }
        try await ask(.office, code, place.region, visitor)
        return .see("/kantor/\(Path.encoded(code))?diminta=1")
    }

    private func ask(_ kind: RoundRequest.Kind, _ subject: String, _ region: String, _ visitor: Visitor) async throws {
        try await parts.store.ask(
            RoundRequest(kind: kind, subject: subject, region: region, by: visitor.person.name, at: parts.now()))
        try await parts.log(visitor, "periksa sekarang", subject, kind.rawValue)
    }
}
