// Rounds: makes the rounds of the schedules in a store, each due time once.
//
// In: a store, a clock, and a closure that makes one round. Out: firings in the store. A `RoundKeeper` looks every few
// seconds; any number of them, on any number of machines with clocks that differ, may look at one store.
//
// A keeper that dies leaves its round open and silent; the next keeper that looks takes it over, and the round goes on
// where it stopped, because a scan over the same list resumes.
//
// It refuses to know how a round is made, and to make two at once: the limits per server hold within one round.
