#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drags and clicks in the plot, and what is hidden and predicted there."""

import unittest

from harness import Program, main, xdotool
from places import START, panel, paste


class Drag(unittest.TestCase):
    def test_plot_scrubs_and_undo_takes_the_whole_drag(self):
        with Program() as program:
            x1, y = panel(program, 0.3)
            x2, _ = panel(program, 0.7)
            program.drag(x1, y, x2, y, steps=15)
            program.expect_bias(lambda b: b > 3)
            program.key('ctrl+z')
            program.expect(START)
            program.key('ctrl+z')
            program.rest()
            self.assertIn(START, program.description())
            program.key('ctrl+shift+z')
            program.expect_bias(lambda b: b > 3)

    def test_the_point_follows_from_anywhere(self):
        with Program() as program:
            x, y = panel(program, 0.9)
            program.drag(x, y, x + 20, y)
            program.expect_bias(lambda b: b > 6)

    def test_gradient_panel_scrubs(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.3 * width, y + 0.8 * height, x + 0.6 * width, y + 0.8 * height)
            program.expect_bias(lambda b: b > 0)

    def test_linked_plots_scrub(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            # p over z₁, whose point goes right with b₃; then −ln p over p, likewise.
            for at in 0.6, 0.9:
                program.key('ctrl+Home')
                program.expect(START)
                program.drag(x + 0.8 * width, y + at * height, x + 0.93 * width, y + at * height)
                program.expect_bias(lambda b: b > -1)

    def test_slider(self):
        with Program() as program:
            name = 'z₁ of Setosa at b₃ = 0'
            x, y, width, height = program.place(program.get(name, 'slider'))
            at = x + width * (1.0368 + 10) / 20
            program.drag(at, y + height / 2, at + 60, y + height / 2, steps=12)
            program.expect_value(name, lambda value: value > 3)
            # The slider's drag ended: the arrows nudge b₃ again.
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('ctrl+z', 'ctrl+z')
            program.expect(START)

    def test_a_key_at_once_after_a_slider_is_a_step_of_its_own(self):
        name = 'z₁ of Setosa at b₃ = 0'
        with Program() as program:
            x, y, width, height = program.place(program.get(name, 'slider'))
            program.move(x + 0.55 * width, y + height / 2)
            xdotool('mousedown', 1)
            program.move(x + 0.8 * width, y + height / 2)
            xdotool('mouseup', 1, 'key', '--delay', 0, '2')
            program.expect_value(name, lambda value: value > 3)
            program.key('ctrl+z')
            program.rest()
            program.expect_value(name, lambda value: value > 3)
            program.key('ctrl+z')
            program.expect(START)
            program.quit()

    def test_double_click_resets_the_view_alone(self):
        with Program() as program:
            x, y = panel(program, 0.5)
            program.scroll(x, y, 4, 4, 4, 4, 4)
            program.click(x, y, count=2)
            program.key('ctrl+z')
            program.rest()
            self.assertIn(START, program.description())

    def test_the_axis_pans(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            # To the right: at the panel's right end is less than the 6 and more that was there before.
            program.drag(x + 0.15 * width, y + 0.95 * height, x + 0.4 * width, y + 0.95 * height)
            program.rest()
            self.assertIn(START, program.description())
            program.drag(*panel(program, 0.9), *panel(program, 0.92))
            program.expect_bias(lambda b: b < 4 and b != -2)
            # Over the view there is no undo: one step is the drag of the point.
            program.key('ctrl+z')
            program.expect(START)

    def test_click_on_a_segment(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            program.click(x + 0.93 * width, y + 0.075 * height)
            program.expect('loss 0.7929')


class Prediction(unittest.TestCase):
    def test_key_hides_and_reveals(self):
        with Program() as program:
            program.key('h')
            program.expect('loss hidden, slope hidden: predict it')
            self.assertNotIn('0.8491', program.description())
            program.key('ctrl+z')
            program.expect(START)
            program.key('h', 'h')
            program.expect(START)

    def test_turning_a_tangent(self):
        with Program() as program:
            program.key('e')
            program.expect('Your slope: 0')
            program.expect('slope hidden')
            x, y, width, height = program.place(program.plot)
            # The right handle, level at first, is pulled down; one undo takes the whole drag.
            program.drag(x + 0.381 * width, y + 0.577 * height, x + 0.37 * width, y + 0.62 * height)
            program.wait_for('a turned tangent',
                             lambda: program.number_after('Your slope: ') < -0.1)
            self.assertIn('b 3 equals −2, ', program.description())
            program.key('ctrl+z')
            program.expect('Your slope: 0')
            program.key('shift+Down', 'Down')
            program.expect('Your slope: −0.11')
            program.key('e')
            program.expect('Your slope −0.11 is off by 0.7391')
            program.expect(START)
            program.key('e')
            program.expect_not('Your slope')

    def test_the_clipboard_hides_too(self):
        with Program() as program:
            program.key('h')
            program.expect('loss hidden, slope hidden')
            program.key('ctrl+c')
            program.get_said('Picture copied')
            svg = paste('image/svg+xml').decode()
            for digits in '0.8491', '1.891', '0.1509', '6.6278', '0.12811':
                self.assertNotIn(digits, svg)
            self.assertIn('hidden', svg)

    def test_click_on_the_result(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            program.click(x + 0.64 * width, y + 0.088 * height)
            program.expect('slope hidden')
            # The blank slot begins where the number did and is narrower.
            program.click(x + 0.565 * width, y + 0.088 * height)
            program.expect(START)

    def test_the_hall_is_asked(self):
        with Program() as program:
            program.key('q')
            program.expect('What is ∂L/∂b₃ here? A, B, C or D?')
            program.expect('slope hidden')
            self.assertNotIn('predicted minus observed', program.description())
            program.key('q')
            program.expect('−0.8491; right: predicted minus observed')
            program.key('q')
            program.expect_not('A, B, C or D')

    def test_parts_come_and_go(self):
        with Program() as program:
            program.expect('Chain rule through z₁: −6.6278 times 0.12811 times 1 is −0.8491')
            program.key('f', 'd', 'l')
            program.expect_not('Chain rule')


if __name__ == '__main__':
    main()
