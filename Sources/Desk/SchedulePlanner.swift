import Foundation
import Model
import Schedule
import Targets

/// Makes a schedule of what a form says: which lists and regions, when, and within which hours.
struct SchedulePlanner: Sendable {
    let parts: DeskParts
    let visitor: Visitor

    /// - Parameter old: the schedule that is changed; it keeps its name, its seed and what the form does not speak of.
    func schedule(_ form: DeskForm, changing old: RoundSchedule? = nil) async throws(ScheduleError) -> RoundSchedule {
        let name = old?.id ?? form["nama"]
        guard name.isShortName else {
            throw ScheduleError(
                id: "Nama jadwal: huruf kecil, angka dan tanda hubung saja, paling panjang 60.",
                en: "Name of a schedule: lower-case letters, digits and hyphens, at most 60.")
        }
        if old == nil, await isTaken(name) {
            throw ScheduleError(
                id: "Jadwal \(name) sudah ada; pakai nama lain.", en: "There is a schedule \(name); use another name.")
        }
        let (lists, regions) = try await lists(form, kept: old?.lists ?? [])
        var schedule =
            old
            ?? RoundSchedule(
                id: name, when: form["kapan"], zone: form["zona"].isEmpty ? "WIB" : form["zona"], lists: lists,
                seed: .random(in: .min ... .max), createdAt: parts.now(), createdBy: visitor.person.name)
        schedule.lists = lists
        schedule.zone = form["zona"].isEmpty ? schedule.zone : form["zona"]
        if schedule.when != form["kapan"] || old.map({ $0.zone != schedule.zone }) ?? false {
            // What the new times would have been before now is not made up for.
            schedule.when = form["kapan"]
            schedule.createdAt = parts.now()
        }
        schedule.onlyRegions = nil
        schedule.regions = regions.sorted()
        let asked = form["wilayah"].split(whereSeparator: { ", ;".contains($0) }).map(String.init)
        if !asked.isEmpty {
            schedule.onlyRegions = asked
            schedule.regions = regions.filter { region in
                asked.contains { region == $0 || region.hasPrefix($0 + ".") }
            }.sorted()
        } else if visitor.person.role != .admin, !visitor.person.regions.isEmpty {
            schedule.onlyRegions = schedule.regions.filter(visitor.person.mayWork)
            schedule.regions = schedule.onlyRegions ?? []
        }
        guard !schedule.regions.isEmpty, schedule.regions.allSatisfy(visitor.person.mayWork) else {
            throw ScheduleError(
                id: "Daftar itu tidak memuat wilayah yang disebut, atau bukan wilayah Anda.",
                en: "The list holds none of the regions named, or they are not yours.")
        }
        schedule.window = form["jam"].isEmpty ? nil : try DayWindowReader.window(form["jam"])
        schedule.regionWindows = try DayWindowReader.regional(
            all: form["jam-wilayah"].split(whereSeparator: { ",;".contains($0) }).map(String.init))
        schedule.unannounced = !form["diam"].isEmpty
        schedule.maxPages = try number(form["halaman"], schedule.maxPages, 0...5000, "halaman")
        schedule.jitterMinutes = try number(form["sebar"], schedule.jitterMinutes, 0...1440, "sebar")
        schedule.frozen = []
        for days in form["libur"].split(whereSeparator: { ", ;".contains($0) }) {
            schedule.frozen.append(try DayWindowReader.days(String(days)))
        }
        _ = try SchedulePlan(schedule)
        return schedule
    }

    private func number(
        _ text: String, _ usual: Int, _ range: ClosedRange<Int>, _ name: String
    ) throws(ScheduleError) -> Int {
        guard !text.isEmpty else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw ScheduleError(
                id: "Isian \(name): angka \(range.lowerBound) sampai \(range.upperBound).",
                en: "Field \(name): a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    private func isTaken(_ name: String) async -> Bool {
        (try? await parts.store.schedules().contains { $0.id == name }) ?? true
    }

    /// Kept lists that were ticked and a file of the folder of lists, with the regions they speak of.
    ///
    /// - Parameter kept: lists of the schedule as it was; its files stay when their boxes are ticked.
    private func lists(_ form: DeskForm, kept: [String]) async throws(ScheduleError) -> ([String], Set<String>) {
        var (lists, regions): ([String], Set<String>) = ([], [])
        let desk = ListDesk(
            store: parts.store, book: parts.book, language: parts.settings.language, person: visitor.person)
        for id in form.all("simpanan") {
            guard let kept = try? await desk.list(id) else { continue }
            lists.append(OfficeList.scheme + id)
            regions.formUnion(kept.states.filter { $0.holds(on: parts.now().day) }.map(\.target.region))
        }
        for path in form.all("berkas") where kept.contains(path) && !path.hasPrefix(OfficeList.scheme) {
            guard let list = try? TargetListReader.read(path: path, book: parts.book), !list.hasErrors else {
                throw ScheduleError(
                    id: "Berkas daftar \(path) tidak dapat dibaca lagi.",
                    en: "The list file \(path) cannot be read any more.")
            }
            lists.append(path)
            regions.formUnion(list.targets.map(\.region))
        }
        // Files on the server are for who may see every region.
        if !form["daftar"].isEmpty, visitor.person.role == .admin, let path = file(form["daftar"]),
            let list = try? TargetListReader.read(path: path, book: parts.book), !list.hasErrors
        {
            lists.append(path)
            regions.formUnion(list.targets.map(\.region))
        } else if !form["daftar"].isEmpty {
            throw ScheduleError(
                id: "Berkas daftar itu tidak ada di folder daftar, atau isinya bermasalah.",
                en: "That list file is not in the folder of lists, or has faults.")
        }
        guard !lists.isEmpty else {
            throw ScheduleError(id: "Pilih sekurangnya satu daftar.", en: "Choose one list at least.")
        }
        return (lists, regions)
    }

    /// A file that lies in the folder of lists, and nowhere else.
    private func file(_ name: String) -> String? {
        guard let folder = parts.settings.lists, !name.contains("\0") else { return nil }
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let path = URL(fileURLWithPath: root).appendingPathComponent(name).resolvingSymlinksInPath().path
        guard path.hasPrefix(root + "/"), FileManager.default.fileExists(atPath: path) else { return nil }
        return path
    }
}
