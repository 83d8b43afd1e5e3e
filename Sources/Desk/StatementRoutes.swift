import Hummingbird
import Model
import Report

/// Objections, explanations, and how accurate people found the results.
struct StatementRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("sanggahan") { _, context in
            guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
            return Response.html(try await page.markup(for: visitor))
        }
        router.post("sanggahan/:nomor") { request, context in try await answer(request, context) }
        router.get("ketelitian") { _, context in
            guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
            return Response.html(try await AccuracyPage(layout: parts.layout, store: parts.store).markup(for: visitor))
        }
    }

    private var page: StatementsPage { StatementsPage(layout: parts.layout, store: parts.store, now: parts.now()) }

    /// Nobody answers their own objection.
    private func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        guard let number = Int(try context.parameters.require("nomor")),
            let said = try await parts.store.statements(of: nil).first(where: { $0.id == number }),
            said.kind == .object,
            let place = try await parts.store.whereabouts(of: said.office),
            visitor.person.mayWork(in: place.region)
        else { throw HTTPError(.notFound) }
        guard said.by != visitor.person.name, said.answer == nil else { throw HTTPError(.forbidden) }
        let note = form["alasan"]
        guard let outcome = HumanStatement.Outcome(rawValue: form["hasil"]), !note.isEmpty, note.count <= 2000 else {
            throw HTTPError(.unprocessableContent)
        }
        _ = try await parts.store.answer(
            statement: number,
            with: .init(by: visitor.person.name, at: parts.now(), note: note, outcome: outcome))
        try await parts.log(visitor, "sanggahan dijawab: \(outcome.rawValue)", said.office, "\(number)")
        return .see("/sanggahan")
    }
}
