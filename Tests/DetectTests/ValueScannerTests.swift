import Testing

@testable import Detect

@Suite("Values by their form")
struct ValueScannerTests {
    private func forms(_ text: String) -> TypedMask {
        let bytes = Array(text.utf8)
        return ValueScanner.scan(bytes, 0..<bytes.count)
    }

    @Test(
        "Durations",
        arguments: [
            "3 hari kerja", "7 (tujuh) hari kerja", "10-15 Menit", "5 – 10 menit", "1 x 24 jam", "paling lama 2 jam",
            "24 jam sejak berkas lengkap",
            "±30 menit", "1 minggu",
        ])
    func durations(_ text: String) { #expect(forms(text).contains(.duration)) }

    @Test(
        "Not durations",
        arguments: ["24 jam", "pukul 08.00", "jam 7 pagi", "tahun 2024", "3 orang", "5 lembar", "Rp 5.000 per bulan"])
    func noDurations(_ text: String) { #expect(!forms(text).contains(.duration)) }

    @Test("Amounts", arguments: ["Rp 25.000", "Rp25.000,-", "Rp. 5.000", "IDR 10,000.00", "25.000,-", "15.000 rupiah"])
    func amounts(_ text: String) { #expect(forms(text).contains(.amount)) }

    @Test("Not amounts", arguments: ["25.000", "corp 25", "Nomor 25", "0561 712345"])
    func noAmounts(_ text: String) { #expect(!forms(text).contains(.amount)) }

    @Test(
        "Hours from and to",
        arguments: [
            "08.00 - 15.00", "07:30–15:30 WITA", "08.00 s/d 14.00 WIB", "jam 7 pagi - 4 sore",
            "pukul 08.00 sampai 16.00",
            "08.00 WIB s.d. selesai",
        ])
    func clockRanges(_ text: String) { #expect(forms(text).contains(.clockRange)) }

    @Test(
        "Not hours from and to",
        arguments: ["08.00", "12.500 - 15.000", "2019 - 2024", "10 - 15 menit", "26.70 - 28.90"])
    func noClockRanges(_ text: String) { #expect(!forms(text).contains(.clockRange)) }

    @Test("Telephone numbers", arguments: ["(0561) 712345", "0812-9988-7766", "+62 812 9988 7766", "021 8710233"])
    func phones(_ text: String) { #expect(forms(text).contains(.phone)) }

    @Test(
        "Made-up numbers and numbers of another kind",
        arguments: [
            "1234567890", "0812-3456-7890", "+62 812-0000-0000", "08.00 - 15.00", "196512311990031001", "01-02-03",
        ])
    func noPhones(_ text: String) { #expect(!forms(text).contains(.phone)) }

    @Test("Mail addresses, but not those of templates")
    func mail() {
        #expect(forms("dinkes@contohkab.go.id").contains(.email))
        #expect(!forms("email@domainname.com").contains(.email))
        #expect(!forms("info@example.com").contains(.email))
        #expect(forms("Instagram @dinkes_kota").contains(.handle))
    }

    @Test("Survey values, percentages, people, years")
    func others() {
        #expect(forms("Nilai IKM 84,52").contains(.score))
        #expect(forms("nilai 3,45 dari 4").contains(.score))
        #expect(!forms("nilai 8,4").contains(.score))
        #expect(forms("sebesar 10% dari").contains(.percent))
        #expect(forms("4 orang petugas").contains(.headcount))
        #expect(forms("Nomor 25 Tahun 2009").contains(.year))
        #expect(!forms("Nomor 2509123").contains(.year))
    }
}
