#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a picture prints is what evaluate and descend print for the same command, rounded: one flower and many,
with a point and with a comma.

SCOPE_SEED and SCOPE_STATES repeat and size it."""

import decimal
import json
import os
import random
import re
import subprocess
import sys
import tempfile

CLASSES = ['Setosa', 'Versicolor', 'Virginica']
DIGITS = 4
RAISED = str.maketrans('⁰¹²³⁴⁵⁶⁷⁸⁹⁻', '0123456789-')
LABEL = re.compile(r'<path class="([a-z-]+)" role="img" aria-label="([^"]*)"')
# Below it, and where JSON has null for infinity, the picture knows more than a double does.
LEAST = decimal.Decimal('1e-300')
decimal.getcontext().prec = 60


def run(*words):
    result = subprocess.run([os.environ['SCOPE_CLI'], *words], capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, f'{words}: {result.stderr}'
    return result.stdout


def labels(words):
    svg = run('export', '--format=svg', '--output=-', *words)
    return LABEL.findall(svg)


def read(printed):
    """"−4,21·10⁴³⁴", in brackets or not."""
    text = printed.strip('()').replace('−', '-').replace(',', '.')
    mantissa, _, power = text.partition('·10')
    return decimal.Decimal(mantissa) * decimal.Decimal(10) ** int(power.translate(RAISED) or 0)


def check(what, printed, value, digits=DIGITS):
    """As many significant digits as are printed, at least so many, and no fewer than stand before the point."""
    if value is None or abs(decimal.Decimal(value)) < LEAST:
        return 0
    exact, told = decimal.Decimal(value), read(printed)
    mantissa = printed.strip('()−').partition('·')[0]
    shown = len(re.sub(r'[.,]', '', mantissa).lstrip('0'))
    half = decimal.Decimal(10) ** (exact.adjusted() + 1 - max(digits, shown)) / 2
    assert abs(told - exact) <= half * decimal.Decimal('1.000001'), f'{what}: {printed} is printed for {value}'
    return 1


def check_all(found, expected):
    """Labels of a kind that begin with a text, and the quantity that each must be."""
    n = 0
    for kind, text in found:
        for wanted, start, value in expected:
            if kind == wanted and text.startswith(start):
                n += check(f'{kind} “{text}”', text.split(' ')[-1], value)
    return n


def wiring(rand):
    return rand.choice(['Setosa', 'Virginica', 'observed', '1,-1,0', '0.5,-2,1.25',
                        ','.join(f'{rand.uniform(-2, 2):.3f}' for _ in range(3))])


def one_flower(rand):
    spread = rand.choice([0.01, 1, 5, 30, 300])
    logits = ','.join(repr(rand.uniform(-spread, spread)) for _ in range(3))
    observed = rand.randrange(1, 4)
    words = [f'--logits={logits}', f'--bias={rand.uniform(-spread, spread)!r}', f'--observed={observed}',
             f'--wiring={wiring(rand)}']
    told = json.loads(run('evaluate', '--format=json', *words), parse_float=str, parse_int=str)
    found = labels(words + [f'--decimal={rand.choice(".,")}', f'--size={rand.choice(["1920x1080", "1280x720"])}'])
    expected = [('point-label', 'L = ', told['loss']), ('node-label', 'L = ', told['loss']),
                ('point-label', '∂L/∂b3 = ', told['gradient']), ('slope-label', 'slope ', told['gradient']),
                ('result', '= ', told['gradient'])]
    for k, name in enumerate(CLASSES, 1):
        expected += [('node-label', f'p{name} = ', told[f'p{k}']), ('node-label', f'p{k} = ', told[f'p{k}']),
                     ('node-label', f'z{k} = ', told[f'z{k}']), ('bar-label', f'{name}  ', told[f'p{k}'])]
    n = check_all(found, expected)
    under = [text for kind, text in found if kind == 'residual']
    for k, text in enumerate(under, 1):
        value = decimal.Decimal(told[f'p{k}']) - (k == observed)
        # Its digits, where evaluate's p has lost them.
        if abs(value) > decimal.Decimal('1e-9'):
            n += check('residual', text.split(' ')[-1], value)
    factors = [text for kind, text in found if kind == 'factor' and 'slope' not in text]
    wired = [k for k in (1, 2, 3) if float(told[f'dz_db{k}']) != 0]
    if len(wired) == 1 and len(factors) == 3:
        for text, name in zip(factors, ['dL_dp', f'dp_dz{wired[0]}', f'dz_db{wired[0]}']):
            n += check(name, text, told[name])
    return n


def many_flowers(rand, path):
    spread, n_rows = rand.choice([0.1, 3, 12]), rand.choice([1, 2, 3, 7, 12, 60])
    with open(path, 'w', encoding='utf-8') as file:
        print('z1,z2,z3,observed', file=file)
        for _ in range(n_rows):
            print(*(repr(rand.uniform(-spread, spread)) for _ in range(3)), rand.randrange(1, 4), sep=',', file=file)
    sum_word, wires = rand.choice(['--total', '--mean']), wiring(rand).replace('observed', 'Setosa')
    words = [f'--input={path}', f'--bias={rand.uniform(-spread, spread)!r}', f'--wiring={wires}']
    told = json.loads(run('evaluate', '--format=json', sum_word, *words), parse_float=str, parse_int=str)
    found = labels(words + [sum_word, f'--decimal={rand.choice(".,")}', f'--selected={rand.randint(1, n_rows)}'])
    n = check_all(found, [('point-label', 'L = ', told['loss']), ('point-label', '∂L/∂b3 = ', told['gradient']),
                          ('slope-label', 'slope ', told['gradient'])])
    for kind, text in found:
        if kind == 'minimum-label' and text.startswith('minimum at b3 = '):
            n += check_minimum(path, wires, text.split(' ')[-1])
    return n


def check_minimum(path, wires, printed):
    """The gradient of the sum has another sign on either side of what is printed."""
    b = read(printed)
    half = decimal.Decimal(10) ** (b.adjusted() + 1 - DIGITS) * decimal.Decimal('0.5001')
    signs = set()
    for at in (b - half, b + half):
        told = json.loads(run('evaluate', '--format=json', '--total', f'--input={path}', f'--wiring={wires}',
                              f'--bias={at:f}'))
        signs.add(told['gradient'] > 0)
    assert len(signs) == 2, f'no minimum at {printed}'
    return 1


def walk(rand):
    logits = ','.join(repr(rand.uniform(-3, 3)) for _ in range(3))
    steps, rate = rand.randint(0, 12), rand.choice([0.1, 1, 3])
    words = [f'--logits={logits}', f'--bias={rand.uniform(-4, 4)!r}', f'--rate={rate}']
    rows = run('descend', '--format=csv', f'--steps={steps}', *words).splitlines()
    told = dict(zip(rows[0].split(','), rows[-1].split(',')))
    found = labels(words + [f'--descend={steps}'])
    return check_all(found, [('node-label', 'b3 = ', told['bias']), ('point-label', 'L = ', told['loss']),
                             ('point-label', '∂L/∂b3 = ', told['gradient'])])


def main():
    seed, count = os.environ.get('SCOPE_SEED', '13'), min(int(os.environ.get('SCOPE_STATES', '120')), 250)
    folder = tempfile.TemporaryDirectory()
    path = os.path.join(folder.name, 'rows.csv')
    tests = [('one flower', one_flower, count, 10), ('many flowers', lambda rand: many_flowers(rand, path), count, 3),
             ('a walk', walk, count // 6, 3)]
    print(f'1..{len(tests)}')
    failed = False
    for number, (name, test, n, least) in enumerate(tests, 1):
        rand, compared = random.Random(f'{seed} {name}'), 0
        try:
            for _ in range(n):
                compared += test(rand)
            assert compared >= least * n, f'only {compared} numbers were compared'
            print(f'ok {number} {name}\n# {compared} numbers', flush=True)
        except AssertionError as error:
            failed = True
            print(f'not ok {number} {name}\n# {error}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
