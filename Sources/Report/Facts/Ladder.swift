import Model

/// How many offices stand on each rung.
struct Ladder: Sendable {
    struct Rung: Sendable, Hashable {
        let status: OfficeStatus
        var opd = 0
        var puskesmas = 0
        var kelurahan = 0
        var total: Int { opd + puskesmas + kelurahan }
    }

    /// Every status in the order of the ladder, also those nobody has.
    let rungs: [Rung]

    init(_ snapshot: ScanSnapshot) {
        var counted: [OfficeStatus: Rung] = [:]
        for office in snapshot.offices {
            let status = office.verdict.status
            var rung = counted[status] ?? Rung(status: status)
            switch OfficeGroup(office.target) {
            case .opd: rung.opd += 1
            case .puskesmas: rung.puskesmas += 1
            case .kelurahan: rung.kelurahan += 1
            case .portal: continue
            }
            counted[status] = rung
        }
        rungs = OfficeStatus.allCases.map { counted[$0] ?? Rung(status: $0) }
    }

    var total: Int { rungs.reduce(0) { $0 + $1.total } }
    var hasKelurahan: Bool { rungs.contains { $0.kelurahan > 0 } }
}
