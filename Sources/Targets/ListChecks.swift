import Model
import Rules

/// What can only be seen with the whole list in view.
enum ListChecks {
    /// Rows without region get the one of the others, else the one in the file's name.
    static func fillRegions(_ targets: inout [Target], file: String, book: RuleBook) -> [ListProblem] {
        let used = Set(targets.map(\.region).filter { !$0.isEmpty })
        let common = used.count == 1 ? used.first : used.isEmpty ? regionInName(of: file, book) : nil
        var problems: [ListProblem] = []
        for index in targets.indices where targets[index].region.isEmpty {
            if let common {
                targets[index].region = common
            } else {
                problems.append(
                    problem(targets[index], .regionEmpty))
            }
        }
        return problems
    }

    /// `6112-kubu-raya.csv` speaks of 61.12.
    private static func regionInName(of file: String, _ book: RuleBook) -> String? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let digits = String(name.prefix { $0.isNumber || $0 == "." })
        guard digits.filter(\.isNumber).count >= 2 else { return nil }
        let code = RegionCode(digits, register: book.regions).code
        return book.regions.region(code) == nil ? nil : code
    }

    static func fillCodes(_ targets: inout [Target]) {
        for index in targets.indices where targets[index].code.isEmpty {
            targets[index].code = OfficeCode.make(region: targets[index].region, name: targets[index].name)
        }
    }

    /// The same code twice: the later row gets a number, for both offices must be looked for.
    static func makeCodesUnique(_ targets: inout [Target]) -> [ListProblem] {
        var first: [String: Int] = [:]
        var problems: [ListProblem] = []
        for index in targets.indices {
            let code = targets[index].code
            guard let earlier = first[code] else {
                first[code] = index
                continue
            }
            var number = 2
            while first["\(code)-\(number)"] != nil { number += 1 }
            targets[index].code = "\(code)-\(number)"
            first[targets[index].code] = index
            problems.append(
                problem(
                    targets[index],
                    .codeTwice(code, place: line(targets[earlier]), readAs: targets[index].code)))
        }
        return problems
    }

    /// `induk` names a code or a name of the list; a puskesmas without one belongs to the Dinas Kesehatan of its region.
    static func resolveParents(_ targets: inout [Target]) -> [ListProblem] {
        let codes = Set(targets.map(\.code))
        let byName = Dictionary(targets.map { (key($0.name), $0.code) }, uniquingKeysWith: { first, _ in first })
        let health = Dictionary(grouping: targets.filter { $0.kind == "kesehatan" }, by: \.region)
        var problems: [ListProblem] = []
        for index in targets.indices {
            guard let parent = targets[index].parent else {
                if targets[index].kind == "puskesmas", let dinkes = health[targets[index].region], dinkes.count == 1 {
                    targets[index].parent = dinkes[0].code
                }
                continue
            }
            let found = codes.contains(parent) ? parent : byName[key(parent)]
            targets[index].parent = found == targets[index].code ? nil : found
            if targets[index].parent == nil {
                problems.append(problem(targets[index], found == nil ? .parentUnknown(parent) : .ownParent))
            }
        }
        return problems
    }

    /// Doubles, two portals, regions that nothing is known of.
    static func remarks(on targets: [Target], book: RuleBook) -> [ListProblem] {
        let names = doubles(targets) { $0.region + " " + key($0.name) }
        let addresses = doubles(targets) { $0.listed.map(addressKey) ?? "" }
        return names.map { problem($0.later, .nameTwice(place: line($0.earlier), name: $0.earlier.name)) }
            + addresses.map { problem($0.later, .addressTwice(place: line($0.earlier), name: $0.earlier.name)) }
            + portals(targets) + unknownRegions(targets, book)
    }

    /// Offices with the same key as an earlier one; an empty key is never the same.
    private static func doubles(
        _ targets: [Target], by key: (Target) -> String
    ) -> [(earlier: Target, later: Target)] {
        var first: [String: Target] = [:]
        return targets.compactMap { target in
            let key = key(target)
            guard !key.isEmpty else { return nil }
            guard let earlier = first[key] else {
                first[key] = target
                return nil
            }
            return (earlier, target)
        }
    }

    private static func portals(_ targets: [Target]) -> [ListProblem] {
        var first: [String: Target] = [:]
        return targets.filter(\.isPortal).compactMap { target in
            guard let earlier = first[target.region] else {
                first[target.region] = target
                return nil
            }
            return problem(target, .secondPortal(region: target.region, place: line(earlier)))
        }
    }

    /// A region outside the register is fine when a portal row gives its domain.
    private static func unknownRegions(_ targets: [Target], _ book: RuleBook) -> [ListProblem] {
        let given = Set(targets.filter { $0.isPortal && $0.listed != nil }.map(\.region))
        var reported: Set<String> = []
        return targets.compactMap { target in
            guard !target.region.isEmpty, !given.contains(target.region), book.regions.region(target.region) == nil,
                reported.insert(target.region).inserted
            else { return nil }
            return problem(target, .regionUnknown(target.region))
        }
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func addressKey(_ listed: String) -> String {
        let lower = listed.lowercased()
        guard let address = WebAddress(lower.contains("://") ? lower : "http://" + lower) else { return lower }
        let path = address.path == "/" ? "" : address.path
        return address.hostWithoutWWW + (path.hasSuffix("/") ? String(path.dropLast()) : path) + (address.query ?? "")
    }

    private static func line(_ target: Target) -> String {
        guard let source = target.source else { return target.code }
        return "\(source.file.split(separator: "/").last ?? ""):\(source.line)"
    }

    private static func problem(_ target: Target, _ fault: ListFault) -> ListProblem {
        ListProblem(place: target.source ?? SourcePlace(file: "", line: 1, column: 1), fault: fault)
    }
}
