import Model

/// A list of offices that is no text: a poster "Daftar OPD", a frame of somebody's document viewer.
public enum PicturedList {
    /// Letters of text from which on a page says something itself.
    private static let wordy = 1_500

    /// The page shows a picture or a frame in place of a list: its words promise one, or it says hardly a word beside it.
    public static func isHeld(by page: ParsedPage) -> Bool {
        if page.frames.contains(where: { isViewer($0.hostWithoutWWW) }) { return true }
        let letters = page.blocks.reduce(0) { $0 + $1.text.count }
        guard letters < wordy else { return false }
        return page.images.contains { image in
            guard image.zone == .main else { return false }
            return [image.alt, String(image.fileName.prefix { $0 != "." })].contains {
                let words = NameTokens.words($0.replacing("-", with: " ").replacing("_", with: " "))
                return DirectoryWords.weight(words) >= 7
            }
        }
    }

    private static func isViewer(_ host: String) -> Bool { viewers.contains { host == $0 || host.hasSuffix("." + $0) } }

    /// Hosts that show other people's documents, tables and posters.
    private static let viewers = [
        "docs.google.com", "drive.google.com", "datastudio.google.com", "lookerstudio.google.com", "canva.com",
        "issuu.com", "fliphtml5.com", "scribd.com", "anyflip.com", "heyzine.com", "onedrive.live.com",
        "view.officeapps.live.com", "public.tableau.com", "app.powerbi.com", "airtable.com", "padlet.com",
    ]
}
