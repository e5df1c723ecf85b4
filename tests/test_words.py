#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is translated is whole: no text is one end of a sentence that the program glues together."""

import os
import re
import sys
import unittest

from catalogue import SOURCE, entries, read_pot

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap

# Where a sentence does not begin, and where it does not end.
BEGINS_WITHIN = re.compile(r'[\s.,;:)\]}”’?!·=+−-](?![!*`\d])')
ENDS_WITHIN = re.compile(r'[\s,;:(\[“‘·=+−-]$')
# A word that nothing follows is not at the end of a sentence either.
ENDS_IN = re.compile(r'\b(?:a|an|the|of|and|or|is|that|than)$')
# Two texts that follow one another in the code.
GLUED = re.compile(r'g_string_append \([^;]*\b_ \(|g_strconcat \([^;]*\b_ \(')


def is_fragment(text):
    # A line for a terminal ends with its newline.
    text = text.removesuffix('\n')
    return bool(re.match(r'!(?![\w∑])', text) or (not text.startswith('!') and BEGINS_WITHIN.match(text))
                or ENDS_WITHIN.search(text) or ENDS_IN.search(text))


class Words(unittest.TestCase):
    maxDiff = None

    def test_rule(self):
        for fragment in [', exact ', 'right:  ', '. Kept curves: %s', 'if %s:  ', '; %s', 'Total of ',
                         'through the', ' (', 'η =']:
            self.assertTrue(is_fragment(fragment), fragment)
        for whole in ['Kept curves: %s', '%s; %s', '!Whose gradient?!  %s', '*c* cancels', '(none)', 'off by %s',
                      '“%s” is no number', '…and %u more']:
            self.assertFalse(is_fragment(whole), whole)

    def test_fragments(self):
        found = entries(read_pot())
        self.assertGreater(len(found), 400)
        # The desktop's own list of words ends like that.
        fragments = [f'{places}: “{text}”' for places, *texts, _ in found for text in texts
                     if text is not None and is_fragment(text) and '.desktop.in' not in places]
        self.assertEqual(fragments, [])

    def test_glue(self):
        glued = []
        for folder, _, names in os.walk(os.path.join(SOURCE, 'src')):
            for name in sorted(names):
                if not name.endswith('.c') or name == 'figure-spoken.c':
                    continue
                with open(os.path.join(folder, name), encoding='utf-8') as file:
                    text = file.read()
                glued += [f'{name}: {match[0]}' for match in GLUED.finditer(text)]
        self.assertEqual(glued, [])

    def test_examples(self):
        texts = [text for _, text, _, _ in entries(read_pot())]
        self.assertIn('Worked example %u: %s', texts)
        for folder, _, names in os.walk(os.path.join(SOURCE, 'src')):
            for name in names:
                with open(os.path.join(folder, name), encoding='utf-8') as file:
                    self.assertNotIn('"Worked example 1', file.read(), name)


if __name__ == '__main__':
    tap.main()
