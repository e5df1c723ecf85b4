#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many flowers in the window: the table, the sum, and a descent on it."""

import tempfile
import unittest

from flowers import (EMPTY, SETOSA, THREE, VERSICOLOR, VIRGINICA, cell, choose, expect_rows,
                     text_rows, three, undo)
from harness import Program, main


class Table(unittest.TestCase):
    def test_edit_in_place(self):
        with Program() as program:
            three(program)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            # One click goes to the entry.
            program.click(*cell(program, 1, 3))
            program.expect('flower 2 selected: b₃ −2, loss 2.666')
            program.key('ctrl+a')
            program.type('-4.5')
            # Leaving it is enough, and it belongs to the row that is left.
            program.click(*cell(program, 2, 1))
            program.expect('flower 3 selected')
            expect_rows(program, [SETOSA, VIRGINICA[:2] + ['−4.5', '■ Virginica'], VERSICOLOR], 2)
            program.key('ctrl+a')
            program.type('rose')
            program.key('Return', 'Escape', 'Tab', 'ctrl+a')
            program.type('1e1')
            program.key('Return')
            program.click(*cell(program, 0, 0))
            expect_rows(program, [SETOSA, VIRGINICA[:2] + ['−4.5', '■ Virginica'],
                                  ['0.0898', '10', '0.1042', '▲ Versicolor']], 0)
            undo(program, 2)
            # What is brought back is seen: its row is selected again.
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 1)
            program.quit()

    def test_sliders_edit_the_selected_row(self):
        with Program() as program:
            three(program)
            program.click(*cell(program, 2, 0))
            program.expect('flower 3 selected')
            x, y, width, height = program.place(program.get('z₂ of Versicolor at b₃ = 0', 'slider'))
            program.drag(x + 0.54 * width, y + height / 2, x + 0.8 * width, y + height / 2)
            program.key('3')
            program.rest()
            before = program.description()
            program.click(*cell(program, 0, 0))
            program.expect('flower 1 selected')
            changed = program.wait_for('the third row as text', lambda: next(
                (texts for _, texts in text_rows(program)[2:] if len(texts) == 4), None))
            self.assertGreater(float(changed[1]), 3)
            self.assertEqual(changed[3], '■ Virginica')
            self.assertNotIn('loss 2.666', before)
            undo(program, 2)
            program.click(*cell(program, 0, 0))
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.quit()

    def test_add_duplicate_remove_move(self):
        with Program() as program:
            three(program)
            program.press('Add a flower')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR, EMPTY], 3)
            program.click(*cell(program, 1, 0))
            program.key('ctrl+d')
            expect_rows(program, [SETOSA, VIRGINICA, VIRGINICA, VERSICOLOR, EMPTY], 2)
            program.press('Remove the selected flower')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR, EMPTY], 2)
            program.key('alt+Up', 'alt+Up')
            expect_rows(program, [VERSICOLOR, SETOSA, VIRGINICA, EMPTY], 0)
            program.press('Move the selected flower down')
            expect_rows(program, [SETOSA, VERSICOLOR, VIRGINICA, EMPTY], 1)
            program.click(*cell(program, 3, 0))
            program.key('Delete')
            expect_rows(program, [SETOSA, VERSICOLOR, VIRGINICA], 2)
            undo(program, 7)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.quit()

    def test_what_is_typed_stays_in_its_row(self):
        with Program() as program:
            three(program)
            program.click(*cell(program, 0, 1))
            program.key('ctrl+a')
            program.type('5')
            program.key('ctrl+d')
            expect_rows(program, [['5'] + SETOSA[1:], SETOSA, VIRGINICA, VERSICOLOR], 1)
            program.click(*cell(program, 0, 1))
            program.key('ctrl+a')
            program.type('7')
            program.key('alt+Down')
            expect_rows(program, [['5'] + SETOSA[1:], ['7'] + SETOSA[1:], VIRGINICA, VERSICOLOR], 1)
            program.quit()

    def test_drag_a_row_by_its_number(self):
        with Program() as program:
            three(program)
            program.drag_and_drop(*cell(program, 0, 0), *cell(program, 2, 1))
            expect_rows(program, [VIRGINICA, VERSICOLOR, SETOSA], 2)
            program.quit()

    def test_one_flower_again(self):
        with Program() as program:
            choose(program, 'Add a Flower')
            program.expect('Total of 2 flowers, flower 2 selected')
            choose(program, 'Back to One Flower')
            program.expect('b₃ −2, loss 2.759, slope −0.9366')
            program.expect_not('flowers')
            program.quit()


class Sum(unittest.TestCase):
    def test_total_and_mean(self):
        with Program() as program:
            three(program)
            program.get_shown('η = 1 on the total steps as far as η = 3 on the mean.')
            program.press('Mean')
            program.expect('Mean of 3 flowers, flower 1 selected: b₃ −2, loss 0.8886, slope −0.2577')
            program.get_shown('η = 1 on the mean steps as far as η = 0.3333 on the total.')
            program.key('ctrl+z')
            program.expect(THREE)
            program.quit()

    def test_no_wiring_of_observed_classes(self):
        with Program() as program:
            three(program)
            program.click_on('Wiring: b₃ is added to', 'combo box')
            program.key('Down', 'Down', 'Down', 'Down', 'Return')
            program.get_said('Not with many flowers: each would have another wiring')
            program.expect('flower 1 selected: b₃ −2, loss 2.666')
            program.quit()

    def test_parts_of_one_flower(self):
        with Program() as program:
            three(program)
            program.key('u')
            program.get_said('This part is about one flower: see “Many Flowers”, Back to One Flower')
            program.key('k')
            program.get_said('Curves are kept of one flower, not of many together')
            program.quit()

    def test_descent(self):
        with Program() as program:
            three(program)
            program.key('g')
            program.expect('b₃ −1.227, ')
            # To look at another flower ends no walk.
            program.click(*cell(program, 1, 0))
            program.press('Step')
            program.expect('b₃ −0.6623, ')
            program.key('shift+g')
            program.expect('b₃ −1.227, ')
            program.press('To the Minimum')
            program.expect('b₃ −0.03165, ')
            program.quit()

    def test_the_150(self):
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                choose(program, 'The 150 Real Flowers')
                program.expect('Mean of 150 flowers, flower 1 selected')
                program.get_shown('η = 5 on the mean steps as far as η = 0.03333 on the total.')
                # However many there are, a step is not scrolled away.
                program.click(*program.middle(program.get_shown('Step', 'button')))
                program.expect('b₃ −2.345, ')
                program.press('To the Minimum')
                program.expect('b₃ −6.226, ')
                program.quit()
            with Program(home) as program:
                program.expect('Mean of 150 flowers, flower 1 selected: b₃ −6.226, ')
                program.press('Total')
                program.expect('Total of 150 flowers')
                program.quit()


if __name__ == '__main__':
    main()
