import Model

extension RuleNode {
    /// One entry of `templates`: ids, what it fits, and class names under each role.
    var templateHint: TemplateHint? {
        let roles = TemplateHint.Role.allCases
        allowOnly(names: ["id", "title", "platforms", "themes"] + roles.map(\.rawValue))
        var classes: [String: TemplateHint.Role] = [:]
        for role in roles {
            for node in optional(role.rawValue)?.list ?? [] {
                guard let name = node.text, !name.isEmpty, name == name.lowercased(), !name.contains(" ") else {
                    node.fail("expected one class name in lower case")
                    continue
                }
                if classes.updateValue(role, forKey: name) != nil { node.fail("class '\(name)' has two roles") }
            }
        }
        let hint = TemplateHint(
            id: string("id"), title: string("title"), platforms: strings("platforms"), themes: strings("themes"),
            classes: classes)
        if hint.platforms.isEmpty, hint.themes.isEmpty { fail("a template needs 'platforms' or 'themes'") }
        if classes.isEmpty { fail("a template hint without a class name says nothing") }
        return hint
    }
}
