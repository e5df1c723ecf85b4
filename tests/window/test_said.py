#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who cannot see the window hears what happens in it: once, what has changed first, and short."""

import re
import unittest

from harness import Program, main, role, states, wait_for
from gi.repository import Atspi, GLib

BIAS = 'b₃'
# Roles of what has a name.
NAMED = ('button', 'push button', 'toggle button', 'radio button', 'check box', 'checkbox', 'combo box', 'slider', 'text', 'entry',
         'table', 'tree table', 'table row', 'table cell', 'menu', 'menu item', 'check menu item',
         'radio menu item', 'status bar', 'image')

# As many characters as are heard of a change.
MOST = 220


def hears_announcements(program):
    return program.gtk >= (4, 14)


def tells_values(program):
    return program.gtk >= (4, 14)


class Hearing:
    """What a screen reader would read out of itself: announcements from GTK 4.14 on, before that changes
    of the description of what has the focus. A context."""

    EVENTS = 'object:announcement', 'object:property-change:accessible-description'

    def __init__(self, program):
        self.program = program
        self.heard = []
        self.listener = Atspi.EventListener.new(self._take)

    def _take(self, event):
        is_focused = event.source.get_state_set().contains(Atspi.StateType.FOCUSED)
        if event.any_data and (event.type.startswith(self.EVENTS[0]) or is_focused):
            self.heard.append(event.any_data)

    def __enter__(self):
        for event in self.EVENTS:
            self.listener.register(event)
        return self

    def __exit__(self, *error):
        for event in self.EVENTS:
            self.listener.deregister(event)

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.heard

    def after(self, deed, begins):
        """All that is heard of it, of which the last begins so."""
        self.listen()
        del self.heard[:]
        deed()
        wait_for(lambda: f'“{begins}…”, not {self.heard}',
                 lambda: any(text.startswith(begins) for text in self.listen()))
        self.program.rest()
        return list(self.listen())


class Said(unittest.TestCase):

    def expect_once(self, hearing, deed, begins):
        heard = hearing.after(deed, begins)
        self.assertEqual(len(heard), 1, heard)
        self.assertLess(len(heard[0]), MOST)
        return heard[0]

    def test_walk_from_number_to_number(self):
        with Program() as program, Hearing(program) as hearing:
            for key, begins in (('Next', 'the loss, 1.891'), ('space', 'Hidden: the loss'),
                                ('Next', 'the probabilities, 0.1509, 0.3966, 0.4525'), ('Prior', 'the loss, hidden'),
                                ('Return', 'Revealed: the loss, 1.891'),
                                ('Prior', 'the slope, −0.8491')):
                self.expect_once(hearing, lambda: program.key(key), begins)

    def test_what_changes(self):
        with Program() as program, Hearing(program) as hearing:
            def press(*keys):
                return lambda: program.key(*keys)

            text = self.expect_once(hearing, press('2'), 'Versicolor observed; p 0.1509, 0.3966, 0.4525; loss ')
            self.assertIn('lowering b 3 lowers the loss', text)
            self.expect_once(hearing, press('Right'), 'b 3 equals −1.9, loss ')
            self.expect_once(hearing, press('ctrl+z'), 'Undone. b 3 equals −2, loss ')
            self.expect_once(hearing, press('ctrl+shift+z'), 'Redone. b 3 equals −1.9, loss ')
            self.expect_once(hearing, press('f'), 'Not shown any more: chain rule')
            self.expect_once(hearing, press('f'), 'Shown: chain rule')
            self.expect_once(hearing, press('h'), 'All numbers hidden. b 3 equals −1.9, loss hidden, slope hidden: predict it')
            self.expect_once(hearing, press('h'), 'All numbers revealed. b 3 equals −1.9, loss ')
            self.expect_once(hearing, press('k'), 'Curve kept: ')
            self.expect_once(hearing, press('g'), 'Step 1: ')
            self.expect_once(hearing, press('shift+g'), 'Step 0: ')
            self.expect_once(hearing, press('shift+g'), 'There is no step to take back')
            self.expect_once(hearing, press('ctrl+c'), 'Picture copied')

    def test_held_keys_are_one_change(self):
        with Program() as program, Hearing(program) as hearing:
            self.expect_once(hearing, lambda: program.key(*['Right'] * 5), 'b 3 equals −1.5, loss ')

    def test_layout_is_no_news(self):
        """What finds less room is not read out anew."""
        with Program() as program, Hearing(program) as hearing:
            self.expect_once(hearing, lambda: program.key('F9'), 'Sidebar hidden')
            self.expect_once(hearing, lambda: program.key('F9'), 'Sidebar shown')

    def test_lecture(self):
        with Program() as program, Hearing(program) as hearing:
            hearing.after(lambda: program.key('F5'), 'Step 1 of ')
            hearing.after(lambda: program.key('Page_Down'), 'Step 2 of ')
            self.expect_once(hearing, lambda: program.key('b'), 'The screen is dark')
            self.expect_once(hearing, lambda: program.key('b'), 'The picture is back')
            hearing.after(lambda: program.key('Escape'), 'The lecture has ended')
            self.assertEqual(len(hearing.heard), 1, hearing.heard)

    def test_rest_is_read_on_request(self):
        """The plot's description has the rest, and the present: only where GTK has no announcements, what has
        just happened stands before it."""
        with Program() as program, Hearing(program) as hearing:
            self.expect_once(hearing, lambda: program.key('Right'), 'b 3 equals −1.9, loss ')
            program.expect('b 3 equals −1.9, loss ')
            self.expect_once(hearing, lambda: program.key('ctrl+c'), 'Picture copied')
            self.assertIn('Chain rule', program.description())
            self.assertEqual(program.description().startswith('Picture copied'), not hears_announcements(program))


