#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Keys and mnemonics: no two deeds want the same, and what there is is told."""

import collections
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap  # noqa: E402

SOURCE = pathlib.Path(os.environ['SCOPE_SOURCE_DIR'])
BUILD = pathlib.Path(os.environ['SCOPE_BUILD_DIR'])
APP = SOURCE / 'src' / 'app'
PARTS = (SOURCE / 'src/scenario/part-list.h').read_text()

# Who is there at the same time: all that wants keys of the window, and of the stage.
TABLES = {
    'window': (('window-keys.c', 'window_keys'), ('window-keys.c', 'letter_keys'),
               ('closing.c', 'keys')),
    'plot': (('plot-keys.c', 'keys'),),
    'stage': (('presentation.c', 'stage_keys'),),
}
# Parts that have a deed of their own instead of a switch.
DEEDS = {'answers': 'win.ask', 'estimate': 'win.estimate'}
PART_KEYS = re.findall(r"\.key = '(.)'", PARTS)
SHIFTS = {'NO': {False}, 'YES': {True}, 'ANY': {False, True}}


def once(where, names):
    """None of the names is there twice."""
    double = [name for name, n in collections.Counter(names).items() if n > 1]
    assert not double, f'{where}: {double} more than once'


def mnemonic(label):
    found = re.search(r'_(\w)', label)
    return found and found.group(1).upper()


# --- Menus and dialogs

def label_of(element):
    return next(a.text for a in element.findall('attribute') if a.get('name') == 'label')


def check_menu(where, menu):
    """All that one sees at once, in whatever section."""
    labels, inner = [], [menu]
    while inner:
        for child in inner.pop(0):
            if child.tag == 'section':
                inner.append(child)
            elif child.tag in ('item', 'submenu'):
                labels.append(label_of(child))
            if child.tag == 'submenu':
                check_menu(f'{where}, {label_of(child)}', child)
    without = [label for label in labels if not mnemonic(label)]
    assert not without, f'{where}: no mnemonic in {without}'
    once(where, map(mnemonic, labels))


def interfaces():
    return {path: ElementTree.parse(path).getroot() for path in sorted(SOURCE.glob('ui/*.ui'))}


def test_menus():
    menus = [(f'{path.name}, {menu.get("id")}', menu) for path, root in interfaces().items()
             for menu in root.iter('menu')]
    assert len(menus) >= 2
    for where, menu in menus:
        check_menu(where, menu)


def test_dialogs():
    for path, root in interfaces().items():
        labels = []
        for widget in root.iter('object'):
            properties = {p.get('name'): p.text for p in widget.findall('property')}
            if properties.get('use-underline') == 'true':
                labels.append(properties['label'])
        assert all(map(mnemonic, labels)), (path, labels)
        once(path.name, map(mnemonic, labels))


def test_menu_has_each_part():
    """What can be shown can be switched by the menu, which the list of parts fills."""
    root = ElementTree.parse(SOURCE / 'ui/window.ui').getroot()
    actions = {a.text for a in root.iter('attribute') if a.get('name') == 'action'}
    parts = re.findall(r'^P\w+ \(\w+, (\w+), (?:SHOWN|HIDDEN),(.*?)\)$(?=\n(?:P|#))', PARTS, re.M | re.S)
    titles = [re.search(r'\.title = N_ \("(.*?)"\)', fields) for _, fields in parts]
    assert len(parts) > 15
    for (part, _), title in zip(parts, titles):
        assert title or DEEDS[part] in actions, part
    labels = [title[1] for title in titles if title]
    assert all(map(mnemonic, labels)), labels
    once('parts', map(mnemonic, labels))


def test_man_pages_have_each_part():
    names = re.findall(r'^P\w+ \(\w+, (\w+), ', PARTS, re.M)
    pages = {name: (BUILD / 'data' / name).read_text() for name in ('logitscope.1', 'logitscope-cli.1')}
    listed = re.search(r'^Parts:\n(.*?)^\.RE$', pages['logitscope-cli.1'], re.M | re.S)[1]
    assert re.findall(r'^\.B (\w+)', listed, re.M) == names, listed
    keys = re.findall(r'^\.B (.*)$', pages['logitscope.1'].partition('.SH KEYS')[2], re.M)
    assert {key.upper() for key in PART_KEYS} <= set(keys), keys
    once('logitscope.1', keys)


