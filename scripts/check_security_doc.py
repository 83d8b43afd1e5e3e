#!/usr/bin/env python3
"""Every test, script and source file that docs/security.md names must be there: a promise without its test is none."""
import pathlib, re, sys

root = pathlib.Path(__file__).resolve().parent.parent
text = (root / 'docs/security.md').read_text()
sources = {p.relative_to(root / 'Sources').with_suffix('').as_posix() for p in (root / 'Sources').rglob('*.swift')}
declared = set()
for path in (root / 'Tests').rglob('*.swift'):
    declared |= set(re.findall(r'(?:struct|class|enum)\s+(\w+Tests)\b', path.read_text()))
sys.path.insert(0, str(root / 'Tests/Hostile'))
import kinds, more_kinds  # noqa: E402,F401
hosts = {k.name for k in kinds.KINDS}
wrong, suites = [], 0
rows = [line.split('|')[1:-1] for line in text.splitlines() if line.startswith('| ') and not line.startswith('| threat') and line.count('|') >= 5]
for row in rows:
    threat, where, tests = row[0].strip(), row[2], row[3]
    names = re.findall(r'`([^`]+)`', tests)
    if not names: wrong.append(f'{threat}: names no test')
    in_farm = 'hostile-net' in tests
    for name in names:
        if name.endswith('Tests'):
            suites += 1
            if name not in declared: wrong.append(f'{threat}: no suite {name}')
        elif '/' in name or name.startswith('.'):
            path = name.split()[0]
            if not (root / path).exists(): wrong.append(f'{threat}: no file {path}')
        elif in_farm:
            pattern = re.compile(re.escape(name).replace(r'\*', '.*') + '$')
            if not any(pattern.match(h) for h in hosts): wrong.append(f'{threat}: the hostile farm has no {name}')
        else: wrong.append(f'{threat}: {name} is neither a suite nor a file')
    folder = None
    for name in re.findall(r'`([^`]+)`', where):
        name = re.sub(r'\.\w+$', '', name) if not name.startswith(('scripts', 'Package')) else name
        full = name if '/' in name else f'{folder}/{name}'
        if '/' in name: folder = name.rsplit('/', 1)[0]
        if (root / name).exists() or (root / 'Sources' / full).exists(): continue
        if not any(s == full or s.startswith(full + '+') or s.startswith(name + '/') or (s.split('/')[0] == full.split('/')[0] and s.split('/')[-1] == full.split('/')[-1]) for s in sources):
            wrong.append(f'{threat}: no source {name}')
for line in wrong: print(f'docs/security.md: {line}')
print(f'{len(rows)} promises, {suites} suites named, {len(wrong)} wrong')
sys.exit(1 if wrong or not rows else 0)
