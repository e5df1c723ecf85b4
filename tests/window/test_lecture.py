#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The lecture, as a clicker and a lecturer's hand on the mouse go through it."""

import unittest

from harness import Program, main


class Lecture(unittest.TestCase):
    def test_steps_and_back(self):
        with Program() as program:
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 1 of 16: How wrong is the network?')
            program.key('Next', 'Right', 'n')
            program.expect('Step 4 of 16')
            program.expect('slope hidden: predict it')
            program.key('Home')
            program.expect('Step 1 of 16')
            program.key('Next', 'Next', 'Next')
            program.expect('Step 4 of 16')
            program.key('Prior', 'Left')
            program.expect('Step 2 of 16')
            program.expect('b₃ −2, loss 1.89, slope hidden')
            # Stopped and started again at the same step; the own state in between.
            program.key('F5')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 2 of 16')
            program.key('Escape')
            program.expect('b₃ −1.9, ')

    def test_dragging_and_the_step_as_written(self):
        with Program() as program:
            program.key('F5')
            program.expect('Step 1 of 16')
            program.key('Next')
            program.expect('Step 2 of 16')
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.2 * width, y + 0.3 * height, x + 0.4 * width, y + 0.3 * height)
            program.expect_not('b₃ −2, ')
            program.key('r')
            program.expect('b₃ −2, ')

    def test_dark_screen(self):
        with Program() as program:
            program.key('F5')
            program.expect('Step 1 of 16')
            # The first key after it only brings the light back.
            program.key('period', 'Next')
            program.rest()
            self.assertIn('Step 1 of 16', program.description())
            program.key('b', 'b', 'Next')
            program.expect('Step 2 of 16')


if __name__ == '__main__':
    main()
