import Foundation
import Model
import Schedule
import Targets

/// Makes a schedule of what a form says: which lists and regions, when, and within which hours.
struct SchedulePlanner: Sendable {
    let parts: DeskParts
    let visitor: Visitor

    func schedule(_ form: DeskForm) async throws(ScheduleError) -> RoundSchedule {
        let name = form["nama"]
        guard name.isShortName else {
            throw ScheduleError(
                id: "Nama jadwal: huruf kecil, angka dan tanda hubung saja, paling panjang 60.",
                en: "Name of a schedule: lower-case letters, digits and hyphens, at most 60.")
        }
        guard await !isTaken(name) else {
            throw ScheduleError(
                id: "Jadwal \(name) sudah ada; pakai nama lain.", en: "There is a schedule \(name); use another name.")
        }
        let (lists, regions) = try await lists(form)
        var schedule = RoundSchedule(
            id: name, when: form["kapan"], zone: form["zona"].isEmpty ? "WIB" : form["zona"], lists: lists,
            seed: .random(in: .min ... .max), createdAt: parts.now(), createdBy: visitor.person.name)
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
        schedule.unannounced = !form["diam"].isEmpty
        _ = try SchedulePlan(schedule)
        return schedule
    }

    private func isTaken(_ name: String) async -> Bool {
        (try? await parts.store.schedules().contains { $0.id == name }) ?? true
    }

    /// Kept lists that were ticked and a file of the folder of lists, with the regions they speak of.
    private func lists(_ form: DeskForm) async throws(ScheduleError) -> ([String], Set<String>) {
        var (lists, regions): ([String], Set<String>) = ([], [])
        let desk = ListDesk(
            store: parts.store, book: parts.book, language: parts.settings.language, person: visitor.person)
        for id in form.all("simpanan") {
            guard let kept = try? await desk.list(id) else { continue }
            lists.append(OfficeList.scheme + id)
            regions.formUnion(kept.states.filter { $0.holds(on: parts.now().day) }.map(\.target.region))
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
