import Assess
import Hummingbird
import Model
import Report
import Rules

/// Assessments: begun, findings attached, forms taken and given back filled. No score is made up of findings.
struct AssessmentRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("penilaian") { _, context in
            guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
            return Response.html(try await page.index(for: visitor))
        }
        router.post("penilaian") { request, context in try await begin(request, context) }
        router.get("penilaian/:id") { _, context in
            guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
            return Response.html(try await page.one(try await assessment(context, visitor.person), for: visitor))
        }
        router.post("penilaian/:id/lampirkan") { request, context in try await attach(request, context) }
        router.post("penilaian/:id/formulir") { request, context in try await take(request, context) }
        router.get("penilaian/:id/formulir/:nomor") { _, context in try await give(context) }
    }

    private var desk: AssessmentDesk {
        AssessmentDesk(store: parts.store, book: parts.book, language: parts.settings.language)
    }
    private var page: AssessmentPage { AssessmentPage(layout: parts.layout, store: parts.store, book: parts.book) }

    private func assessment(_ context: DeskContext, _ person: Person) async throws -> Assessment {
        let id = try context.parameters.require("id")
        guard let found = try await parts.store.assessments().first(where: { $0.id == id }),
            person.sees(region: found.region)
        else { throw HTTPError(.notFound) }
        return found
    }

    private func begin(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        guard visitor.person.mayWork(in: form["wilayah"]) else { throw HTTPError(.notFound) }
        guard let made = try await desk.begin(form["edisi"], region: form["wilayah"], at: parts.now()) else {
            let sentence = parts.layout(
                "Wilayah itu belum diperiksa, atau instrumen itu tidak menilai kantor di sana.",
                "No round of that region has ended, or the instrument visits no office there.")
            return .html(try await page.index(for: visitor, notice: sentence), .unprocessableContent)
        }
        try await parts.log(visitor, "penilaian baru", made.id, made.edition)
        return .see("/penilaian/\(made.id)")
    }

    private func attach(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        let one = try await assessment(context, visitor.person)
        guard visitor.person.mayWork(in: one.region) else { throw HTTPError(.forbidden) }
        let count = try await desk.attach(one, at: parts.now())
        try await parts.log(visitor, "temuan dilampirkan", one.id, "\(count)")
        return .see("/penilaian/\(one.id)")
    }

    private func take(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context, limit: DeskForm.longestFile)
        let visitor = try parts.writer(context, form)
        let one = try await assessment(context, visitor.person)
        guard visitor.person.mayWork(in: one.region) else { throw HTTPError(.forbidden) }
        guard let file = form.file else { throw HTTPError(.unprocessableContent) }
        do {
            guard let taken = try await desk.take(file, for: one, at: parts.now()) else { throw HTTPError(.notFound) }
            try await parts.log(visitor, "formulir diterima", one.id, "\(taken.form.number)")
            guard !taken.problems.isEmpty else { return .see("/penilaian/\(one.id)") }
            return .html(try await page.one(one, for: visitor, problems: taken.problems))
        } catch let error as AssessError {
            let sentence = error.sentence(parts.settings.language)
            return .html(try await page.one(one, for: visitor, notice: sentence), .unprocessableContent)
        }
    }

    private func give(_ context: DeskContext) async throws -> Response {
        guard let visitor = context.visitor, let number = Int(try context.parameters.require("nomor")) else {
            throw HTTPError(.notFound)
        }
        let one = try await assessment(context, visitor.person)
        guard let file = try await desk.filled(number, of: one) else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename=\"\(Path.plain(file.name, dots: true))\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
