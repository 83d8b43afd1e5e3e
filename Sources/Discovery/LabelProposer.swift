import Model
import Rules

/// Host labels an office may have, by what regions really use.
struct LabelProposer {
    let book: RuleBook
    let naming: HostNaming

    struct Label {
        var text: String
        var path = "/"
        /// How many regions use it, scaled by how well it fits the name.
        var weight: Double
        /// A name of its own directly under go.id.
        var isSecondLevel = false
        /// Why it is proposed, for people.
        var detail: String
    }

    /// Likeliest first; each text and path once.
    func labels(for target: Target, name: OfficeName) -> [Label] {
        let all: [Label] =
            switch name.unit {
            case .puskesmas: puskesmas(name)
            case .kecamatan:
                unit(name, forms: Self.kecamatanForms + ownForms(target), word: "kecamatan") + secondLevel(name, "kec-")
            case .kelurahan: unit(name, forms: Self.kelurahanForms, word: "kelurahan")
            case .hospital: hospital(name)
            case .agency, .division: agency(target, name)
            }
        var best: [String: Label] = [:]
        for label in all {
            let key = label.text + label.path + (label.isSecondLevel ? "!" : "")
            if let known = best[key], known.weight >= label.weight { continue }
            best[key] = label
        }
        return best.values.sorted { ($1.weight, $0.text, $0.path) < ($0.weight, $1.text, $1.path) }
    }

    // MARK: - Agencies

    private func agency(_ target: Target, _ name: OfficeName) -> [Label] {
        var keys = target.kind.isEmpty ? [] : [target.kind]
        keys += book.nomenclature.kinds(forName: target.name).map(\.key).filter { !keys.contains($0) }
        var labels: [Label] = []
        for key in keys {
            for known in book.nomenclature.kind(key)?.hostLabels ?? [] where !isAnotherBureau(known.label, name) {
                labels.append(measured(known.label, count: known.count, name))
            }
        }
        for (label, kinds) in book.nomenclature.compoundLabels where kinds.contains(where: keys.contains) {
            labels.append(measured(label, count: 3, name))
        }
        if let own = name.ownAcronym {
            labels.append(Label(text: own, weight: 300, detail: "singkatan dalam namanya: \(own)"))
        }
        return labels + composed(name) + acronyms(of: target, name)
    }

    /// The bureaus of a secretariat share one kind, and no label: `ulp` is nothing of "Bagian Tata Pemerintahan".
    private func isAnotherBureau(_ label: String, _ name: OfficeName) -> Bool {
        guard name.unit == .division else { return false }
        let readings = LabelReader.readings(label)
        let mention = OfficeMention(unit: name.unit, readings: readings)
        return !readings.isEmpty && name.compare(mention, gazetteer: naming.gazetteer).score == 0
    }

    /// First letters of all words, as merged offices are shortened: DPMPTSPTK, DPUPRPRKP.
    private func acronyms(of target: Target, _ name: OfficeName) -> [Label] {
        guard name.unit == .agency, name.topics.count > 1 else { return [] }
        let plain = String(target.name.prefix { $0 != "(" })
        let words = NameTokens.words(plain).filter { $0 != "dan" && $0 != "serta" }
        // BKPPD and BPPKAD keep the D of "Daerah", dinas do without.
        let forms = [words.filter { $0 != "daerah" }, words.first == "badan" ? words : []]
        return Set(forms.map { String($0.compactMap(\.first)) }).filter { (4...14).contains($0.count) }.map {
            Label(text: $0, weight: $0.count >= 6 ? 40 : 5, detail: "huruf awal namanya: \($0)")
        }
    }

    private func measured(_ label: String, count: Int, _ name: OfficeName) -> Label {
        let readings = LabelReader.readings(label)
        let mention = OfficeMention(unit: name.unit, readings: readings)
        // A label that reads as nothing (`setda`) still belongs to its kind; one that reads as something else hardly.
        let fit = readings.isEmpty ? 0.5 : name.compare(mention, gazetteer: naming.gazetteer).score
        // A merged office's own compound is rare among regions and likely for it all the same.
        let isExact = name.topics.count > 1 && readings.contains { Set($0) == Set(name.topics) }
        return Label(
            text: label, weight: Double(count + 1) * (0.02 + fit * fit * fit) + (isExact ? 25 : 0),
            detail: "kebiasaan penamaan: \"\(label)\" dipakai \(count) daerah")
    }

    /// Labels put together from the name's own topics: `dis` + `sos` + `p3a`.
    private func composed(_ name: OfficeName) -> [Label] {
        let pieces = name.topics.compactMap { Self.pieces[$0] }
        guard pieces.count == name.topics.count, !pieces.isEmpty else { return initials(name) }
        let body = pieces.joined()
        let heads = name.unit == .division ? ["bag", "bagian", "biro", "bag-", ""] : ["dis", "din", "dinas", ""]
        return heads.enumerated().map { rank, head in
            Label(
                text: head + body, weight: (pieces.count > 1 ? 12 : 2) / Double(rank + 1),
                detail: "disusun dari namanya: \(head + body)")
        } + initials(name)
    }

    /// First letters of the words, as in DPMPTSP.
    private func initials(_ name: OfficeName) -> [Label] {
        let words = name.topics.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        guard name.topics.contains(where: { $0.hasPrefix("+") }), let first = words.first else { return [] }
        let joined = words.joined()
        return [
            Label(text: joined, weight: 6, detail: "disusun dari namanya: \(joined)"),
            Label(text: "dinas" + first, weight: 3, detail: "disusun dari namanya: dinas\(first)"),
        ]
    }

