import Model
import Rules
import Scan
import Store

/// Whether an office of a unit may be begun now, by the hours of its round in the time of its region.
///
/// In one process an office waits for its night; a worker gives the unit back instead, for others have work by day.
struct WorkerHours: Sendable {
    let plan: SharedPlan
    let regions: RegionRegister
    let clock: RunClock

    /// Seconds until the region is open; western time where its code is not known.
    func wait(_ region: String) -> Double {
        guard let hours = plan.hours else { return 0 }
        return hours.wait(
            in: region, at: clock.now(), offsetHours: regions.region(region)?.utcOffsetHours ?? 7)
    }
}

/// None of the offices of a unit may be begun for so many seconds.
struct HoursAreOver: Error {
    let seconds: Double
}
