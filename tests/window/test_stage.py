#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""In front of the hall: keys of any layout, a screen that stays on, what is seen and what is not."""

import subprocess
import unittest

from harness import Program, extents, main, states, wait_for, xdotool
from gi.repository import Atspi
from test_keep import Manager, SecondBus, a_home

# Keys by their place on the keyboard, as X counts them.
ONE, TWO, N, POINT, B, S, SEMICOLON, SLASH, H, D, Z, Q, L = (
    '10', '11', '57', '60', '56', '39', '59', '61', '43', '40', '52', '24', '46')
IDLE = 8
SETOSA, VERSICOLOR = 'loss 1.891', 'loss 0.9249'
FIRST, SECOND, LAST = 'Step 1 of 20', 'Step 2 of 20', 'Step 20 of 20'


class Layout:
    """The keyboard's layout, for a while."""

    def __init__(self, *names, variants=''):
        self.names, self.variants = ','.join(names), variants

    def __enter__(self):
        subprocess.run(['setxkbmap', self.names, self.variants], check=True)

    def __exit__(self, *error):
        subprocess.run(['setxkbmap', 'us'], check=True)


def press(program, *codes):
    program.wait_for('the focus', program.focused_window)
    for code in codes:
        xdotool('key', code)


def expect_focus(program, name, kind):
    program.wait_for(f'the focus on “{name}”', lambda: states(program.find(name, kind)).contains(
        Atspi.StateType.FOCUSED))


class Layouts(unittest.TestCase):
    def go_through(self, *names):
        with Layout(*names), Program() as program:
            press(program, TWO)
            program.expect(VERSICOLOR)
            press(program, ONE)
            program.expect(SETOSA)
            program.key('F5')
            program.expect(FIRST)
            press(program, N)
            program.expect(SECOND)
            # A dark screen takes one key to come back.
            press(program, POINT, N)
            program.rest()
            self.assertIn(SECOND, program.description())
            press(program, B, N, N)
            program.expect('Step 3 of 20')
            press(program, S)
            program.get_shown('Flower')

    def test_russian(self):
        self.go_through('ru')

    def test_russian_beside_english(self):
        self.go_through('ru', 'us')

    def test_russian_beside_dvorak(self):
        """Another layout of the keyboard's own comes before what stands there on most keyboards: N is where
        L is elsewhere."""
        with Layout('ru', 'us', variants=',dvorak'), Program() as program:
            program.key('F5')
            program.expect(FIRST)
            press(program, L)
            program.expect(SECOND)

    def test_english(self):
        self.go_through('us', 'ru')

    def test_greek(self):
        self.go_through('gr')

    def test_french(self):
        self.go_through('fr')

    def test_letters_are_the_layouts_own(self):
        """A is where Q is elsewhere: it asks nothing. With Shift a digit is one."""
        with Layout('fr'), Program() as program:
            before = program.description()
            press(program, Q)
            program.rest()
            self.assertEqual(program.description(), before)
            press(program, 'shift+' + TWO)
            program.expect(VERSICOLOR)

    def test_control(self):
        with Layout('ru'), Program() as program:
            press(program, TWO)
            program.expect(VERSICOLOR)
            press(program, 'ctrl+' + Z)
            program.expect(SETOSA)
            # With Ctrl a digit is none.
            press(program, 'ctrl+' + TWO)
            program.rest()
            self.assertIn(SETOSA, program.description())
            xdotool('key', 'ctrl+' + Q)
            program.process.wait(30)
            self.assertEqual(program.process.returncode, 0)


class Keys(unittest.TestCase):
    def test_what_people_press(self):
        with Program() as program:
            program.key('shift+F5')
            program.expect(FIRST)
            for key, step in (('space', 2), ('Return', 3), ('Down', 4), ('Right', 5), ('Next', 6),
                              ('KP_Enter', 7), ('BackSpace', 6), ('Up', 5), ('Left', 4), ('Prior', 3),
                              ('shift+space', 2), ('End', 20), ('Home', 1)):
                program.key(key)
                program.expect(f'Step {step} of 20')
            program.key('Next', 'Escape')
            program.expect_not('of 20')
            program.key('shift+F5')
            program.expect(SECOND)

    def test_where_the_focus_is(self):
        with Program() as program:
            program.key('F5')
            program.expect(FIRST)
            program.key('s')
            # A button keeps what presses it, a slider up and down.
            program.click_on('Increase b₃')
            program.expect_bias(lambda b: b == -1.9)
            expect_focus(program, 'Increase b₃', 'button')
            program.key('space')
            program.expect_bias(lambda b: b == -1.8)
            program.key('Tab')
            expect_focus(program, 'b₃', 'slider')
            program.key('Up')
            program.expect_bias(lambda b: b == -1.7)
            program.expect(FIRST)
            program.key('space')
            program.expect(SECOND)
            program.key('Home')
            program.expect(FIRST)


