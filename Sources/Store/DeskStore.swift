import Model

/// What the desk asks of a store beside what the flow does.
public protocol DeskStore: ScanStore, ScheduleStore, ListStore, AssessmentStore, RequestStore, MessageStore,
    PublicationStore,
    RetentionStore
{
    /// The newest finished round of every region, by region code.
    func latestRounds() async throws(StoreError) -> [RegionRound]
    /// The newest scans, newest first, finished or not.
    func latestScans(limit: Int) async throws(StoreError) -> [ScanRecord]
    /// A text that changes when another round of the region ends (of any region when nil), or when a person says something.
    func roundsMark(ofRegion region: String?) async throws(StoreError) -> String
    /// Offices whose status differs from that of the round before of their region, by the rounds given.
    func changes(inRounds scans: [String]) async throws(StoreError) -> [OfficeChange]
    /// The newest incidents of rounds that have ended.
    func latestIncidents(limit: Int) async throws(StoreError) -> [(scan: String, incident: Incident)]
    /// Finished rounds of a region, newest first.
    func rounds(ofRegion region: String, limit: Int) async throws(StoreError) -> [RegionRound]
    /// How many of a region's living sites show each item in a round that has ended; counted when it ended.
    func itemCounts(ofRegion region: String, in scan: String) async throws(StoreError) -> [ItemKey: ItemCount]
    /// The offices of a region in a round, in list order; their verdicts without evidence, reason values and facts.
    func offices(ofRegion region: String, in scan: String) async throws(StoreError) -> [OfficeRow]
    /// The region and the newest finished round of an office; nil when no round has it.
    func whereabouts(of office: String) async throws(StoreError) -> (region: String, scan: String)?
    /// Whether some page of an office that lies in one of the regions rests on this body; empty regions: any office.
    func body(_ sha256: String, servesRegions: [String]) async throws(StoreError) -> Bool
    /// The newest reading of an address in any round, by its crawl key; nil when no round read it. Offices whose site
    /// lies on its host are looked through first.
    func newestPage(at address: WebAddress) async throws(StoreError) -> PageRecord?

    func people() async throws(StoreError) -> [Person]
    /// A person and the password hash kept for them.
    func account(_ name: String) async throws(StoreError) -> (person: Person, password: String)?
    /// Keeps an account; a nil password leaves the one there is.
    func keep(_ person: Person, password: String?) async throws(StoreError)
    func begin(_ session: DeskSession) async throws(StoreError)
    func session(_ key: String, at: Timestamp) async throws(StoreError) -> DeskSession?
    /// Ends one session, or all of a person.
    func endSession(_ key: String) async throws(StoreError)
    func endSessions(of person: String) async throws(StoreError)
    func keep(_ token: APIToken) async throws(StoreError)
    func token(_ key: String) async throws(StoreError) -> APIToken?
    /// Tokens of a person, newest first.
    func tokens(of person: String) async throws(StoreError) -> [APIToken]
    /// Takes a token back.
    func removeToken(_ key: String) async throws(StoreError)
    func write(_ entry: AuditEntry) async throws(StoreError)
    /// Newest first.
    func audit(limit: Int) async throws(StoreError) -> [AuditEntry]
}
