# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the window's test programs know of the table of flowers."""

from harness import role

THREE = 'Total of 3 flowers, flower 1 selected: b₃ −2, loss 2.666, slope −0.7732'
# The three logits of each, as the table shows them, and the observed class.
SETOSA = ['1.037', '0.0032', '0.1352', '● Setosa']
VIRGINICA = ['0', '0', '1', '■ Virginica']
VERSICOLOR = ['0.0898', '0.8632', '0.1042', '▲ Versicolor']
EMPTY = ['0', '0', '0', '● Setosa']


# The menu's items, in their order.
MENU = ['The Three Worked Examples', 'The 150 Real Flowers', 'Open a CSV File…',
        'Paste from a Spreadsheet', 'Add a Flower', 'Back to One Flower']


def choose(program, item):
    program.press_in_menu('Many Flowers', MENU.index(item))


def three(program):
    choose(program, 'The Three Worked Examples')
    program.expect(THREE)


def search(program, text):
    """Opens the list of flowers and searches it."""
    program.press('Flower')
    program.get_shown('Search the flowers')
    program.type(text)
    program.expect_entry('Search the flowers', text)


def undo(program, n):
    program.key(*['ctrl+z'] * n)


def text_rows(program):
    """Each row's widget and what its labels say, without the number in front."""
    table = next((w for w in program.everything()
                  if role(w) == 'table' and w.get_name().startswith('Flowers')), None)
    rows = []
    # A row comes before what is in it.
    for widget in program.everything(table) if table is not None else ():
        kind = role(widget)
        if kind == 'table row':
            rows.append((widget, []))
        elif kind == 'label' and rows:
            rows[-1][1].append(widget.get_name())
    return [(row, texts[1:]) for row, texts in rows[1:]]


def expect_rows(program, expected, selected):
    """The table's rows; the selected one has entries, whose values the sliders have too."""
    def is_so():
        rows = [texts for _, texts in text_rows(program)]
        return (len(rows) == len(expected) and len(rows[selected]) != 4
                and all(texts == expected[i] for i, texts in enumerate(rows) if i != selected)
                and program.find(f'Flower {selected + 1}: logits, without b₃'))
    program.wait_for(lambda: f'rows {expected}, {selected} selected, not '
                             f'{[texts for _, texts in text_rows(program)]}', is_so)


def cell(program, row, column):
    """The middle of a cell, of which the number's is the first."""
    program.rest()

    def find():
        rows = text_rows(program)
        cells = [w for w in program.everything(rows[row][0]) if role(w) == 'table cell']
        return cells[column] if len(cells) > column else None
    program.wait_for(f'row {row}', lambda: len(text_rows(program)) > row)
    return program.middle(program.wait_for(f'cell {column} of row {row}', find))
