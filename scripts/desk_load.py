"""Makes a store of a whole country for measuring: python3 scripts/desk_load.py DEMO-STORE OUT [REGIONS OFFICES ROUNDS]

Every office, target and page of DEMO-STORE's last round is multiplied with other codes and times: 600 regions, 75 offices
each, 20 rounds, a scan per region and round. Rows are as long as real ones; pages are kept for the newest round of every
region, as the retention rules would leave them. About 15 GB and five minutes.
"""
import datetime, json, os, re, sqlite3, sys, time

source, out = sys.argv[1], sys.argv[2]
regions, offices, rounds = [int(n) for n in (sys.argv[3:6] + ["600", "75", "20"][len(sys.argv[3:6]):])]
begun = time.time()
if os.path.exists(out):
    os.remove(out)
with sqlite3.connect(source) as old, sqlite3.connect(out) as new:
    old.backup(new)
db = sqlite3.connect(out, isolation_level=None)
db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA foreign_keys=OFF;")
sample = db.execute("SELECT id, record FROM scan WHERE finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1").fetchone()
templates = db.execute("SELECT * FROM office WHERE scan = ? ORDER BY position", (sample[0],)).fetchall()
targets = dict(db.execute("SELECT code, target FROM scan_target WHERE scan = ?", (sample[0],)))
columns = [c[1] for c in db.execute("PRAGMA table_info(office)")]
pages = {}
for code, *packed in db.execute("SELECT code, pages, head, data FROM pack WHERE scan = ?", (sample[0],)):
    pages[code] = packed
bodies = {}
for code, body in db.execute("SELECT p.code, b.body FROM pack p JOIN pack_body b ON b.pack = p.id WHERE p.scan = ?", (sample[0],)):
    bodies.setdefault(code, []).append(body)
old_region = templates[0][columns.index("region")]
register = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Sources/Rules/Resources")
codes = sorted({c for f in os.listdir(register) if "region" in f
                for c in re.findall(r"\b([1-9]\d\.\d\d)\b", open(os.path.join(register, f), encoding="utf-8").read())})
codes = (codes + [f"{n // 99 + 10}.{n % 99 + 1:02}" for n in range(7000) if f"{n // 99 + 10}.{n % 99 + 1:02}" not in set(codes)])[:regions]
indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('office', 'scan_target', 'scan')").fetchall()
tables = {r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
for table in tables & {"office", "pack", "pack_body", "scan_target", "scan", "region_round", "region_item", "region_change", "scan_incident", "desk_mark"}:
    db.execute(f"DELETE FROM {table}")
for name, _ in indexes:
    db.execute(f"DROP INDEX {name}")
start = datetime.datetime(2026, 1, 5, 18, 0)
place = {c: i for i, c in enumerate(columns)}


def office_of(number, region):
    template = templates[number % len(templates)]
    code = template[place["code"]]
    fresh = f"{region}.{number + 1:03}"
    return template, code, fresh, lambda text: text.replace(f'"{code}"', f'"{fresh}"').replace(f'"{old_region}"', f'"{region}"')


insert = f"INSERT INTO office VALUES ({','.join('?' * len(columns))})"
for number in range(rounds):
    at = start + datetime.timedelta(weeks=number)
    db.execute("BEGIN")
    for index, region in enumerate(codes):
        moment = at + datetime.timedelta(seconds=index * 7)
        iso = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        end = (moment + datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        scan = moment.strftime("%Y%m%dT%H%M%SZ-") + region.replace(".", "")
        record = json.loads(sample[1])
        record.update(id=scan, regions=[region], startedAt=iso, finishedAt=end, portals=[], lists=["daftar:nasional"])
        db.execute("INSERT INTO scan VALUES (?, ?, ?, ?, ?)", (scan, iso, end, f"{offices}-{region}", json.dumps(record)))
        rows, wanted, kept, counts = [], [], [], {}
        for n in range(offices):
            template, code, fresh, put = office_of(n, region)
            row = list(template)
            row[place["scan"]], row[place["code"]], row[place["region"]], row[place["position"]] = scan, fresh, region, n
            row[place["started_at"]], row[place["finished_at"]] = iso, end
            for name in ("record", "attempts", "verdict"):
                row[place[name]] = put(row[place[name]])
            rows.append(row)
            status = row[place["status"]]
            counts[status] = counts.get(status, 0) + 1
            wanted.append((scan, n, fresh, put(targets[code])))
            if number == rounds - 1 and code in pages:
                kept.append((scan, fresh, *pages[code]))
        db.executemany(insert, rows)
        db.executemany("INSERT INTO scan_target VALUES (?, ?, ?, ?)", wanted)
        db.executemany("INSERT INTO pack (scan, code, pages, head, data) VALUES (?, ?, ?, ?, ?)", kept)
        # Which packs hold a body: for the first regions, since so many offices with the same page are nobody's.
        for _, fresh, *_ in kept if index < 5 else []:
            template = templates[(int(fresh.rsplit(".", 1)[1]) - 1) % len(templates)][place["code"]]
            number_of_pack = db.execute("SELECT id FROM pack WHERE scan = ? AND code = ?", (scan, fresh)).fetchone()[0]
            db.executemany("INSERT INTO pack_body VALUES (?, ?)", [(body, number_of_pack) for body in bodies.get(template, [])])
        db.execute("INSERT INTO region_round VALUES (?, ?, ?, ?)", (region, scan, end, json.dumps(counts)))
        if number == rounds - 1:
            db.execute("""INSERT INTO region_item SELECT o.region, o.scan, json_extract(i.value, '$.item'),
                sum(json_extract(i.value, '$.state') IN ('present', 'linked')), count(*) FROM office o,
                json_each(o.verdict, '$.items') i WHERE o.scan = ? AND o.status IN ('active', 'section') GROUP BY 1, 2, 3""", (scan,))
    db.execute("COMMIT")
    print(f"round {number + 1} of {rounds}: {time.time() - begun:.0f} s", flush=True)
for name, sql in indexes:
    db.execute(sql)
db.execute("PRAGMA journal_mode=WAL")
db.close()
print(f"{regions} regions, {regions * offices} offices, {rounds} rounds: {os.path.getsize(out) / 1e9:.1f} GB, {time.time() - begun:.0f} s")