class Values(unittest.TestCase):
    """Sliders tell their own numbers: GTK 4.8 does not tell the texts that stand for them, so that they are
    descriptions there."""

    def expect_value(self, program, name, begins):
        slider = program.get(name, 'slider')

        def told():
            return (Atspi.Value.get_text(slider) if tells_values(program) else slider.get_description()) or ''
        wait_for(lambda: f'“{begins}…” of “{name}”, not “{told()}”', lambda: told().startswith(begins))
        self.assertLess(len(told()), MOST)
        # Orca says in percent how far it is, right behind that.
        self.assertEqual(told().endswith('.'), tells_values(program))
        return slider

    def test_values(self):
        with Program() as program, Hearing(program) as hearing:
            self.expect_value(program, BIAS, '−2; loss 1.891, slope −0.8491: raising b 3 lowers the loss')
            self.expect_value(program, 'z₁ of Setosa at b₃ = 0', '1.0368; p 0.1509, 0.3966, 0.4525; loss 1.891, ')
            rate = self.expect_value(program, 'η', '1')
            if not tells_values(program):
                self.assertEqual(Atspi.Value.get_current_value(rate), 1)
            hearing.after(lambda: program.key('x'), 'Shown: shift of all three')
            self.expect_value(program, 'Shift all, c', '0; moves every z and nothing else')
            hearing.after(lambda: program.key('h'), 'All numbers hidden')
            self.expect_value(program, BIAS, '−2; loss hidden, slope hidden: predict it')

    def test_slider_is_heard_once(self):
        with Program() as program, Hearing(program) as hearing:
            hearing.after(lambda: program.click_on('Increase b₃'), 'b 3 equals −1.9, loss ')
            program.key('Tab')
            slider = program.get(BIAS, 'slider')
            wait_for('the focus', lambda: states(slider).contains(Atspi.StateType.FOCUSED))
            if not tells_values(program):
                heard = hearing.after(lambda: program.key('Right'), 'b 3 equals −1.8, loss ')
                self.assertEqual(len(heard), 1, heard)
                return
            del hearing.listen()[:]
            program.key('Right')
            self.expect_value(program, BIAS, '−1.8; loss ')
            program.rest()
            self.assertEqual(hearing.listen(), [])


