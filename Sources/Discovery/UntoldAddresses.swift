import Model

/// Addresses that stand in the bytes of a page and that none of its links tells: in drawings, in scripts, in markup that
/// was not understood.
public enum UntoldAddresses {
    /// Hosts that pages name for their own working.
    private static let machinery = [
        "w3.org", "schema.org", "googleapis.com", "gstatic.com", "google.com", "googletagmanager.com",
        "google-analytics.com", "cloudflare.com", "jsdelivr.net", "unpkg.com", "bootstrapcdn.com", "jquery.com",
        "fontawesome.com", "facebook.com", "facebook.net", "instagram.com", "twitter.com", "x.com", "youtube.com",
        "tiktok.com", "whatsapp.com", "wa.me", "t.me", "gmpg.org", "wordpress.org", "w.org", "ogp.me", "gravatar.com",
        "purl.org", "openstreetmap.org", "recaptcha.net",
    ]

    /// Distinct hosts behind `http://` or `https://`, without those that a link or a frame of the page leads to.
    public static func count(in body: [UInt8], page: ParsedPage) -> Int {
        let text = String(decoding: body, as: UTF8.self).replacing("\\/", with: "/")
        let told = Set(
            page.links.map(\.address.hostWithoutWWW) + page.frames.map(\.hostWithoutWWW)
                + page.images.compactMap(\.address?.hostWithoutWWW) + [page.address.hostWithoutWWW])
        var untold: Set<String> = []
        for match in text.matches(of: /https?:\/\/(?:www\.)?([a-z0-9.-]{4,120})/.ignoresCase()) {
            let host = match.output.1.lowercased()
            guard !told.contains(host), !machinery.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else {
                continue
            }
            untold.insert(host)
        }
        return untold.count
    }
}
