// Evidence: what the store holds about one office in one round becomes a bag that others can check without us.
//
//   OfficeCase (record, verdict, bodies, earlier rounds) -> bukti-<kode>-<round>.zip
//
// The ZIP is a BagIt bag (RFC 8493). Its payload: the decisive pages as WARC 1.1 (ISO 28500), sanitised copies that
// open in any browser, documents as received, facts of DNS, TLS and HTTP, findings and attempts as JSON,
// pictures of the quoted places of stored pages where Chromium is there, and `bukti.html`, which a person reads first.
//
// The pages that decide: those that findings rest on, the home page, what answered instead of a site; and all pages
// read, when anything is said to be absent or empty, because then every one of them is the proof.
//
// Refuses: the network, a clock of its own, an address of a compromised site as a link, and any word about more than
// what was received and when. Readable files mask 16-digit identity numbers; the WARC keeps the bytes as they came.

import Rules

/// Why a bag could not be made, in one sentence that says what to do.
public enum EvidenceError: Error, Sendable, CustomStringConvertible {
    case noSuchScan(String)
    case noSuchOffice(String, scan: String)
    case tooLarge(office: String)

    public var description: String { sentence(.en) }

    public func sentence(_ language: Language) -> String {
        let indonesian = language == .id
        switch self {
        case .noSuchScan(let scan):
            return indonesian
                ? "Penyimpanan tidak memuat pemeriksaan \(scan); `ronda report --list` menyebutkan yang ada."
                : "The store holds no scan \(scan); `ronda report --list` shows which there are."
        case .noSuchOffice(let office, let scan):
            return indonesian
                ? "Pemeriksaan \(scan) tidak memuat kantor berkode \(office); kodenya ada di temuan.csv."
                : "The scan \(scan) has no office with the code \(office); codes stand in temuan.csv."
        case .tooLarge(let office):
            return indonesian
                ? "Bukti kantor \(office) lebih dari 4 GB; pakai --max-pages yang lebih kecil saat memeriksa."
                : "The evidence of office \(office) exceeds 4 GB; scan with a smaller --max-pages."
        }
    }
}
