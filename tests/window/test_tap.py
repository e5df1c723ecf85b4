#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""That tap.py calls wrong what is wrong: runs small programs of tests and reads what they print."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

from tap import main

FOLDER = pathlib.Path(__file__).resolve().parent


class Tap(unittest.TestCase):
    def check(self, text, expected, status):
        """The lines that are no diagnostics, and the exit status."""
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, 'program.py')
            program.write_text(f'import os, sys, unittest\nsys.path.insert(0, {str(FOLDER)!r})\n'
                               f'from tap import main\n\n\n{text}\n\nmain()\n')
            result = subprocess.run([sys.executable, str(program)], capture_output=True, text=True)
        lines = [line for line in result.stdout.splitlines() if not line.startswith('#')]
        self.assertEqual(lines, expected, result.stdout)
        self.assertEqual(result.returncode, status)

    def test_good_and_bad(self):
        self.check('class A(unittest.TestCase):\n'
                   '    def test_a(self): pass\n'
                   '    def test_b(self): self.fail()\n'
                   '    def test_c(self): raise OSError\n',
                   ['1..3', 'ok 1 /A/test_a', 'not ok 2 /A/test_b', 'not ok 3 /A/test_c'], 1)

    def test_functions(self):
        self.check('def test_a(): pass\n'
                   'def test_b(): assert False\n', ['1..2', 'ok 1 /test_a', 'not ok 2 /test_b'], 1)

    def test_all_good(self):
        self.check('class A(unittest.TestCase):\n'
                   '    def test_a(self):\n'
                   '        with self.subTest(1): pass\n', ['1..1', 'ok 1 /A/test_a'], 0)

    def test_subtests(self):
        self.check('class A(unittest.TestCase):\n'
                   '    def test_a(self):\n'
                   '        for n in range(3):\n'
                   '            with self.subTest(n=n): self.assertEqual(n % 2, 0)\n'
                   '    def test_b(self): pass\n',
                   ['1..2', 'not ok 1 /A/test_a', 'ok 2 /A/test_b'], 1)

    def test_what_comes_before_and_after(self):
        self.check('class A(unittest.TestCase):\n'
                   '    def setUp(self): self.addCleanup(self.fail)\n'
                   '    def test_a(self): pass\n'
                   'class B(unittest.TestCase):\n'
                   '    @classmethod\n'
                   '    def setUpClass(cls): raise OSError\n'
                   '    def test_b(self): pass\n',
                   ['1..2', 'not ok 1 /A/test_a', 'not ok 2 /setUpClass (__main__/B)'], 1)

    def test_skipped_is_not_good(self):
        self.check('class A(unittest.TestCase):\n'
                   '    @unittest.skip("")\n'
                   '    def test_a(self): pass\n', ['1..1', 'not ok 1 /A/test_a'], 1)

    def test_an_early_end_is_seen(self):
        self.check('class A(unittest.TestCase):\n'
                   '    def test_a(self): pass\n'
                   '    def test_b(self): os._exit(0)\n', ['1..2', 'ok 1 /A/test_a'], 0)


if __name__ == '__main__':
    main()
