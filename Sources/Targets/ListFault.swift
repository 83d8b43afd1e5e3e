import Model
import Rules

/// Everything that can be wrong with a list, said to people who keep lists.
enum ListFault: Equatable {
    // The text
    case notUTF8
    case noHeader
    case openQuote
    case afterQuote
    case tooManyCells(Int, header: Int)
    case columnTwice(String, earlier: Int)
    // Cells
    case noName
    case codeAsNumber(String)
    case codeSigns(String, readAs: String)
    case kindNotTold(name: String)
    case kindReadAs(String, readAs: String)
    case kindUnknown(String)
    case regionAsNumber(String)
    case regionCutZero(String, readAs: String)
    case regionTooLong(String, readAs: String)
    case regionNoName(String)
    case regionEmpty
    case regionUnknown(String)
    case addressAndMore(String, readAs: String)
    case severalAddresses(String)
    case noAddress(String)
    case email(String)
    // The list as a whole
    case codeTwice(String, place: String, readAs: String)
    case nameTwice(place: String, name: String)
    case addressTwice(place: String, name: String)
    case parentUnknown(String)
    case ownParent
    case secondPortal(region: String, place: String)

    /// An error leaves the row out or loses what the cell said; anything else is a doubt.
    var severity: DataProblem.Severity {
        switch self {
        case .noHeader, .openQuote, .afterQuote, .noName, .codeAsNumber, .regionAsNumber, .regionNoName, .noAddress:
            .error
        default: .warning
        }
    }

    func sentence(_ language: Language) -> String { language == .id ? indonesian : english }

    private var indonesian: String {
        switch self {
        case .notUTF8: "berkas ini bukan UTF-8 dan dibaca sebagai windows-1252; simpan sebagai CSV UTF-8"
        case .noHeader:
            "baris judul tidak ditemukan; seharusnya ada baris seperti kode,nama,jenis,wilayah,url,induk,keterangan "
                + "(kolom nama wajib ada)"
        case .openQuote: "tanda kutip yang dibuka di sini tidak pernah ditutup"
        case .afterQuote: "ada tulisan setelah tanda kutip penutup; seharusnya pemisah kolom"
        case .tooManyCells(let cells, let header):
            "\(cells) sel, padahal judulnya \(header); beri tanda kutip pada sel yang memuat pemisah kolom"
        case .columnTwice(let name, let earlier):
            "kolom '\(name)' sama artinya dengan kolom ke-\(earlier); kolom itu yang dibaca, kolom ini hanya disimpan"
        case .noName: "nama kosong; seharusnya nama resmi instansi. Baris ini tidak diperiksa"
        case .codeAsNumber(let text):
            "kode '\(text)' diubah menjadi bilangan oleh lembar kerja dan angkanya hilang; jadikan kolom itu teks. "
                + "Kode dibuat dari nama"
        case .codeSigns(let text, let code): "kode '\(text)' hanya boleh huruf, angka, titik, _ dan -; dibaca \(code)"
        case .kindNotTold(let name): "jenis '\(name)' tidak dapat diketahui dari namanya; isi kolom jenis"
        case .kindReadAs(let text, let kind): "jenis '\(text)' tidak dikenal; dibaca \(kind)"
        case .kindUnknown(let text):
            "jenis '\(text)' tidak dikenal; seharusnya misalnya kesehatan, puskesmas, kecamatan, portal "
                + "(semua: ronda rules list)"
        case .regionAsNumber(let text):
            "kode wilayah '\(text)' diubah menjadi bilangan oleh lembar kerja; jadikan kolom itu teks, seharusnya 61.12"
        case .regionCutZero(let text, let code):
            "'\(text)' hanya satu angka setelah titik (nol terpotong); dibaca \(code)"
        case .regionTooLong(let text, let code): "'\(text)' lebih panjang daripada kode kabupaten/kota; dibaca \(code)"
        case .regionNoName(let text):
            "'\(text)' bukan wilayah; seharusnya kode Kemendagri seperti 61.12 atau nama seperti Kabupaten Kubu Raya"
        case .regionEmpty: "wilayah kosong; seharusnya kode Kemendagri seperti 61.12"
        case .regionUnknown(let code):
            "kode wilayah \(code) tidak ada di register; perbaiki, atau tambahkan baris berjenis portal dengan alamatnya"
        case .addressAndMore(let text, let address): "'\(text)' bukan hanya alamat; dibaca \(address)"
        case .severalAddresses(let text): "'\(text)' memuat beberapa alamat; yang pertama dipakai, lainnya disimpan"
        case .noAddress(let text):
            "'\(text)' bukan alamat situs; seharusnya seperti https://dinkes.contohkab.go.id (kosongkan bila tidak ada)"
        case .email(let text): "'\(text)' adalah alamat surel; seharusnya alamat situs"
        case .codeTwice(let code, let place, let new): "kode \(code) sudah ada di \(place); di sini dibaca \(new)"
        case .nameTwice(let place, let name): "nama yang sama ada di \(place): \(name)"
        case .addressTwice(let place, let name):
            "alamat yang sama ada di \(place): \(name) (benar bila keduanya memakai satu situs)"
        case .parentUnknown(let parent): "induk '\(parent)' bukan kode atau nama dalam daftar ini"
        case .ownParent: "instansi ini tertulis sebagai induknya sendiri"
        case .secondPortal(let region, let place): "portal kedua untuk wilayah \(region); yang dipakai ada di \(place)"
        }
    }

