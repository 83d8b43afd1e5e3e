// Fetch: the only room that speaks to the network.
//
//   FetchRequest -> FetchOutcome     page(bytes, status, trail, TLS, times, ip) | failure(kind, what was learnt before)
//
// One thread owns libcurl's multi handle and the c-ares channel; both hang on one epoll (`TransferLoop`). We chose
// socket_action on epoll over curl_multi_poll because name-server sockets, the mailbox bell and 5,000 transfers then
// share one wait, and because each wake-up costs what is ready, not what is open. Callers are tasks: `Fetcher.fetch`
// posts a job in a mailbox and waits as a continuation, so nothing blocks the cooperative pool.
//
// A job goes: name (hosts file, literal or c-ares) -> address guard -> turn in the queue of its IP (`Politeness`)
// -> transfer -> answer. Redirects are followed here, hop by hop; every hop is recorded, judged (`RedirectPolicy`) and
// asked for (`permit`) anew. Bad TLS is a finding: the page is read again without verification.
//
// It refuses: other protocols than http(s), private addresses (unless told), cookies, credentials, proxies, a second
// content coding, bodies past the limit. It decides nothing about what an answer means, and never throws for the
// network: trouble is a `FailureKind`, mapped by code, never by message text.
