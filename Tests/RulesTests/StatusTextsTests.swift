import Model
import Rules
import Testing

@Suite struct StatusTextsTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test(arguments: OfficeStatus.allCases, Language.allCases)
    func everyStatusHasLabelAndMeaning(status: OfficeStatus, language: Language) throws {
        let texts = try Self.book.get().statuses
        #expect(texts.label(status, language).count > 7)
        #expect(texts.meaning(status, language).hasSuffix("."))
    }

    @Test(arguments: [
        "site_ok", "site_tls_problem", "portal_section", "parent_section", "off_domain", "redirected_off_domain",
        "social_only", "suspended", "parked", "server_default", "maintenance", "empty_cms", "directory_listing",
        "error_page", "application_only", "spa_shell", "gambling", "takeover", "lapsed_domain", "robots_disallow",
        "http_403", "waf", "http_5xx", "refused", "timeout", "reset", "dns_servfail", "tls_failed", "nxdomain_all",
        "no_candidate_answers", "only_other_owner", "empty_section", "own_network_down", "shared_server_down",
        "wildcard_dns", "not_yet_tried", "cancelled", "reader_failed", "not_followed",
    ])
    func everyReasonOfTheDesignHasASentence(reason: String) throws {
        let texts = try Self.book.get().statuses
        for language in Language.allCases {
            let bare = texts.sentence(reason, language)
            #expect(bare != reason && bare.hasSuffix(".") && !bare.contains("{") && !bare.contains("["))
        }
    }

    @Test func placeholdersAreFilledAndUnfilledPartsLeftOut() throws {
        let texts = try Self.book.get().statuses
        let values = ["count": "9", "attempts": "3", "days": "2"]
        #expect(
            texts.sentence("nxdomain_all", values: values, .en)
                == "None of the 9 names tried exists, tried 3 times on 2 days.")
        #expect(texts.sentence("nxdomain_all", values: ["count": "9"], .en) == "None of the 9 names tried exists.")
        #expect(
            texts.sentence("nxdomain_all", values: ["count": "9", "attempts": "3"], .id)
                == "Tidak satu pun dari 9 nama yang dicoba terdaftar.")
        #expect(texts.sentence("http_403", values: [:], .en) == "The site ? refuses the checker (code ?).")
        #expect(texts.sentence("no_such_reason", .id) == "no_such_reason")
        #expect(texts.sentence("off_domain", values: ["host": "{url}", "url": "x"], .en).contains("{url}"))
    }

    @Test(arguments: [
        "site_not_found", "budget_spent", "needs_javascript", "document_unread", "image_unread", "blocked",
        "other_unit",
        "partly_unread", "not_checked",
    ])
    func everyItemReasonHasASentence(reason: String) throws {
        let texts = try Self.book.get().statuses
        #expect(texts.itemSentence(reason, .id) != reason)
        #expect(texts.itemSentence("", .id).isEmpty)
    }

    @Test(arguments: FailureKind.allCases) func everyFailureHasCauseAndAdvice(kind: FailureKind) throws {
        let text = try Self.book.get().failures[kind]
        #expect(text.cause.id != kind.rawValue && text.cause.id != text.cause.en)
        #expect(text.advice.id.hasSuffix(".") && text.advice.en.hasSuffix("."))
        #expect(!(text.permanent && text.retry))
    }

    @Test func theComponentsOfTheLawComeFirstInItsOrder() throws {
        let items = try Self.book.get().items
        #expect(items.prefix(14).map { $0.law.last } == Array("abcdefghijklmn").map { Optional($0) })
        #expect(items.filter { $0.group == .serviceDelivery }.map(\.key) == ItemKey.serviceDelivery)
    }
}
