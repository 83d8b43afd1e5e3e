import Model

/// What assessments need of a store. Nothing in it is changed after it was written: a new form, a new attachment or a
/// corrected official result is a new row, and the newest counts.
public protocol AssessmentStore: Sendable {
    /// Keeps a new assessment with the text of its pack.
    func begin(_ assessment: Assessment, packText: String) async throws(StoreError)
    /// Every assessment, oldest first.
    func assessments() async throws(StoreError) -> [Assessment]
    /// The text of a pack by its SHA-256.
    func packText(_ hash: String) async throws(StoreError) -> String?
    /// Adds findings; a later one of the same office and item takes the place of an earlier one.
    func attach(_ findings: [AttachedFinding], to assessment: String) async throws(StoreError)
    /// The findings that count, by office and item.
    func attachments(of assessment: String) async throws(StoreError) -> [AttachedFinding]
    /// Keeps a form as it came; its number is set.
    func add(_ form: AssessorForm, data: [UInt8], to assessment: String) async throws(StoreError) -> AssessorForm
    /// Every form, in order of number.
    func forms(of assessment: String) async throws(StoreError) -> [AssessorForm]
    /// The bytes of a form.
    func formData(_ number: Int, of assessment: String) async throws(StoreError) -> [UInt8]?
    /// Adds an official result.
    func add(_ result: OfficialResult) async throws(StoreError)
    /// Official results that count: the newest of each region, year and family.
    func officialResults() async throws(StoreError) -> [OfficialResult]
}
