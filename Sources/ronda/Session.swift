import Detect
import Fetch
import Model
import Report
import Rules
import Scan
import Store
import Targets

/// What a command that works on a store needs: the rules, read once, and the report it ends with.
struct Session {
    let book: RuleBook
    let speech: SpeechOptions

    init(_ speech: SpeechOptions) throws(Exit) {
        self.speech = speech
        do { book = try RuleBook.bundled() } catch { throw Exit(.usage, "\(error)") }
    }

    func detector() throws(Exit) -> Detector {
        do { return try Detector(book.detection) } catch { throw Exit(.usage, "\(error)") }
    }

    /// Reads target lists; prints their problems and refuses when a row cannot be used.
    func readLists(_ paths: [String]) throws(Exit) -> [Target] {
        let list: TargetList
        do {
            list = try TargetListReader.read(paths: paths, book: book, language: speech.lang)
        } catch {
            throw Exit(.usage, error.sentence(speech.lang))
        }
        let errors = list.problems.count { $0.severity == .error }
        for problem in list.problems where problem.severity == .error || !speech.quiet {
            Terminal.error(problem.description)
        }
        guard errors == 0 else {
            throw Exit(
                .usage,
                speech(
                    "\(errors) baris daftar tidak dapat dipakai; perbaiki di tempat yang disebut di atas.",
                    "\(errors) rows of the list cannot be used; mend them at the places named above."))
        }
        return list.targets
    }

    /// Reads registers of hosts; a row without an address is said and left out.
    func readRegisters(_ paths: [String]) throws(Exit) -> [RegisteredHost] {
        var all: [RegisteredHost] = []
        for path in paths {
            do throws(TargetsError) {
                let (hosts, skipped) = try HostListReader.read(path: path)
                all += hosts
                if skipped > 0 {
                    speech.tell(
                        "\(path): \(skipped) baris tanpa alamat dilewati.",
                        "\(path): \(skipped) rows without an address left out.")
                }
            } catch {
                throw Exit(.usage, error.sentence(speech.lang))
            }
        }
        return all
    }

    /// Writes the report folder of a snapshot: `<out>/<region>/<scan>/`.
    func writeReport(_ snapshot: ScanSnapshot, out: String) throws(Exit) -> [String] {
        let region = snapshot.scan.regions.count == 1 ? snapshot.scan.regions[0] : "gabungan"
        do {
            return try ReportWriter(book: book, language: speech.lang).write(
                snapshot: snapshot, to: "\(out)/\(region.isEmpty ? "lain" : region)/\(snapshot.scan.id)")
        } catch {
            throw Exit(.store, error.sentence(speech.lang))
        }
    }

    /// Writes a scan as JSON by the public schema.
    func writeJSON(_ snapshot: ScanSnapshot, to file: String) throws(Exit) {
        do { try ScanJSON.write(snapshot, to: file) } catch { throw Exit(.store, error.sentence(speech.lang)) }
    }
}
