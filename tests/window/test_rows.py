#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many flowers in the window: the table, the sum, and a descent on it."""

import os
import pathlib
import subprocess
import tempfile
import threading
import time
import unittest

from harness import Program, main, wait_for, xdotool

THREE = 'Total of 3 flowers, flower 1 selected: b₃ −2, loss 2.666, slope −0.7732'
# The three logits of each, as the table shows them, and the observed class.
SETOSA = ['1.037', '0.0032', '0.1352', '● Setosa']
VIRGINICA = ['0', '0', '1', '■ Virginica']
VERSICOLOR = ['0.0898', '0.8632', '0.1042', '▲ Versicolor']
EMPTY = ['0', '0', '0', '● Setosa']


def choose(program, item):
    program.press('Many Flowers', 'push button')
    program.press(item)


def three(program):
    choose(program, 'The Three Worked Examples')
    program.expect(THREE)


def undo(program, n):
    program.key(*['ctrl+z'] * n)


def text_rows(program):
    """Each row's widget and what its labels say, without the number in front."""
    rows = []
    for table in program.everything():
        if table.get_role_name() != 'tree table' or not table.get_name().startswith('Flowers'):
            continue
        for row in program.everything(table):
            if row.get_role_name() == 'table row':
                texts = [w.get_name() for w in program.everything(row)
                         if w.get_role_name() == 'label']
                rows.append((row, texts[1:]))
    return rows[1:]


def expect_rows(program, expected, selected):
    """The table's rows; the selected one has entries, whose values the sliders have too."""
    def is_so():
        rows = [texts for _, texts in text_rows(program)]
        return (len(rows) == len(expected) and len(rows[selected]) != 4
                and all(texts == expected[i] for i, texts in enumerate(rows) if i != selected)
                and program.find(f'Flower {selected + 1}: logits, without b₃'))
    wait_for(f'rows {expected}, {selected} selected', is_so)


def middle(program, widget):
    x, y, width, height = program.place(widget)
    return x + width / 2, y + height / 2


def cell(program, row, column):
    """The middle of a cell, of which the number's is the first."""
    cells = [w for w in program.everything(text_rows(program)[row][0])
             if w.get_role_name() == 'table cell']
    return middle(program, cells[column])


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
            before = program.description()
            program.click(*cell(program, 0, 0))
            program.expect('flower 1 selected')
            changed = text_rows(program)[2][1]
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
            program.drag(*cell(program, 0, 0), *cell(program, 2, 1), steps=20)
            expect_rows(program, [VIRGINICA, VERSICOLOR, SETOSA], 2)
            program.quit()

    def test_one_flower_again(self):
        with Program() as program:
            choose(program, 'Add a Flower')
            program.expect('Total of 2 flowers, flower 2 selected')
            choose(program, 'Back to One Flower')
            program.expect('b₃ −2, loss 2.759, slope −0.9366')
            self.assertNotIn('flowers', program.description())
            program.quit()


class Sum(unittest.TestCase):
    def test_total_and_mean(self):
        with Program() as program:
            three(program)
            program.get('η = 1 on the total steps as far as η = 3 on the mean.')
            program.press('Mean')
            program.expect('Mean of 3 flowers, flower 1 selected: b₃ −2, loss 0.8886, slope −0.2577')
            program.get('η = 1 on the mean steps as far as η = 0.3333 on the total.')
            program.key('ctrl+z')
            program.expect(THREE)
            program.quit()

    def test_no_wiring_of_observed_classes(self):
        with Program() as program:
            three(program)
            program.click(*middle(program, program.get('Wiring', 'push button')))
            program.key('Down', 'Down', 'Down', 'Down', 'Return')
            program.get('Not with many flowers: each would have another wiring')
            program.expect('flower 1 selected: b₃ −2, loss 2.666')
            program.quit()

    def test_parts_of_one_flower(self):
        with Program() as program:
            three(program)
            program.key('u')
            program.get('This part is about one flower: see “Many Flowers”, Back to One Flower')
            program.key('k')
            program.get('Curves are kept of one flower, not of many together')
            program.quit()

    def test_descent(self):
        with Program() as program:
            three(program)
            program.key('g')
            program.expect('b₃ −1.227, ')
            # To look at another flower ends no walk.
            program.click(*cell(program, 1, 0))
            program.press('Step', 'push button')
            program.expect('b₃ −0.6623, ')
            program.key('shift+g')
            program.expect('b₃ −1.227, ')
            program.press('To the Minimum', 'push button')
            program.expect('b₃ −0.03165, ')
            program.quit()

    def test_the_150(self):
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                choose(program, 'The 150 Real Flowers')
                program.expect('Mean of 150 flowers, flower 1 selected')
                program.get('η = 5 on the mean steps as far as η = 0.03333 on the total.')
                program.press('To the Minimum', 'push button')
                program.expect('b₃ −6.226, ')
                program.quit()
            with Program(home) as program:
                program.expect('Mean of 150 flowers, flower 1 selected: b₃ −6.226, ')
                program.press('Total')
                program.expect('Total of 150 flowers')
                program.quit()


CSV = 'z1,z2,z3,observed\n1.0368,0.0032,0.1352,Setosa\n0,0,1,3\n0.0898,0.8632,0.1042,versicolor\n'


