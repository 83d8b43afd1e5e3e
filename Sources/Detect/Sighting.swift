import Model

/// A finding with the lines of the page it stands on; what stands beside it says which service it belongs to.
struct Sighting {
    var finding: Finding
    /// Indices of `PageSheet.lines`; empty when it stands on no line (frames, derived findings).
    var lines: [Int] = []

    init(finding: Finding, lines: [Int]) {
        self.finding = finding
        self.lines = lines
    }

    /// - Parameter line: -1: none.
    init(_ finding: Finding, line: Int = -1) {
        self.finding = finding
        lines = line >= 0 ? [line] : []
    }
}
