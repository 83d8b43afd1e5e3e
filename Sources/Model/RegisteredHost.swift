/// A host that an imported register names: a row of a list of domains, or an address a person gave.
///
/// It is a place to look, never a claim: what answers there must name the office itself.
public struct RegisteredHost: Sendable, Hashable, Codable {
    public var address: WebAddress
    /// Code of the office, when the register says whose host it is.
    public var office: String?
    /// Where it was read, for people: `domain.csv baris 12`, `sanggahan nomor 3`.
    public var origin: String

    public init(address: WebAddress, office: String? = nil, origin: String) {
        self.address = address
        self.office = office
        self.origin = origin
    }
}
