// Schedule: when a round is due, and which due times a scheduler has to answer for.
//
// In: what a person wrote ("setiap Senin 01.00 WIB", "0 1 * * 1"), a `RoundSchedule`, the due times already answered, and
// the present moment. Out: the next due times, and a `DueDecision`: which one to start, which were missed and why.
//
// All of it is pure: the clock, the store and the round itself belong to others. That is what makes "exactly once" a
// matter of one row in the store: every scheduler that looks computes the very same due times, jitter and unannounced
// moments included, so the first to write (schedule, due) has the round and the others have nothing.
//
// Indonesia's three zones know no summer time, so a due time never falls out or comes twice.
//
// It refuses to read a clock, to guess what an ambiguous word means ("setiap Minggu": Sunday or week?), and to make up
// for more than the latest of the due times that went by while no scheduler ran.
