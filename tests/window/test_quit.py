#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever lies over the window, the program ends when it is told to, and what was done last is kept."""

import os
import pathlib
import tempfile
import unittest

from flowers import search
from harness import TIMEOUT, Asking, main
from xtest import Display

MAIN = 'Logitscope'
EXPORT, SAVE, OPEN = 'Export the Picture', 'Save the Picture', 'Open Observations'
CSV = 'z1,z2,z3,observed\n1.0368,0.0032,0.1352,Setosa\n'
# Of kinds of files by their names: a question, an error, and one that goes on.
FILES = {'asks.csv': CSV.replace(',', ';'), 'wrong.csv': 'z1,z2\n1,2\n', 'slow.csv': None}


def export(program):
    program.key('ctrl+e')
    program.expect_window(EXPORT)


def formats(program):
    export(program)
    program.rest()
    program.press('Format', 'combo box')
    program.rest()


def choose(program):
    program.key('ctrl+o')
    program.expect_window(OPEN)
    program.rest()


def name(program):
    export(program)
    program.key('Return')
    program.expect_window(SAVE)
    program.rest()


def replace(program):
    name(program)
    program.choose_file(SAVE, f'{program.folder}/there')
    program.expect_window('Replace “there.png”?')


def open_file(file, title):
    def opens(program):
        program.key('ctrl+o')
        program.choose_file(OPEN, f'{program.folder}/{file}')
        program.expect_window(title)
    return opens


def shortcuts(program):
    program.key('F1')
    program.wait_for('the shortcuts', lambda: program.focused_window() not in (None, MAIN))
    program.rest()


def flowers(program):
    search(program, 'Set')


def wirings(program):
    program.click_on('Wiring: b₃ is added to', 'combo box')
    program.rest()


def rows(program):
    program.press('Many Flowers', 'button')
    program.rest()


def lecture(program):
    program.key('F5', 'Next', 'ctrl+e')
    program.expect_window(EXPORT)


# What opens something, and the window that has the keys once that is closed; None: it is the window's own.
OPENED = {
    'the export dialog': (export, MAIN),
    'a list in the export dialog': (formats, MAIN),
    'the file chooser': (choose, MAIN),
    'the file chooser of the export dialog': (name, EXPORT),
    'a question of the export dialog': (replace, EXPORT),
    'a question': (open_file('asks.csv', 'Open “asks.csv” Like This?'), MAIN),
    'an error': (open_file('wrong.csv', '“wrong.csv” was not opened'), MAIN),
    'rows that are read': (open_file('slow.csv', 'Reading “slow.csv”'), MAIN),
    'the shortcuts': (shortcuts, MAIN),
    'a dialog in a lecture': (lecture, MAIN),
    'the list of flowers': (flowers, None),
    'the list of wirings': (wirings, None),
    'the menu of rows': (rows, None),
}


class Quit(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / 'there.png').write_text('precious')
        for file, text in FILES.items():
            if text is not None:
                (self.folder / file).write_text(text)
        os.mkfifo(self.folder / 'slow.csv')
        writer = os.open(self.folder / 'slow.csv', os.O_RDWR)
        self.addCleanup(os.close, writer)
        os.write(writer, CSV.encode())
        self.display = Display(os.environ['DISPLAY'])
        self.addCleanup(self.display.close)

    def each(self, end):
        """Opens each, lets it end, and looks for what was done just before that."""
        for opened, (opens, left) in OPENED.items():
            with self.subTest(opened), tempfile.TemporaryDirectory() as home, Asking(home) as program:
                program.folder = self.folder
                program.key('Right')
                program.expect('b₃ −1.9, ')
                opens(program)
                end(program, left)
                self.assertEqual(program.process.wait(TIMEOUT), 0)
                kept = pathlib.Path(home, 'state/logitscope/state.ini').read_text()
                self.assertIn('\nbias=-1.8999', kept)
                self.assertEqual((self.folder / 'there.png').read_text(), 'precious')

    def test_quit(self):
        self.each(lambda program, left: program.key('ctrl+q'))

    def test_close_one_after_the_other(self):
        def end(program, left):
            program.key('ctrl+w')
            if left == EXPORT:
                program.expect_window(left)
                program.key('ctrl+w')
            if left is not None:
                program.expect_window(MAIN)
                program.key('ctrl+w')
        self.each(end)

    def test_window_manager(self):
        """It closes the window below whatever there is."""
        self.each(lambda program, left: self.display.close_window(program.window_id))


if __name__ == '__main__':
    main()
