import Testing

@testable import Rules

@Suite struct PhraseGrammarTests {
    @Test(arguments: [
        ("ambil", ["ambil", "mengambil", "diambil"]),
        ("serah+kan", ["serahkan", "menyerahkan", "diserahkan"]),
        ("panggil", ["panggil", "memanggil", "dipanggil"]),
        ("tunggu", ["tunggu", "menunggu", "ditunggu"]),
        ("kirim", ["kirim", "mengirim", "dikirim"]),
        ("proses", ["proses", "memproses", "diproses"]),
        ("cek", ["cek", "mengecek", "dicek"]),
        ("lengkap+i", ["lengkapi", "melengkapi", "dilengkapi"]),
        ("bayar", ["bayar", "membayar", "dibayar"]),
        ("verifikasi", ["verifikasi", "memverifikasi", "diverifikasi"]),
        ("klik", ["klik", "mengklik", "diklik"]),
    ])
    func verbs(root: String, forms: [String]) {
        #expect(VerbForms.of(root, nouns: false) == forms)
    }

    @Test func nounsAreAskedForApart() {
        #expect(VerbForms.of("serah+kan", nouns: true).last == "penyerahan")
        #expect(VerbForms.of("ambil", nouns: true).last == "pengambilan")
    }

    @Test func choicesAndOptions() {
        #expect(
            PhraseGrammar.phrases("(tidak|tak) (dipungut)? biaya")
                == ["tidak dipungut biaya", "tidak biaya", "tak dipungut biaya", "tak biaya"])
        #expect(PhraseGrammar.phrases("fotokop*") == ["fotokop*"])
        #expect(PhraseGrammar.phrases("petugas ~cek berkas")?.contains("petugas mengecek berkas") == true)
    }

    @Test(arguments: ["(tidak biaya", "() biaya"])
    func mistakes(text: String) {
        #expect(PhraseGrammar.phrases(text) == nil)
    }
}
