#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures and numbers of states with numbers of every size: the command ends, complains about nothing
that is allowed, and draws nothing that is no number or beyond what a renderer takes.

SCOPE_SEED and SCOPE_STATES repeat and size it."""

import os
import random
import re
import subprocess
import sys
import tempfile

MOST = 1e6        # as far as coordinates go
LIMIT_S = 300     # a command that has not ended by then is taken for one that never does
PARTS = ['question', 'bar', 'tangent', 'others', 'guess', 'downhill', 'formula', 'diagram', 'links', 'point',
         'ghosts', 'waterfall', 'probabilities', 'steps', 'mistakes', 'cases', 'answers', 'estimate', 'shift',
         'hood', 'descent']
NUMBER = re.compile(r'[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf', re.I)


class Extremes:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def number(self, positive=False):
        r = self.random
        kind = r.randrange(6)
        if kind == 0:
            value = r.choice([0.0, 1.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-160])
        elif kind == 1:
            value = 10 ** r.uniform(-300, 300)
        elif kind == 2:
            value = r.uniform(0, 1) * 2.0 ** -1060
        elif kind == 3:
            value = 10 ** r.uniform(-12, 12)
        else:
            value = r.uniform(0, 9)
        if positive:
            return value or 1.0
        return value * r.choice([-1, 1])

    def numbers(self):
        values = [self.number() for _ in range(3)]
        if self.random.random() < 0.3:
            values[self.random.randrange(3)] = 0.0
        return ','.join(map(repr, values))

    def rows(self, path):
        with open(path, 'w', encoding='utf-8') as file:
            print('z1,z2,z3,observed', file=file)
            for _ in range(self.random.randrange(1, 60)):
                print(self.numbers(), self.random.randrange(1, 4), sep=',', file=file)

    def scenario(self, rows):
        options = [f'--wiring={self.numbers()}', f'--bias={self.number()!r}']
        if rows:
            options.append(f'--input={rows}')
        else:
            options += [f'--logits={self.numbers()}', f'--observed={self.random.randrange(1, 4)}',
                        f'--shift={self.number()!r}']
        return options

    def export(self, rows, output):
        r = self.random
        options = ['export', f'--output={output}'] + self.scenario(rows)
        options.append('--show=' + ','.join(r.sample(PARTS, r.randrange(1, len(PARTS)))))
        options.append(f'--size={r.choice(["1920x1080", "1280x720", "600x400"])}')
        if r.random() < 0.5:
            options += [f'--rate={self.number(True)!r}', f'--descend={r.randrange(0, 9)}']
        if r.random() < 0.3:
            options.append(f'--h={10 ** r.uniform(-12, 0)!r}')
        if r.random() < 0.3:
            lo, hi = sorted([self.number(), self.number()])
            if lo < hi:
                options.append(f'--range={lo!r},{hi!r}')
        if not rows and r.random() < 0.3:
            options.append(f'--ghost={self.numbers()}')
        if rows and r.random() < 0.5:
            options.append('--mean')
        if r.random() < 0.3:
            options.append(f'--estimate={self.number()!r}')
        return options


def run(options):
    done = subprocess.run([os.environ['SCOPE_CLI'], *options], stdin=subprocess.DEVNULL, timeout=LIMIT_S,
                          capture_output=True, text=True, encoding='utf-8', check=False)
    assert done.returncode == 0, f'{done.returncode}: {done.stderr}'
    return done


def check_svg(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for value in re.findall(r' (?:d|points|x|y|x1|x2|y1|y2|r|cx|cy|width|height|transform)="([^"]*)"', text):
        for number in NUMBER.findall(re.sub(r'matrix|translate|scale|rotate', '', value)):
            assert abs(float(number)) <= MOST, f'{number} in {value[:200]}'


def check_state(extremes, folder):
    rows = os.path.join(folder, 'rows.csv') if extremes.random.random() < 0.4 else None
    picture = os.path.join(folder, 'picture.svg')
    if rows:
        extremes.rows(rows)
    if os.path.exists(picture):
        os.unlink(picture)
    options = extremes.export(rows, picture)
    try:
        run(options)
        check_svg(picture)
        scenario = extremes.scenario(rows)
        options = ['evaluate', *scenario, *([extremes.random.choice(['--total', '--mean'])] if rows else [])]
        assert 'nan' not in run(options).stdout
        options = ['descend', *scenario, f'--rate={extremes.number(True)!r}', '--steps=30']
        assert 'nan' not in run(options).stdout
    except (AssertionError, subprocess.TimeoutExpired) as error:
        return f'{" ".join(options)}: {error}'
    return None


def main():
    seed = int(os.environ.get('SCOPE_SEED', '12'))
    n_states = min(int(os.environ.get('SCOPE_STATES', '60')), 1000)
    failed = False
    print('TAP version 13\n1..1')
    with tempfile.TemporaryDirectory() as folder:
        for state in range(seed, seed + n_states):
            fault = check_state(Extremes(state), folder)
            if fault is not None:
                print(f'# SCOPE_SEED={state} SCOPE_STATES=1: {fault}'.replace('\n', '\n#   '))
                failed = True
    print(('not ' if failed else '') + 'ok 1 - numbers of every size are drawn and printed')
    return failed


if __name__ == '__main__':
    sys.exit(main())
