import Model

/// One office of the fictional region: its row in the list, and the truth about it.
struct DemoOffice: Sendable {
    var code: String
    var name: String
    var kind: String
    /// What the list gives, right or outdated; nil when the list does not know.
    var listed: String?
    var parent: String?
    var note: String
    /// The true status in each round.
    var status: (first: OfficeStatus, second: OfficeStatus)
    /// The true domain class in each round; nil where the status leaves nothing to classify.
    var domain: (first: DomainClass?, second: DomainClass?)
    /// The true reason of the status (a key of Rules' statuses.yaml) in both rounds; nil where it is not written down.
    var reason: String?
    /// Host or path whose content holds the truth about the items.
    var site: (first: String?, second: String?)

    init(
        _ number: Int, _ name: String, _ kind: String, listed: String? = nil, note: String = "",
        _ status: OfficeStatus, _ domain: DomainClass? = nil, because reason: String? = nil,
        site: String? = nil
    ) {
        code = "99.01." + String(String(1000 + number).dropFirst())
        self.name = name
        self.kind = kind
        self.listed = listed
        self.note = note
        self.status = (status, status)
        self.domain = (domain, domain)
        self.site = (site, site)
        self.reason = reason
    }

    /// The same office with another truth in the second round.
    func then(_ status: OfficeStatus, _ domain: DomainClass?, site: String?) -> DemoOffice {
        var copy = self
        copy.status.second = status
        copy.domain.second = domain
        copy.site.second = site
        return copy
    }

    /// A puskesmas with a register-like code below the Dinas Kesehatan.
    static func puskesmas(
        _ code: String, _ name: String, listed: String? = nil, note: String = "", _ status: OfficeStatus
    ) -> DemoOffice {
        var office = DemoOffice(0, "Puskesmas " + name, "puskesmas", listed: listed, note: note, status, .missing)
        office.code = "P9901" + code
        office.parent = "99.01.005"
        if status == .socialOnly { office.domain = (.nonCompliant, .nonCompliant) }
        return office
    }
}