class Awake(unittest.TestCase):
    def test_screen_stays_on(self):
        def awake():
            return IDLE in manager.inhibited.values()
        with a_home() as home, SecondBus() as second:
            with Manager(second['DBUS_SESSION_BUS_ADDRESS'], home) as manager:
                with Program(home=home, **second) as program:
                    self.assertFalse(awake())
                    for begin, end in (('F5', 'Escape'), ('F5', 'F5'), ('shift+F5', 'F11')):
                        program.key(begin)
                        program.expect(FIRST)
                        wait_for('a screen that stays on', awake)
                        program.wait_for('the full screen', lambda: program.frame and extents(
                            program.plot).width > 1800)
                        program.key(end)
                        program.expect_not(FIRST)
                        wait_for('a screen that may blank', lambda: not awake())
                    program.key('F5')
                    program.expect(FIRST)
                    wait_for('a screen that stays on', awake)
                    program.quit()
                    wait_for('a screen that may blank', lambda: not awake())


class Parts(unittest.TestCase):
    def test_keys_bring_their_part(self):
        with Program() as program:
            program.key('F5')
            program.expect(FIRST)
            program.key(*8 * ['Next'])
            program.expect('Step 9 of 20')
            for key, words in (('t', 'Step by step'), ('m', 'Right: through z₁'), ('c', 'If Setosa'),
                               ('u', 'Under the hood'), ('x', 'added to all three logits')):
                program.expect_not(words)
                program.key(key)
                program.expect(words)
                program.key('r')
                program.expect_not(words)
            # Where all of them are wanted at once, some find no room, and that is said, whichever they are.
            for key in 't', 'm', 'c', 'u', 'x':
                program.key(key)
            program.get_said('No room for all of it in this step: switch another part off')

    def test_a_step_brings_no_complaint(self):
        with Program() as program:
            program.key('F5')
            program.expect(FIRST)
            for step in range(2, 21):
                program.key('Next')
                program.expect(f'Step {step} of 20')
                program.rest()
                self.refuse_complaint(program)
            program.key('Escape')
            program.expect_not('of 20')
            program.rest()
            self.refuse_complaint(program)

    def refuse_complaint(self, program):
        """It would be read for some seconds."""
        self.assertFalse([w for w in program.shown() if 'No room' in (w.get_name() or '')])

    def test_the_end(self):
        with Program() as program:
            program.key('F5')
            program.expect(FIRST)
            program.key('End')
            program.expect(LAST)
            program.key('Next')
            program.expect_not('of 20')
            program.expect('b₃ −2, loss 1.891')
            program.key('shift+F5')
            program.expect(FIRST)

    def test_words_go_with_what_is_dragged(self):
        with Program() as program:
            program.key('F5')
            program.expect(FIRST)
            program.key('Next', 'Next', 'Next')
            program.expect('The tangent falls: raising b₃ lowers the loss.')
            program.key('3')
            program.expect('The tangent rises: lowering b₃ lowers the loss.')
            program.key('Prior')
            program.expect('is more: here it does worse than guessing.')
            program.key('3')
            program.expect('is less: here it does better than guessing.')


class Narrow(unittest.TestCase):
    def test_no_sidebar(self):
        with Program() as program:
            xdotool('windowsize', '--sync', program.window_id, 720, 600)
            program.wait_for('a narrow window', lambda: extents(program.plot).width >= 700)
            program.key('F5')
            program.expect(FIRST)
            program.wait_for('the whole screen', lambda: extents(program.plot).width == 1920)
            program.rest()
            self.assertEqual(extents(program.plot).width, 1920)
            program.key('Escape')
            program.expect_not(FIRST)
            program.wait_for('a narrow window', lambda: extents(program.plot).width < 800)


if __name__ == '__main__':
    main()
