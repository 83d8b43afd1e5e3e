// Model: the values that travel through Ronda, and nothing else.
//
//   Target -> Candidate -> FetchOutcome -> ParsedPage -> Finding -> Verdict -> rows -> report
//
// No I/O, no clock, no library. A stage is a function from the value before to the value after; each value has a file
// of its own here. Item keys, states and status keys are the contract of docs/schema/scan.schema.json.
