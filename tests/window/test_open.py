#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Files that are named on the command line, as a file manager does, with and without a window there."""

import pathlib
import subprocess
import tempfile
import unittest

from flowers import SETOSA, THREE, VERSICOLOR, VIRGINICA, expect_rows, three
from harness import PROGRAM, TIMEOUT, Asking, Program, environment, main

CSV = 'z1,z2,z3,observed\n1.0368,0.0032,0.1352,Setosa\n0,0,1,3\n0.0898,0.8632,0.1042,versicolor\n'
TWO = 'z1,z2,z3,observed\n1,2,3,1\n0,0,1,3\n'


class Open(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, text, name='rows.csv'):
        path = pathlib.Path(self.folder, name)
        path.write_text(text)
        return str(path)

    def call(self, home, *arguments):
        """A second start, which must end by itself: its status and what it said."""
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment(home),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT)
        return done.returncode, done.stdout.decode() + done.stderr.decode()

    def test_at_the_start(self):
        with Program(arguments=[self.write(CSV)]) as program:
            program.expect(THREE)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.key('ctrl+z')
            program.expect('b₃ −2, loss 1.891')
            program.quit()

    def test_the_kept_state_comes_back_by_an_undo(self):
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                three(program)
                program.quit()
            with Program(home, [self.write(TWO)]) as program:
                program.expect('Total of 2 flowers')
                program.key('ctrl+z')
                program.expect(THREE)
                program.quit()

    def test_in_the_window_that_is_there(self):
        path = self.write(TWO)
        with tempfile.TemporaryDirectory() as home, Program(home) as program:
            three(program)
            self.assertEqual(self.call(home, path), (0, ''))
            program.expect('Total of 2 flowers')
            # A name is that of the folder which the second start was in.
            program.key('ctrl+z')
            program.expect(THREE)
            self.assertEqual(self.call(home, 'rows.csv'), (0, ''))
            program.expect('Total of 2 flowers')
            program.key('ctrl+z')
            program.expect(THREE)
            program.quit()

    def test_while_a_question_waits(self):
        first, second = self.write(CSV.replace(',', ';'), 'first.csv'), self.write(TWO)
        with tempfile.TemporaryDirectory() as home, Asking(home, [first]) as program:
            program.get_shown('Open “first.csv” Like This?')
            self.assertEqual(self.call(home, second), (0, ''))
            program.expect('Total of 2 flowers')
            program.expect_gone('Open “first.csv” Like This?')
            program.quit()

    def test_refused(self):
        with tempfile.TemporaryDirectory() as home, \
                Program(home, [self.write('z1,z2\n1,2\n')]) as program:
            program.expect_question('“rows.csv” was not opened')
            program.key('Escape')
            program.expect_gone('“rows.csv” was not opened')
            self.assertEqual(self.call(home, self.folder), (0, ''))
            program.get_said('This is a folder. A CSV file of observations can be opened.')
            program.key('Escape')
            program.expect('b₃ −2, loss 1.891')
            program.quit()

    def test_no_such_file_and_too_many(self):
        """Said where it was asked for, by an exit status, too; no window comes."""
        path = self.write(CSV)
        wrong = [
            (['no\x1b[31m\u202e.csv'], 1, 'logitscope: “no\\u{001b}[31m\\u{202e}.csv” was not opened: '
                                          'there is no such file.\n'),
            ([path, path], 2, 'logitscope: One file at a time can be opened; 2 are named.\n'),
        ]
        with tempfile.TemporaryDirectory() as home:
            for arguments, status, said in wrong:
                self.assertEqual(self.call(home, *arguments), (status, said))
            with Program(home) as program:
                for arguments, status, said in wrong:
                    self.assertEqual(self.call(home, *arguments), (status, said))
                program.expect('b₃ −2, loss 1.891')
                program.quit()

    def test_classes(self):
        """They are called so from the start, are kept, and read in the file that is named beside them."""
        path = self.write('z1,z2,z3,observed\n1,2,3,Dog\n0,0,1,3\n')
        with tempfile.TemporaryDirectory() as home:
            with Program(home, ['--classes=cat,dog,bird', path]) as program:
                program.expect('Total of 2 flowers')
                program.get_shown('● cat', 'radio button')
                program.key('ctrl+z')
                program.expect('b₃ −2, loss 1.891')
                program.quit()
            with Program(home) as program:
                program.get_shown('▲ dog', 'radio button')
                self.assertEqual(self.call(home, '--classes=a;b, or c;d'), (0, ''))
                program.get_shown('▲ b, or c', 'radio button')
                status, said = self.call(home, '--classes=a,b,\x1b')
                self.assertEqual(status, 2)
                self.assertEqual(said, 'logitscope: --classes=a,b,\\u{001b} is not allowed; allowed: three different '
                                       'names of 1 to 60 characters, as in cat,dog,bird (A class’s name has no '
                                       'control characters)\n')
                program.get_shown('▲ b, or c', 'radio button')
                program.quit()

    def test_scenario(self):
        """Its options are those of the other program: here, and for the window that is open already."""
        with tempfile.TemporaryDirectory() as home:
            with Program(home, ['--bias=1', '--logits=0,0,0', '--classes=cat,dog,bird', '--observed=dog']) as program:
                program.expect('b₃ 1, loss 1.551')
                program.get_shown('▲ dog', 'radio button')
                self.assertEqual(self.call(home, '--bias=0', '--shift=7'), (0, ''))
                program.expect('b₃ 0, loss 1.099')
                for wrong, allowed in ('bias=x', 'one finite number, as in -2'), ('h=2', 'a number from 1e-12 to 1, as in 1e-3'):
                    self.assertEqual(self.call(home, f'--{wrong}'),
                                     (2, f'logitscope: --{wrong} is not allowed; allowed: {allowed}\n'))
                program.key('ctrl+z')
                program.expect('b₃ 1, loss 1.551')
                program.key('ctrl+z')
                program.expect('b₃ −2, loss 1.891')
                program.quit()

    def test_unknown_option(self):
        with tempfile.TemporaryDirectory() as home:
            status, said = self.call(home, '--no\x1b[31m-such')
            self.assertEqual(status, 1)
            self.assertNotIn('\x1b', said)
            self.assertIn('--no\\u{001b}[31m-such', said)


if __name__ == '__main__':
    main()
