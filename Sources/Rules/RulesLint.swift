import Model

/// Checks a folder of rules and names every problem, not only the first.
public enum RulesLint {
    /// All problems in order of file and line; empty when the folder is sound.
    public static func lint(folder: String) -> [DataProblem] {
        let problems: [DataProblem]
        do throws(RulesError) {
            problems = try RuleBook.load(folder: folder).warnings
        } catch {
            switch error {
            case .invalid(let found): problems = found
            case .folderNotFound, .unreadable:
                let place = SourcePlace(file: folder, line: 1, column: 1)
                return [DataProblem(place: place, message: error.description)]
            }
        }
        return problems.sorted {
            ($0.place.file, $0.place.line, $0.place.column) < ($1.place.file, $1.place.line, $1.place.column)
        }
    }
}
