/// Reads the topics out of an acronym or host label: `disdikbud`, `dinsosp3a`, `dpmptsp`.
enum LabelReader {
    /// Each reading is one possible office; an ambiguous acronym (`dkp`) has several. Empty when it says nothing.
    static func readings(_ label: String) -> [[String]] {
        let letters = label.filter { $0 != "-" }
        for form in forms(letters) {
            if let known = acronyms[form] { return known }
            if let parts = compose(form) { return [parts] }
        }
        return []
    }

    /// The label, then without decorations: `web`, digits and `kab`/`kota`/`prov` at the end.
    private static func forms(_ label: String) -> [String] {
        var forms = [label]
        var bare = label
        while let last = bare.last, last.isNumber, bare.count > 4, acronyms[bare] == nil { bare.removeLast() }
        for prefix in ["website", "web"] where bare.hasPrefix(prefix) && bare.count > prefix.count + 3 {
            bare.removeFirst(prefix.count)
        }
        forms.append(bare)
        for suffix in ["kab", "kota", "prov", "kb"] where bare.hasSuffix(suffix) && bare.count > suffix.count + 3 {
            if suffix != "kb" { forms.append(String(bare.dropLast(suffix.count))) }
        }
        return forms
    }

    /// Prefix and syllables that use up every letter: `dis` + `dik` + `bud`.
    private static func compose(_ label: String) -> [String]? {
        for prefix in prefixes where label.hasPrefix(prefix) && label.count > prefix.count {
            if let parts = split(label.dropFirst(prefix.count)) { return parts }
        }
        return split(label[...])
    }

    private static func split(_ rest: Substring) -> [String]? {
        if rest.isEmpty { return [] }
        for length in stride(from: min(rest.count, longestSyllable), through: 2, by: -1) {
            guard let topics = syllables[String(rest.prefix(length))], let tail = split(rest.dropFirst(length)) else {
                continue
            }
            return topics + tail.filter { !topics.contains($0) }
        }
        return nil
    }

    private static let prefixes = ["dinas", "dis", "din", "badan", "kantor", "bagian", "biro", "bag", "ro"]
    private static let longestSyllable = 14

    /// Pieces of composed labels.
    static let syllables: [String: [String]] = OfficeTopics.table(
        """
        kes=kesehatan; kesehatan=kesehatan; keswan=keswan; p2kb=dalduk kb; ppkb=dalduk kb; dalduk=dalduk; kb=kb
        daldukkb=dalduk kb; p3a=pppa; pppa=pppa; ppa=pppa; p3ap2kb=pppa dalduk kb; p3akb=pppa kb; dik=pendidikan
        pendidikan=pendidikan; bud=kebudayaan; kebudayaan=kebudayaan; pora=pora; por=pora; pemuda=pora
        par=pariwisata; parda=pariwisata; wisata=pariwisata; pariwisata=pariwisata; ekraf=ekraf; sos=sosial; sosial=sosial
        naker=naker; nakertrans=naker transmigrasi; trans=transmigrasi; tenagakerja=naker; pu=pu; pupr=pu taru; pr=taru
        putr=pu taru; taru=taru; tataruang=taru; binamarga=binamarga; ciptakarya=ciptakarya; perkim=perkim; prkp=perkim
        pkp=perkim; perkimtan=perkim pertanahan; perkimta=perkim pertanahan; pertanahan=pertanahan; satpolpp=satpolpp
        polpp=satpolpp; satpol=satpolpp; damkar=damkar; damkarmat=damkar; pemadam=damkar; ketapang=pangan; pangan=pangan
        hanpan=pangan; pangtan=pangan pertanian; ketahananpangan=pangan; tan=pertanian; tani=pertanian
        pertanian=pertanian; perta=pertanian; pertan=pertanian; bun=perkebunan; nak=peternakan; peternakan=peternakan
        nakkan=peternakan perikanan; nakan=peternakan perikanan; nakkeswan=peternakan keswan; tph=tph; tphp=tph peternakan
        tphbun=tph perkebunan; kan=perikanan; perikanan=perikanan; lutkan=kelautan perikanan; lut=kelautan; lh=lh
        lhk=lh kehutanan; lingkunganhidup=lh; hut=kehutanan; kehutanan=kehutanan; hutbun=kehutanan perkebunan
        dukcapil=dukcapil; pendukcapil=dukcapil; penduk=dukcapil; capil=dukcapil; kependudukan=dukcapil
        dukcatpil=dukcapil; pmd=pmd; pemdes=pmd; permades=pmd; permasdes=pmd; hub=perhubungan; perhubungan=perhubungan
        kominfo=kominfo; kominfotik=kominfo statistik; kominfosantik=kominfo persandian statistik
        kominfosan=kominfo persandian; kominfosp=kominfo statistik persandian; kominfostandi=kominfo statistik persandian
        infokom=kominfo; kop=koperasi; koperasi=koperasi; ukm=ukm; umkm=ukm; um=ukm; perindag=perindustrian perdagangan
        perindagkop=perindustrian perdagangan koperasi; dag=perdagangan; dagang=perdagangan; perdagangan=perdagangan
        dagin=perdagangan perindustrian; dagperin=perdagangan perindustrian; perdagin=perdagangan perindustrian
        perin=perindustrian; perindustrian=perindustrian; in=perindustrian; indag=perindustrian perdagangan
        pmptsp=ptsp; ptsp=ptsp; perizinan=ptsp; perijinan=ptsp; perpus=perpustakaan; perpustakaan=perpustakaan
        perpusda=perpustakaan; pus=perpustakaan; pusip=perpustakaan arsip; persip=perpustakaan arsip; pursip=perpustakaan arsip
        pustaka=perpustakaan; perpusip=perpustakaan arsip; arsip=arsip; arpus=arsip perpustakaan; karpus=arsip perpustakaan
        arpusda=arsip perpustakaan; esdm=esdm; tamben=esdm; kesbangpol=kesbang; kesbang=kesbang; pol=kesbang
        kesbangpolinmas=kesbang linmas; kesbanglinmas=kesbang linmas; linmas=linmas; penghubung=penghubung
        keuangan=keuangan; pajak=pendapatan; penda=pendapatan; pendapatan=pendapatan; kepegawaian=kepegawaian; diklat=psdm
        organisasi=organisasi; ortala=organisasi; hukum=hukum; umum=umum; kesra=kesra; tapem=tapem; pem=tapem
        pemerintahan=tapem; prokopim=prokopim; protokol=prokopim; adpim=prokopim; humas=humas; pbj=pbj; ekonomi=ekonomi
        perekonomian=ekonomi; adbang=adbang; pembangunan=adbang; admpembangunan=adbang; kerjasama=kerjasama; wh=wh
        org=organisasi; orpeg=organisasi; perencanaan=bappeda; kearsipan=arsip; budaya=kebudayaan
        """)

