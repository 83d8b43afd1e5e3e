#!/usr/bin/env python3
"""Compares what a scan of the hostile farm said with what is right. check.py WORK"""
import collections, json, pathlib, sys

work = pathlib.Path(sys.argv[1])
out = work / 'all'
expect = json.loads((out / 'expect.json').read_text())
scan = json.loads((out / 'scan.json').read_text())
offices = {o['kode']: o for o in scan['offices']}
wrong = []
for want in expect:
    office = offices.get(want['code'])
    if office is None:
        wrong.append(f'{want["kind"]}: no outcome')
        continue
    listed = [a for a in office['attempts']]
    failures = [a.get('failure') for a in listed]
    said = f'{office["status"]}/{office["status_reason"]} {[a.get("failure") or a.get("status") for a in listed][:6]} pages {office["pages_read"]}'
    if office['status'] not in want['status']:
        wrong.append(f'{want["kind"]}: status {said}, right: {"|".join(want["status"])}')
    elif want['failure'] is not None:
        right = want['failure'].split('|')
        seen = failures if office['status'] != 'active' else [f for f in failures if f]
        first = failures[0] or ''
        if office['status'] == 'active':
            fine = '' in right
        else:
            fine = any((f or '') in right for f in failures)
        if not fine: wrong.append(f'{want["kind"]}: failure {said}, right: {want["failure"]}')
    if want['note'].startswith('tls:') and want['note'][4:] not in json.dumps(office):
        wrong.append(f'{want["kind"]}: {want["note"]} is not said')
asked = collections.Counter(line.split(' ', 2)[1] for line in (out / 'log').read_text().splitlines() if ' dns ' not in line)
wrong += [f'{w["kind"]}: {asked[w["kind"]]} requests' for w in expect if asked[w['kind']] > w['most']]
canary = (out / 'canary').read_text().splitlines()
wrong += [f'CANARY: {n} x {line}' for line, n in collections.Counter(canary).items()]


def spans(folder):
    first, last = {}, {}
    for line in (folder / 'log').read_text().splitlines():
        at, kind, what = line.split(' ', 2)
        if kind.startswith('sehat') and not what.startswith('dns') and 'host=sehat' in what:
            first.setdefault(kind, float(at)); last[kind] = float(at)
    return {k: last[k] - first[k] for k in first}, (min(first.values(), default=0), max(last.values(), default=0))


if (work / 'healthy/log').exists():
    alone, _ = spans(work / 'healthy'); among, _ = spans(out)
    if alone and among:
        a, b = sum(alone.values()) / len(alone), sum(among.values()) / len(among)
        worst = max(among[k] / max(alone[k], .01) for k in among if k in alone)
        print(f'healthy hosts: {a:.2f} s each alone, {b:.2f} s among the others ({b / max(a, .01):.2f} x, worst {worst:.2f} x)')
        if b > 1.5 * a: wrong.append('healthy hosts were slowed by more than half')
memory = float((out / 'time').read_text())
print(f'peak memory {memory:.0f} MB; {len(expect)} hosts')
if memory > 300: wrong.append(f'peak memory {memory:.0f} MB')
text = (out / 'scan.json').read_text() + ''.join(p.read_text(errors='replace') for p in (out / 'reports').rglob('*') if p.suffix in ('.html', '.csv', '.json', '.txt'))
for secret in ('6171010203040506', 'sangatrahasia123', 'hunter2secret'):
    if secret in text: wrong.append(f'secret in the reports: {secret}')
if '\x1b' in text or '\\u001b' in text: wrong.append('escape characters in the reports')
print('\n'.join(wrong) or 'every outcome is right')
print(f'{len(expect) - len([w for w in wrong if ":" in w])} of {len(expect)} right')
sys.exit(1 if wrong else 0)
