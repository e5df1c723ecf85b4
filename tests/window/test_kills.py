# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Works with random keys, is ended at a random moment, and goes on where it was.

SCOPE_ROUNDS says how often, SCOPE_SEED what is random. What is known to be on the disk must be there at the
next start, or something that was done after it; after a signal that lets the program finish, the last of it."""

import os
import pathlib
import random
import re
import signal
import tempfile
import time
import unittest

from harness import TIMEOUT, Program, main, wait_for

ROUNDS = int(os.environ.get('SCOPE_ROUNDS', '4'))
SEED = int(os.environ.get('SCOPE_SEED', '1'))

KEYS = ['1', '2', '3', 'Right', 'Left', 'shift+Left', 'g', 'shift+g', 'k', 'x', 'u', 'm', 'd', 'l',
        'ctrl+z', 'ctrl+shift+z', 'F9']
# Longer than the program waits until it writes: in some rounds it is in the middle of that.
LONGEST_WAIT_S = 3


class Kills(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(SEED)
        self.folder = tempfile.TemporaryDirectory(prefix='scope-home-', ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)
        self.home = self.folder.name
        self.states = pathlib.Path(self.home, 'state', 'logitscope')
        self.largest = 0  # of all b₃ that have been: what is written of one may be on the disk

    def kept_bias(self):
        try:
            found = re.search(r'^bias=(.*)$', (self.states / 'state.ini').read_text(), re.M)
        except FileNotFoundError:
            return None
        return float(found.group(1))

    def do(self, program, key):
        program.key(key)
        program.rest()
        self.largest = max(self.largest, program.bias())
        return program.description()

    def work(self, program):
        for _ in range(self.random.randrange(6)):
            self.do(program, self.random.choice(KEYS))

    def keep(self, program):
        """Goes to a b₃ that never was, and waits until that is on the disk: so is all before it."""
        for _ in range(100):
            before = self.largest
            seen = self.do(program, 'shift+Right')
            if self.largest > before:
                break
        self.assertGreater(self.largest, before)
        wait_for('the state on the disk', lambda: self.kept_bias() is not None
                 and abs(self.kept_bias() - self.largest) < 1e-3 * max(1, self.largest))
        return seen

    def end(self, program, number):
        time.sleep(self.random.uniform(0, LONGEST_WAIT_S))
        program.process.send_signal(number)
        self.assertEqual(program.process.wait(TIMEOUT), -number)

    def round(self, allowed, number):
        """Returns what may be seen at the next start."""
        with Program(home=self.home) as program:
            program.rest()
            if allowed is not None:
                self.assertIn(program.description(), allowed)
            self.work(program)
            seen = [self.keep(program)]
            for _ in range(self.random.randrange(5)):
                seen.append(self.do(program, self.random.choice(KEYS)))
            self.end(program, number)
        self.assertLessEqual({path.name for path in self.states.iterdir()},
                             {'state.ini', 'state.lock'})
        return seen if number == signal.SIGKILL else seen[-1:]

    def test_rounds(self):
        allowed = None
        for i in range(ROUNDS):
            number = self.random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
            with self.subTest(seed=SEED, round=i, signal=number.name):
                allowed = self.round(allowed, number)
        with Program(home=self.home) as program:
            program.rest()
            self.assertIn(program.description(), allowed)


if __name__ == '__main__':
    main()