    /// Acronyms that cannot be taken apart, each with its possible readings (`|` between them).
    static let acronyms: [String: [[String]]] = {
        var table: [String: [[String]]] = [:]
        for line in acronymText.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let sides = line.split(separator: "=")
            guard sides.count == 2 else { continue }
            let readings = sides[1].split(separator: "|").map { $0.split(separator: " ").map(String.init) }
            for key in sides[0].split(separator: " ") { table[String(key)] = readings }
        }
        return table
    }()

    private static let acronymText = """
        dkk=kesehatan; dppkb bppkb disppkb=dalduk kb; dp3ap2kb p3ap2kb dp3appkb=pppa dalduk kb; dp3a dpppa dp3 bp3a=pppa
        dp2kb=dalduk kb; dppkbpppa dppkbp3a dp2kbp3a=dalduk kb pppa; dp3akb bp3akb dp3kb p3akb bppakb=pppa kb
        dpupr pupr dispupr dinaspupr dputr dputaru dpuprp=pu taru; dpu pu dinaspu dpumpr=pu
        dpuprpkp dpupkp dpuprkp puprpkp=pu taru perkim; sda=sdair|sdalam; dpuprhub=pu taru perhubungan
        dprkp dpkpp dpkp3 dprkpp dpkpkp=perkim; dprkpcktr=perkim ciptakarya taru; dpkp=damkar|perkim|pertanian pangan
        bpbd bpba=bencana; bpbpk bpbdpk=bencana damkar; satpolppdamkar polppdamkar satpoldamkar=satpolpp damkar
        satpolppwh=satpolpp wh; dkp=pangan|kelautan perikanan; bkp=pangan; dkpp dkppp dkp3=pangan pertanian|pangan perikanan
        dtph dtphp=tph|tph peternakan|tph perkebunan; dpkh=peternakan keswan; dpp=pertanian pangan|pertanian perikanan
        dlh blh blhd dlhd klh bplh dlhkp=lh; dlhk=lh kehutanan|lh kebersihan; dlhp=lh pertanahan
        dpmd pmd bpmd bpmpd dpmg dpmk dpmn dpmdes dpmdk bpmdes=pmd; dpmdppkb=pmd dalduk kb
        dpmptsp dpmpptsp bpmptsp bpmppt pmptsp bptsp bppt bp2t kppt dpmtsp dpmptspsp kp2t bpptpm=ptsp
        dpmptsptk dpmptspnaker=ptsp naker; dkukm kukm dpkukm dkupkm=koperasi ukm
        dkukmp dpkukmp dkukmpp=koperasi ukm perdagangan|koperasi ukm perindustrian perdagangan
        dpk=perpustakaan arsip|pendidikan kebudayaan|pertanian pangan; dpka dpad dapd dpkd2=perpustakaan arsip
        bappeda bapeda bapppeda=bappeda; bappedalitbang bappelitbangda bapelitbang bappelitbang baperlitbang=bappeda litbang
        bapelitbangda barenlitbang bapperida baperlitbangda bapprida barenlitbangda bapperinda=bappeda litbang
        balitbang balitbangda litbang brida bapelitbangda2=litbang; desdm=esdm
        bpkad bkad bppkad dppkad dpkad bpka bpkaad=keuangan; bpkd bakeuda bkeuda dpkd=keuangan
        bpkpad bpkpd bpkapd bpkpda=keuangan pendapatan
        bapenda bappenda dispenda bpprd bppd bpdrd bp2rd bpprda=pendapatan
        bkpsdm bkpsdmd bkpsdma bkpsda=kepegawaian psdm; bkd=kepegawaian|keuangan; bkpp bkppd bkdd bkddiklat=kepegawaian psdm
        bpsdm bpsdmd bandiklat badiklat bpsda=psdm; bakesbang kesbangpol bakesbangpol bakesbangpollinmas=kesbang
        bakesbanglinmas kesbangpollinmas=kesbang linmas; setda sekda setdakab setdako setdaprov=setda
        setwan sekwan setdprd dprd dprk dpra sekretariatdprd setwandprd=setwan
        inspektorat itda itkab itko itprov inspektoratdaerah bawasda itwil itwilprov=inspektorat
        ukpbj bpbj ulp blp biropbj bagpbj=pbj; labkes labkesda=labkes; baitulmal=+baitul +mal; dsi=syariat; mpu=+majelis +permusyawaratan +ulama
        maa=+majelis +adat +aceh; banhub=penghubung; diskominfosantik=kominfo persandian statistik
        """
}
