#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The lecture, as a clicker and a lecturer's hand on the mouse go through it."""

import re
import unittest

from harness import Program, main, xdotool


def bias(program):
    """The sentence of a step may name b₃, too."""
    found = re.search(r'b 3 equals (−?[\d.]+), loss', program.description())
    return float(found.group(1).replace('−', '-'))


class Lecture(unittest.TestCase):
    def expect_bias(self, program, is_right):
        program.wait_for('another b₃', lambda: is_right(bias(program)))

    def test_steps_and_back(self):
        with Program() as program:
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 1 of 20: How wrong is the network?')
            program.key('Next', 'Right', 'n')
            program.expect('Step 4 of 20')
            program.expect('slope hidden: predict it')
            program.key('Home')
            program.expect('Step 1 of 20')
            program.key('Next', 'Next', 'Next')
            program.expect('Step 4 of 20')
            program.key('Prior', 'Left')
            program.expect('Step 2 of 20')
            program.expect('b₃ −2, loss 1.89, slope hidden')
            # Stopped and started again at the same step; the own state in between.
            program.key('F5')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 2 of 20')
            program.key('Escape')
            program.expect('b₃ −1.9, ')

    def test_dragging_and_the_step_as_written(self):
        with Program() as program:
            program.key('F5')
            program.expect('Step 1 of 20')
            program.key('Next')
            program.expect('Step 2 of 20')
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.2 * width, y + 0.3 * height, x + 0.4 * width, y + 0.3 * height)
            program.expect_not('b₃ −2, ')
            program.key('r')
            program.expect('b₃ −2, ')

    def hold(self, x1, y1, x2, y2):
        """A drag; the hand that holds it, which goes on to other places as if nothing had been."""
        def go_on():
            for x in x1, x2, (x1 + x2) / 2:
                program.move(x, y1)
            self.let_go()
        program = self.program
        program.move(x1, y1)
        xdotool('mousedown', 1)
        self.addCleanup(self.let_go)
        for i in range(1, 9):
            program.move(x1 + (x2 - x1) * i / 8, y1 + (y2 - y1) * i / 8)
        return go_on

    @staticmethod
    def let_go():
        xdotool('mouseup', 1)

    def hold_the_plot(self):
        x, y, width, height = self.program.place(self.program.plot)
        # The window has the formula above its panels.
        part = 0.3 if 'Step' in self.program.description() else 0.5
        return self.hold(x + 0.2 * width, y + part * height, x + 0.4 * width, y + part * height)

    def hold_the_slider(self):
        x, y, width, height = self.program.place(self.program.get_shown('b₃', 'slider'))
        at = x + width * (bias(self.program) + 10) / 20
        return self.hold(at, y + height / 2, at + 60, y + height / 2)

    def expect_undone(self, before):
        """What was dragged last is one step of undo."""
        self.program.key('ctrl+z')
        self.program.expect(before)

    def test_a_drag_ends_with_its_step(self):
        with Program() as self.program:
            program = self.program
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 1 of 20')
            for end, after in (('Next', 'Step 3 of 20'), ('Prior', 'Step 1 of 20'), ('r', 'b₃ −2, '),
                               ('Escape', 'b₃ −1.9, ')):
                program.key('Home', 'Next')
                program.expect('Step 2 of 20')
                go_on = self.hold_the_plot()
                program.expect_not('b₃ −2, ')
                program.key(end)
                program.expect(after)
                before = bias(program)
                go_on()
                program.rest()
                self.assertEqual(bias(program), before, end)
            # The plot can be taken again.
            program.key('Right')
            program.expect('b₃ −1.8, ')
            self.hold_the_plot()
            self.let_go()
            program.expect_not('b₃ −1.8, ')
            self.expect_undone('b₃ −1.8, ')
            self.expect_undone('b₃ −1.9, ')

    def test_a_slider_is_let_go_with_its_step(self):
        with Program() as self.program:
            program = self.program
            program.key('F5')
            program.expect('Step 1 of 20')
            program.key('Next', 's')
            program.expect('Step 2 of 20')
            for end, after in ('Next', 'Step 3 of 20'), ('Escape', 'b₃ −2, loss 1.891'):
                go_on = self.hold_the_slider()
                program.expect_not('b₃ −2, ')
                program.key(end)
                program.expect(after)
                go_on()
                program.rest()
                self.assertEqual(bias(program), -2, end)
            self.hold_the_slider()
            self.let_go()
            program.expect_not('b₃ −2, ')
            self.expect_undone('b₃ −2, loss 1.891')

    def test_a_drag_ends_with_the_window(self):
        with Program() as self.program:
            program = self.program
            go_on = self.hold_the_plot()
            program.expect_not('b₃ −2, ')
            program.rest()
            own = bias(program)
            program.key('F5')
            program.expect('Step 1 of 20')
            go_on()
            program.rest()
            self.assertEqual(bias(program), -2)
            program.key('Escape')
            self.expect_bias(program, lambda b: b == own)
            self.expect_undone('b₃ −2, ')

    def test_dark_screen(self):
        with Program() as program:
            program.key('F5')
            program.expect('Step 1 of 20')
            # The first key after it only brings the light back.
            program.key('period', 'Next')
            program.rest()
            self.assertIn('Step 1 of 20', program.description())
            program.key('b', 'b', 'Next')
            program.expect('Step 2 of 20')
            # Shift alone is no key, and a press brings the light back and moves nothing.
            program.key('b', 'Shift_L', 'Next')
            program.rest()
            self.assertIn('Step 2 of 20', program.description())
            program.key('b')
            program.rest()
            x, y, width, height = program.place(program.plot)
            program.click(x + 0.4 * width, y + 0.3 * height)
            program.rest()
            program.expect('b₃ −2, loss 1.89')
            program.key('Next')
            program.expect('Step 3 of 20')


if __name__ == '__main__':
    main()
