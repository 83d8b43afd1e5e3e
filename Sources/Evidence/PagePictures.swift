import Browser
import Model
import Report

/// Makes pictures of quoted passages out of stored pages.
public struct PictureTaker: Sendable {
    let take: @Sendable ([PictureDocument]) async -> Result<PictureSet, BrowserTrouble>

    public init(_ take: @escaping @Sendable ([PictureDocument]) async -> Result<PictureSet, BrowserTrouble>) {
        self.take = take
    }

    /// Headless Chromium without a network, one office at a time.
    ///
    /// - Parameter seconds: wall time for all pictures of one office, start of the program included.
    public static func chromium(seconds: Double = 60) -> PictureTaker {
        var limits = BrowserLimits()
        limits.seconds = seconds
        limits.quietSeconds = 0.3
        let browser = Browser(limits)
        return PictureTaker { await browser.pictures($0) }
    }
}

/// What became of the pictures of a bag.
struct PicturesTaken: Sendable {
    enum State: Sendable, Hashable {
        case made, nothingToShow, notAsked
        case failed(BrowserTrouble)
    }

    /// One picture: which page, which item.
    struct Picture: Sendable {
        var file: String
        var page: String
        var item: ItemKey
    }

    var state: State
    /// The program that made them, as it names itself.
    var program = ""
    var pictures: [Picture] = []
    /// Quotations whose words cannot be seen in the stored markup.
    var unseen = 0
    /// Time or number ran out.
    var isCut = false

    var json: JSON {
        .object([
            ("state", .text(name)), ("from", .text("stored body, offline, scripts off; not the live site")),
            ("program", .text(program)), ("width", .number(PictureSize.width)), ("height", .number(PictureSize.height)),
            ("masked", .list([.text("16-digit numbers"), .text("values of secrets")])),
            ("not_visible", .number(unseen)), ("cut_short", .flag(isCut)),
            (
                "files",
                .list(
                    pictures.map {
                        .object([
                            ("file", .text($0.file)), ("page_sha256", .text($0.page)),
                            ("item", .text($0.item.rawValue)),
                        ])
                    })
            ),
        ])
    }

    private var name: String {
        switch state {
        case .made: "made"
        case .nothingToShow: "nothing_to_show"
        case .notAsked: "not_asked"
        case .failed(let trouble): trouble.rawValue
        }
    }
}

/// Chooses the passages of one office, has pictures made of them and puts them into the bag.
struct PagePictures {
    let taker: PictureTaker?
    /// Pages and passages of one office at most.
    static let pageLimit = 8
    static let limit = 24

    /// A page of a site that was taken over is not shown: its picture would advertise what it holds.
    func take(_ office: OfficeCase, _ pages: inout [IncludedPage], into bag: inout Bag) async -> PicturesTaken {
        guard let taker else { return PicturesTaken(state: .notAsked) }
        var left = Self.limit
        var chosen: [(page: Int, passages: [(item: ItemKey, stretches: [String])])] = []
        var isCut = false
        for (index, page) in pages.enumerated() where !page.passages.isEmpty && !office.isDefanged(page.page) {
            var seen: Set<ItemKey> = []
            let wanted = page.passages.filter { seen.insert($0.item).inserted }
            let passages = Array(wanted.prefix(chosen.count < Self.pageLimit ? left : 0))
            isCut = isCut || passages.count < wanted.count
            left -= passages.count
            if !passages.isEmpty { chosen.append((index, passages)) }
        }
        guard !chosen.isEmpty else { return PicturesTaken(state: .nothingToShow) }
        let documents = chosen.map { choice in
            let page = pages[choice.page].page
            return PictureDocument(
                contentType: page.contentType, body: office.bodies[page.sha256]?.bytes ?? [],
                passages: choice.passages.map(\.stretches))
        }
        switch await taker.take(documents) {
        case .failure(let trouble): return PicturesTaken(state: .failed(trouble))
        case .success(let set):
            var taken = PicturesTaken(state: .made, program: set.program, isCut: isCut || set.wasCutShort)
            for (choice, made) in zip(chosen, set.pictures) {
                for (passage, png) in zip(choice.passages, made) {
                    guard let png else {
                        taken.unseen += 1
                        continue
                    }
                    let page = pages[choice.page]
                    let file = "gambar/\(Self.stem(page))-\(passage.item.rawValue).png"
                    bag.add(file, png, packed: false)
                    pages[choice.page].pictures[passage.item] = file
                    taken.pictures.append(.init(file: file, page: page.page.sha256, item: passage.item))
                }
            }
            return taken
        }
    }

    private static func stem(_ page: IncludedPage) -> String {
        "\(page.number < 10 ? "0" : "")\(page.number)-\(page.page.sha256.prefix(12))"
    }
}
