#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The same command gives the same bytes.

SVG files and printed numbers are the same with every version of the libraries: their checksums are kept in
tests/same.sums, and compared on whatever system this runs. PNG and PDF files, whose bytes are made by cairo,
libpng and zlib, are the same each time on one system. A change of the picture or of the numbers that is meant
is kept with SCOPE_CLI=_build/src/cli/logitscope-cli tests/test_same.py --keep; look at what it changes."""

import hashlib
import locale
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent
SUMS = TESTS / 'same.sums'
EXAMPLES = TESTS.parent / 'data/examples'
CLI = os.path.abspath(os.environ['SCOPE_CLI'])
# A language with a decimal comma, which make_abroad.py has made where LOCPATH says.
COMMA = 'eo.UTF-8'

# Where numbers are easy, saturated, tiny, beyond what e^z holds, and tied.
SCENARIOS = ['', '--bias=0.5 --observed=2', '--logits=2,0,-1 --observed=3', '--logits=0,0,0 --wiring=all',
             '--logits=30,-20,5 --bias=40 --observed=Virginica', '--logits=1e-9,3e-10,-2e-11 --bias=1e-12',
             '--logits=800,-750,10 --bias=-60 --wiring=1,-1,0', '--bias=3 --wiring=0.5,-2,1.25 --shift=7']
LOOKS = ['', '--theme=dark --size=1280x720 --svg-text=text', '--theme=print --size=640x400 --decimal=,',
         '--theme=high-contrast --size=360x300 --text-scale=2', '--transparent --size=2560x600']
PARTS = ['--show=probabilities,steps', '--show=mistakes', '--show=cases', '--show=answers --hide=gradient',
         '--show=estimate --estimate=-0.4', '--show=shift --shift=2 --ghost=2,0,-1 --ghost=-1,0,0',
         '--show=hood --h=1e-3', '--show=hood --h=1e-12 --logits=400,710,-3', '--hide=loss,p,dl_dp,dp_dz,dz_db',
         '--hide=formula,diagram', '--hide=links,point,tangent', '--descend=4 --rate=3 --kept-rate=1',
         '--descend=30 --rate=9 --show=descent', '--range=-40,40']
FILES = ['three-flowers.csv', 'iris-logits.csv']
SUMMED = ['', '--mean --bias=-6.2272', '--selected=2 --bias=1', '--show=descent --rate=1.7 --descend=6',
          '--theme=dark --size=800x600 --selected=3']
WALKS = ['', '--rate=3 --logits=2,0,-1', '--rate=0.01 --steps=1000', '--wiring=1,-1,0 --rate=30']


def commands():
    """Everything of which the bytes are kept."""
    for scenario in SCENARIOS:
        yield f'evaluate {scenario}'
        yield f'evaluate --format=json {scenario}'
        yield f'export --format=svg {scenario}'
    for look in LOOKS[1:]:
        yield f'export --format=svg {look}'
        yield f'export --format=svg --show=steps --observed=2 {look}'
    for part in PARTS:
        yield f'export --format=svg {part}'
    for name in FILES:
        for form in ['', '--total', '--mean --format=json', '--bias=-6.2272 --observed=2']:
            if 'observed' not in form:
                yield f'evaluate --input={name} {form}'
        for summed in SUMMED:
            yield f'export --format=svg --input={name} {summed}'
        for rate in ['1.7', '9', '0.05']:
            yield f'descend --input={name} --rate={rate}'
            yield f'descend --input={name} --rate={rate} --mean --format=csv'
    for walk in WALKS:
        yield f'descend {walk}'


def again():
    """PNG and PDF, whose bytes are the same each time on one system."""
    for form in ['png', 'pdf']:
        for line in ['', '--theme=dark --scale=2 --size=640x400', '--input=three-flowers.csv --selected=2',
                     '--show=steps,mistakes --transparent']:
            yield f'export --format={form} {line}'


def output(command, **environment):
    words = shlex.split(command)
    if words[0] == 'export':
        words.append('--output=-')
    result = subprocess.run([CLI, *words], capture_output=True, cwd=EXAMPLES, env=dict(os.environ, **environment))
    assert result.returncode == 0 and result.stdout, f'{command}: {result.stderr.decode()}'
    # Notes on a walk are results, too.
    return result.stdout + result.stderr


def digest(command, **environment):
    return hashlib.sha256(output(command, **environment)).hexdigest()


def keep():
    lines = [f'{digest(command)} {command.strip()}\n' for command in commands()]
    SUMS.write_text(''.join(sorted(set(lines), key=lambda line: line.split(' ', 1)[1])))


def check_kept(command, kept):
    assert digest(command, LC_ALL=COMMA) == kept, (f'other bytes than those kept: logitscope-cli {command}\n'
                                     'Where this is meant: tests/test_same.py --keep')


def check_again(command):
    with tempfile.TemporaryDirectory() as home:
        assert digest(command) == digest(command, HOME=home, XDG_CACHE_HOME=home, TZ='Pacific/Auckland',
                                         LC_ALL=COMMA, SOURCE_DATE_EPOCH='1'), \
            f'other bytes each time: logitscope-cli {command}'


def main():
    if sys.argv[1:] == ['--keep']:
        return keep()
    locale.setlocale(locale.LC_ALL, COMMA)
    assert locale.localeconv()['decimal_point'] == ','
    kept = dict(reversed(line.split(' ', 1)) for line in SUMS.read_text().splitlines())
    asked = list(dict.fromkeys(command.strip() for command in commands()))
    checks = [(command, check_kept, [kept.get(command)]) for command in asked]
    checks += [(command.strip(), check_again, []) for command in again()]
    failed = sorted(kept) != sorted(asked)
    print(f'1..{len(checks) + 1}')
    for number, (command, check, rest) in enumerate(checks, 1):
        try:
            check(command, *rest)
            print(f'ok {number} {command}', flush=True)
        except AssertionError as error:
            failed = True
            print(f'not ok {number} {command}')
            for line in str(error).splitlines():
                print(f'# {line}', flush=True)
    listed = sorted(kept) == sorted(asked)
    print(f'{"ok" if listed else "not ok"} {len(checks) + 1} same.sums lists what is asked')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
