import Model

/// Reads one label of a host: which kinds of office it speaks of, and whether it names an application.
struct DomainLabelReader: Sendable {
    let nomenclature: Nomenclature
    let lists: DomainLists

    /// Keys of the kinds, the likeliest first; empty when the label says nothing.
    func kinds(_ label: String) -> [String] {
        let exact = exact(label)
        if !exact.isEmpty { return exact }
        if lists.unitExceptions.contains(label) { return [] }
        if let unit = unit(label) { return [unit] }
        for bare in undecorated(label) {
            let found = self.exact(bare)
            if !found.isEmpty { return found }
            if let unit = unit(bare), label.contains("-") { return [unit] }
        }
        return joined(label)
    }

    /// Kinds of a label as the nomenclature has it, the usual meaning first, then what else it may mean.
    private func exact(_ label: String) -> [String] {
        let usual = nomenclature.kinds(forLabel: label)
        guard !usual.isEmpty, let other = nomenclature.ambiguousLabels[label] else { return usual }
        return usual + other.kinds.filter { !usual.contains($0) }
    }

    /// Two labels written as one, as merged offices and divisions do: `biroumumsetda`.
    private func joined(_ label: String) -> [String] {
        for cut in label.indices.dropFirst(4).dropLast(3) {
            let first = nomenclature.kinds(forLabel: String(label[..<cut]))
            guard !first.isEmpty else { continue }
            let second = nomenclature.kinds(forLabel: String(label[cut...]))
            if !second.isEmpty { return first + second.filter { !first.contains($0) } }
        }
        return []
    }

    /// Whether the label is an application or a hosting service rather than the site of an office.
    func isApplication(_ label: String) -> Bool {
        if !nomenclature.kinds(forLabel: label).isEmpty { return false }
        if isListed(label) || isListed(withoutDigits(label)) { return true }
        if let prefix = lists.applicationPrefixes.first(where: label.hasPrefix) { return prefix.count < label.count }
        // `cuti-pkmtanahabang`: a unit's label behind another word is an application of that unit.
        let parts = label.split(separator: "-", maxSplits: 1).map(String.init)
        return parts.count == 2 && unit(parts[1]) == "puskesmas" && unit(label) == nil
            && !lists.unitWords.contains(parts[0])
    }

    /// Whether the label carries a word that abused hosts carry.
    func isAbuse(_ label: String) -> Bool {
        if lists.abuseFragments.contains(where: label.contains) { return true }
        return label.split(separator: "-").contains { part in
            let bare = part.drop(while: \.isNumber)
            return lists.abuseWords.contains(withoutDigits(String(bare)))
        }
    }

    /// A label that is a kind and nothing more, of a kind with many offices: the portal of all of them.
    func isSharedPortal(_ label: String) -> Bool {
        nomenclature.kinds(forLabel: label).contains { lists.manyOfficeKinds.contains($0) }
    }

    private func isListed(_ label: String) -> Bool {
        nomenclature.applicationLabels[label] != nil || lists.applicationLabels.contains(label)
    }

    private func unit(_ label: String) -> String? {
        lists.unitPrefixes.first { label.hasPrefix($0.prefix) && label.count >= $0.prefix.count + $0.minimum }?.kind
    }

    /// The label without what people hang on it, the most likely reading first.
    private func undecorated(_ label: String) -> [String] {
        var forms = [withoutDigits(label), label.filter { $0 != "-" }]
        let decorations = nomenclature.labelDecorations
        for prefix in decorations.prefixes where label.hasPrefix(prefix) {
            forms.append(String(label.dropFirst(prefix.count)))
        }
        for suffix in decorations.suffixes where label.hasSuffix(suffix) {
            forms.append(String(label.dropLast(suffix.count)))
        }
        // The office stands first in `dinsos-ketapang`, last in `ppid-dpmd`; a short part may be any word.
        let parts = label.split(separator: "-").map(String.init).filter { $0.count >= 3 }
        if label.contains("-") { forms += parts }
        return forms.filter { !$0.isEmpty && $0 != label }
    }

    private func withoutDigits(_ label: String) -> String {
        String(
            label.prefix(
                (label.lastIndex { !$0.isNumber }.map { label.distance(from: label.startIndex, to: $0) + 1 }) ?? 0))
    }
}
