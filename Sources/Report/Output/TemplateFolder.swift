import Foundation

/// The folder of templates, styles and examples that came with Ronda.
enum TemplateFolder {
    /// The text of one of its files.
    static func text(_ name: String) throws(ReportError) -> String {
        guard let data = FileManager.default.contents(atPath: path() + "/" + name) else { throw .template(name: name) }
        return String(decoding: data, as: UTF8.self)
    }

    /// Beside the executable when it was installed there, else where SwiftPM built them.
    ///
    /// `Bundle.module` stops the program when it finds nothing, so the installed places are looked at first.
    private static func path() -> String {
        let beside = Bundle.main.bundlePath + "/ronda_Report.resources/Templates"
        if FileManager.default.fileExists(atPath: beside) { return beside }
        if let data = ProcessInfo.processInfo.environment["RONDA_DATA"] {
            let given = data + "/ronda_Report.resources/Templates"
            if FileManager.default.fileExists(atPath: given) { return given }
        }
        return (Bundle.module.resourcePath ?? ".") + "/Templates"
    }
}
