// Scan: the one module that knows every stage.
//
//   [Target] -> ScanFlow -> rows in the store -> SnapshotBuilder -> ScanSnapshot -> Report
//
// ScanFlow.swift is the round, readable from top to bottom. SiteScan.swift is one office: the `while` in which a crawl
// repeats. CandidateTrial asks one address and says what its answer means. RobotsGate, ControlHosts, WildcardProbe and
// PortalSurvey are what the offices of a round share. Rejudge reads kept bodies again, without a network.
//
// It owns the clock (RunClock) and the order of things; it parses nothing, decides no status and writes no SQL itself.
