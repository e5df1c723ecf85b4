#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the command line costs, each run a process of its own, from its start to its end: a picture
of 1920×1080 beside plain scripts for gnuplot and matplotlib, a million rows beside a bare C loop, and how
their total grows from a hundred on."""

import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
CLI, BARE_ROWS = sys.argv[1:3]
RUNS = 15
ROWS = 1_000_000
ROW_RUNS = 5


def milliseconds(command, **options):
    begin = time.monotonic()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, **options)
    return (time.monotonic() - begin) * 1e3


def installed_programs(folder):
    """Name → a function from a format to the command that writes it."""
    programs = {'logitscope-cli': lambda kind: [CLI, 'export', f'--output={folder}/ours.{kind}']}
    if shutil.which('gnuplot'):
        programs['gnuplot'] = lambda kind: [
            'gnuplot', '-e', f'kind="{kind}"; output="{folder}/gnuplot.{kind}"', HERE / 'figure.gp']
    else:
        print('gnuplot: not installed')
    # Debian's Python, whatever others are there: a package is installed for that one.
    if subprocess.run([sys.executable, '-c', 'import matplotlib'], capture_output=True).returncode:
        print('matplotlib: not installed')
    else:
        programs['matplotlib'] = lambda kind: [
            sys.executable, HERE / 'figure_matplotlib.py', f'{folder}/matplotlib.{kind}']
    return programs


def pictures(folder):
    programs = installed_programs(folder)
    for kind in 'png', 'svg', 'pdf':
        times = {name: [] for name in programs}
        for command in programs.values():
            milliseconds(command(kind))
        for _ in range(RUNS):
            for name, command in programs.items():
                times[name].append(milliseconds(command(kind)))
        print(f'{kind} at 1920×1080, median of {RUNS}: ' + ', '.join(
            f'{name} {statistics.median(values):.0f} ms' for name, values in times.items()),
            flush=True)


def write_rows(path, count):
    numbers = random.Random(1)
    with open(path, 'w') as file:
        file.write('z1,z2,z3,observed\n')
        for _ in range(count):
            z = [numbers.uniform(-10, 10) for _ in range(3)]
            file.write('{:.6g},{:.6g},{:.6g},{}\n'.format(*z, numbers.randint(1, 3)))


def beside(path, arguments, bare_arguments, folder):
    """Times of our command and of the bare loop over the same rows, in turns."""
    ours, bare = [], []
    for _ in range(ROW_RUNS):
        with open(f'{folder}/ours.csv', 'w') as out:
            ours.append(milliseconds([CLI, *arguments, f'--input={path}'], stdout=out))
        with open(path) as file, open(f'{folder}/bare.csv', 'w') as out:
            bare.append(milliseconds([BARE_ROWS, *bare_arguments], stdin=file, stdout=out))
    return (statistics.median(ours), statistics.median(bare),
            statistics.median(a / b for a, b in zip(ours, bare)))


def rows(folder):
    path = f'{folder}/rows.csv'
    write_rows(path, ROWS)
    ours, bare, ratio = beside(path, ['evaluate'], [], folder)
    print(f'{ROWS} rows, median of {ROW_RUNS}: logitscope-cli evaluate {ours / 1e3:.2f} s, reading '
          f'and printing as many numbers in bare C {bare / 1e3:.2f} s, ratio {ratio:.2f}')
    for wiring in 'Setosa', '1,-0.5,0.25':
        ours, bare, ratio = beside(path, ['evaluate', '--total', f'--wiring={wiring}'], ['read'],
                                   folder)
        print(f'{ROWS} rows, median of {ROW_RUNS}: logitscope-cli evaluate --total --wiring={wiring} '
              f'{ours / 1e3:.2f} s, reading them in bare C {bare / 1e3:.2f} s, ratio {ratio:.2f}')


def growth(folder):
    for count in 100, 10_000, 1_000_000:
        path = f'{folder}/{count}.csv'
        write_rows(path, count)
        for command in (['evaluate', '--total'],
                        ['descend', '--mean', '--steps=20', '--tolerance=0']):
            times = [milliseconds([CLI, *command, f'--input={path}'], stdout=subprocess.DEVNULL)
                     for _ in range(ROW_RUNS)]
            print(f'{count} rows: {" ".join(command)} {statistics.median(times):.0f} ms', flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        pictures(folder)
        rows(folder)
        growth(folder)


if __name__ == '__main__':
    main()
