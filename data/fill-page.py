#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Man pages name every part of the figure, every number and every format: fill-page.py PAGE PARTS RESULTS QUANTITIES FORMATS FIELDS
prints the page, in which a line @PARTS@ has become what the options call each part, and @PART_KEYS@ the keys that switch
them, as the list of parts has them (part-list.h), @RESULTS@ the numbers of an observation (outcome.c), @QUANTITIES@ those
that can be hidden (hidden.c), @FORMATS@ and @ENDINGS@ the formats and how their files end (format.h), and @FIELDS@ the
scenario's options that the page says nothing else of (field.c)."""

import pathlib
import re
import sys


def read_parts(listed):
    """The fields of each row that are texts, by name; 'name' and 'shown' beside them."""
    for row in re.findall(r'^(?:PART|PIECE) \((.*?)\)$(?=\n(?:P|#))', listed, re.M | re.S):
        _, name, start, fields = re.split(r',\s*', row, maxsplit=3)
        found = {key: ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', text))
                 for key, text in re.findall(r'\.(\w+)\s*= (?:N_ \()?((?:"(?:\\.|[^"\\])*"\s*)+)', fields)}
        key = re.search(r"\.key = '(.)'", fields)
        yield {**found, 'name': name, 'shown': start == 'SHOWN', 'key': key and key[1].upper()}


def roff(text):
    return text.replace('-', r'\-')


def sentence(text):
    return roff(text[0].upper() + text[1:] + '.')


FORMS = {
    '@PARTS@': lambda part: f'.TP 24\n.B {part["name"]}{" (shown)" if part["shown"] else ""}\n{sentence(part["help"])}\n',
    '@PART_KEYS@': lambda part: f'.TP\n.B {part["key"]}\n{sentence(part["help"])}\n' if part['key'] else '',
}


def read_results(table):
    """The names of all numbers: one, or one for each of the three classes."""
    for name, n in re.findall(r'\{ "(\w+)", AT \(\w+\), (\w+) \}', table):
        yield from [name] if n == '1' else (f'{name}{k}' for k in (1, 2, 3))


def read_fields(table, page):
    """Option, value and help of each field whose option the page does not name."""
    quoted = r'"(?:\\.|[^"\\])*"'
    for texts in re.findall(rf',\s+({quoted}),\s+[A-Z| ]+,\s+({quoted}),\s+((?:{quoted}\s*)+),', table):
        option, value, words = (re.sub(r'"\s*"', '', text.strip())[1:-1] for text in texts)
        if roff(f'--{option}=') not in page:
            yield f'.TP\n.BI {roff(f"--{option}=")} {value}\n{sentence(words)}\n'


def choice(names):
    return ' or '.join([', '.join(names[:-1]), names[-1]])


def fill(page, listed, results, quantities, formats, fields):
    parts = list(read_parts(listed))
    for mark, form in FORMS.items():
        page = page.replace(mark + '\n', ''.join(map(form, parts)))
    page = page.replace('@FIELDS@\n', ''.join(read_fields(fields, page)))
    formats = re.findall(r' F \((\w+)\)', formats)
    for mark, names in {'@RESULTS@': ', '.join(read_results(results)),
                        '@QUANTITIES@': ', '.join(re.findall(r'\{ "(\w+)",\s+SCOPE_PLACE_', quantities)),
                        '@FORMATS@': choice(formats),
                        '@ENDINGS@': choice([f'.{name}' for name in formats])}.items():
        page = page.replace(mark, names)
    return page


if __name__ == '__main__':
    sys.stdout.reconfigure(encoding='utf-8')
    sys.stdout.write(fill(*(pathlib.Path(name).read_text(encoding='utf-8') for name in sys.argv[1:])))
