#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window, driven by real pointer and key events."""

import random
import re
import tempfile
import unittest

from flowers import search
from harness import Atspi, Program, geometry, main, role, states, xdotool
from places import START, panel, paste


class Start(unittest.TestCase):
    def test_start_up_state(self):
        with Program() as program:
            program.expect(START)
            program.expect('raising b₃ lowers the loss')
            program.quit()

    def test_state_is_kept_and_restored(self):
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                program.key('Right', '3')
                program.expect('b₃ −1.9, ')
                program.quit()
            with Program(home) as program:
                program.expect('b₃ −1.9, ')
                program.expect('lowering b₃ lowers the loss')
                program.quit()


class Names(unittest.TestCase):
    NAMED = {'button', 'slider', 'text', 'combo box', 'image', 'check box', 'spin button', 'list',
             'table'}

    def check(self, program, root=None):
        seen = 0
        for widget in program.everything(root):
            if (role(widget) not in self.NAMED
                    or not states(widget).contains(Atspi.StateType.FOCUSABLE)):
                continue
            seen += 1
            name = widget.get_name()
            self.assertTrue(name, f'a {role(widget)} has no name')
            self.assertIsNone(re.match(r'(Gtk|Adw|Scope)[A-Z]', name),
                              f'a {role(widget)} is named after its type: {name}')
        return seen

    def test_window(self):
        with Program() as program:
            self.assertGreater(self.check(program), 20)

    def test_export_dialog(self):
        with Program() as program:
            program.key('ctrl+e')
            program.get_shown('Width in pixels')
            self.assertGreater(self.check(program), 30)

    def test_slider_speaks(self):
        with Program() as program:
            slider = program.get('b₃', 'slider')
            self.assertEqual(Atspi.Value.get_current_value(slider), -2)


class Keys(unittest.TestCase):
    def test_arrows(self):
        with Program() as program:
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('Left', 'Left')
            program.expect('b₃ −2.1, ')
            program.key('shift+Right')
            program.expect('b₃ −1.1, ')

    def test_observed_class(self):
        with Program() as program:
            program.key('2')
            program.expect('loss 0.9249, slope 0.1509')
            program.key('3')
            program.expect('loss 0.7929')
            program.key('ctrl+z', 'ctrl+z')
            program.expect(START)

    def test_back_to_the_start(self):
        with Program() as program:
            program.key('shift+Right', '2', 'ctrl+Home')
            program.expect(START)

    def test_text_size_and_sidebar(self):
        with Program() as program:
            before = program.place(program.plot)[2]
            program.key('F9')
            program.wait_for('a wider plot', lambda: program.place(program.plot)[2] > before + 100)
            program.key('ctrl+plus', 'ctrl+plus', 'ctrl+minus', 'ctrl+0')
            program.expect(START)

    def test_full_screen(self):
        with Program() as program:
            program.key('F11')
            program.wait_for('full screen', lambda: geometry(program.window_id)[2:] == (1920, 1080))
            program.key('Escape')
            program.wait_for('a window again',
                             lambda: geometry(program.window_id)[2:] != (1920, 1080))

    def test_shortcuts_window(self):
        with Program() as program:
            program.key('F1')
            program.wait_for('the shortcuts',
                             lambda: program.focused_window() not in (None, 'Logitscope'))
            program.get_shown('Back to the start')
            # Of a part's own row, in another section.
            program.key('ctrl+f')
            program.type('hood')
            program.get_shown('Under the hood')
            program.key('Escape')
            program.get_shown('Back to the start')
            program.key('Escape')
            program.expect_window('Logitscope')
            program.key('Right')
            program.expect('b₃ −1.9, ')


