import ArgumentParser
import Rules
import Scan
import Store

/// An end that is not success: one sentence that says what to do, and the documented exit code.
struct Exit: Error, CustomStringConvertible {
    enum Code: Int32 {
        /// Findings, gaps or problems were found.
        case findings = 1
        /// Input that cannot be used.
        case usage = 2
        case store = 3
        case ownNetwork = 4
        /// Nothing is seen to be lacking, but not all could be judged (`ronda check`).
        case undecided = 5
        case interrupted = 130
    }

    var code: Code
    var wording: LocalText
    var description: String { wording.en }

    /// An end whose sentence is already in the reader's language, or needs none.
    init(_ code: Code, _ sentence: String) { self.init(code, id: sentence, en: sentence) }

    init(_ code: Code, id: String, en: String) {
        self.code = code
        wording = LocalText(id: id, en: en)
    }

    /// Runs a command's work and ends the process with the right code and sentence when it throws.
    static func guarding(_ language: Language, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let exit as Exit {
            if !exit.wording.en.isEmpty { Terminal.error("ronda: \(exit.wording[language])") }
            throw ExitCode(exit.code.rawValue)
        } catch let error as StoreError {
            Terminal.error("ronda: \(Self(error).wording[language])")
            throw ExitCode(Code.store.rawValue)
        } catch let error as ScanError {
            Terminal.error("ronda: \(Self(error).wording[language])")
            throw ExitCode((error.kind == .ownNetworkDown ? Code.ownNetwork : .usage).rawValue)
        } catch is CancellationError {
            throw ExitCode(Code.interrupted.rawValue)
        } catch let error as ExitCode {
            throw error
        } catch {
            Terminal.error("ronda: \(error)")
            throw ExitCode(Code.usage.rawValue)
        }
    }
}

extension Exit {
    /// What the store could not do, in both languages.
    init(_ error: StoreError) {
        let sentence =
            switch error.kind {
            case .cannotOpen: "tidak dapat dibuka; periksa apakah foldernya ada dan masih ada ruang."
            case .diskFull: "kehabisan ruang disk; kosongkan ruang lalu jalankan perintah yang sama lagi."
            case .readOnly: "tidak dapat ditulisi; periksa pemilik dan izinnya."
            case .corrupted: "bukan berkas Ronda yang utuh; pulihkan dari salinan atau sebutkan berkas lain."
            case .busy: "sedang dipakai pemeriksaan lain; tunggu sampai selesai, atau sebutkan penyimpanan lain."
            case .newerSchema: "ditulis oleh Ronda yang lebih baru; pasang versi itu atau pakai berkas lain."
            case .noSuchStatement:
                "tidak memuat keterangan dengan nomor itu; lihat nomornya dengan `ronda status --statements`."
            case .fenced: "sudah menyerahkan pekerjaan itu kepada pekerja lain; tidak ada yang ditulis."
            case .failed: "tidak dapat bekerja: \(error.description)"
            }
        self.init(.store, id: "Penyimpanan \(error.path) \(sentence)", en: error.description)
    }

    /// Why a round could not be made, in both languages.
    init(_ error: ScanError) {
        let sentence =
            switch error.kind {
            case .noTargets: "Daftar itu tidak memuat satu kantor pun; tulis setidaknya satu baris dengan nama."
            case .noSuchScan:
                "Penyimpanan tidak memuat pemeriksaan itu; `ronda report --list` menyebutkan yang ada."
            case .ownNetworkDown, .interrupted: error.description
            }
        self.init(error.kind == .ownNetworkDown ? .ownNetwork : .usage, id: sentence, en: error.description)
    }
}
