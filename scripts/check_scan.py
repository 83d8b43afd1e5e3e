#!/usr/bin/env python3
"""Check what `ronda scan --json` wrote: the schema (where jsonschema is there), one outcome an office, pages read.

    check_scan.py FILE [--pages N] [--read-all] [--never-proven]
"""
import argparse, collections, json, pathlib, sys

parser = argparse.ArgumentParser()
parser.add_argument('file')
parser.add_argument('--pages', type=int, default=0, help='at least so many pages were read')
parser.add_argument('--read-all', action='store_true', help='every office answered: none is missing, silent or refusing')
parser.add_argument('--never-proven', action='store_true', help='one round alone proves no absence')
options = parser.parse_args()
scan = json.loads(pathlib.Path(options.file).read_text(encoding='utf-8'))
problems = []
try:
    import jsonschema
    schema = json.loads((pathlib.Path(__file__).parent.parent / 'docs/schema/scan.schema.json').read_text())
    for error in list(jsonschema.Draft202012Validator(schema).iter_errors(scan))[:5]:
        problems.append(f'schema: {"/".join(map(str, error.absolute_path))}: {error.message[:200]}')
except ImportError:
    print('check_scan: python3 has no jsonschema; the schema was not checked')
offices = scan['offices']
codes = collections.Counter(office['kode'] for office in offices)
problems += [f'office {code} has {count} outcomes' for code, count in codes.items() if count > 1]
pages = sum(office['pages_read'] for office in offices)
if pages < options.pages:
    problems.append(f'{pages} pages read, {options.pages} expected')
lost = [o['kode'] + ' ' + o['status'] for o in offices if o['status'] in ('missing', 'unreachable', 'blocked', 'social_only')]
if options.read_all and lost:
    problems.append(f'{len(lost)} offices that answered are said to be without a site or silent: {lost[:8]}')
adverse = ('missing', 'off_domain', 'social_only', 'placeholder', 'unreachable')
if options.never_proven and any(o['confirmed'] and o['status'] in adverse for o in offices):
    problems.append('an absence is called proven after one round')
states = collections.Counter(item['state'] for office in offices for item in office['items'])
print(f'{len(offices)} offices, {pages} pages,', dict(collections.Counter(o['status'] for o in offices)), dict(states))
for problem in problems:
    print('check_scan:', problem)
sys.exit(1 if problems else 0)
