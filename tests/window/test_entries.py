#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is typed into entries, and the dialog that exports."""

import pathlib
import tempfile
import unittest

from harness import Atspi, Program, main, text_of
from places import START


class Entries(unittest.TestCase):
    ENTRIES = ['z₁ of Setosa at b₃ = 0, exact value', 'z₂ of Versicolor at b₃ = 0, exact value',
               'z₃ of Virginica at b₃ = 0, exact value', 'b₃, exact value']

    def test_typing_stays_in_the_entry(self):
        with Program() as program:
            for name, value in zip(self.ENTRIES, ('1.0368', '0.0032', '0.1352', '-2')):
                program.focus_entry(name)
                program.type('h1-2 ')
                program.expect_entry(name, 'h1-2 ')
                self.assertIn(START, program.description())
                program.key('Escape')
                program.expect_entry(name, value)

    def test_typing_stays_in_the_weights(self):
        with Program() as program:
            program.click_on('Wiring: b₃ is added to', 'combo box')
            program.key('End', 'Return')
            for name in ('Weight of b₃ in z₁', 'Weight of b₃ in z₂', 'Weight of b₃ in z₃'):
                program.focus_entry(name)
                program.type('h1-2 ')
                program.expect_entry(name, 'h1-2 ')
                self.assertIn(START, program.description())
                program.key('Escape')
            program.focus_entry('Weight of b₃ in z₂')
            program.type('1')
            program.key('Return')
            program.expect('slope −0.6887')

    def test_keys_step_the_value(self):
        with Program() as program:
            program.focus_entry('b₃, exact value')
            for keys, value in ((['Up'], '−1.9'), (['Down', 'Down'], '−2.1'), (['Prior'], '−1.1'),
                                (['Next', 'Next'], '−3.1')):
                program.key(*keys)
                program.expect(f'b₃ {value}, ')
            program.focus_entry('z₁ of Setosa at b₃ = 0, exact value')
            program.key('Up')
            program.expect_entry('z₁ of Setosa at b₃ = 0, exact value', '1.1')

    def test_exact_values(self):
        with Program() as program:
            program.focus_entry('b₃, exact value')
            program.type('1,5')
            program.key('Return')
            program.expect('b₃ 1.5, ')
            program.focus_entry('b₃, exact value')
            program.type('1e999')
            program.key('Return')
            program.rest()
            self.assertIn('b 3 equals 1.5, ', program.description())
            program.expect_entry('b₃, exact value', '1e999')
            program.key('Escape')

    def test_minus(self):
        """What is edited has the keyboard's minus, which every voice reads; any minus is taken."""
        name = 'b₃, exact value'
        with Program() as program:
            program.expect_entry(name, '−2')
            program.focus_entry(name)
            program.expect_entry(name, '-2')
            program.key('Down')
            program.expect_entry(name, '-2.1')
            for n, minus in enumerate('-−–－‑', 3):
                # As an input method gives it: no keyboard has them all.
                Atspi.EditableText.set_text_contents(program.find(name, 'text'), f'{minus}{n}')
                program.expect_entry(name, f'{minus}{n}')
                program.key('Return')
                program.expect(f'b₃ −{n}, ')
                program.expect_entry(name, f'−{n}')
                program.focus_entry(name)
                program.expect_entry(name, f'-{n}')

    def test_a_long_number_is_rounded(self):
        """None of its digits is cut off by the entry's edge, by which it would be another number."""
        name = 'b₃, exact value'
        with Program() as program:
            program.key('g', 'g', 'g')
            program.expect('b₃ 0.09857, ')
            shown = text_of(program.find(name, 'text'))
            self.assertRegex(shown, r'^0\.09\d+$')
            self.assertLessEqual(len(shown), 9)
            program.focus_entry(name)
            whole = program.wait_for('all of its digits', lambda: next(
                (text for text in [text_of(program.find(name, 'text'))] if len(text) > 12), None))
            self.assertEqual(float(shown), round(float(whole), len(shown) - 2))
            # To look at it changes nothing.
            program.key('Return')
            program.expect('b₃ 0.09857, ')
            program.expect_entry(name, shown)

    def test_return_gives_the_keys_back(self):
        with Program() as program:
            program.focus_entry('b₃, exact value')
            program.type('3')
            program.key('Return')
            program.expect('b₃ 3, ')
            program.key('h')
            program.expect('loss hidden')
            program.key('ctrl+z', 'ctrl+z')
            program.expect(START)
            program.expect_entry('b₃, exact value', '−2')

    def test_extremes(self):
        with Program() as program:
            for value in ('700', '-700', '1e300', '-1e308', '0'):
                program.focus_entry(self.ENTRIES[0])
                program.type(value)
                program.key('Return')
                program.rest()
                self.assertNotIn('nan', program.description().lower())
            program.focus_entry('b₃, exact value')
            program.type('1e308')
            program.key('Return')
            program.expect('b₃ 1·10³⁰⁸')

    def test_copy_in_an_entry_copies_text(self):
        with Program() as program:
            program.focus_entry('b₃, exact value')
            program.type('42')
            program.key('ctrl+a', 'ctrl+c', 'Right')
            program.key('ctrl+v')
            program.expect_entry('b₃, exact value', '4242')


class Export(unittest.TestCase):
    def test_by_the_dialog(self):
        with tempfile.TemporaryDirectory() as folder, Program() as program:
            program.key('ctrl+e')
            program.expect_window('Export the Picture')
            program.get_shown('Preview of the picture')
            program.key('Return')
            path = pathlib.Path(folder, 'plot.png')
            program.choose_file('Save the Picture', str(path))
            program.get_said('Saved “plot.png”')
            self.assertEqual(path.read_bytes()[:8], b'\x89PNG\r\n\x1a\n')


if __name__ == '__main__':
    main()
