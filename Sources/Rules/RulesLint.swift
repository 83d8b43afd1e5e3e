import Model

/// Checks a folder of rules and names every problem, not only the first.
public enum RulesLint {
    /// All problems in order of file and line; empty when the folder is sound.
    public static func lint(folder: String) -> [DataProblem] {
        var problems: Set<DataProblem> = []
        do throws(RulesError) {
            let book = try RuleBook.load(folder: folder)
            problems.formUnion(book.warnings + book.checkPuskesmas())
        } catch {
            switch error {
            case .invalid(let found): problems.formUnion(found)
            case .folderNotFound, .unreadable:
                let place = SourcePlace(file: folder, line: 1, column: 1)
                return [DataProblem(place: place, message: error.description)]
            }
        }
        // The examples beside the detection rules are run here and not at every start.
        problems.formUnion(DetectionRules.lint(folder: folder + "/detection"))
        return problems.sorted {
            ($0.place.file, $0.place.line, $0.place.column) < ($1.place.file, $1.place.line, $1.place.column)
        }
    }
}
