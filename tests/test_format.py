#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All of C is laid out as .clang-format says."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap  # noqa: E402

SOURCE = pathlib.Path(os.environ['SCOPE_SOURCE_DIR'])


def complaints(paths):
    """What clang-format would lay out otherwise, one line each."""
    found = subprocess.run(['clang-format', '--dry-run', f'--style=file:{SOURCE / ".clang-format"}', *map(str, paths)],
                           capture_output=True, text=True, check=True)
    return [line for line in found.stderr.splitlines() if '[-Wclang-format-violations]' in line]


class Format(unittest.TestCase):
    def test_found(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'one.c')
            path.write_text('static int\none (int n)\n{\n  return n;\n}\n')
            self.assertEqual(complaints([path]), [])
            path.write_text('static int one (int n) {\n  return n;\n}\n')
            self.assertNotEqual(complaints([path]), [])

    def test_all(self):
        paths = [path for folder in ('src', 'tests') for path in sorted((SOURCE / folder).glob('**/*.[ch]'))]
        self.assertGreater(len(paths), 400)
        self.assertEqual(complaints(paths), [])


if __name__ == '__main__':
    tap.main()
