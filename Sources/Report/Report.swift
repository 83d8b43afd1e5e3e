// Report: a snapshot of a round goes in, files that people and programs open come out.
//
//   ScanSnapshot -> index.html, daftar-tanpa-situs.{html,csv,xlsx}, temuan.{csv,json}, scan.json, terminal lines
//
// Everything here is a function of the snapshot, the wording of the rule book and the language; no clock, no network,
// no store. Text that was crawled is hostile until `PlainText` has cleaned it, and `Markup` escapes whatever is
// interpolated, so that a page cannot speak through a report. Big tables are streamed row by row; the frame of a page
// comes from Templates/*.mustache.
//
// What it refuses: to name an office in the letter list without proof (it goes to the annex "belum terbukti"), to turn
// "could not look" into "not there", to print a compromised address as a link, to leave a half-written file where a
// good one stood, and to predict anybody's score.
