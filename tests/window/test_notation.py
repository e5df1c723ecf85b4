#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Entries take what the program itself writes, and say what is allowed where they take something not."""

import unittest

from harness import Program, main, text_of

BIAS = 'b₃, exact value'
STEP = 'h, exact value'
RATE = 'η, exact value'
ANY = 'any finite number, as 1.5, −2, 1e-3 or 1/3'


def enter(program, name, text):
    program.focus_entry(name)
    program.type(text)
    program.key('Return')


class Notation(unittest.TestCase):

    def test_own_notation(self):
        with Program() as program:
            enter(program, BIAS, '1.25e-7')
            program.expect('b₃ 1.25·10⁻⁷')
            program.focus_entry(BIAS)
            program.expect_entry(BIAS, '1.25·10⁻⁷')
            # The 5 becomes a 6.
            program.key('Home', 'Right', 'Right', 'Right', 'Delete', '6')
            program.expect_entry(BIAS, '1.26·10⁻⁷')
            program.key('Return')
            program.expect('b₃ 1.26·10⁻⁷')
            enter(program, BIAS, '1/3')
            program.expect('b₃ 0.3333')

    def refuse(self, program, name, text, said):
        """What was typed stays, until Escape brings back the number as it was."""
        # As it is edited: with the keyboard's minus.
        before = text_of(program.find(name, 'text')).replace('−', '-')
        enter(program, name, text)
        program.get(said)
        program.expect_entry(name, text)
        program.key('Escape')
        program.expect_entry(name, before)

    def test_what_is_allowed(self):
        with Program() as program:
            program.key('u')
            self.refuse(program, STEP, '7', 'Out of range. Allowed: from 1e-12 to 1')
            self.refuse(program, STEP, '-2', 'Out of range. Allowed: from 1e-12 to 1')
            self.refuse(program, BIAS, '1e400', f'Too large: no more than 10³⁰⁸. Allowed: {ANY}')
            self.refuse(program, BIAS, 'h1', f'Not a number. Allowed: {ANY}')
            program.key('u', 'g')
            for rate in ('0', '-1', '1e-400'):
                self.refuse(program, RATE, rate, 'Out of range. Allowed: any number above 0, as 0.5 or 1e-3')
            self.refuse(program, RATE, '1e309',
                        'Too large: no more than 10³⁰⁸. Allowed: any number above 0, as 0.5 or 1e-3')


if __name__ == '__main__':
    main()
