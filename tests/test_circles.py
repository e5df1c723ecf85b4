#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""No file needs another one that needs it: arrows among the files of src/ go one way."""

import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap  # noqa: E402

SOURCE = pathlib.Path(os.environ['SCOPE_SOURCE_DIR']) / 'src'

def module(path):
    """A file with its header."""
    return str(path.relative_to(SOURCE).with_suffix(''))


def without_comments_and_texts(text):
    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\])*"', ' ', text, flags=re.S)


def find_arrows(texts):
    """From each module to those whose header it includes or whose functions it calls."""
    headers, homes, arrows = {}, {}, {}
    for path, text in texts.items():
        arrows[module(path)] = set()
        if path.suffix == '.h':
            headers[path.name] = module(path)
        for before, name in re.findall(r'^([^\n]*)\n(scope_\w*) \([^;{]*?\)\s*\n\{', without_comments_and_texts(text),
                                       re.M):
            if path.suffix == '.c' and 'static' not in before:
                homes[name] = module(path)
    for path, text in texts.items():
        needed = {headers[name] for name in re.findall(r'^#include "([^"]+)"', text, re.M)}
        if path.suffix == '.c':
            names = set(re.findall(r'\bscope_\w*', without_comments_and_texts(text)))
            needed |= {homes[name] for name in names & set(homes)}
        arrows[module(path)] |= needed - {module(path)}
    return arrows


def reach(arrows, start):
    seen, todo = set(), [start]
    while todo:
        for near in arrows[todo.pop()] - seen:
            seen.add(near)
            todo.append(near)
    return seen


def find_circles(arrows):
    beyond = {name: reach(arrows, name) for name in arrows}
    return {frozenset(other for other in beyond[name] if name in beyond[other])
            for name in arrows if name in beyond[name]}


class Circles(unittest.TestCase):
    def test_found(self):
        root = SOURCE / 'figure'
        texts = {root / 'a.c': '#include "a.h"\n\nvoid\nscope_a_draw (int n)\n{\n  scope_b_draw (n);\n}\n',
                 root / 'b.c': '#include "b.h"\n\nvoid\nscope_b_draw (int n)\n{\n}\n',
                 root / 'b.h': '#include "c.h"\n', root / 'a.h': '', root / 'c.h': ''}
        self.assertEqual(find_circles(find_arrows(texts)), set())
        texts[root / 'c.c'] = '/* scope_a_draw (1) */\nstatic const Draw draw = scope_a_draw;\n'
        self.assertEqual(find_circles(find_arrows(texts)), {frozenset({'figure/a', 'figure/b', 'figure/c'})})

    def test_none(self):
        texts = {path: path.read_text() for path in sorted(SOURCE.glob('**/*.[ch]'))}
        self.assertGreater(len(texts), 100)
        self.assertEqual(find_circles(find_arrows(texts)), set())


if __name__ == '__main__':
    tap.main()
