#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Files of flowers and pasted cells: opened, dropped, refused, cancelled."""

import os
import pathlib
import re
import subprocess
import tempfile
import threading
import unittest

from flowers import (EMPTY, SETOSA, THREE, VERSICOLOR, VIRGINICA, cell, choose, expect_rows, three)
from harness import TIMEOUT, Asking, Program, geometry, main, wait_for, xdotool


CSV = 'z1,z2,z3,observed\n1.0368,0.0032,0.1352,Setosa\n0,0,1,3\n0.0898,0.8632,0.1042,versicolor\n'


def open_file(program, path):
    program.key('ctrl+o')
    program.choose_file('Open Observations', path)


def read_question(program, heading):
    """What the question of that heading says, once it is there."""
    program.expect_question(heading)
    return ' '.join(w.get_name() or '' for w in program.shown())


class Source:
    """Another program, whose window is a strip that a file is dragged from."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.said = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([os.environ['SCOPE_DRAG_SOURCE'], self.path],
                                        stdout=self.said)
        self.window = wait_for('the other window', lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--name', '^drag-source$'],
            capture_output=True, text=True).stdout.split())[-1]
        xdotool('windowmove', '--sync', self.window, 0, 1000)
        return self

    def __exit__(self, *error):
        self.end()
        self.said.close()

    def end(self):
        self.process.terminate()
        self.process.wait(TIMEOUT)

    def expect(self, word):
        """It says how far the drag is, a word a line."""
        def says():
            self.said.seek(0)
            return self.said.read().split()[-1:] == [word]
        wait_for(f'a drag that is {word}', says)

    def drag_to(self, program, x, y):
        program.rest(self.process.pid)
        xdotool('mousemove', 100, 1030, 'mousedown', 1)
        program.rest(self.process.pid)
        for i in range(1, 21):
            xdotool('mousemove', 100 + i * (x - 100) // 20, 1030 + i * (y - 1030) // 20)
            if i == 3:
                self.expect('begun')
        program.rest(self.process.pid)
        self.expect('accepted')
        xdotool('mouseup', 1)


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f'{folder.name}/rows.csv'

    def write(self, text):
        pathlib.Path(self.path).write_text(text)

    def test_open(self):
        self.write(CSV)
        with Program() as program:
            open_file(program, self.path)
            program.expect(THREE)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.quit()

    def test_a_file_of_semicolons_opens_after_one_question(self):
        self.write('\ufeff' + CSV.replace(',', ';').replace('.', ',').replace('\n', '\r\n'))
        with Asking() as program:
            open_file(program, self.path)
            said = read_question(program, 'Open “rows.csv” Like This?')
            self.assertIn('semicolons separate its fields', said)
            self.assertIn('The first flower: z₁ = 1.0368, z₂ = 0.0032, z₃ = 0.1352, observed Setosa.', said)
            # Whoever says no keeps what there was.
            program.key('Escape')
            program.expect_gone('Open “rows.csv” Like This?')
            program.expect('b₃ −2, loss 1.891')
            open_file(program, self.path)
            program.expect_question('Open “rows.csv” Like This?')
            program.key('Return')
            program.expect(THREE)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.key('ctrl+z')
            program.expect('b₃ −2, loss 1.891')
            program.quit()

    def test_quoted_decimal_commas_open_after_the_same_question(self):
        self.write(re.sub(r'(\d)\.(\d+)', r'"\1,\2"', CSV))
        with Asking() as program:
            open_file(program, self.path)
            said = read_question(program, 'Open “rows.csv” Like This?')
            self.assertIn('commas separate its fields, and numbers in quotes have a decimal comma', said)
            self.assertIn('The first flower: z₁ = 1.0368, z₂ = 0.0032, z₃ = 0.1352, observed Setosa.', said)
            self.assertNotIn('thousands', said)
            program.key('Return')
            program.expect(THREE)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.quit()

    def test_thousands_are_asked_for(self):
        with Asking() as program:
            self.clip('1,234\t0\t1\tVirginica\n')
            choose(program, 'Paste from a Spreadsheet')
            said = read_question(program, 'Paste Like This?')
            self.assertIn('“1,234” is read with a decimal comma, as 1.234. If it is meant as 1234, take', said)
            program.key('Escape')
            program.expect_gone('Paste Like This?')
            program.expect('b₃ −2, loss 1.891')
            choose(program, 'Paste from a Spreadsheet')
            program.expect_question('Paste Like This?')
            program.key('Return')
            expect_rows(program, [['1.234', '0', '1', '■ Virginica']], 0)
            program.quit()

    def test_what_no_question_helps_is_refused(self):
        self.write(CSV.replace(',', ';').replace('0.1352', '0,1352'))
        with Program() as program:
            open_file(program, self.path)
            program.expect_question('“rows.csv” was not opened')
            program.wait_for('the error', lambda: next(
                (w for w in program.everything() if 'rows.csv:2: column z3: “0,1352” has a decimal comma'
                 in (w.get_name() or '')), None))
            program.key('Escape')
            program.quit()

    def test_refused_file_changes_nothing(self):
        with Program() as program:
            three(program)
            self.write('z1,z2,z3,observed\n' + '1,2,x,Setosa\n' * 25)
            open_file(program, self.path)
            program.expect_question('“rows.csv” was not opened')
            errors = program.wait_for('the errors', lambda: next(
                (w.get_name() for w in program.everything() if ':26:' in (w.get_name() or '')
                 or ':21:' in (w.get_name() or '')), None))
            self.assertIn('rows.csv:2: ', errors)
            self.assertNotIn(':22:', errors)
            self.assertIn('and 5 more', errors)
            program.key('Escape')
            program.expect(THREE)
            program.quit()

    def test_paste(self):
        with Program() as program:
            self.clip('1.0368\t0.0032\t0.1352\tSetosa\n0\t0\t1\tVirginica\n'
                      '0,0898\t0,8632\t0,1042\tversicolor\n'.replace('.', ','))
            choose(program, 'Paste from a Spreadsheet')
            program.expect(THREE)
            # Into the table it goes after the selected one, in one step.
            self.clip('0 0 0 1'.replace(' ', '\t'))
            program.click(*cell(program, 1, 0))
            program.key('ctrl+v')
            expect_rows(program, [SETOSA, VIRGINICA, EMPTY, VERSICOLOR], 2)
            program.key('ctrl+z')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 1)
            # Also from within an entry, which keeps what is but a number.
            program.click(*cell(program, 1, 1))
            self.clip('0 0 0 rose'.replace(' ', '\t'))
            program.key('ctrl+v')
            program.expect_question('Nothing was pasted')
            program.key('Escape')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 1)
            program.click(*cell(program, 1, 3))
            self.clip('-4,5')
            program.key('ctrl+a', 'ctrl+v')
            program.expect_entry('z₃ of the selected flower', '-4,5')
            program.click(*cell(program, 0, 0))
            expect_rows(program, [SETOSA, VIRGINICA[:2] + ['−4.5', '■ Virginica'], VERSICOLOR], 0)
            program.quit()

    def clip(self, text):
        subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, timeout=10)

    def test_a_slow_file_is_cancelled_at_once(self):
        os.mkfifo(self.path)
        writing = threading.Event()

        def write():
            with open(self.path, 'w') as pipe:
                pipe.write(CSV)
                pipe.flush()
                writing.wait()
        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        with Program() as program:
            open_file(program, self.path)
            program.get_shown('How much is read')
            program.expect_window('Reading “rows.csv”')
            program.key('Escape')
            # The writer is still there, and goes on after this alone.
            program.expect_gone('How much is read')
            program.expect('b₃ −2, loss 1.891')
            writing.set()
            writer.join(30)
            self.assertFalse(writer.is_alive())
            program.quit()

    def test_drop(self):
        self.write(CSV)
        with Program() as program, Source(self.path) as source:
            x, y, _, _ = geometry(program.window_id)
            source.drag_to(program, x + 500, y + 400)
            program.expect(THREE)
            source.end()
            program.quit()

    def test_ten_thousand(self):
        self.write('z1,z2,z3,observed\n' + ''.join(
            f'{i % 17},{i % 5},{i % 7},{1 + i % 3}\n' for i in range(10000)))
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                open_file(program, self.path)
                program.expect('Mean of 10000 flowers, flower 1 selected')
                program.key('g', 'g')
                program.click(*cell(program, 3, 2))
                program.key('ctrl+a')
                program.type('-7')
                program.key('Return')
                program.expect('Mean of 10000 flowers, flower 4 selected')
                program.rest()
                before = program.description().split('.')[0]
                program.quit()
            with Program(home) as program:
                program.expect(before)
                program.quit()


if __name__ == '__main__':
    main()
