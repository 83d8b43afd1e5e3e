import Model
import Testing

@testable import Parse

@Suite struct PageParserPlaceTests {
    @Test(arguments: [
        ("<header>X</header>", Block.Zone.header), ("<nav>X</nav>", .navigation), ("<footer>X</footer>", .footer),
        ("<aside>X</aside>", .aside), ("<main>X</main>", .main), ("<div role=navigation>X</div>", .navigation),
        ("<div role=banner>X</div>", .header), ("<div role=contentinfo>X</div>", .footer),
        ("<div class='topbar'>X</div>", .header), ("<div class='top-bar'>X</div>", .header),
        ("<div class='navbar navbar-expand-lg'>X</div>", .navigation), ("<ul class='menu'><li>X</ul>", .navigation),
        ("<ul id=main-menu><li>X</ul>", .navigation), ("<div id=footer>X</div>", .footer),
        ("<div class='site-footer'>X</div>", .footer), ("<div id=sidebar>X</div>", .aside),
        ("<ol class=breadcrumb><li>X</ol>", .navigation), ("<header><nav>X</nav></header>", .navigation),
        // Not the frame of the page:
        ("<div class='modal-footer'>X</div>", .main), ("<div class='card-header'>X</div>", .main),
        ("<div class='page-header'>X</div>", .main), ("<article><header>X</header></article>", .main),
        ("<main><header>X</header></main>", .main), ("<div class='card'><div class='footer'>X</div></div>", .main),
        ("<ul class='nav nav-tabs'><li>X</ul>", .main), ("<div class='menu-layanan'>X</div>", .main),
        ("<body class='has-sidebar'><p>X</p></body>", .main), ("<aside><main>X</main></aside>", .main),
        ("<h1 class=header>X</h1>", .main), ("<div class='accordion-header'>X</div>", .main),
    ])
    func `zones`(html: String, zone: Block.Zone) throws {
        #expect(try #require(read(html).block("X")).zone == zone)
    }

    @Test(arguments: [
        "<a href='/y'></a><div id=p hidden>X</div>", "<form><button></button></form><div id=p hidden>X</div>",
        "<div style='display:none'>X</div>", "<div style='color:red; DISPLAY : none !important'>X</div>",
        "<p style='visibility:hidden'>X</p>", "<p hidden>X</p>", "<p style='font-size:0'>X</p>",
        "<p style='font-size:0px'>X</p>", "<div style='position:absolute;left:-9999px'>X</div>",
        "<p style='text-indent:-5000px'>X</p>", "<noscript><p>X</p></noscript>",
        "<div style='display:none'><a href='https://slot.example/'>X</a></div>",
        "<meta name=keywords content='X'>", "<meta name=description content='X'>",
        "<script type='application/ld+json'>X</script>",
    ])
    func `what visitors do not see is kept apart`(html: String) {
        let page = read(html)
        #expect(page.text.isEmpty)
        #expect(String(decoding: page.hiddenText, as: UTF8.self).contains("X"))
    }

    @Test(arguments: [
        "<div class='tab-pane' style='display:none'>X</div>", "<div class='collapse' hidden>X</div>",
        "<div class='accordion-content' style='display:none'>X</div>",
        "<div class='modal fade' style='display:none'>X</div>",
        "<div id=maklumatModal style='display:none'>X</div>",
        "<div style='position: fixed; inset: 0; z-index: 99; display: none'>X</div>",
        "<ul class='dropdown-menu' style='display:none'><li>X</ul>", "<div role=tabpanel hidden>X</div>",
        "<div class='wow fadeIn' style='visibility:hidden'>X</div>", "<p style='opacity:0'>X</p>",
        "<p style='font-size:0.8em'>X</p>", "<p style='left:-15px'>X</p>", "<p class='d-none'>X</p>",
        "<p style='display:block'>X</p>", "<details><p>X</p></details>",
    ])
    func `what a click or a script shows is visible`(html: String) {
        let page = read(html)
        #expect(page.block("X") != nil)
        #expect(page.hiddenText.isEmpty)
    }

    @Test(arguments: [
        ("<a data-toggle=tab href='#p'>L</a><div id=p class='tab-pane'>X</div>", "L"),
        ("<button data-bs-toggle=tab data-bs-target='#p'>L</button><div><div id=p><p>X</p></div></div>", "L"),
        ("<button data-toggle=collapse data-target='#p'>L</button><div id=p class=collapse>X</div>", "L"),
        ("<a role=tab aria-controls=p>L</a><div id=p role=tabpanel>X</div>", "L"),
        ("<button aria-controls=p>L</button><div id=p>X</div>", "L"),
        (
            "<h2 class='accordion-header'><button class='accordion-button' data-bs-toggle=collapse data-bs-target='#p'>L"
                + "</button></h2><div id=p class='accordion-collapse collapse'><div class='accordion-body'>X</div></div>",
            "L"
        ),
        ("<details><summary>L</summary><p>X</p></details>", "L"),
        ("<button class=accordion>L</button><div class=panel>X</div>", "L"),
        ("<div class='accordion-header'><span>L</span></div><div class='accordion-content'>X</div>", "L"),
        ("<div id=p class='tab-pane'>X</div><a data-toggle=tab href='#p'>L</a>", "L"),
        ("<a data-toggle=modal data-target='#p'>L</a><div class=modal id=p>X</div>", "L"),
        ("<a onclick='t(1)'><h5>L</h5></a><div id=p hidden>X</div>", "L"),
        ("<h5 onclick='t(1)'>L</h5><div id=p style='display:none'>X</div>", "L"),
        (
            "<div class=tab><button class=tablinks onclick=\"buka(event, 'p')\">L</button><button onclick=\"buka(event,'q')\">M</button></div>"
                + "<div id=p style='display:none'>X</div>", "L"
        ),
        ("<a onclick=\"location.href='p'\">L</a><p>d</p><div id=p class=tab-pane>X</div>", "-"),
        // A menu entry that jumps to a section is no label.
        ("<nav><a href='#p'>L</a></nav><section id=p>X</section>", "-"),
        ("<details><summary>L</summary>d</details><p>X</p>", "-"),
        ("<button data-toggle=collapse data-target='#n'><i></i></button><div id=n class=collapse>X</div>", "-"),
        ("<button data-toggle=collapse data-target='#p'>L</button><div id=p>d</div><div>X</div>", "-"),
    ])
    func `labels are bound to their panels`(html: String, label: String) throws {
        let page = read(html)
        #expect(page.owner(try #require(page.block("X")).panel) == label)
    }

    @Test func `several tabs keep their own panels`() {
        let page = read(
            """
            <ul class="nav nav-tabs"><li><a data-toggle="tab" href="#a">Syarat</a></li><li><a data-toggle="tab"
            href="#b">Biaya</a></li></ul><div id=a class=tab-pane><p>KTP</p><p>KK</p></div><div id=b class=tab-pane>Gratis</div>
            """)
        #expect(page.blocks.map { page.owner($0.panel) } == ["-", "-", "Syarat", "Syarat", "Biaya"])
    }
}
