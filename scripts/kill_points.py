#!/usr/bin/env python3
"""Kills a scan with kill -9 at random points and goes on, until so many points were met; for scripts/resume.sh.

kill_points.py RONDA WORK POINTS NETWORK_OPTION...

A point is a random number of requests after the start of a run, and a few milliseconds more. After each: no office that
was finished is lost or was asked again. A scan that comes to its end must equal the unbroken one (WORK/whole.json); then
another begins. Fails with the first thing that is wrong.
"""
import json, pathlib, random, shutil, sqlite3, subprocess, sys, time

ronda, work, points, network = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
seed = random.randrange(1 << 30)
random.seed(seed)
log, looked = work / 'log', work / 'looked'


def gist(path):
    return sorted([o['kode'], o['status'], [i['key'] + '=' + i['state'] for i in o['items']]] for o in json.loads(path.read_text())['offices'])


def finished(store):
    """Codes of the offices with an outcome, read in a copy: the next run must recover the store itself."""
    shutil.rmtree(looked, ignore_errors=True)
    looked.mkdir()
    for part in ('', '-wal'):
        if pathlib.Path(f'{store}{part}').exists(): shutil.copy(f'{store}{part}', looked / f'x.db{part}')
    if not (looked / 'x.db').exists(): return []
    with sqlite3.connect(looked / 'x.db') as db:
        if db.execute('PRAGMA integrity_check').fetchone() != ('ok',): sys.exit(f'seed {seed}: the store is damaged')
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'office'").fetchone(): return []
        return [code for code, in db.execute('SELECT code FROM office')]


def scan(number):
    return subprocess.Popen([ronda, 'scan', work / 'list.csv', '--store', work / f'broken{number}.db', '--json', work / f'broken{number}.json', *network])


whole, met, scans, early, done = gist(work / 'whole.json'), 0, 0, 0, set()
while met < points:
    start = log.stat().st_size
    run = scan(scans)
    wanted, pause, deadline = random.randrange(0, 30), random.random() * .05, time.monotonic() + 120
    while run.poll() is None and log.read_bytes()[start:].count(b'\n') < wanted and time.monotonic() < deadline: time.sleep(.004)
    if wanted == 0: time.sleep(random.random() * .3)
    time.sleep(pause)
    if run.poll() is None:
        run.kill()
        run.wait()
        met += 1
        now = finished(work / f'broken{scans}.db')
        asked = {'U' + line[5:8].decode() for line in log.read_bytes()[start:].splitlines() if line}
        wrong = [f'lost {sorted(done - set(now))[:5]}' if done - set(now) else '', f'twice {len(now) - len(set(now))}' if len(now) != len(set(now)) else '',
                 f'fetched again {sorted(done & asked)[:5]}' if done & asked else '']
        if any(wrong): sys.exit(f'seed {seed}, point {met}: ' + ' '.join(filter(None, wrong)))
        early += not now
        done = set(now)
        continue
    if run.returncode != 0 or gist(work / f'broken{scans}.json') != whole: sys.exit(f'seed {seed}: scan {scans} ended {run.returncode} and differs from the unbroken one')
    scans, done = scans + 1, set()
run = scan(scans)
if run.wait() != 0 or gist(work / f'broken{scans}.json') != whole: sys.exit(f'seed {seed}: the last scan ended {run.returncode} and differs from the unbroken one')
print(f'{met} kills ({early} before the first office was saved) in {scans + 1} scans of {len(whole)} offices: 0 lost, 0 twice, none fetched again, each end equal to the unbroken one (seed {seed})')
