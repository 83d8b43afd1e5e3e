import Model

/// Frames that show a document of a viewer elsewhere: Drive, flipbooks, shared slides. What they show is pointed to, and
/// was not read.
enum DocumentEmbed {
    /// Hosts whose frames are documents; a host counts with everything below it.
    private static let hosts = [
        "drive.google.com", "docs.google.com", "issuu.com", "anyflip.com", "fliphtml5.com", "flipsnack.com",
        "flipbuilder.com", "heyzine.com", "publuu.com", "yumpu.com", "calameo.com", "pubhtml5.com",
        "online.pubhtml5.com",
        "scribd.com", "slideshare.net", "canva.com", "onedrive.live.com", "view.officeapps.live.com", "1drv.ms",
        "sharepoint.com", "dropbox.com", "mega.nz", "mediafire.com", "simplebooklet.com", "joomag.com",
        "paperturn-view.com",
    ]

    /// Forms are no documents: what a citizen fills in there is another matter.
    private static let forms = ["/forms/"]

    static func holds(_ address: WebAddress) -> Bool {
        hosts.contains { address.host == $0 || address.host.hasSuffix("." + $0) }
            && !forms.contains(where: address.path.contains)
            || isViewer(address)
    }

    /// `/viewer.html?file=...pdf`, `/wp-content/plugins/pdfjs...`, a PDF in a frame: a document shown by the office's own site.
    private static func isViewer(_ address: WebAddress) -> Bool {
        let path = address.path.lowercased()
        return path.hasSuffix(".pdf") || address.query.map { $0.lowercased().contains(".pdf") } ?? false
    }
}
