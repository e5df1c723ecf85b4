#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the keyboard alone does with the picture: numbers that are hidden one by one, the view."""

import pathlib
import tempfile
import unittest

from harness import Program, main
from places import START, panel


class Numbers(unittest.TestCase):
    def test_hide_one(self):
        with Program() as program:
            # No number is marked: nothing happens.
            program.key('space', 'Return', 'Next', 'space')
            program.expect('loss hidden, slope −0.8491')
            program.key('Return')
            program.expect(START)
            program.key('Prior', 'space')
            program.expect('loss 1.891, slope hidden')
            # All around, and the other way.
            program.key('Next', 'space')
            program.expect('loss hidden, slope hidden')
            program.key('Prior', 'space')
            program.expect('loss hidden, slope −0.8491')
            program.key('Escape', 'space', 'Return')
            program.rest()
            self.assertIn('loss hidden, slope −0.8491', program.description())
            program.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
            program.expect(START)

    def test_letters_and_entries_keep_theirs(self):
        with Program() as program:
            program.key('Next')
            program.focus_entry('b₃, exact value')
            program.key('Next')
            program.expect('b₃ −3, loss')
            program.key('space')
            program.rest()
            self.assertNotIn('hidden', program.description())


class Letters(unittest.TestCase):
    def test_switched_off(self):
        """No key without Ctrl that is a letter, a digit or a sign does anything."""
        with tempfile.TemporaryDirectory() as home:
            settings = pathlib.Path(home, 'config', 'glib-2.0', 'settings', 'keyfile')
            settings.parent.mkdir(parents=True)
            settings.write_text('[org/logitscope/Logitscope]\nletter-keys=false\n')
            with Program(home) as program:
                before = program.description()
                program.key(*'fdltmhcqexkug123', 'period')
                program.rest()
                self.assertEqual(program.description(), before)
                program.key('F5')
                program.expect('Step 1 of ')
                program.rest()
                before = program.description()
                # A dark screen would take the next key to come back.
                for key in (*'nprbs', 'period'):
                    program.key(key)
                    program.rest()
                    self.assertEqual(program.description(), before, key)
                program.key('Next')
                program.expect('Step 2 of ')


class View(unittest.TestCase):
    def test_zoom(self):
        """The nearer the view, the finer a nudge."""
        with Program() as program:
            program.key(*['ctrl+Up'] * 6, 'Right')
            program.expect('b₃ −1.96, ')
            program.key(*['ctrl+Down'] * 6, 'Right')
            program.expect('b₃ −1.9, ')
            program.key(*['ctrl+Up'] * 6, 'Home', 'Right')
            program.expect('b₃ −1.8, ')

    def test_pan(self):
        """Another b₃ is under the same place."""
        with Program() as program:
            x, y = panel(program, 0.5)

            def drag_here():
                program.drag(x - 200, y, x, y)
                program.rest()
                return program.bias()
            before = drag_here()
            program.key(*['ctrl+Right'] * 3)
            right = drag_here()
            self.assertAlmostEqual(right - before, 3 * 0.06 * 20, delta=0.2)
            program.key(*['ctrl+Left'] * 3)
            self.assertAlmostEqual(drag_here(), before, delta=0.2)


class Stage(unittest.TestCase):
    """Numbers are walked before a hall, too, with keys that no clicker sends."""

    def test_one_number(self):
        with Program() as program:
            program.key('F5')
            program.expect('p Setosa hidden')
            program.key('ctrl+Next', 'space')
            # The step stays: the keys are the number's.
            program.expect('loss 1.89, slope hidden')
            program.expect('Step 1 of 20')
            program.key('Return')
            program.expect('loss hidden, slope hidden')
            program.key('ctrl+Next', 'space')
            program.expect('p Setosa 0.151')
            # Without a frame they are the lecture's again.
            program.key('Escape', 'space')
            program.expect('Step 2 of 20')
            # Another step has no frame yet.
            program.key('ctrl+Prior', 'Right')
            program.expect('Step 3 of 20')
            program.key('space')
            program.expect('Step 4 of 20')
            program.key('Escape')
            program.expect_not('Step ')


if __name__ == '__main__':
    main()