    private static let pieces: [String: String] = [
        "kesehatan": "kes", "dalduk": "dalduk", "kb": "kb", "pppa": "p3a", "pendidikan": "dik", "kebudayaan": "bud",
        "pora": "pora", "pariwisata": "par", "ekraf": "ekraf", "sosial": "sos", "naker": "naker",
        "transmigrasi": "trans", "pu": "pu", "taru": "tr", "perkim": "perkim", "pertanahan": "tan",
        "pangan": "ketapang",
        "pertanian": "tan", "perkebunan": "bun", "peternakan": "nak", "perikanan": "kan", "kelautan": "lut", "lh": "lh",
        "kehutanan": "hut", "dukcapil": "dukcapil", "pmd": "pmd", "perhubungan": "hub", "kominfo": "kominfo",
        "statistik": "tik", "persandian": "san", "koperasi": "kop", "ukm": "ukm", "perdagangan": "dag",
        "perindustrian": "perin", "ptsp": "pmptsp", "perpustakaan": "pus", "arsip": "arsip", "damkar": "damkar",
        "organisasi": "organisasi", "hukum": "hukum", "umum": "umum", "kesra": "kesra", "tapem": "pem",
        "prokopim": "prokopim", "pbj": "pbj", "ekonomi": "perekonomian", "adbang": "adbang", "kerjasama": "kerjasama",
        "sdalam": "sda", "tph": "tph", "keswan": "keswan", "humas": "humas", "pasar": "pasar",
        "perencanaankeuangan": "renkeu",
    ]

    // MARK: - Units with a proper name

    private func puskesmas(_ name: OfficeName) -> [Label] {
        let forms = naming.weightedForms(name)
        guard let joined = forms.first?.form else { return [] }
        var labels: [Label] = []
        for (form, factor) in forms {
            let isHyphenated = form.contains("-")
            for (shape, weight) in Self.puskesmasShapes where !isHyphenated || shape.hasSuffix("-") {
                let text = shape + form
                labels.append(
                    Label(text: text, weight: weight * factor, detail: "kebiasaan nama puskesmas: \(text)"))
            }
        }
        for (text, weight) in [
            ("pkm\(joined).dinkes", 20.0), ("pkm-\(joined).dinkes", 12), ("puskesmas\(joined).dinkes", 11),
            ("puskesmas\(joined)-dikes", 5), ("\(joined).puskesmas", 14), ("puskesmas.\(joined)", 4),
        ] { labels.append(Label(text: text, weight: weight, detail: "kebiasaan nama puskesmas: \(text)")) }
        labels.append(
            Label(text: "puskesmas", path: "/\(joined)/", weight: 40, detail: "portal puskesmas bersama: /\(joined)/"))
        let initials = name.proper.compactMap(\.first).map(String.init).joined()
        if initials.count >= 3 {
            labels.append(Label(text: "pkm" + initials, weight: 8, detail: "singkatan namanya: pkm\(initials)"))
        }
        return labels
    }

    private static let puskesmasShapes: [(String, Double)] = [
        ("puskesmas", 217), ("pkm", 164), ("pkm-", 72), ("puskesmas-", 58),
    ]
    private static let kecamatanForms: [(String, Double)] = [
        ("kec-", 90), ("kecamatan", 70), ("kec", 80), ("kecamatan-", 20), ("", 60),
    ]
    private static let kelurahanForms: [(String, Double)] = [
        ("kel-", 80), ("kelurahan", 60), ("kel", 50), ("kelurahan-", 20), ("", 30),
    ]

    /// What a kecamatan is called where it is called otherwise (UU 21/2001, UU 13/2012): the word of its own name.
    private func ownForms(_ target: Target) -> [(String, Double)] {
        guard let first = NameTokens.words(target.name).first, ["distrik", "kapanewon", "kemantren"].contains(first)
        else {
            return []
        }
        return [(first, 85), (first + "-", 75)]
    }

    private func unit(_ name: OfficeName, forms: [(String, Double)], word: String) -> [Label] {
        var labels: [Label] = []
        for (form, factor) in naming.weightedForms(name) {
            for (prefix, weight) in forms where !form.contains("-") || prefix.hasSuffix("-") || prefix.isEmpty {
                labels.append(
                    Label(
                        text: prefix + form, weight: weight * factor,
                        detail: "kebiasaan nama \(word): \(prefix + form)"))
            }
        }
        return labels
    }

    private func secondLevel(_ name: OfficeName, _ prefix: String) -> [Label] {
        naming.nameForms(name).prefix(1).map {
            Label(
                text: prefix + $0, weight: 15, isSecondLevel: true, detail: "nama go.id sendiri: \(prefix + $0).go.id")
        }
    }

    private func hospital(_ name: OfficeName) -> [Label] {
        let region = naming.gazetteer.name(of: name.region).joined()
        var labels = [Label(text: "rsud", weight: 110, detail: "kebiasaan nama rumah sakit: rsud")]
        for (index, form) in naming.nameForms(name).enumerated() {
            labels.append(
                Label(
                    text: "rsud" + form, weight: 70 / Double(index + 1),
                    detail: "kebiasaan nama rumah sakit: rsud\(form)"))
            labels.append(
                Label(
                    text: "rsud-" + form, weight: 40 / Double(index + 1),
                    detail: "kebiasaan nama rumah sakit: rsud-\(form)"))
            if index == 0 {
                labels.append(
                    Label(
                        text: "rsud" + form, weight: 30, isSecondLevel: true,
                        detail: "nama go.id sendiri: rsud\(form).go.id"))
                labels.append(
                    Label(
                        text: "rsud-" + form, weight: 25, isSecondLevel: true,
                        detail: "nama go.id sendiri: rsud-\(form).go.id"))
            }
        }
        if !region.isEmpty {
            labels.append(Label(text: "rsud" + region, weight: 20, detail: "kebiasaan nama rumah sakit: rsud\(region)"))
        }
        return labels
    }
}
