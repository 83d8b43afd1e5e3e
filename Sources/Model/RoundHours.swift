/// Hours of the day within which a round may begin an office, each in the time of the office's region.
///
/// A data centre of one kabupaten may ask for other hours than the rest of a national list.
public struct RoundHours: Sendable, Hashable, Codable {
    /// For regions that `ofRegions` does not name; nil: at any time.
    public var usual: DayWindow?
    /// By the code of a region; `61` takes in `61.12`, which may have hours of its own.
    public var ofRegions: [String: DayWindow]

    /// Nil when nothing is limited.
    public init?(usual: DayWindow?, ofRegions: [String: DayWindow] = [:]) {
        guard usual != nil || !ofRegions.isEmpty else { return nil }
        self.usual = usual
        self.ofRegions = ofRegions
    }

    /// The hours that hold for a region: its own, else those of what it belongs to, else the usual ones.
    public func window(of region: String) -> DayWindow? {
        var place = region[...]
        while true {
            if let window = ofRegions[String(place)] { return window }
            guard let dot = place.lastIndex(of: ".") else { return usual }
            place = place[..<dot]
        }
    }

    /// Seconds until the hours of a region are open; 0 when they are.
    ///
    /// - Parameter offsetHours: of the region's time to UTC.
    public func wait(in region: String, at now: Timestamp, offsetHours: Int) -> Double {
        guard let window = window(of: region) else { return 0 }
        let civil = now.civil(offsetHours: offsetHours)
        let minutes = window.wait(at: civil.hour * 60 + civil.minute)
        // To the minute's beginning, and a moment more: the clock may be read a little early.
        return minutes > 0 ? Double(minutes * 60 - civil.second) + 1 : 0
    }
}

extension RoundSchedule {
    /// What the hours of the schedule and of its regions come to.
    public var hours: RoundHours? { RoundHours(usual: window, ofRegions: regionWindows ?? [:]) }
}
