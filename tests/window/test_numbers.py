#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Numbers in the sidebar: the trained bias where it means something, and the desktop's decimal sign."""

import re
import subprocess
import tempfile
import unittest

from flowers import choose, search, three
from harness import Program, main

TRAINED = 'b₃ as Trained: −6.2272'
IRIS = 'Mean of 150 flowers'


class Trained(unittest.TestCase):
    def wire(self, program, *keys):
        program.bring_into_sight(program.get_shown('Wiring: b₃ is added to', 'combo box'))
        program.click_on('Wiring: b₃ is added to', 'combo box')
        program.key(*keys, 'Return')

    def test_only_with_the_flowers_of_that_network(self):
        with Program() as program:
            # The worked examples are another network's.
            program.expect_gone(TRAINED)
            three(program)
            program.expect_gone(TRAINED)
            choose(program, 'The 150 Real Flowers')
            program.expect(IRIS)
            program.press(TRAINED)
            program.expect('b₃ −6.227, ')
            # One flower that is none of them is enough.
            choose(program, 'Add a Flower')
            program.expect('Mean of 151 flowers')
            program.expect_gone(TRAINED)
            program.key('ctrl+z')
            program.expect(IRIS)
            program.get_shown(TRAINED)
            program.quit()

    def test_with_one_flower_of_them(self):
        with Program() as program:
            search(program, 'Virginica 118')
            program.key('Return')
            program.expect_gone('Search the flowers')
            program.get_shown(TRAINED)
            # The flower counts, not what is observed.
            program.press('● Setosa')
            program.get_shown(TRAINED)
            program.focus_entry('z₂ of Versicolor at b₃ = 0, exact value')
            program.type('7')
            program.key('Return')
            program.expect_gone(TRAINED)
            program.key('ctrl+z')
            program.get_shown(TRAINED)
            program.quit()

    def test_only_where_b3_belongs_to_the_first_logit(self):
        with Program() as program:
            search(program, 'Virginica 118')
            program.key('Return')
            program.get_shown(TRAINED)
            self.wire(program, 'Down')
            program.expect_gone(TRAINED)
            self.wire(program, 'Up')
            program.get_shown(TRAINED)
            # It would tell what is asked for.
            program.key('h')
            program.expect_gone(TRAINED)
            program.key('h')
            program.get_shown(TRAINED)
            program.quit()


class Comma(unittest.TestCase):
    """On a desktop where the comma is the decimal sign there is no point in a number."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        subprocess.run(['localedef', '-i', 'de_DE', '-f', 'UTF-8', f'{self.folder}/de_DE.UTF-8'],
                       check=True)

    def points(self, program):
        """What anybody reads or hears that has one."""
        said = [text for widget in program.everything()
                for text in (widget.get_name(), widget.get_description()) if text]
        # The version is none.
        return [text for text in said if re.search(r'\d\.\d', text)]

    def test_no_number_has_a_point(self):
        with Program(LOCPATH=self.folder, LC_ALL='de_DE.UTF-8') as program:
            program.expect('b₃ −2, loss 1,891')
            self.assertEqual(self.points(program), [])
            program.press('Flower')
            program.wait_for('a flower’s widths', lambda: any(
                'Setosa 1: petal 0,2 cm, sepal 3,5 cm' == w.get_name() for w in program.everything()))
            self.assertEqual(self.points(program), [])
            program.key('Escape')
            program.focus_entry('b₃, exact value')
            program.type('rose')
            program.key('Return')
            program.get('Not a number. Allowed: any finite number, as 1,5, −2, 1e-3 or 1/3')
            program.key('Escape')
            choose(program, 'The 150 Real Flowers')
            program.expect(IRIS)
            program.press('b₃ as Trained: −6,2272')
            program.expect('b₃ −6,227, ')
            program.key('u', 'l', 'd', 't', 'm', 'g', 'g')
            program.rest()
            self.assertEqual(self.points(program), [])
            program.quit()


if __name__ == '__main__':
    main()
