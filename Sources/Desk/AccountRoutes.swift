import Digest
import Foundation
import Hummingbird
import Model
import Report

/// Accounts and the audit log; for admins.
struct AccountRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("akun") { _, context in
            Response.html(try await page.markup(for: try parts.admin(context)))
        }
        router.post("akun") { request, context in try await keep(request, context) }
        router.post("akun/:nama/tutup") { request, context in try await close(request, context, true) }
        router.post("akun/:nama/buka") { request, context in try await close(request, context, false) }
        router.get("catatan") { _, context in
            Response.html(
                try await AuditPage(layout: parts.layout, store: parts.store).markup(for: try parts.admin(context)))
        }
    }

    private var page: AccountsPage { AccountsPage(layout: parts.layout, store: parts.store) }

    private func keep(_ request: Request, _ context: DeskContext) async throws -> Response {
        var request = request
        let form = try await DeskForm(&request, context)
        let visitor = try parts.writer(context, form)
        _ = try parts.admin(context)
        let password = form.raw("sandi")
        guard Person.isName(form["nama"]), let role = Person.Role(rawValue: form["peran"]),
            (SignIn.shortestPassword...PasswordHash.longest).contains(password.utf8.count)
        else {
            let sentence = parts.layout(
                "Nama, peran atau kata sandi tidak dapat dipakai.", "Name, role or password cannot be used.")
            return .html(try await page.markup(for: visitor, notice: sentence, bad: true), .unprocessableContent)
        }
        let regions = form["wilayah"].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let person = Person(name: form["nama"], role: role, regions: regions, createdAt: parts.now())
        try await parts.store.keep(person, password: PasswordHash.make(password))
        try await parts.store.endSessions(of: person.name)
        try await parts.log(visitor, "akun disimpan", person.name, role.rawValue)
        return .see("/akun")
    }

    private func close(_ request: Request, _ context: DeskContext, _ closed: Bool) async throws -> Response {
        var request = request
        let visitor = try parts.writer(context, try await DeskForm(&request, context))
        _ = try parts.admin(context)
        let name = try context.parameters.require("nama")
        guard var person = try await parts.store.account(name)?.person, name != visitor.person.name else {
            throw HTTPError(.unprocessableContent)
        }
        person.disabled = closed
        try await parts.store.keep(person, password: nil)
        if closed { try await parts.store.endSessions(of: name) }
        try await parts.log(visitor, closed ? "akun ditutup" : "akun dibuka", name, "")
        return .see("/akun")
    }
}

extension Person {
    /// Whether a text may be a sign-in name.
    public static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 60
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 }
    }
}
