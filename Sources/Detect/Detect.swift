// Detect: what the rules make of one page.
//
// In:  a ParsedPage, its HTTP status and whether it is the home page of a site.
// Out: a PageReading: page kind, site condition, and findings. Each finding has item, state, the words of the page, the
//      place in plain Indonesian and the id of the rule that spoke.
//
// The steps, each in a file of its own:
//   PhraseAutomaton  all phrases of all rules in one automaton, one pass over every line
//   ValueScanner     durations, amounts, clock times ... by form, only on lines that hold a digit or an @
//   Outline          headings, pseudo headings, labels, tables and panels -> which item a line stands under
//   KindReader       page kind; ConditionReader: server defaults, suspended, parked, planted gambling ...
//   ItemReader       the rules: present, linked, empty
//   ServiceReader    which service a finding belongs to: the matrix service x component
//
// Every decision word lies in Rules/Resources/detection/*.yaml; this code knows only forms (lists, tables, numbers).
//
// Refuses: the network, the clock, files, regular expressions, and any judgement about an office. It says what stands
// on this page; "absent" of a site is said by Judge, and only when the site was read completely enough.
