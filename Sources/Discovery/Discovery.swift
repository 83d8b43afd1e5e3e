// Discovery: where may an office's site be, whose page is this, and which page of a site is worth reading next?
//
//   Target + PortalDirectory -> [Candidate]       CandidateFinder: listed, portal links, naming rules
//   portal pages + offices   -> PortalDirectory   which link of the portal names which office
//   ParsedPage + Target      -> IdentityScore     OfficeIdentity: this office, another one, nobody, shared
//   ParsedPage + probe       -> SoftNotFound      a 200 that is a "not found"
//   ParsedPage + PageReading -> FrontierStep      SiteFrontier: next page of one site, or stop with the coverage
//
// Pure: told facts, it answers with values. It asks no name server, opens no socket, reads no clock and gives no
// verdict: "no candidate answered" is a fact for Judge, and never "there is none".
//
// OfficeName reads Indonesian office names (words, short forms, roman numerals, urusan); everything that compares an
// office with a text, a link or a host label goes through it, so that one spelling rule is mended in one place.