    private var english: String {
        switch self {
        case .notUTF8: "the file is not UTF-8 and was read as windows-1252; save it as CSV UTF-8"
        case .noHeader:
            "no header found, expected a line such as kode,nama,jenis,wilayah,url,induk,keterangan "
                + "(the column nama is required)"
        case .openQuote: "the quote opened here is never closed"
        case .afterQuote: "text after the closing quote, expected a separator"
        case .tooManyCells(let cells, let header):
            "\(cells) cells where the header has \(header); put a cell that holds the separator in quotes"
        case .columnTwice(let name, let earlier):
            "the column '\(name)' means the same as column \(earlier); that one is read, this one is only kept"
        case .noName: "the name is empty, expected the official name of the office. The row is left out"
        case .codeAsNumber(let text):
            "a spreadsheet wrote the code '\(text)' as a number and lost digits; format the column as text. "
                + "A code was made from the name"
        case .codeSigns(let text, let code):
            "the code '\(text)' may hold only letters, digits, . _ and -; read as \(code)"
        case .kindNotTold(let name): "the kind of '\(name)' cannot be told from its name; fill the column jenis"
        case .kindReadAs(let text, let kind): "the kind '\(text)' is not known; read as \(kind)"
        case .kindUnknown(let text):
            "the kind '\(text)' is not known, expected a key such as kesehatan, puskesmas, kecamatan, portal "
                + "(all: ronda rules list)"
        case .regionAsNumber(let text):
            "a spreadsheet wrote the region code '\(text)' as a number; format the column as text, expected 61.12"
        case .regionCutZero(let text, let code):
            "'\(text)' has one digit after the dot (a zero was cut); read as \(code)"
        case .regionTooLong(let text, let code): "'\(text)' is longer than a kabupaten code; read as \(code)"
        case .regionNoName(let text):
            "'\(text)' is no region, expected a Kemendagri code such as 61.12 or a name such as Kabupaten Kubu Raya"
        case .regionEmpty: "the region is empty, expected a Kemendagri code such as 61.12"
        case .regionUnknown(let code):
            "no region of the register has the code \(code); correct it, or add a row of jenis portal with its address"
        case .addressAndMore(let text, let address): "'\(text)' holds more than an address; read as \(address)"
        case .severalAddresses(let text): "'\(text)' holds several addresses; the first is used, the others are kept"
        case .noAddress(let text):
            "'\(text)' is no web address, expected one such as https://dinkes.contohkab.go.id (empty when there is none)"
        case .email(let text): "'\(text)' is an e-mail address, expected a web address"
        case .codeTwice(let code, let place, let new):
            "the code \(code) stands in \(place) already; read here as \(new)"
        case .nameTwice(let place, let name): "the same name stands in \(place): \(name)"
        case .addressTwice(let place, let name):
            "the same address stands in \(place): \(name) (right when both offices share one site)"
        case .parentUnknown(let parent): "the parent '\(parent)' is no code or name of this list"
        case .ownParent: "the office is given as its own parent"
        case .secondPortal(let region, let place): "a second portal of region \(region); the one in \(place) is used"
        }
    }
}

/// A fault and its place.
struct ListProblem: Equatable {
    var place: SourcePlace
    var fault: ListFault

    func said(in language: Language) -> DataProblem {
        DataProblem(place: place, severity: fault.severity, message: fault.sentence(language))
    }
}