class Names(unittest.TestCase):
    """Nothing that is met is called by GTK's own name for its type, or not at all."""

    def check(self, program, root=None):
        def unnamed():
            return [f'{widget.get_role_name()} “{widget.get_name()}”' for widget in program.everything(root)
                    if widget.get_role_name() in NAMED
                    and (not widget.get_name() or re.match('(Gtk|Adw|Scope)[A-Z]', widget.get_name()))]
        wait_for(lambda: f'names for {unnamed()}', lambda: not unnamed())

    def check_choice(self, program, name, chosen):
        """A drop-down is called by what it chooses, and described by what is chosen; where its button does not
        get both from it, that one's name has them."""
        self.assertEqual(program.get(name, 'combo box').get_description(), chosen)
        if program.gtk < (4, 10):
            program.get(f'{name}: {chosen}', 'button')

    def test_what_takes_the_focus(self):
        """Wherever it goes, and in the lists that open: a name, and no mnemonic's underscore."""
        def unnamed(program):
            return [f'{w.get_role_name()} “{w.get_name()}”' for w in program.shown()
                    if states(w).contains(Atspi.StateType.FOCUSABLE)
                    and re.match('(Gtk|Adw|Scope)[A-Z]|_', w.get_name() or '')]

        def check(program):
            wait_for(lambda: f'names for {unnamed(program)}', lambda: not unnamed(program))
        with Program() as program:
            check(program)
            wiring = program.get('Wiring: b₃ is added to', 'combo box')
            Atspi.Action.do_action(program.find('Wiring: z₁ Setosa') or wiring.get_child_at_index(0), 0)
            # One is the label's, the other that of the row which has the focus.
            program.wait_for('the choices', lambda: sum(
                w.get_name() in ('z₂ Versicolor', 'z 2 Versicolor') for w in program.shown()) > 1)
            check(program)
            program.key('Escape')
            program.rest()
            program.key('ctrl+e')
            program.expect_window('Export the Picture')
            program.get_shown('Preview of the picture')
            program.get_shown('Cancel', 'button')
            check(program)

    def test_choices(self):
        with Program() as program:
            wiring = program.get('Wiring: b₃ is added to', 'combo box')
            self.assertEqual(wiring.get_description(), 'z 1 Setosa')
            Atspi.Action.do_action(program.find('Wiring: z₁ Setosa') or wiring.get_child_at_index(0), 0)
            program.rest()
            program.key('Down', 'Return')
            wait_for('the other wiring', lambda: wiring.get_description() == 'z 2 Versicolor')
            if program.gtk < (4, 10):
                program.get('Wiring: z₂ Versicolor', 'button')

    def test_choices_of_a_picture(self):
        with Program() as program:
            program.key('ctrl+e')
            program.expect_window('Export the Picture')
            program.get_shown('Preview of the picture')
            for name, chosen in (('Format', 'PNG'), ('Theme', 'Light'), ('Decimal sign', 'Point, 0.85')):
                self.check_choice(program, name, chosen)
            program.key('Escape')

    def test_settings_of_a_picture(self):
        """Tab comes to each once, by its name, and to nothing that does nothing."""
        def focused(program):
            found = [w.get_name() for w in program.shown() if states(w).contains(Atspi.StateType.FOCUSED)]
            return found[-1] if found else ''
        with Program() as program:
            program.key('ctrl+e')
            program.expect_window('Export the Picture')
            program.get_shown('Preview of the picture')
            program.wait_for('the focus', lambda: focused(program).startswith('Save'))
            for name in ('Format', 'Choose a size', 'Width in pixels', 'Height in pixels', 'Scale of the pixels', 'Theme',
                         'Decimal sign', 'Transparent ground', 'Cancel'):
                program.key('Tab')
                program.wait_for(lambda: f'“{name}”, not “{focused(program)}”',
                                 lambda: focused(program).split(':')[0] == name)
            program.key('Escape')

    def test_shortcuts(self):
        with Program() as program:
            program.key('F1')
            program.get_shown('Values and View', 'button')
            self.assertEqual([w.get_name() for w in program.shown() if role(w) == 'button'
                              and states(w).contains(Atspi.StateType.FOCUSABLE)
                              and (w.get_name() or 'Gtk').startswith('Gtk')], [])

    def test_tables(self):
        with Program() as program:
            program.press_in_menu('Many Flowers', 0)
            program.expect('3 flowers')
            self.check_choice(program, 'Observed class of the selected flower', 'Setosa')
            row = program.get('Flower 2', 'table row')
            self.assertEqual(row.get_description(), 'Virginica; z 1 equals 0, z 2 equals 0, z 3 equals 1')
            self.check(program)
            program.key('2')
            wait_for('the other class', lambda: program.get('Flower 1', 'table row').get_description()
                     == 'Versicolor; z 1 equals 1.037, z 2 equals 0.0032, z 3 equals 0.1352')
            program.key('g')
            program.expect('Next step')
            self.check_choice(program, 'Speed, in steps a second', 'times 1')
            program.press('Table', 'button')
            program.wait_for('the step', lambda: any(
                w.get_name().startswith('step: 1; b 3: ') for w in program.everything()))
            self.check(program)

    def test_observed_class_is_a_choice(self):
        """Of which one is chosen: GTK 4.8 does not say of a button that it is pressed."""
        def chosen(program):
            return [name for name in ('Setosa', 'Versicolor', 'Virginica')
                    if states(program.get(name, 'radio button')).contains(Atspi.StateType.CHECKED)]
        with Program() as program:
            wait_for('the class', lambda: chosen(program) == ['Setosa'])
            program.key('2')
            wait_for('the other class', lambda: chosen(program) == ['Versicolor'])

    def test_names_are_said_once(self):
        """Neither the icon inside names a button as well, nor is its name its description, too."""
        def repeated(program):
            for widget in program.everything():
                name, told = widget.get_name(), widget.get_description()
                labels = [relation.get_target(i).get_name() for relation in widget.get_relation_set()
                          if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
                          for i in range(relation.get_n_targets())]
                if (role(widget) == 'button' and name and name == told) or any(
                        re.match('(Gtk|Adw|Scope)[A-Z]', label or '') for label in labels):
                    yield name, told, labels
        with Program() as program:
            program.key('k')
            program.get('Remove “Worked example 1: Setosa”', 'button')
            program.press_in_menu('Many Flowers', 0)
            program.expect('3 flowers')
            self.assertEqual(list(repeated(program)), [])

    def test_menus(self):
        def of_types(program):
            return [w.get_name() for w in program.everything() if 'StackPage' in (w.get_name() or '')]
        with Program() as program:
            program.key('F10')
            program.get_shown('Copy the Picture', 'menu item')
            self.check(program)
            wait_for(lambda: f'words in place of {of_types(program)}', lambda: not of_types(program))

    def test_keys_describe_what_they_do(self):
        """What a name does not say, and not the name again."""
        with Program() as program:
            program.press_in_menu('Many Flowers', 0)
            program.expect('3 flowers')
            for name, keys in (('Undo', 'Ctrl+Z'), ('Sidebar', 'F9'), ('Menu', 'F10'),
                               ('Duplicate the selected flower', 'Ctrl+D'), ('Move the selected flower up', 'Alt+ up'),
                               ('Add a flower', '')):
                self.assertEqual(program.get(name, 'button').get_description(), keys)
            program.key('ctrl+z')
            program.expect_not('3 flowers')
            self.assertEqual(program.get('Redo', 'button').get_description(), 'Ctrl+Shift+Z')

    def test_words_in_sight(self):
        """A line that takes the focus is read in words, and so is the flower that is chosen."""
        with Program() as program:
            program.get('Drag the point: b 3 moves, and the loss with it', 'label')
            if program.gtk < (4, 10):
                program.get('Flower: Worked example 1: Setosa', 'button')
            else:
                self.assertEqual(program.get('Flower', 'button').get_description(), 'Worked example 1: Setosa')


if __name__ == '__main__':
    main()
