#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Under the hood, kept curves and the shift of all logits."""

import unittest

from harness import Program, main, xdotool
from places import START, panel


class Hood(unittest.TestCase):
    NUMBERS = 'secant slope −0.76948, exact −0.84912, off by 0.080'

    def test_key_and_menu_section(self):
        with Program() as program:
            name = 'Logits Where Plain Arithmetic Breaks'
            self.assertIsNone(program.find(name))
            program.key('u')
            program.expect('Under the hood: h 1, ' + self.NUMBERS)
            program.get(name)
            program.key('u')
            program.expect_not('hood')
            program.wait_for('no section', lambda: program.find(name) is None)

    def test_slider_is_one_undo_step(self):
        with Program() as program:
            program.key('u')
            slider = program.get('h', 'slider')
            x, y, width, height = program.place(slider)
            program.drag(x + 14, y + height / 2, x + width / 2, y + height / 2, steps=12)
            program.expect_value('h', lambda value: -8 < value < -4)
            program.expect_not('h 1, ')
            program.expect('exact −0.84912')
            program.key('ctrl+z')
            program.expect('Under the hood: h 1, ' + self.NUMBERS)
            # The drag was all of one step: the next one is the part itself.
            program.key('ctrl+z')
            program.expect_not('hood')

    def test_steps_and_exact_entry(self):
        with Program() as program:
            program.key('u')
            for h in ('0.5', '0.2', '0.1', '0.05'):
                program.press('Decrease h')
                program.expect(f'h {h}, secant')
            program.press('Increase h')
            program.expect('h 0.1, secant')
            for typed, h in (('1e-3', '0.001'), ('1/8', '0.125'), ('1e-12', '10⁻¹²')):
                program.focus_entry('h, exact value')
                program.type(typed)
                program.key('Return')
                program.expect(f'h {h}, secant')

    def test_keys_of_the_slider(self):
        with Program() as program:
            program.key('u')
            program.focus_entry('h, exact value')
            program.key('Tab', 'Tab', 'Tab', 'Right', 'Right', 'Right')
            program.expect('h 0.5, secant')
            program.key('Home')
            program.expect('h 10⁻¹², secant')
            program.key('End')
            program.expect('h 1, secant')

    def test_button_cycles(self):
        with Program() as program:
            program.key('u')
            for text in ('p ∞/∞ (undefined)', 'p 0/0 (undefined)', '∂L/∂b₃ 0·∞ (undefined)'):
                program.press('Logits Where Plain Arithmetic Breaks')
                program.expect(text)
                self.assertNotIn('nan', program.description().lower())
            program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
            program.expect_not('Plain arithmetic')
            program.expect(self.NUMBERS)

    def test_hidden_slope_is_not_spoken(self):
        with Program() as program:
            program.key('u', 'h')
            program.expect('secant slope hidden, exact hidden, off by hidden, half point hidden')
            for widget in program.everything():
                said = f'{widget.get_name()} {widget.get_description()}'
                for digits in ('7694', '8491', '2722'):
                    self.assertNotIn(digits, said)


class Compare(unittest.TestCase):
    KEPT = 'Kept curves: Worked example 1: Setosa'

    def none_kept(self, program):
        program.expect_not('Kept curves')
        program.expect(START)

    def test_keep_and_undo(self):
        with Program() as program:
            program.key('k')
            program.expect(self.KEPT)
            program.key('3', 'k')
            program.expect(self.KEPT + ', Worked example 1: Setosa, if Virginica')
            program.key('ctrl+z')
            program.wait_for('one kept curve', lambda: program.description().endswith(self.KEPT))
            program.key('ctrl+z', 'ctrl+z')
            self.none_kept(program)
            program.key('ctrl+shift+z')
            program.expect(self.KEPT)

    def test_name_and_remove(self):
        with Program() as program:
            # The section is at the end of the sidebar.
            xdotool('windowsize', '--sync', program.window_id, 1400, 1000)
            program.key('k')
            program.expect(self.KEPT)
            program.scroll(40, 600, *[5] * 30)
            entry = 'Name of kept curve 1'
            program.focus_entry(entry)
            program.type('h1-2 kx')
            program.expect_entry(entry, 'h1-2 kx')
            program.expect(START)
            program.expect(self.KEPT)
            program.key('Escape')
            program.expect_entry(entry, 'Worked example 1: Setosa')
            program.focus_entry(entry)
            program.type('h1-2 kx')
            program.key('Return')
            program.expect('Kept curves: h1-2 kx')
            program.focus_entry(entry)
            program.type('by leaving it')
            program.expect_entry(entry, 'by leaving it')
            program.click(*panel(program, 0.9))
            program.expect('Kept curves: by leaving it')
            program.key('ctrl+Home', 'ctrl+z')
            program.expect('Kept curves: by leaving it')
            program.press('Remove “by leaving it”')
            program.expect_not('Kept curves')

    def test_six_are_the_most(self):
        with Program() as program:
            program.key(*'kkkkkk')
            program.expect('Setosa (6)')
            program.key('k')
            program.get_said('Six curves are the most. Remove one under “Kept Curves” in the sidebar.')
            program.press('Remove All')
            self.none_kept(program)

    def test_shift_moves_nothing_else(self):
        with Program() as program:
            program.key('x')
            program.expect('One number added to all three logits moves every z and nothing else')
            x, y, width, height = program.place(program.get('Shift all, c', 'slider'))
            program.drag(x + width / 2, y + height / 2, x + width / 2 + 60, y + height / 2,
                         steps=12)
            program.expect_value('Shift all, c', lambda value: value > 1)
            program.expect(START)
            program.expect('is −0.8491')
            program.expect(' added to all three logits moves every z and nothing else')
            program.expect_not('One number')
            program.key('ctrl+z')
            program.expect_value('Shift all, c', lambda value: value == 0)
            program.key('x')
            program.expect_not('added to all')


if __name__ == '__main__':
    main()
