/// One service with its standard, and the ways offices publish it.
struct DemoService: Sendable {
    var name: String
    var requirements: [String]
    var steps: [String]
    var time: String
    var cost: String
    var product: String
    var basis: [String] = []

    /// Headings with lists below them.
    var asHeadings: [DemoBlock] {
        var blocks: [DemoBlock] = [.heading(name)]
        if !basis.isEmpty { blocks += [.subheading("Dasar Hukum"), .list(basis)] }
        return blocks + [
            .subheading("Persyaratan"), .list(requirements), .subheading("Sistem, Mekanisme dan Prosedur"),
            .steps(steps), .subheading("Jangka Waktu Penyelesaian"), .text(time), .subheading("Biaya/Tarif"),
            .text(cost), .subheading("Produk Pelayanan"), .text(product),
        ]
    }

    /// A table with a row per component, as in the annex of PermenPANRB 15/2014.
    var asFacts: [DemoBlock] {
        var rows: [(label: String, value: String)] = []
        if !basis.isEmpty { rows.append(("Dasar Hukum", Self.lines(basis))) }
        rows += [
            ("Persyaratan", Self.lines(requirements)), ("Prosedur", Self.lines(steps)), ("Jangka Waktu", time),
            ("Biaya / Tarif", cost), ("Produk Layanan", product),
        ]
        return [.facts(rows)]
    }

    /// A table with a row per service and a column per component.
    static func asColumns(_ services: [DemoService]) -> [DemoBlock] {
        let rows = services.enumerated().map { number, service in
            [
                "\(number + 1)", service.name, lines(service.requirements), lines(service.steps), service.time,
                service.cost,
            ]
        }
        return [
            .table(
                head: ["No", "Jenis Layanan", "Persyaratan", "Alur / Prosedur", "Waktu Penyelesaian", "Biaya"],
                rows: rows)
        ]
    }

    /// One panel per service with its rows inside.
    static func asPanels(_ services: [DemoService]) -> [DemoBlock] {
        [.panels(services.map { (label: $0.name, blocks: $0.asFacts) })]
    }

    private static func lines(_ items: [String]) -> String {
        items.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "<br>")
    }
}
