#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Gradient descent: its keys and buttons, the table of steps, and what is kept."""

import pathlib
import tempfile
import unittest

from harness import Program, main, xdotool


class Descent(unittest.TestCase):
    # As logitscope-cli descend prints them at a rate of 1.
    PLACES = ['b 3 equals −2,', 'b 3 equals −1.151,', 'b 3 equals −0.4443,', 'b 3 equals 0.09857,']

    def test_keys_walk_and_undo(self):
        with Program() as program:
            program.key('g')
            program.expect(self.PLACES[1])
            program.expect('Next step: b₃ = −1.151 − 1·(−0.7065) ≈ −0.4443')
            program.key('g', 'g')
            program.expect(self.PLACES[3])
            program.key('shift+g')
            program.expect(self.PLACES[2])
            program.key('ctrl+z')
            program.expect(self.PLACES[3])
            program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
            program.expect(self.PLACES[0])
            program.expect_not('Next step')

    def test_run_is_one_undo_step(self):
        with Program() as program:
            program.press('Run')
            program.expect(self.PLACES[2])
            program.press('Pause')
            program.get('Run')
            program.rest()
            walked = program.description()
            # Nothing is about to step: no frame is drawn, and no clock is running.
            program.rest()
            self.assertEqual(program.description(), walked)
            program.key('ctrl+z')
            program.expect(self.PLACES[0])

    def test_two_rates_from_one_start(self):
        with Program() as program:
            program.key('g', 'g')
            program.press('Keep')
            program.expect(self.PLACES[0])
            program.key('g')
            program.expect('kept: 2 steps at η = 1, to b₃ = −0.4443')
            program.press('Zoom')
            # The axis is some three units wide: a drag over a tenth of the plot is not two of them.
            before = program.bias()
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.3 * width, y + 0.55 * height, x + 0.35 * width, y + 0.55 * height)
            program.expect_bias(lambda b: 0 < abs(b - before) < 1.5)
            program.quit()

    def test_no_minimum_is_said(self):
        with Program() as program:
            program.press('To the Minimum')
            program.get_shown('There is no finite minimum: the loss keeps falling as b₃ rises', 'label')
            program.expect(self.PLACES[0])

    def test_row_goes_to_its_place(self):
        with Program() as program:
            xdotool('windowsize', '--sync', program.window_id, 1400, 1020)
            # So few that none is scrolled away, however high a row is.
            program.key('g', 'g')
            program.expect(self.PLACES[2])
            program.click_on('Table', 'toggle button')
            step = program.get_shown('−1.151', 'label')
            # The table lies below the plot, over nothing of it.
            _, top, _, height = program.place(program.plot)
            self.assertGreaterEqual(program.place(step)[1], top + height)
            program.click(*program.middle(step))
            program.expect(self.PLACES[1])
            program.press('Close the table')
            program.expect_gone('−1.151', 'label')

    def test_reduced_motion_walks_in_jumps(self):
        with tempfile.TemporaryDirectory() as home:
            settings = pathlib.Path(home, 'config', 'gtk-4.0', 'settings.ini')
            settings.parent.mkdir(parents=True)
            settings.write_text('[Settings]\ngtk-enable-animations=false\n')
            with Program(home) as program:
                program.click_on('×1', 'label')
                program.key('Down', 'Return')
                program.get_shown('×10', 'label')
                seen = [program.description().split(',')[0]]
                program.press('Run')

                def twice():
                    now = program.description().split(',')[0]
                    if now != seen[-1]:
                        seen.append(now)
                    return len(seen) > 2
                program.wait_for('two jumps', twice)
                program.quit()
            # Ten steps a second, each second's at once.
            self.assertEqual(seen, ['b 3 equals −2', 'b 3 equals 1.738', 'b 3 equals 2.562'])

    def test_table_is_saved(self):
        with tempfile.TemporaryDirectory() as folder, Program() as program:
            program.key('g', 'g')
            program.expect(self.PLACES[2])
            for label, name, begin in (('Save as CSV…', 'a.csv', 'step,bias,loss,gradient,step_size,p\n'),
                                       ('Save as LaTeX…', 'a.tex', '\\begin{tabular}{rrrrrrr}\n')):
                if not program.find(label):
                    program.press('Table', 'toggle button')
                program.press(label)
                saved = pathlib.Path(folder, name)
                program.choose_file('Save the Steps', str(saved))
                program.get_shown(f'Saved “{name}”', 'label')
                self.assertTrue(saved.read_text().startswith(begin))
                self.assertEqual(len(saved.read_text().splitlines()), 4 if name == 'a.csv' else 7)
            program.quit()

    def test_letter_stays_text_in_an_entry(self):
        with Program() as program:
            entry = 'z₁ of Setosa at b₃ = 0, exact value'
            program.focus_entry(entry)
            program.type('gG')
            program.expect_entry(entry, 'gG')
            self.assertIn(self.PLACES[0], program.description())
            self.assertNotIn('Next step', program.description())


if __name__ == '__main__':
    main()
