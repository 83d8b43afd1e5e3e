import Model

/// Previews and publications: only added, each with the copy that was given out.
public protocol PublicationStore: Sendable {
    /// Keeps a publication with its copy; it comes back with its number in the store.
    func add(_ publication: Publication, copy: [UInt8]) async throws(StoreError) -> Publication
    /// Every preview and publication, oldest first.
    func publications() async throws(StoreError) -> [Publication]
    /// The kept copy of a publication; nil when there is none of that number.
    func copy(ofPublication id: Int) async throws(StoreError) -> [UInt8]?
}
