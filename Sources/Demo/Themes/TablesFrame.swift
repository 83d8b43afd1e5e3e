/// A hand-made site of 2009, still alive: layout tables, upper-case tags, marquee, windows-1252.
enum TablesFrame {
    static func page(_ site: DemoSite, title: String, path: String, body: String) -> String {
        """
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
        <HTML><HEAD>
        <META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
        <TITLE>.:: \(DemoMarkup.escape(site.name)) Kab. Tanjung Rambai ::. \(DemoMarkup.escape(title))</TITLE></HEAD>
        <BODY bgcolor="#e8f0e0">
        <TABLE width="900" align="center" cellpadding="4"><TR><TD colspan="2"><IMG src="/images/header.jpg" alt="\(DemoMarkup.escape(site.name))">
        <MARQUEE>Selamat datang di website \(DemoMarkup.escape(site.name)) Kabupaten Tanjung Rambai</MARQUEE></TD></TR>
        <TR valign="top"><TD width="190" bgcolor="#cfe0bf"><FONT size="2">
        <A href="/">HOME</A><BR>
        \(site.pages.map { "<A href=\"\($0.path)\">\(DemoMarkup.escape($0.label))</A><BR>" }.joined(separator: "\n"))
        <BR><B>STATISTIK</B><BR><IMG src="/images/counter.gif" alt="counter"> 10234<BR>
        <B>JAJAK PENDAPAT</B><BR><FORM action="#">Bagaimana website ini?<BR><INPUT type="radio" name="j">Bagus<BR>\
        <INPUT type="radio" name="j">Cukup<BR><INPUT type="submit" value="PILIH"></FORM>
        </FONT></TD><TD><FONT face="Verdana" size="2">
        <CENTER><FONT size="4"><B>\(DemoMarkup.escape(title))</B></FONT></CENTER>
        \(body)
        \(path == "/" ? DemoMarkup.newsList(site) : "")
        </FONT></TD></TR>
        <TR><TD colspan="2" align="center"><FONT size="1">\(DemoMarkup.escape(site.street))<BR>Telp/Fax \(site.phone) &middot; e-mail: \(site.mail)<BR>
        \(site.hours.map { DemoMarkup.escape($0) + "<BR>" } ?? "")Copyright &copy; 2014</FONT></TD></TR></TABLE>
        \(site.injected)
        </BODY></HTML>
        """
    }
}
