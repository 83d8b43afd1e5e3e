// Demo: a fictional kabupaten on loopback, with the whole job done on it.
//
//   in   nothing but a folder to write to and a clock per round
//   out  served hosts, a target list, the true answer for every office, and how far a scan's verdicts agree with it
//
// Kabupaten Tanjung Rambai does not exist, nor do its code 99.01, its officials, numbers and addresses. Its offices do
// what real ones do: standards in tables, accordions, pictures and PDF files, headings with nothing below them, a blog
// where a .go.id should be, a suspended account, a server's default page, a page taken over by gambling, a firewall, a
// robots.txt that shuts everybody out, a name that no longer exists, and news that only talks about all this.
//
// Between the rounds two offices move from elsewhere to .go.id. The truth is written down office by office in
// Region/DemoOffices.swift and beside each site's content; nothing in this module reads it while scanning.
//
// It refuses to touch the internet: names resolve by a hosts table to 127.66.0.0/16, and everything else is NXDOMAIN.
