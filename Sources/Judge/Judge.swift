// Judge: what one round says about one office, and how well it is proven.
//
//   SiteRecord + [PastRound] + [Incident] -> Verdict     OfficeJudge: the ladder of design section 3
//   [SiteRecord]                          -> [Incident]  IncidentFinder: trouble that is nobody's guilt
//
// Pure: a verdict is a function of stored values, so `ronda rejudge` needs no network. It reads no clock: all times
// come from the record.
//
// "Could not look" never becomes "not there": `missing` needs every counted answer to say so, an item is `absent` only
// on a site that was read completely, and what our own network or a shared server broke counts against nobody. Judge
// proves absence by repetition over days (OfficeProof); it confirms nothing in a person's name.
