#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window, driven by real pointer and key events."""

import os
import pathlib
import random
import re
import subprocess
import tempfile
import time
import unittest

from harness import Atspi, Program, main, wait_for, xdotool

START = 'b₃ −2, loss 1.891, slope −0.8491'


def panel(program, part=0.3):
    """A place in the loss panel: x as a part of its width."""
    x, y, width, height = program.place(program.plot)
    left, right = x + 0.05 * width, x + 0.56 * width
    return left + part * (right - left), y + 0.48 * height


def paste(target):
    """What the clipboard has of that kind."""
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', target], check=True,
                          capture_output=True, timeout=10).stdout


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
    NAMED = {'push button', 'toggle button', 'slider', 'text', 'combo box', 'image', 'check box',
             'spin button', 'list', 'table'}

    def check(self, program, root=None):
        seen = 0
        for widget in program.everything(root):
            states = widget.get_state_set()
            if (widget.get_role_name() not in self.NAMED
                    or not states.contains(Atspi.StateType.FOCUSABLE)):
                continue
            seen += 1
            name = widget.get_name()
            self.assertTrue(name, f'a {widget.get_role_name()} has no name')
            self.assertIsNone(re.match(r'(Gtk|Adw|Scope)[A-Z]', name),
                              f'a {widget.get_role_name()} is named after its type: {name}')
        return seen

    def test_window(self):
        with Program() as program:
            self.assertGreater(self.check(program), 20)

    def test_export_dialog(self):
        with Program() as program:
            program.key('ctrl+e')
            program.get('Width in pixels')
            self.assertGreater(self.check(program), 30)

    def test_slider_speaks(self):
        with Program() as program:
            slider = program.get('b₃', 'slider')
            self.assertEqual(Atspi.Value.get_current_value(slider), -2)


