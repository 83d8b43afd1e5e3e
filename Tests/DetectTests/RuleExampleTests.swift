import Detect
import Model
import Parse
import Rules
import Testing

@Suite("Every rule speaks in its own examples and is silent in the others")
struct RuleExampleTests {
    @Test(arguments: TestRules.shared.rules.rules.indices)
    func itemRule(_ index: Int) {
        let rule = TestRules.shared.rules.rules[index]
        #expect(!rule.examplesPresent.isEmpty && !rule.examplesAbsent.isEmpty, "\(rule.id) lacks an example")
        #expect(TestRules.shared.examples.problems(of: rule).map(\.message) == [])
    }

    @Test(arguments: TestRules.shared.rules.conditions.indices)
    func conditionRule(_ index: Int) {
        let rule = TestRules.shared.rules.conditions[index]
        #expect(!rule.examplesPresent.isEmpty, "\(rule.id) lacks an example")
        #expect(TestRules.shared.examples.problems(of: rule).map(\.message) == [])
    }

    @Test(arguments: TestRules.shared.rules.electronic.indices)
    func electronicRule(_ index: Int) {
        let rule = TestRules.shared.rules.electronic[index]
        #expect(!rule.examplesPresent.isEmpty && !rule.examplesAbsent.isEmpty, "\(rule.id) lacks an example")
        #expect(TestRules.shared.examples.problems(of: rule).map(\.message) == [])
    }
}