class Wheel(unittest.TestCase):
    def test_unfocused_slider_ignores_it(self):
        with Program() as program:
            slider = program.get('z₂ of Versicolor at b₃ = 0', 'slider')
            program.scroll(*program.middle(slider), 4, 4, 5)
            program.rest()
            self.assertEqual(Atspi.Value.get_current_value(slider), 0.0032)
            self.assertIn(START, program.description())

    def test_plot_pans_and_zooms(self):
        with Program() as program:
            x, y = panel(program, 0.5)
            program.scroll(x, y, 4, 4, 4)
            xdotool('keydown', 'Control_L')
            program.scroll(x, y, 5, 5, 5)
            xdotool('keyup', 'Control_L')
            program.rest()
            # The view is no value: there is nothing to undo.
            self.assertIn(START, program.description())
            self.assertFalse(states(program.get('Undo')).contains(Atspi.StateType.SENSITIVE))


class Actions(unittest.TestCase):
    def test_buttons(self):
        with Program() as program:
            program.press('▲ Versicolor')
            program.expect('loss 0.9249')
            program.press('Undo')
            program.expect(START)
            program.press('Redo')
            program.expect('loss 0.9249')
            program.press('Undo')
            program.press('Increase b₃')
            program.expect('b₃ −1.9, ')
            program.press('Skip')
            program.expect_gone('Skip')
            program.alive()

    def test_way_back_from_hidden(self):
        """Whoever hides numbers has in sight how they come back."""
        with Program() as program:
            for skip in (False, True):
                if skip:
                    program.press('Skip')
                    program.expect_gone('Skip')
                program.expect_gone('Reveal All')
                program.key('h')
                program.expect('loss hidden')
                program.click_on('Reveal All', 'button')
                program.expect(START)
                program.expect_gone('Reveal All')
            # The button went, and the plot has the keys.
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('F5')
            program.expect('Step 1 of ')
            program.expect_gone('Reveal All')

    def test_flowers(self):
        with Program() as program:
            search(program, 'Setosa 1:')
            program.key('Return')
            program.expect('loss 1.865·10⁻⁵')
            program.get_shown('Setosa 1: petal 0.2 cm, sepal 3.5 cm')
            program.key('ctrl+z')
            program.expect(START)

    def test_escape_closes_the_flowers(self):
        with Program() as program:
            search(program, 'Set')
            program.key('Escape')
            # The keys are the window's again.
            program.expect_gone('Search the flowers')
            program.key('2')
            program.expect('loss 0.9249, slope 0.1509')

    def test_wiring(self):
        with Program() as program:
            program.click_on('Wiring: b₃ is added to', 'combo box')
            program.key('Down', 'Down', 'Down', 'Return')
            program.expect('slope 0: changing b₃ changes nothing')

    def test_copy(self):
        with Program() as program:
            program.key('ctrl+c')
            program.get_said('Picture copied')
            targets = paste('TARGETS').decode().split()
            pictures = [target for target in targets if target.startswith('image/')]
            # Points before pixels: programs that take both take the first.
            self.assertEqual(pictures, ['image/svg+xml', 'image/png'])
            png = paste('image/png')
            self.assertEqual(png[:8], b'\x89PNG\r\n\x1a\n')
            self.assertGreaterEqual(int.from_bytes(png[16:20], 'big'), 1920)
            self.assertEqual(png[25], 2)  # RGB: opaque
            self.assertTrue(paste('image/svg+xml').endswith(b'</svg>\n'))


class Anything(unittest.TestCase):
    KEYS = ('f d l t m c q e k x u h 1 2 3 g shift+g Left Right Up Down ctrl+z ctrl+shift+z '
            'ctrl+Home F5 Next Prior Home b r F9 ctrl+plus ctrl+minus ctrl+0 n period').split()

    def test_random_keys(self):
        """Whatever is pressed in whatever order, no warning and no number that is none."""
        chance = random.Random(4)
        with Program() as program:
            for _ in range(12):
                program.key(*chance.choices(self.KEYS, k=25))
                self.assertNotIn('nan', program.description().lower())
            program.rest()
            program.alive()


if __name__ == '__main__':
    main()
