#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A window as narrow as GNOME's narrowest, with text of the usual size and of twice that."""

import unittest

from harness import Program, extents, geometry, main, role, xdotool
from places import START

CLASSES = ('● Setosa', '▲ Versicolor', '■ Virginica')
SIZE = (360, 640)


def resize(program, width, height):
    xdotool('windowsize', '--sync', program.window_id, width, height)
    program.wait_for(lambda: f'{width} × {height}, not {geometry(program.window_id)}',
                     lambda: geometry(program.window_id)[2:] == (width, height))
    program.rest()


class Narrow(unittest.TestCase):
    def check_inside(self, program):
        """Nothing that is shown is cut off by the window's edges."""
        program.rest()
        whole = extents(program.frame)
        for widget in program.shown(program.frame):
            if role(widget) in ('button', 'radio button', 'slider', 'text', 'combo box', 'label'):
                x, _, width, _ = program.place(widget)
                # The sidebar that is folded away keeps its size.
                if x + width <= 0:
                    continue
                self.assertGreaterEqual(x, 0, widget.get_name())
                self.assertLessEqual(x + width, whole.width + 10, (role(widget), widget.get_name()))

    def check_use(self, program):
        # In the bar below the picture, where the header has no room.
        program.click_on('■ Virginica')
        program.expect('loss 0.7929, ')
        program.click_on('● Setosa')
        program.expect(START)
        program.key('F9')
        program.get_shown('Step', 'button')
        program.rest()
        self.check_inside(program)
        program.click_on('Step', 'button')
        program.expect('b₃ −1.151, ')
        program.key('F9', 'ctrl+z')
        program.expect(START)

    def test_usual_text(self):
        with Program() as program:
            resize(program, *SIZE)
            self.check_inside(program)
            self.check_use(program)

    def test_large_text(self):
        with Program() as program:
            program.key(*['ctrl+plus'] * 4)
            resize(program, *SIZE)
            self.check_inside(program)
            self.check_use(program)

    def test_names_are_whole(self):
        """The classes keep their names as long as the header has them, and the bar below has them then."""
        with Program() as program:
            resize(program, 1400, 900)
            widths = [extents(program.get_shown(name)).width for name in CLASSES]
            for width in (1100, 900, 720):
                resize(program, width, 540)
                self.assertEqual([extents(program.get_shown(name)).width for name in CLASSES], widths)
            resize(program, *SIZE)
            # Letters that are not bold there: a little less.
            for name, width in zip(CLASSES, widths):
                self.assertGreater(extents(program.get_shown(name)).width, 0.85 * width)

    def test_back_to_wide(self):
        with Program() as program:
            resize(program, *SIZE)
            program.expect_gone('Present')
            resize(program, 1500, 930)
            program.get_shown('Present', 'button')
            program.click_on('▲ Versicolor')
            program.expect('loss 0.9249')
            for name in CLASSES:
                self.assertEqual(sum(program.matches(w, name, 'radio button') for w in program.shown()), 1, name)


if __name__ == '__main__':
    main()