class Drag(unittest.TestCase):
    def test_plot_scrubs_and_undo_takes_the_whole_drag(self):
        with Program() as program:
            x1, y = panel(program, 0.3)
            x2, _ = panel(program, 0.7)
            program.drag(x1, y, x2, y, steps=15)
            self.assertGreater(program.bias(), 3)
            program.key('ctrl+z')
            program.expect(START)
            program.key('ctrl+z')
            program.expect(START)
            program.key('ctrl+shift+z')
            self.assertGreater(program.bias(), 3)

    def test_the_point_follows_from_anywhere(self):
        with Program() as program:
            x, y = panel(program, 0.9)
            program.drag(x, y, x + 20, y)
            self.assertGreater(program.bias(), 6)

    def test_gradient_panel_scrubs(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.3 * width, y + 0.8 * height, x + 0.6 * width, y + 0.8 * height)
            self.assertGreater(program.bias(), 0)

    def test_linked_plots_scrub(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            # p over z₁, whose point goes right with b₃; then −ln p over p, likewise.
            for at in 0.6, 0.9:
                program.key('ctrl+Home')
                program.expect(START)
                program.drag(x + 0.8 * width, y + at * height, x + 0.93 * width, y + at * height)
                self.assertGreater(program.bias(), -1)

    def test_slider(self):
        with Program() as program:
            slider = program.get('z₁ of Setosa at b₃ = 0', 'slider')
            x, y, width, height = program.place(slider)
            at = x + width * (1.0368 + 10) / 20
            program.drag(at, y + height / 2, at + 60, y + height / 2, steps=12)
            wait_for('a larger logit', lambda: Atspi.Value.get_current_value(slider) > 3)
            # The slider's drag ended: the arrows nudge b₃ again.
            program.key('Right')
            program.expect('b₃ −1.9, ')
            program.key('ctrl+z', 'ctrl+z')
            program.expect(START)

    def test_double_click_resets_the_view_alone(self):
        with Program() as program:
            x, y = panel(program, 0.5)
            program.move(x, y)
            for _ in range(5):
                xdotool('click', 4)
            program.click(x, y, count=2)
            program.expect(START)
            program.key('ctrl+z')
            program.expect(START)

    def test_click_on_a_segment(self):
        with Program() as program:
            x, y, width, height = program.place(program.plot)
            program.click(x + 0.93 * width, y + 0.075 * height)
            program.expect('loss 0.7929')


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
            program.key('F5', 'Next')
            program.expect('Step 2 of 16')
            time.sleep(0.8)
            x, y, width, height = program.place(program.plot)
            program.drag(x + 0.2 * width, y + 0.3 * height, x + 0.4 * width, y + 0.3 * height)
            self.assertNotIn('b₃ −2, ', program.description())
            program.key('r')
            program.expect('b₃ −2, ')

    def test_dark_screen(self):
        with Program() as program:
            program.key('F5', 'period')
            program.key('Next')
            program.expect('Step 1 of 16')
            program.key('b')
            program.key('b')
            program.key('Next')
            program.expect('Step 2 of 16')


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
            turned = program.description().split('Your slope: ')[1]
            self.assertLess(float(turned.replace('−', '-')), -0.1)
            program.expect('b₃ −2, ')
            program.key('ctrl+z')
            program.expect('Your slope: 0')
            program.key('shift+Down', 'Down')
            program.expect('Your slope: −0.11')
            program.key('e')
            program.expect('Your slope −0.11 is off by 0.7391')
            program.expect(START)
            program.key('e')
            wait_for('no estimate', lambda: 'Your slope' not in program.description())

    def test_the_clipboard_hides_too(self):
        with Program() as program:
            program.key('h')
            program.expect('loss hidden, slope hidden')
            program.key('ctrl+c')
            program.get('Picture copied')
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
            program.expect('What is ∂L/∂b3 here?  A, B, C or D?')
            program.expect('slope hidden')
            self.assertNotIn('predicted minus observed', program.description())
            program.key('q')
            program.expect('−0.8491   right: predicted minus observed'.replace('   ', ''))
            program.key('q')
            wait_for('no question', lambda: 'A, B, C or D' not in program.description())

    def test_parts_come_and_go(self):
        with Program() as program:
            program.expect('Chain rule through z₁: −6.6278 times 0.12811 times 1 is −0.8491')
            program.key('f', 'd', 'l')
            wait_for('no chain rule', lambda: 'Chain rule' not in program.description())


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
            wait_for('no hood', lambda: 'hood' not in program.description())
            wait_for('no section', lambda: program.find(name) is None)

    def test_slider_is_one_undo_step(self):
        with Program() as program:
            program.key('u')
            slider = program.get('h', 'slider')
            x, y, width, height = program.place(slider)
            program.drag(x + 14, y + height / 2, x + width / 2, y + height / 2, steps=12)
            wait_for('a small h', lambda: -8 < Atspi.Value.get_current_value(slider) < -4)
            self.assertNotIn('h 1, ', program.description())
            program.expect('exact −0.84912')
            program.key('ctrl+z')
            program.expect('Under the hood: h 1, ' + self.NUMBERS)
            # The drag was all of one step: the next one is the part itself.
            program.key('ctrl+z')
            wait_for('no hood', lambda: 'hood' not in program.description())

    def test_steps_and_exact_entry(self):
        with Program() as program:
            program.key('u')
            for h in ('0.5', '0.2', '0.1', '0.05'):
                program.press('Decrease h')
                program.expect(f'h {h}, secant')
            program.press('Increase h')
            program.expect('h 0.1, secant')
            entry = program.get('h, exact value')
            x, y, width, height = program.place(entry)
            for typed, h in (('1e-3', '0.001'), ('7', '1'), ('-2', '1'), ('1e-12', '10⁻¹²')):
                program.click(x + width / 2, y + height / 2)
                program.key('ctrl+a')
                program.type(typed)
                program.key('Return')
                program.expect(f'h {h}, secant')
                # What h cannot be is not left standing.
                self.assertNotIn(Atspi.Text.get_text(entry, 0, -1), ('7', '-2', '−2'))

    def test_keys_of_the_slider(self):
        with Program() as program:
            program.key('u')
            x, y, width, height = program.place(program.get('h, exact value'))
            program.click(x + width / 2, y + height / 2)
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
            program.expect(self.NUMBERS)
            self.assertNotIn('Plain arithmetic', program.description())

    def test_hidden_slope_is_not_spoken(self):
        with Program() as program:
            program.key('u', 'h')
            program.expect('secant slope hidden, exact hidden, off by hidden, half point hidden')
            for digits in ('7694', '8491', '2722'):
                for widget in program.shown():
                    self.assertNotIn(digits, widget.get_name() + widget.get_description())
                self.assertNotIn(digits, program.description())


class Descent(unittest.TestCase):
    # As logitscope-cli descend prints them at a rate of 1.
    PLACES = ['b₃ −2,', 'b₃ −1.151,', 'b₃ −0.4443,', 'b₃ 0.09857,']

    def click_in_popover(self, program, popover, widget):
        """A popover is an X window of its own."""
        def find():
            ids = xdotool('search', '--onlyvisible', '--pid', program.process.pid).split()
            return next((i for i in ids if i != program.window_id), None)

        window = wait_for('the popover', find)
        whole = Atspi.Component.get_extents(popover, Atspi.CoordType.WINDOW)
        place = Atspi.Component.get_extents(widget, Atspi.CoordType.WINDOW)
        xdotool('mousemove', '--window', window,
                round(place.x - whole.x + place.width / 2),
                round(place.y - whole.y + place.height / 2))
        time.sleep(0.2)
        xdotool('click', 1)
        time.sleep(0.2)

    def test_keys_walk_and_undo(self):
        with Program() as program:
            program.key('g')
            program.expect(self.PLACES[1])
            program.expect('Next step: b₃ = −1.151 − 1·(−0.7065) = −0.4443')
            program.key('g', 'g')
            program.expect(self.PLACES[3])
            program.key('shift+g')
            program.expect(self.PLACES[2])
            program.key('ctrl+z')
            program.expect(self.PLACES[3])
            program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
            program.expect(self.PLACES[0])
            wait_for('no descent', lambda: 'Next step' not in program.description())

    def test_run_is_one_undo_step(self):
        with Program() as program:
            program.press('Run', 'push button')
            program.expect(self.PLACES[2])
            program.press('Pause', 'push button')
            walked = program.description()
            time.sleep(1.5)
            self.assertEqual(program.description(), walked)
            program.key('ctrl+z')
            program.expect(self.PLACES[0])

    def test_two_rates_from_one_start(self):
        with Program() as program:
            program.key('g', 'g')
            program.press('Keep', 'push button')
            program.expect(self.PLACES[0])
            program.key('g')
            program.expect('kept: 2 steps at η = 1, to b₃ = −0.4443')
            program.press('Zoom', 'push button')
            x, y, width, _ = program.place(program.plot)
            # The axis is some three units wide: a drag over a tenth of the plot is not two of them.
            before = program.bias()
            program.drag(*panel(program, 0.4), *panel(program, 0.5))
            self.assertLess(abs(program.bias() - before), 1.5)
            program.quit()

    def test_no_minimum_is_said(self):
        with Program() as program:
            program.press('To the Minimum', 'push button')
            program.get('There is no finite minimum: the loss keeps falling as b₃ rises.', 'label')
            program.expect(self.PLACES[0])

    def test_row_goes_to_its_place(self):
        with Program() as program:
            xdotool('windowsize', '--sync', program.window_id, 1400, 1020)
            program.key('g', 'g', 'g')
            program.expect(self.PLACES[3])
            x, y, width, height = program.place(program.get('Table', 'push button'))
            program.click(x + width / 2, y + height / 2)
            self.click_in_popover(program, program.get('Table of steps'),
                                  program.get('−1.151', 'label'))
            program.expect(self.PLACES[1])

    def test_reduced_motion_walks_in_jumps(self):
        with tempfile.TemporaryDirectory() as home:
            settings = pathlib.Path(home, 'config', 'gtk-4.0', 'settings.ini')
            settings.parent.mkdir(parents=True)
            settings.write_text('[Settings]\ngtk-enable-animations=false\n')
            with Program(home) as program:
                program.click(*self.middle(program, 'Speed, in steps a second'))
                program.key('Down', 'Return')
                seen = [program.description().split(',')[0]]
                program.press('Run', 'push button')
                end = time.monotonic() + 3
                while time.monotonic() < end:
                    if program.description().split(',')[0] != seen[-1]:
                        seen.append(program.description().split(',')[0])
                    time.sleep(0.05)
                program.quit()
            # Ten steps a second, each second's at once.
            self.assertEqual(seen[:2], ['b₃ −2', 'b₃ 1.738'])
            self.assertLessEqual(len(seen), 5)

    def test_table_is_saved(self):
        with tempfile.TemporaryDirectory() as folder, Program() as program:
            program.key('g', 'g')
            program.expect(self.PLACES[2])
            for label, name, begin in (('Save as CSV…', 'a.csv', 'step,bias,loss,gradient,step_size,p\n'),
                                       ('Save as LaTeX…', 'a.tex', '\\begin{tabular}{rrrrrrr}\n')):
                program.press('Table', 'push button')
                program.press(label, 'push button')
                program.get('_Save Save', 'push button')
                time.sleep(0.5)
                program.key('ctrl+a')
                program.type(f'{folder}/{name}')
                program.key('Return')
                saved = pathlib.Path(folder, name)
                program.get(f'Saved “{name}”', 'label')
                self.assertTrue(saved.read_text().startswith(begin))
                self.assertEqual(len(saved.read_text().splitlines()), 4 if name == 'a.csv' else 7)
            program.quit()

    def middle(self, program, name):
        x, y, width, height = program.place(program.get(name, 'push button'))
        return x + width / 2, y + height / 2

    def test_letter_stays_text_in_an_entry(self):
        with Program() as program:
            x, y, width, height = program.place(program.get('z₁ of Setosa at b₃ = 0, exact value'))
            program.click(x + width / 2, y + height / 2)
            program.key('ctrl+a')
            program.type('g')
            program.expect(self.PLACES[0])
            program.type('G')
            entry = program.get('z₁ of Setosa at b₃ = 0, exact value')
            entry.clear_cache()
            self.assertEqual(Atspi.Text.get_text(entry, 0, 2), 'gG')
            self.assertNotIn('Next step', program.description())


class Anything(unittest.TestCase):
    KEYS = ('f d l t m c q e k x u h 1 2 3 g shift+g Left Right Up Down ctrl+z ctrl+shift+z '
            'ctrl+Home F5 Next Prior Home b r F9 ctrl+plus ctrl+minus ctrl+0 n period').split()

    def test_random_keys(self):
        """Whatever is pressed in whatever order, no warning and no number that is none."""
        chance = random.Random(4)
        with Program() as program:
            for _ in range(12):
                xdotool('key', '--delay', 15, *chance.choices(self.KEYS, k=25))
                program.alive()
                self.assertNotIn('nan', program.description().lower())


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
            wait_for('a wider plot', lambda: program.place(program.plot)[2] > before + 100)
            program.key('ctrl+plus', 'ctrl+plus', 'ctrl+minus', 'ctrl+0')
            program.expect(START)

    def test_full_screen(self):
        with Program() as program:
            program.key('F11')
            wait_for('full screen', lambda: '1920x1080' in xdotool(
                'getwindowgeometry', program.window_id))
            program.key('Escape')
            wait_for('a window again', lambda: '1920x1080' not in xdotool(
                'getwindowgeometry', program.window_id))

    def test_shortcuts_window(self):
        with Program() as program:
            program.key('F1')
            program.get('Back to the start')
            program.key('Escape')
            program.expect(START)


class Entries(unittest.TestCase):
    ENTRIES = ['z₁ of Setosa at b₃ = 0, exact value', 'z₂ of Versicolor at b₃ = 0, exact value',
               'z₃ of Virginica at b₃ = 0, exact value', 'b₃, exact value']

    def focus(self, program, name):
        x, y, width, height = program.place(program.get(name))
        program.click(x + width / 2, y + height / 2)
        program.key('ctrl+a')

    def text(self, program, name):
        widget = program.get(name)
        widget.clear_cache()
        return Atspi.Text.get_text(widget, 0, Atspi.Text.get_character_count(widget))

    def test_typing_stays_in_the_entry(self):
        with Program() as program:
            for name in self.ENTRIES:
                self.focus(program, name)
                program.type('h1-2 ')
                self.assertEqual(self.text(program, name), 'h1-2 ')
                program.expect(START)
                program.key('Escape')
                self.assertNotEqual(self.text(program, name), 'h1-2 ')

    def test_typing_stays_in_the_weights(self):
        with Program() as program:
            x, y, width, height = program.place(
                program.get('Wiring: b₃ is added to', 'combo box'))
            program.click(x + width / 2, y + height / 2)
            program.key('End', 'Return')
            for name in ('Weight of b₃ in z₁', 'Weight of b₃ in z₂', 'Weight of b₃ in z₃'):
                self.focus(program, name)
                program.type('h1-2 ')
                self.assertEqual(self.text(program, name), 'h1-2 ')
                program.expect(START)
                program.key('Escape')
            self.focus(program, 'Weight of b₃ in z₂')
            program.type('1')
            program.key('Return')
            program.expect('slope −0.6887')

    def test_exact_values(self):
        with Program() as program:
            self.focus(program, 'b₃, exact value')
            program.type('1,5')
            program.key('Return')
            program.expect('b₃ 1.5, ')
            self.focus(program, 'b₃, exact value')
            program.type('1e999')
            program.key('Return')
            program.expect('b₃ 1.5, ')
            self.assertEqual(self.text(program, 'b₃, exact value'), '1e999')
            program.key('Escape')

    def test_return_gives_the_keys_back(self):
        with Program() as program:
            self.focus(program, 'b₃, exact value')
            program.type('3')
            program.key('Return')
            program.expect('b₃ 3, ')
            program.key('h')
            program.expect('loss hidden')
            program.key('ctrl+z', 'ctrl+z')
            program.expect(START)
            self.assertEqual(self.text(program, 'b₃, exact value'), '−2')

    def test_extremes(self):
        with Program() as program:
            for value in ('700', '-700', '1e300', '-1e308', '0'):
                self.focus(program, self.ENTRIES[0])
                program.type(value)
                program.key('Return')
                program.alive()
                self.assertNotIn('nan', program.description().lower())
            self.focus(program, 'b₃, exact value')
            program.type('1e308')
            program.key('Return')
            program.expect('b₃ 1·10³⁰⁸')

    def test_copy_in_an_entry_copies_text(self):
        with Program() as program:
            self.focus(program, 'b₃, exact value')
            program.type('42')
            program.key('ctrl+a', 'ctrl+c', 'Right')
            program.key('ctrl+v')
            self.assertEqual(self.text(program, 'b₃, exact value'), '4242')


class Compare(unittest.TestCase):
    KEPT = 'Kept curves: Worked example 1: Setosa'

    def focus(self, program, widget):
        x, y, width, height = program.place(widget)
        program.click(x + width / 2, y + height / 2)
        program.key('ctrl+a')

    def text(self, widget):
        widget.clear_cache()
        return Atspi.Text.get_text(widget, 0, Atspi.Text.get_character_count(widget))

    def none_kept(self, program):
        wait_for('no kept curve', lambda: 'Kept curves' not in program.description())
        program.expect(START)

    def test_keep_and_undo(self):
        with Program() as program:
            program.key('k')
            program.expect(self.KEPT)
            program.key('3', 'k')
            program.expect(self.KEPT + ', Worked example 1: Setosa, if Virginica')
            program.key('ctrl+z')
            wait_for('one kept curve', lambda: program.description().endswith(self.KEPT))
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
            program.move(40, 600)
            xdotool('click', '--repeat', 30, '--delay', 20, 5)
            time.sleep(1)
            entry = program.get('Name of kept curve 1', 'text')
            self.focus(program, entry)
            program.type('h1-2 kx')
            self.assertEqual(self.text(entry), 'h1-2 kx')
            program.expect(START)
            program.expect(self.KEPT)
            program.key('Escape')
            self.assertEqual(self.text(entry), 'Worked example 1: Setosa')
            self.focus(program, entry)
            program.type('h1-2 kx')
            program.key('Return')
            program.expect('Kept curves: h1-2 kx')
            self.focus(program, entry)
            program.type('by leaving it')
            program.click(*panel(program, 0.9))
            program.expect('Kept curves: by leaving it')
            program.key('ctrl+Home', 'ctrl+z')
            program.expect('Kept curves: by leaving it')
            program.press('Remove “by leaving it”')
            wait_for('no kept curve', lambda: 'Kept curves' not in program.description())

    def test_six_are_the_most(self):
        with Program() as program:
            program.key(*'kkkkkk')
            program.expect('Setosa (6)')
            program.key('k')
            program.get('Six curves are the most. Remove one under “Kept Curves” in the sidebar.')
            program.press('Remove All')
            self.none_kept(program)

    def test_shift_moves_nothing_else(self):
        with Program() as program:
            program.key('x')
            program.expect('One number added to all three logits moves every z and nothing else')
            slider = program.get('Shift all, c', 'slider')
            x, y, width, height = program.place(slider)
            program.drag(x + width / 2, y + height / 2, x + width / 2 + 60, y + height / 2,
                         steps=12)
            wait_for('a shift', lambda: Atspi.Value.get_current_value(slider) > 1)
            program.expect(START)
            program.expect('is −0.8491')
            program.expect(' added to all three logits moves every z and nothing else')
            self.assertNotIn('One number', program.description())
            program.key('ctrl+z')
            wait_for('no shift', lambda: Atspi.Value.get_current_value(slider) == 0)
            program.key('x')
            wait_for('no word of it', lambda: 'added to all' not in program.description())


class Wheel(unittest.TestCase):
    def test_unfocused_slider_ignores_it(self):
        with Program() as program:
            slider = program.get('z₂ of Versicolor at b₃ = 0', 'slider')
            x, y, width, height = program.place(slider)
            program.move(x + width / 2, y + height / 2)
            for button in (4, 4, 5):
                xdotool('click', button)
            time.sleep(0.3)
            self.assertEqual(Atspi.Value.get_current_value(slider), 0.0032)
            program.expect(START)

    def test_plot_pans_and_zooms(self):
        with Program() as program:
            x, y = panel(program, 0.5)
            program.move(x, y)
            for _ in range(3):
                xdotool('click', 4)
            xdotool('keydown', 'Control_L')
            for _ in range(3):
                xdotool('click', 5)
            xdotool('keyup', 'Control_L')
            program.expect(START)  # the view is no value
            self.assertTrue(program.get('Undo').get_name())


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
            program.press('b₃ as Trained: −6.2272')
            program.expect('b₃ −6.227, ')
            program.press('Increase b₃')
            program.expect('b₃ −6.1, ')
            program.press('Skip')
            program.alive()

    def test_flowers(self):
        with Program() as program:
            program.press('Worked example 1: Setosa')
            search = program.get('Search the flowers')
            self.assertIsNotNone(search)
            program.type('Setosa 1:')
            program.key('Return')
            program.expect('loss 1.865·10⁻⁵')
            self.assertIsNotNone(program.get('Setosa 1: petal 0.2 cm, sepal 3.5 cm'))
            program.key('ctrl+z')
            program.expect(START)

    def test_escape_closes_the_flowers(self):
        with Program() as program:
            program.press('Worked example 1: Setosa')
            program.get('Search the flowers')
            program.type('Set')
            program.key('Escape')
            # The keys are the window's again.
            wait_for('the list to close', lambda: not any(
                w.get_name() == 'Search the flowers' for w in program.shown()))
            program.key('2')
            program.expect('loss 0.9249, slope 0.1509')

    def test_wiring(self):
        with Program() as program:
            combo = program.get('Wiring: b₃ is added to', 'combo box')
            x, y, width, height = program.place(combo)
            program.click(x + width / 2, y + height / 2)
            program.key('Down', 'Down', 'Down', 'Return')
            program.expect('slope 0: changing b₃ changes nothing')

    def test_copy(self):
        with Program() as program:
            program.key('ctrl+c')
            program.get('Picture copied')
            targets = paste('TARGETS').decode().split()
            self.assertIn('image/png', targets)
            self.assertIn('image/svg+xml', targets)
            png = paste('image/png')
            self.assertEqual(png[:8], b'\x89PNG\r\n\x1a\n')
            self.assertGreaterEqual(int.from_bytes(png[16:20], 'big'), 1920)
            self.assertEqual(png[25], 2)  # RGB: opaque
            self.assertTrue(paste('image/svg+xml').endswith(b'</svg>\n'))


class Export(unittest.TestCase):
    def test_by_the_dialog(self):
        with tempfile.TemporaryDirectory() as folder, Program() as program:
            program.key('ctrl+e')
            program.get('Preview of the picture')
            program.key('Return')
            wait_for('the file chooser', lambda: xdotool(
                'search', '--onlyvisible', '--name', '.*').count('\n') >= 2)
            time.sleep(1)
            program.key('ctrl+a')
            program.type(os.path.join(folder, 'plot.png'))
            program.key('Return')
            path = os.path.join(folder, 'plot.png')
            wait_for('the file', lambda: os.path.exists(path))
            with open(path, 'rb') as file:
                self.assertEqual(file.read(8), b'\x89PNG\r\n\x1a\n')
            program.get('Saved “plot.png”')


if __name__ == '__main__':
    main()
