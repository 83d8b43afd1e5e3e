import Foundation
import Hummingbird
import Model
import Report
import Targets

/// Lists of offices: import with a dry run, changes of single offices with the day they hold from.
struct ListRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("daftar") { _, context in try await all(context) }
        router.post("daftar") { request, context in try await take(request, context) }
        router.get("daftar/:nama") { request, context in try await one(request, context) }
        router.get("daftar/:nama/csv") { request, context in try await csv(request, context) }
        router.get("daftar/:nama/kantor/:kode") { _, context in try await office(context) }
        router.post("daftar/:nama/kantor/:kode") { request, context in try await change(request, context) }
        router.post("daftar/:nama/kantor/:kode/tutup") { request, context in try await close(request, context) }
    }

    private func desk(_ visitor: Visitor) -> ListDesk {
        ListDesk(
            store: parts.store, book: parts.book, language: parts.settings.language, person: visitor.person)
    }

    private func visitor(_ context: DeskContext) throws -> Visitor {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        return visitor
    }

    private var today: String { parts.now().day }
    private var pages: ListPages { ListPages(layout: parts.layout) }

    private func all(_ context: DeskContext) async throws -> Response {
        let visitor = try visitor(context)
        return .html(pages.index(try await desk(visitor).lists(), today, for: visitor))
    }

    /// A dry run unless it is to be saved; what cannot be saved is shown with its faults.
    private func take(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context, limit: DeskForm.longestFile)
        let visitor = try parts.writer(context, form)
        guard visitor.person.role != .pembaca else { throw HTTPError(.forbidden) }
        let (name, day) = (form["nama"], form["sejak"].isEmpty ? today : form["sejak"])
        guard name.isShortName, day.isDay else { throw HTTPError(.unprocessableContent) }
        let desk = desk(visitor)
        // A list that holds only offices of others is no business of this person, its name included.
        let isThere = try await parts.store.officeLists().contains { $0.id == name }
        let mine = try await desk.list(name)
        guard !isThere || mine != nil else { throw HTTPError(.forbidden) }
        let trial = try await desk.trial(name: name, file: form.file, text: form.raw("isi"), day: day, at: parts.now())
        guard form["langkah"] == "simpan", trial.isSound, let change = trial.change else {
            let wrong = form["langkah"] == "simpan" || !trial.isSound
            return .html(pages.trial(trial, day, for: visitor), wrong ? .unprocessableContent : .ok)
        }
        let list = trial.known ?? OfficeList(id: name, createdAt: parts.now(), createdBy: visitor.person.name)
        guard try await parts.store.change(list, change.states) else { throw HTTPError(.conflict) }
        try await parts.log(
            visitor, "daftar diimpor", name, "\(change.added.count) baru, \(change.changed.count) berubah")
        return .see("/daftar/\(name)")
    }

    private func kept(_ context: DeskContext, _ visitor: Visitor) async throws -> ListDesk.Kept {
        guard let kept = try await desk(visitor).list(try context.parameters.require("nama")) else {
            throw HTTPError(.notFound)
        }
        return kept
    }

    private func one(_ request: Request, _ context: DeskContext) async throws -> Response {
        let visitor = try visitor(context)
        let asked = request.uri.queryParameters["tanggal"].map(String.init) ?? today
        guard asked.isDay else { throw HTTPError(.badRequest) }
        return .html(pages.list(try await kept(context, visitor), asked, for: visitor))
    }

    private func csv(_ request: Request, _ context: DeskContext) async throws -> Response {
        let kept = try await kept(context, try visitor(context))
        let asked = request.uri.queryParameters["tanggal"].map(String.init) ?? today
        guard asked.isDay else { throw HTTPError(.badRequest) }
        let text = TargetListWriter.csv(kept.states.filter { $0.holds(on: asked) }.map(\.target))
        var response = Response.text(text, "text/csv; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(kept.list.id)-\(asked).csv\""
        return response
    }

    private func office(_ context: DeskContext) async throws -> Response {
        let visitor = try visitor(context)
        let kept = try await kept(context, visitor)
        let states = kept.states.filter { $0.target.code == (try? parts.code(context)) }
        guard !states.isEmpty else { throw HTTPError(.notFound) }
        return .html(pages.office(kept, states, today, for: visitor))
    }

    private func change(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        let kept = try await kept(context, visitor)
        let code = try parts.code(context)
        guard var target = kept.states.last(where: { $0.target.code == code })?.target else {
            throw HTTPError(.notFound)
        }
        let region = form["wilayah"].isEmpty ? target.region : form["wilayah"]
        guard visitor.person.mayWork(in: target.region), visitor.person.mayWork(in: region) else {
            throw HTTPError(.notFound)
        }
        guard !form["nama_kantor"].isEmpty, form["nama_kantor"].count <= 300, form["alamat"].utf8.count <= 2000,
            form["alamat"].isEmpty || WebAddress(form["alamat"]) != nil, region.utf8.count <= 20
        else { throw HTTPError(.unprocessableContent) }
        (target.name, target.region) = (form["nama_kantor"], region)
        target.kind = String(form["jenis"].prefix(60))
        target.listed = form["alamat"].isEmpty ? nil : form["alamat"]
        let states = { [target] () throws(OfficeRegister.Refusal) in
            try kept.register.changing(
                code, to: target, from: form["sejak"], reason: String(form["dasar"].prefix(500)),
                by: visitor.person.name, at: parts.now())
        }
        return try await write(kept, code, "kantor diubah", form, visitor, states)
    }

    private func close(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        let kept = try await kept(context, visitor)
        let code = try parts.code(context)
        guard let target = kept.states.last(where: { $0.target.code == code })?.target,
            visitor.person.mayWork(in: target.region)
        else { throw HTTPError(.notFound) }
        let successor = form["penerus"].isEmpty ? nil : form["penerus"]
        guard successor == nil || kept.states.contains(where: { $0.target.code == successor }) else {
            throw HTTPError(.unprocessableContent)
        }
        let states = { () throws(OfficeRegister.Refusal) in
            try kept.register.closing(
                code, from: form["sejak"], successor: successor, reason: String(form["dasar"].prefix(500)),
                by: visitor.person.name, at: parts.now())
        }
        return try await write(
            kept, code, successor == nil ? "kantor ditutup" : "kantor digabung", form, visitor, states)
    }

    /// Writes what a change gives, or shows why it cannot be.
    private func write(
        _ kept: ListDesk.Kept, _ code: String, _ action: String, _ form: DeskForm, _ visitor: Visitor,
        _ make: () throws(OfficeRegister.Refusal) -> [ListedOffice]
    ) async throws -> Response {
        guard form["sejak"].isDay else { throw HTTPError(.unprocessableContent) }
        let states: [ListedOffice]
        do throws(OfficeRegister.Refusal) { states = try make() } catch {
            let shown = kept.states.filter { $0.target.code == code }
            let sentence = error.sentence(parts.settings.language)
            return .html(
                pages.office(kept, shown, today, for: visitor, notice: sentence), .unprocessableContent)
        }
        guard try await parts.store.change(kept.list, states) else { throw HTTPError(.conflict) }
        try await parts.log(visitor, action, code, "\(kept.list.id), sejak \(form["sejak"])")
        return .see("/daftar/\(kept.list.id)/kantor/\(Path.encoded(code))")
    }
}
