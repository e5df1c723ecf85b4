# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The texts that are translated, as xgettext finds them, and what a translation of them may look like."""

import os
import re
import subprocess
import tempfile

SOURCE = os.environ.get('SCOPE_SOURCE_DIR', os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3']


def read_pot():
    """The text of the template: with the keywords that the program uses and the files of po/POTFILES."""
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'logitscope.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--no-wrap', '--package-name=logitscope', '-o', pot,
                        '--files-from=po/POTFILES', *(f'--keyword={word}' for word in KEYWORDS)],
                       cwd=SOURCE, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        with open(pot, encoding='utf-8') as file:
            return file.read()


def unquote(lines):
    """What "one"\n"two" holds."""
    joined = ''.join(re.findall(r'"(.*)"', lines))
    return re.sub(r'\\(.)', lambda match: {'n': '\n', 't': '\t'}.get(match[1], match[1]), joined)


def entries(pot):
    """(places, singular, plural or None, flags) of each text."""
    found = []
    for block in pot.split('\n\n'):
        texts = re.search(r'^msgid ((?:".*"\n?)+)(?:msgid_plural ((?:".*"\n?)+))?', block, re.M)
        if texts is None:
            continue
        singular = unquote(texts[1])
        if singular == '':
            continue
        found.append((' '.join(re.findall(r'^#: (.*)$', block, re.M)), singular,
                      unquote(texts[2]) if texts[2] else None,
                      'c-format' in ''.join(re.findall(r'^#, (.*)$', block, re.M))))
    return found