def open_file(program, path):
    program.key('ctrl+o')
    program.get('_Open Open', 'push button')
    time.sleep(0.5)
    program.type(path)
    time.sleep(0.5)
    program.key('Return')


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f'{folder.name}/rows.csv'

    def write(self, text):
        pathlib.Path(self.path).write_text(text)

    def test_open(self):
        self.write(CSV)
        with Program() as program:
            open_file(program, self.path)
            program.expect(THREE)
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 0)
            program.quit()

    def test_refused_file_changes_nothing(self):
        with Program() as program:
            three(program)
            self.write('z1,z2,z3,observed\n' + '1,2,x,Setosa\n' * 25)
            open_file(program, self.path)
            program.get('“rows.csv” was not opened')
            errors = wait_for('the errors', lambda: next(
                (w.get_name() for w in program.everything() if ':26:' in (w.get_name() or '')
                 or ':21:' in (w.get_name() or '')), None))
            self.assertIn('rows.csv:2: ', errors)
            self.assertNotIn(':22:', errors)
            self.assertIn('and 5 more', errors)
            program.key('Escape')
            program.expect(THREE)
            program.quit()

    def test_paste(self):
        with Program() as program:
            self.clip('1.0368\t0.0032\t0.1352\tSetosa\n0\t0\t1\tVirginica\n'
                      '0,0898\t0,8632\t0,1042\tversicolor\n'.replace('.', ','))
            choose(program, 'Paste from a Spreadsheet')
            program.expect(THREE)
            # Into the table it goes after the selected one, in one step.
            self.clip('0 0 0 1'.replace(' ', '\t'))
            program.click(*cell(program, 1, 0))
            program.key('ctrl+v')
            expect_rows(program, [SETOSA, VIRGINICA, EMPTY, VERSICOLOR], 2)
            program.key('ctrl+z')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 1)
            # Also from within an entry, which keeps what is but a number.
            program.click(*cell(program, 1, 1))
            self.clip('0 0 0 rose'.replace(' ', '\t'))
            program.key('ctrl+v')
            program.get('Nothing was pasted')
            program.key('Escape')
            expect_rows(program, [SETOSA, VIRGINICA, VERSICOLOR], 1)
            program.click(*cell(program, 1, 3))
            self.clip('-4,5')
            program.key('ctrl+a', 'ctrl+v')
            time.sleep(0.3)
            program.click(*cell(program, 0, 0))
            expect_rows(program, [SETOSA, VIRGINICA[:2] + ['−4.5', '■ Virginica'], VERSICOLOR], 0)
            program.quit()

    def clip(self, text):
        subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, timeout=10)

    def test_a_slow_file_is_cancelled_at_once(self):
        os.mkfifo(self.path)
        writing = threading.Event()

        def write():
            with open(self.path, 'w') as pipe:
                pipe.write(CSV)
                pipe.flush()
                writing.wait(60)
        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        with Program() as program:
            open_file(program, self.path)
            wait_for('the bar', lambda: program.find('How much is read'))
            begin = time.monotonic()
            program.key('Escape')
            wait_for('its end', lambda: not program.find('How much is read'))
            self.assertLess(time.monotonic() - begin, 5)
            program.expect('b₃ −2, loss 1.891')
            writing.set()
            writer.join(10)
            program.quit()

    def test_drop(self):
        self.write(CSV)
        with Program() as program, subprocess.Popen([os.environ['SCOPE_DRAG_SOURCE'],
                                                     self.path]) as source:
            found = wait_for('the other window', lambda: subprocess.run(
                ['xdotool', 'search', '--onlyvisible', '--name', '^drag-source$'],
                capture_output=True, text=True).stdout.split())
            xdotool('windowmove', '--sync', found[-1], 0, 1000)
            time.sleep(0.5)
            x, y = (int(v) for v in xdotool(
                'getwindowgeometry', '--shell', program.window_id).split('\n')[1:3]
                for v in [v.split('=')[1]])
            xdotool('mousemove', 100, 1030, 'mousedown', 1)
            for i in range(1, 21):
                xdotool('mousemove', 100 + i * (x + 500) // 20, 1030 + i * (y + 400 - 1030) // 20)
                time.sleep(0.03)
            time.sleep(0.3)
            xdotool('mouseup', 1)
            program.expect(THREE)
            source.terminate()
            program.quit()

    def test_ten_thousand(self):
        self.write('z1,z2,z3,observed\n' + ''.join(
            f'{i % 17},{i % 5},{i % 7},{1 + i % 3}\n' for i in range(10000)))
        with tempfile.TemporaryDirectory() as home:
            with Program(home) as program:
                open_file(program, self.path)
                program.expect('Mean of 10000 flowers, flower 1 selected')
                program.key('g', 'g')
                program.click(*cell(program, 3, 2))
                program.key('ctrl+a')
                program.type('-7')
                program.key('Return')
                program.expect('Mean of 10000 flowers, flower 4 selected')
                before = program.description().split('.')[0]
                program.quit()
            with Program(home) as program:
                program.expect(before)
                program.quit()


if __name__ == '__main__':
    main()