# --- Keys

HELD = dict(re.findall(r'#define (SCOPE_KEY_\w+) (SCOPE_SHIFT_\w+, \w+)', (APP / 'keys.h').read_text()))


def keys_of(file, table):
    """Each key of one table as (value, Shift, Ctrl)."""
    text = (APP / file).read_text()
    rows = re.search(rf'\b{table}\[\] = \{{(.*?)\n\}};', text, re.S).group(1)
    for name, modifiers in re.findall(r'\{ \{ GDK_KEY_(\w+), ([^}]*)\}', rows):
        modifiers = HELD.get(modifiers.strip(), modifiers)
        shift = re.search(r'SCOPE_SHIFT_(\w+)', modifiers).group(1)
        for is_shifted in SHIFTS[shift]:
            yield name, is_shifted, 'TRUE' in modifiers


def all_keys(where):
    own = [(key, False, False) for key in PART_KEYS] if where == 'window' else []
    return own + [key for table in TABLES[where] for key in keys_of(*table)]


def accelerator(text):
    *modifiers, key = re.findall(r'<\w+>|[^<>]+', text)
    modifiers = {m.lower() for m in modifiers}
    return key, '<shift>' in modifiers, '<control>' in modifiers or '<primary>' in modifiers


def application_keys():
    text = (APP / 'application.c').read_text()
    rows = re.search(r'accels\[3\];.*?table\[\] = \{(.*?)\n  \};', text, re.S).group(1)
    return [accelerator(key) for keys in re.findall(r', \{ ("[^}]*") \}', rows)
            for key in re.findall(r'"([^"]+)"', keys)]


def told(at_stage):
    """What the shortcuts window has, by key: of the stage, or of all the rest."""
    root = ElementTree.parse(SOURCE / 'ui/shortcuts.ui').getroot()
    groups = [g for g in root.iter('object') if g.get('class') == 'GtkShortcutsGroup']
    return {accelerator(key) for group in groups
            if (group.find('property[@name="title"]').text == 'Presenting') == at_stage
            for p in group.iter('property') if p.get('name') == 'accelerator' for key in p.text.split()}


def test_shortcuts_have_one_page():
    """GTK puts what two columns have no room for on another page, and the switch between them makes GTK 4.18 warn."""
    sections = [s for s in ElementTree.parse(SOURCE / 'ui/shortcuts.ui').getroot().iter('object')
                if s.get('class') == 'GtkShortcutsSection']
    assert len(sections) == 3
    for section in sections:
        most = int(section.find('property[@name="max-height"]').text)
        columns = []
        for group in section.iter('object'):
            if group.get('class') != 'GtkShortcutsGroup':
                continue
            # A row for its title.
            height = 1 + sum(row.get('class') == 'GtkShortcutsShortcut' for row in group.iter('object'))
            height += len(PART_KEYS) if group.find('property[@name="title"]').text == 'Picture' else 0
            if not columns or columns[-1] + height > most:
                columns.append(0)
            columns[-1] += height
        assert len(columns) <= 2, (section.find('property[@name="title"]').text, columns)


def test_no_key_twice():
    for where in TABLES:
        keys = all_keys(where)
        assert len(keys) > 10, where
        once(where, keys)
    once('application', application_keys())


def test_shortcuts_tell_each_key():
    # Other ways to the same deed, and what each program does.
    known = {('w', False, True), ('equal', False, True)}
    assert '<!-- part shortcuts -->' in (SOURCE / 'ui/shortcuts.ui').read_text()
    for where, tables in TABLES.items():
        shown = told(where == 'stage') | known
        for key, is_shifted, is_control in (key for table in tables for key in keys_of(*table)):
            # Start and stop of the stage stand there; Escape leaves anything; Shift may make more of a key.
            if where != 'stage' and key in ('F5', 'Escape') or is_shifted and (key, False, is_control) in shown:
                continue
            assert (key, is_shifted, is_control) in shown, (where, key, is_shifted, is_control)
    for key in application_keys():
        assert key in told(False) | known, key


if __name__ == '__main__':
    tap.main()
