#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Saving: the name and the format agree, and what is there is not lost unasked."""

import os
import pathlib
import tempfile
import unittest

from harness import Asking, Program, main

SVG_IS_CHOSEN = '[org/logitscope/Logitscope]\nexport-format=uint32 1\n'
PNG, SVG = b'\x89PNG\r\n\x1a\n', b'<?xml ve'


class Case(unittest.TestCase):
    def setUp(self):
        home, folder = tempfile.TemporaryDirectory(), tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.addCleanup(folder.cleanup)
        self.home = home.name
        self.folder = pathlib.Path(folder.name)
        settings = pathlib.Path(self.home, 'config/glib-2.0/settings/keyfile')
        settings.parent.mkdir(parents=True)
        settings.write_text(SVG_IS_CHOSEN)

    def begin(self, name):
        return (self.folder / name).read_bytes()[:8]

    def names(self):
        return sorted(os.listdir(self.folder))


class Picture(Case):
    def export(self, program, name):
        program.key('ctrl+e')
        program.expect_window('Export the Picture')
        self.save(program, name)

    def save(self, program, name):
        program.key('Return')
        program.choose_file('Save the Picture', str(self.folder / name))

    def test_the_name_tells_the_format(self):
        with Program(self.home) as program:
            self.export(program, 'two.png')
            program.get_said('Saved “two.png”')
            self.assertEqual(self.begin('two.png'), PNG)
            self.assertEqual(self.names(), ['two.png'])
            program.quit()

    def test_a_name_that_would_turn_the_sentence_round(self):
        with Asking(self.home) as program:
            self.export(program, 'a\u202egnp.svg')
            program.get_said('Saved “a\\u{202e}gnp.svg”')
            self.assertEqual(self.names(), ['a\u202egnp.svg'])
            first = (self.folder / 'a\u202egnp.svg').stat()
            self.export(program, 'a\u202egnp')
            program.get_shown('Replace “a\\u{202e}gnp.svg”?')
            program.press('Replace', 'button')
            program.expect_gone('Replace “a\\u{202e}gnp.svg”?')
            # The same is said again.
            program.wait_for('another file', lambda: (
                (self.folder / 'a\u202egnp.svg').stat().st_mtime_ns != first.st_mtime_ns))
            program.quit()

    def test_a_name_gets_the_ending_of_the_format(self):
        with Program(self.home) as program:
            self.export(program, 'three')
            program.get_said('Saved “three.svg”')
            self.assertEqual(self.begin('three.svg'), SVG)
            self.export(program, 'v1.2')
            program.get_said('Saved “v1.2.svg”')
            self.assertEqual(self.names(), ['three.svg', 'v1.2.svg'])
            program.quit()

    def test_what_is_there_is_asked_about(self):
        there = self.folder / 'three.svg'
        there.write_text('precious')
        with Asking(self.home) as program:
            self.export(program, 'three')
            program.get_shown('Replace “three.svg”?')
            self.assertEqual(there.read_text(), 'precious')
            program.key('Escape')
            program.expect_window('Export the Picture')
            self.assertEqual(there.read_text(), 'precious')
            self.save(program, 'three')
            program.get_shown('Replace “three.svg”?')
            program.press('Replace', 'button')
            program.get_said('Saved “three.svg”')
            self.assertEqual(self.begin('three.svg'), SVG)
            self.assertEqual(self.names(), ['three.svg'])
            program.quit()

    def test_where_a_file_can_only_be_written_over(self):
        there = self.folder / 'three.svg'
        there.write_text('precious')
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        with Asking(self.home) as program:
            self.export(program, 'three')
            program.press('Replace', 'button')
            # Root may add files to any folder.
            if os.geteuid() != 0:
                program.get_shown('Write Over “three.svg”?')
                self.assertEqual(there.read_text(), 'precious')
                program.press('Write Over', 'button')
            program.get_said('Saved “three.svg”')
            self.assertEqual(self.begin('three.svg'), SVG)
            program.quit()

    def test_what_cannot_be_written_is_said(self):
        there = self.folder / 'three.svg'
        there.write_text('precious')
        there.chmod(0o444)
        with Asking(self.home) as program:
            self.export(program, 'three')
            program.press('Replace', 'button')
            program.expect_question('The picture was not saved')
            program.key('Escape')
            program.expect_window('Export the Picture')
            program.key('Escape')
            program.expect_window('Logitscope')
            self.assertEqual(there.read_text(), 'precious')
            program.quit()


class Steps(Case):
    def save(self, program, label, name):
        program.press(label, 'button')
        program.choose_file('Save the Steps', str(self.folder / name))

    def test_name_and_format_agree(self):
        with Program(self.home) as program:
            program.key('g', 'g')
            program.press('Table', 'button')
            self.save(program, 'Save as LaTeX…', 'steps')
            program.get_said('Saved “steps.tex”')
            self.save(program, 'Save as LaTeX…', 'steps.CSV')
            program.get_said('Saved “steps.CSV”')
            self.assertEqual(self.begin('steps.tex'), b'\\begin{t')
            self.assertEqual(self.begin('steps.CSV'), b'step,bia')
            self.assertEqual(self.names(), ['steps.CSV', 'steps.tex'])
            program.quit()


if __name__ == '__main__':
    main()
