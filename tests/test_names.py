#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A function's name says in which file it is: it begins with the file's first word, and what other files may call is
declared in the header of the file's own name."""

import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap  # noqa: E402

SOURCE = pathlib.Path(os.environ['SCOPE_SOURCE_DIR']) / 'src'
# One of a file with rows is a row.
ONE = re.compile(r's$')


def without_comments(text):
    return re.sub(r'/\*.*?\*/', ' ', text, flags=re.S)


def public(text):
    """The functions that are defined there and not static."""
    return [name for before, name in re.findall(r'^([^\n]*)\n(scope_\w+) \([^;{]*?\)\s*\n\{', without_comments(text), re.M)
            if 'static' not in before]


def complaints(path, text, header):
    """header: the text of the header of the same name, None where there is none."""
    file = ONE.sub('', path.stem.split('-')[0])
    declared = set(re.findall(r'\b(scope_\w+) \(', without_comments(header or '')))
    found = []
    for name in public(text):
        if ONE.sub('', name.split('_')[1]) != file:
            found.append(f'{path.name}: {name} does not begin with scope_{file}')
        if name not in declared:
            found.append(f'{path.name}: {name} is not declared in {path.stem}.h')
    return found


class Names(unittest.TestCase):
    def test_found(self):
        path, text = pathlib.Path('rows-reader.c'), 'int\nscope_row_read (int n)\n{\n}\n'
        header = 'int scope_row_read (int n);\n'
        self.assertEqual(complaints(path, text, header), [])
        self.assertEqual(len(complaints(path, text, None)), 1)
        self.assertEqual(len(complaints(pathlib.Path('line.c'), text, header)), 1)
        self.assertEqual(complaints(path, 'static ' + text, None), [])

    def test_all(self):
        paths = sorted(SOURCE.glob('**/*.c'))
        self.assertGreater(len(paths), 200)
        found = []
        for path in paths:
            header = path.with_suffix('.h')
            found += complaints(path, path.read_text(), header.read_text() if header.exists() else None)
        self.assertEqual(found, [])


if __name__ == '__main__':
    tap.main()
