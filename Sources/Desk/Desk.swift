// Desk: the pages and the JSON API that people open in a browser, over what the store holds.
//
// In: a request of a signed-in person (or of anyone, where public reading is on). Out: a page made on the server that can
// be read without scripts, or JSON by docs of /openapi.json. The words, signs and look are those of the reports.
//
//   DeskServer    Hummingbird, the routes, and what every answer carries (security headers)
//   Access/       who somebody is and what they may: passwords, sessions, forms, tokens
//   Pages/        one page a file: store and person in, markup out
//   API/          the same facts as JSON
//
// It refuses to judge, to fetch anything from the web, to show what came from the web as anything but text, and to let a
// person see or change what is not of their regions.
