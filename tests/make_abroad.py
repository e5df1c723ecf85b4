#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two languages that nobody speaks, made of the program's own texts, for the tests alone.

    tests/make_abroad.py FOLDER STAMP DEPENDENCIES

In "eo" each word is half as long again, as words of other languages are; in "he" it is written from right
to left. What is no word (numbers, formulas, names of quantities, what printf fills in) stays as it is."""

import os
import re
import subprocess
import sys

from catalogue import SOURCE, entries, read_pot

LOCALES = {'eo': 'eo', 'he': 'he_IL'}
# What a translator keeps: printf's directives, mathematical markup, escapes, tags, names with digits in them.
KEPT = re.compile(r'''%(?:\d+\$)?[-0]?[\d.]*l?[a-z%] | \\. | <[^>]*> | \*[^*\s][^*]*\* | _\{[^}]*\} | \^\{[^}]*\} | [_^](?=\d)
                      | `[^`]*` | https?://\S+ | [a-z]+\.[A-Z]\w+(?:\.\w+)*
                      | \b(?:ln|max|e|p|z|L|h|b|c|CSV|PNG|SVG|PDF|LaTeX|Logitscope|Ctrl|Alt|Shift|[A-Z]|Setosa|Versicolor|Virginica)\b
                      | \w*[₀-₉∂∑]\w*''', re.X)
WORD = re.compile(r'[A-Za-z]+(?:’[a-z]+)?')
LONG = str.maketrans('aeiouAEIOUcghjs', 'áéíóúÁÉÍÓÚĉĝĥĵŝ')
HEBREW = dict(zip('abcdefghijklmnopqrstuvwxyz', 'אבגדהוזחטיכלמנסעפצקרשתאבגד'))


def lengthened(word):
    return word.translate(LONG) + word[:len(word) // 2].lower().translate(LONG)


def isolated(text):
    """As a translator would keep a minus before a number that is part of the text."""
    return re.sub(r'(−\d)', '\u200e\\1', text)


def mirrored(word):
    return ''.join(HEBREW.get(letter, letter) for letter in word.lower())


def translate(text, change):
    """A mnemonic's underscore stays before the letter that it marks."""
    out, at = [], 0
    for kept in [*KEPT.finditer(text), None]:
        end = kept.start() if kept else len(text)
        out.append(WORD.sub(lambda word: change(word[0]), text[at:end]))
        if kept:
            out.append(kept[0])
            at = kept.end()
    whole = ''.join(out)
    return isolated(whole) if change is mirrored else whole


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def catalogue(language, change):
    yield 'msgid ""\nmsgstr ""\n' + '\n'.join(quoted(line) for line in [
        f'Language: {language}\n', 'Content-Type: text/plain; charset=UTF-8\n',
        'Content-Transfer-Encoding: 8bit\n', 'Plural-Forms: nplurals=2; plural=(n != 1);\n'])
    for _, singular, plural, is_format in entries(read_pot()):
        flags = '#, c-format\n' if is_format else ''
        if plural is None:
            yield f'{flags}msgid {quoted(singular)}\nmsgstr {quoted(translate(singular, change))}'
        else:
            yield (f'{flags}msgid {quoted(singular)}\nmsgid_plural {quoted(plural)}\n'
                   f'msgstr[0] {quoted(translate(singular, change))}\n'
                   f'msgstr[1] {quoted(translate(plural, change))}')


def make(folder, language, change):
    messages = os.path.join(folder, language, 'LC_MESSAGES')
    os.makedirs(messages, exist_ok=True)
    po = os.path.join(folder, f'{language}.po')
    with open(po, 'w', encoding='utf-8') as file:
        file.write('\n\n'.join(catalogue(language, change)) + '\n')
    subprocess.run(['msgfmt', '--check-format', '-o', os.path.join(messages, 'logitscope.mo'), po], check=True)
    # The locale itself, of which LOCPATH tells the C library.
    name = LOCALES[language]
    subprocess.run(['localedef', '-i', name, '-f', 'UTF-8', os.path.join(folder, f'{name}.UTF-8')],
                   check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert os.path.isdir(os.path.join(folder, f'{name}.UTF-8')), f'no locale {name}: is “locales” installed?'


def main():
    folder, stamp, dependencies = sys.argv[1:]
    make(folder, 'eo', lengthened)
    make(folder, 'he', mirrored)
    with open(os.path.join(SOURCE, 'po', 'POTFILES'), encoding='utf-8') as file:
        read = [os.path.join(SOURCE, line.strip()) for line in file if line.strip() and line[0] != '#']
    with open(dependencies, 'w', encoding='utf-8') as file:
        file.write(f'{os.path.basename(stamp)}: ' + ' '.join(read) + '\n')
    with open(stamp, 'w', encoding='utf-8'):
        pass


if __name__ == '__main__':
    main()
