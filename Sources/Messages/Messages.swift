// Messages: tells people what a round changed, in one digest.
//
// In: the office results of a finished round and the rounds before it. Out: `RoundNews` (pure), its text in plain
// Indonesian or English, and messages kept in the store until a mail server or a webhook has taken them.
//
//   RoundNews     what is news: provided, newly proven missing, regressed after a long good time, certificates, hacked sites
//   Digest        the news as one text; what concerns hacked sites only for receivers who may know
//   Hook          a template for services with a form of their own (Telegram)
//   Courier       hands a message to curl(1): SMTP, or an HTTPS webhook; retries with growing pauses
//
// It refuses to alarm: one bad night is no news, an absence is news only when it is proven, and a failed delivery is
// written down, never hidden.
