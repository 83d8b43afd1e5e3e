import Model
import Testing

@testable import Parse

@Suite struct PageDateTests {
    @Test(arguments: [
        ("<p>Senin, 12 Januari 2025</p>", "2025-01-12", PageDate.Source.text),
        ("<p>7 Agu 2023 oleh admin</p>", "2023-08-07", .text),
        ("<p>Diposting 3/2/2025</p>", "2025-02-03", .text), ("<p>03-02-2025</p>", "2025-02-03", .text),
        ("<p>31.12.2024</p>", "2024-12-31", .text), ("<p>2024-02-29</p>", "2024-02-29", .text),
        ("<p>February 3, 2025</p>", "2025-02-03", .text), ("<p>18 Dec, 2024</p>", "2024-12-18", .text),
        ("<p>1 Nopember 2024</p>", "2024-11-01", .text), ("<p>10-Okt-2024</p>", "2024-10-10", .text),
        ("<p>&copy; 2019 - 2024 Dinas</p>", "2024-01-01", .copyright),
        ("<p>Copyright Dinas X 2022</p>", "2022-01-01", .copyright),
        ("<p>Hak Cipta © 2021</p>", "2021-01-01", .copyright),
        ("<time datetime='2025-03-04T10:00:00+07:00'>lalu</time>", "2025-03-04", .timeElement),
        ("<meta property='article:published_time' content='2025-03-04T10:00:00Z'>", "2025-03-04", .meta),
        ("<meta property='article:modified_time' content='2025-03-05'>", "2025-03-05", .meta),
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\": \"2025-03-06T01:00:00+07:00\"}</script>",
            "2025-03-05", .jsonLD
        ),
    ])
    func `dates are found`(html: String, day: String, source: PageDate.Source) {
        let dates = read(html).dates
        #expect(dates.map { $0.at.civil().dateText } == [day])
        #expect(dates.map(\.source) == [source])
    }

    @Test(arguments: [
        "<p>31 Februari 2025</p>", "<p>UU Nomor 25 Tahun 2009</p>", "<p>12/2025</p>", "<p>0541-123-4567</p>",
        "<p>32/1/2025</p>", "<p>Rp 1.000.000</p>", "<p>192.168.1.2001</p>", "<p>No. 123/4/5/2024</p>",
        "<p>12 orang 2025</p>", "<p>1 Januari 1945</p>", "<time datetime='PT2H'>x</time>", "<p>Copyright</p>",
        "<p>2024-13-01</p>", "<script>'2025-01-01'</script>",
    ])
    func `other numbers are no dates`(html: String) {
        #expect(read(html).dates.isEmpty)
    }

    @Test func `the words of the date are kept`() {
        #expect(read("<p>Rabu, 12 Januari 2025 08.00</p>").dates.map(\.text) == ["12 Januari 2025"])
    }
}
