import Cage
import Foundation
import Model

extension BrowserSession {
    /// Shows each document, marks its passages one after the other and takes a picture of each.
    ///
    /// The page's scripts are off and nothing but the documents themselves is supplied, so that the pictures show the
    /// words in the page's own markup and inline styles; style sheets, fonts and images of the site are missing.
    mutating func pictures(_ documents: [PictureDocument]) throws(BrowserTrouble) -> PictureSet {
        let target = try start()
        session = try ask("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
        let version = try ask("Browser.getVersion")["product"] as? String ?? ""
        _ = try ask("Emulation.setScriptExecutionDisabled", ["value": true])
        _ = try ask("Emulation.setDeviceMetricsOverride", Self.paper)
        _ = try ask("Fetch.enable", ["patterns": [["urlPattern": "*"]]])
        _ = try ask("Page.enable")
        var all: [[[UInt8]?]] = []
        for document in documents {
            guard Child.now() < deadline - 4 else { break }
            all.append(try pictures(of: document, number: all.count))
        }
        let isShort = all.count < documents.count || ranOut
        while all.count < documents.count { all.append(documents[all.count].passages.map { _ in nil }) }
        return PictureSet(pictures: all, program: version, wasCutShort: isShort)
    }

    private static var paper: [String: Any] {
        ["width": PictureSize.width, "height": PictureSize.height, "deviceScaleFactor": 1, "mobile": false]
    }

    private mutating func pictures(
        of document: PictureDocument, number: Int
    ) throws(BrowserTrouble) -> [[UInt8]?] {
        guard let address = PictureDocument.address(number) else { return document.passages.map { _ in nil } }
        asked = 0
        bytes = 0
        lastStir = Child.now()
        _ = process.send("Page.navigate", ["url": address.description], session: session)
        guard try listen(), try isShown(address) else {
            ranOut = true
            return document.passages.map { _ in nil }
        }
        var result: [[UInt8]?] = []
        for (index, passage) in document.passages.enumerated() {
            guard Child.now() < deadline - 4 else {
                ranOut = true
                result.append(nil)
                continue
            }
            guard let place = try mark(passage, isFirst: index == 0) else {
                result.append(nil)
                continue
            }
            let picture = try capture(place)
            // The words are there, and only a program without time or memory shows no picture of them.
            if picture == nil { ranOut = true }
            result.append(picture)
        }
        return result
    }

    /// Whether the document has come as far as its end. That nothing more is asked for says so only on a machine with time:
    /// on a busy one the words of a page may come seconds later, and would be taken for missing.
    private mutating func isShown(_ address: WebAddress) throws(BrowserTrouble) -> Bool {
        // A page that leads elsewhere by itself never is where it was put; the others need the time too.
        let end = min(deadline - 4, Child.now() + 10)
        while Child.now() < end {
            let answer = try ask(
                "Runtime.evaluate",
                ["expression": "document.readyState + ' ' + location.href", "returnByValue": true])
            let state = (answer["result"] as? [String: Any])?["value"] as? String ?? ""
            if state == "complete \(address.description)" { return true }
            try listenOn(seconds: 0.1)
        }
        return false
    }

    /// Marks a passage and says where it stands; nil when its words are not there or cannot be seen.
    private mutating func mark(_ passage: [String], isFirst: Bool) throws(BrowserTrouble) -> (y: Double, page: Double)?
    {
        guard let data = try? JSONSerialization.data(withJSONObject: passage) else { return nil }
        let code = (isFirst ? PictureScript.mask : "") + PictureScript.mark(String(decoding: data, as: UTF8.self))
        let answer = try ask("Runtime.evaluate", ["expression": code, "returnByValue": true])
        guard let value = (answer["result"] as? [String: Any])?["value"] as? [Double], value.count == 2 else {
            return nil
        }
        return (value[0], value[1])
    }

    /// A third of the picture stands above the passage, so that its heading is seen too.
    private mutating func capture(_ place: (y: Double, page: Double)) throws(BrowserTrouble) -> [UInt8]? {
        let height = Double(PictureSize.height)
        let top = max(0, min(place.y - height / 3, place.page - height))
        let clip: [String: Any] = ["x": 0, "y": top, "width": PictureSize.width, "height": height, "scale": 1]
        let answer = try ask(
            "Page.captureScreenshot", ["format": "png", "clip": clip, "captureBeyondViewport": true])
        guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else { return nil }
        let bytes = [UInt8](data)
        return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? bytes : nil
    }
}

/// What we ask of a document that is shown; the page's own scripts never run.
enum PictureScript {
    /// Removes what could show more than the document's words, and masks 16-digit numbers and values of secrets, across
    /// the bounds of elements too: the same rule as `IdentityMask`, on what is shown and not on what was written.
    static let mask = #"""
        (() => {
          document.querySelectorAll('script,iframe,frame,object,embed,video,audio,canvas,template,noscript')
            .forEach(e => e.remove());
          const NUMBER = /(?<![0-9A-Za-z])[0-9](?:[ .\u00a0-]?[0-9]){15}(?![0-9A-Za-z])/g;
          const NAME = '(?:password|passwd|pwd|secret|token|api[_-]?key|app_key|access_key|private_key|passphrase|kata sandi)';
          const SECRET = new RegExp('(' + NAME + '[\\w"\'\\]-]* *[:=]>? *)("[^"\\n]*|\'[^\'\\n]*|[^\\s]+)', 'gi');
          const ENVIRONMENT = new RegExp('((?<![A-Za-z0-9_])(?=[A-Z0-9]*_)(?=[A-Z0-9_]*' + NAME.toUpperCase() + ')[A-Z0-9_]+ *[:=]?>? *\\n+)([^\\s]+)(?= *(?:\\n|$))', 'g');
          const ADDRESS = /(:\/\/[^\s\/:@]*:)([^\s\/]+)(?=@)/g;
          const BEARER = /(bearer )([^\s"']{8,})/gi;
          const ARMOUR = /(private key-----)([\s\S]*?)(?=-----end|$)/gi;
          const places = (text) => {
            const out = [];
            for (const m of text.matchAll(NUMBER)) {
              let digits = 0;
              for (let i = 0; i < m[0].length; i++) if (/[0-9]/.test(m[0][i]) && ++digits > 4) out.push(m.index + i);
            }
            for (const rule of [SECRET, ENVIRONMENT, ADDRESS, BEARER, ARMOUR]) for (const m of text.matchAll(rule))
              for (let i = m[1].length; i < m[0].length; i++) if (/\S/.test(m[0][i])) out.push(m.index + i);
            return new Set(out);
          };
          const masked = (text) => { const p = places(text); return p.size ? [...Array(text.length).keys()].map(i => p.has(i) ? '*' : text[i]).join('') : text; };
          // Words of one block belong together whatever stands around parts of them; a new block or line begins anew.
          const blocks = new Map();
          const block = (e) => {
            if (blocks.has(e)) return blocks.get(e);
            const inner = e.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(e).display);
            const b = inner ? block(e.parentElement) : e;
            blocks.set(e, b);
            return b;
          };
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          const nodes = [];
          let text = '', home = null;
          while (walker.nextNode()) {
            const n = walker.currentNode;
            if (n.nodeType === 1) { if (n.tagName === 'BR') text += '\n'; continue; }
            if (n.parentElement.tagName === 'STYLE') continue;
            const b = block(n.parentElement);
            if (b !== home) text += '\n';
            home = b;
            nodes.push([n, text.length]);
            text += n.data.replace(/\s/g, ' ');
          }
          const hidden = places(text);
          if (hidden.size) for (const [n, at] of nodes) {
            const data = [...Array(n.data.length).keys()].map(i => hidden.has(at + i) ? '*' : n.data[i]).join('');
            if (data !== n.data) n.data = data;
          }
          document.querySelectorAll('input,textarea,option').forEach(e => {
            if (e.value) e.value = masked(e.value);
            if (e.placeholder) e.placeholder = masked(e.placeholder);
            if (e.label) e.label = masked(e.label);
          });
          document.querySelectorAll('[alt]').forEach(e => { e.alt = masked(e.alt); });
          document.querySelectorAll('*').forEach(e => {
            const s = e.getAttribute('style');
            if (s && /animation|transition/i.test(s)) { e.style.animation = 'none'; e.style.transition = 'none'; }
          });
          document.querySelectorAll('style').forEach(e => {
            if (/content\s*:/i.test(e.textContent)) e.textContent = e.textContent.replace(/content\s*:/gi, 'x-content:');
          });
        })();
        """#

    /// Marks the stretches (a JSON list of texts) where they can be seen, opens folded parts around them, and gives the top
    /// of the first and the height of the document; null when a stretch is missing or is nowhere to be seen.
    static func mark(_ stretches: String) -> String {
        #"""
        ((stretches) => {
          const wanted = stretches.map(t => t.replace(/\s+/g, '')).filter(t => t.length);
          if (!wanted.length) return null;
          const clear = () => {
            document.querySelectorAll('mark[data-ronda]').forEach(e => e.replaceWith(...e.childNodes));
            document.documentElement.normalize();
          };
          // A bound of elements may count as a blank or as nothing: words are compared without any blank.
          const read = () => {
            const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
            let flat = '';
            const at = [];
            while (walker.nextNode()) {
              const node = walker.currentNode;
              if (node.parentElement.tagName === 'STYLE') continue;
              for (let i = 0; i < node.data.length; i++)
                if (!/\s/.test(node.data[i])) { flat += node.data[i]; at.push([node, i]); }
            }
            return [flat, at];
          };
          const find = (flat, from) => {
            const places = new Set();
            let first = -1;
            for (const t of wanted) {
              const found = flat.indexOf(t, from);
              if (found < 0) return null;
              if (first < 0) first = found;
              for (let k = found; k < found + t.length; k++) places.add(k);
              from = found + t.length;
            }
            return { places: [...places], first };
          };
          const wrap = (places, at) => {
            const runs = [];
            for (const k of places) {
              const [node, i] = at[k];
              const run = runs[runs.length - 1];
              if (run && run.node === node && /^\s*$/.test(node.data.slice(run.end, i))) run.end = i + 1;
              else runs.push({ node, start: i, end: i + 1 });
            }
            return runs.reverse().map(run => {
              for (let e = run.node.parentElement; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
              const range = document.createRange();
              range.setStart(run.node, run.start);
              range.setEnd(run.node, run.end);
              const mark = document.createElement('mark');
              mark.dataset.ronda = '1';
              mark.style.cssText = 'background:#ffe27a!important;color:#1a1d21!important;outline:2px solid #8a6d00';
              range.surroundContents(mark);
              return mark;
            }).reverse();
          };
          const seen = (mark) => {
            const r = mark.getBoundingClientRect();
            return r.width > 1 && r.height > 1 && r.left >= 0 && r.left < window.innerWidth
              && getComputedStyle(mark).visibility === 'visible' && mark.checkVisibility({ opacityProperty: true });
          };
          let from = 0;
          for (let attempt = 0; attempt < 20; attempt++) {
            clear();
            const [flat, at] = read();
            const found = find(flat, from);
            if (!found) return null;
            const marks = wrap(found.places, at);
            if (marks.every(seen))
              return [marks[0].getBoundingClientRect().top + window.scrollY,
                Math.max(document.documentElement.scrollHeight, window.innerHeight)];
            from = found.first + 1;
          }
          clear();
          return null;
        })(\#(stretches))
        """#
    }
}
