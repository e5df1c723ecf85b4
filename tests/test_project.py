#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What no compiler sees: layers, budgets, the data files, and what is installed."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'window'))
import tap  # noqa: E402

SOURCE = pathlib.Path(os.environ['SCOPE_SOURCE_DIR'])
BUILD = pathlib.Path(os.environ['SCOPE_BUILD_DIR'])


def run(*arguments, **options):
    result = subprocess.run(arguments, capture_output=True, text=True, **options)
    assert result.returncode == 0, f'{arguments}: {result.stdout}{result.stderr}'
    return result.stdout + result.stderr


def sources():
    return sorted(SOURCE.glob('src/**/*.[ch]'))


# Besides their own folders and the C library.
LAYERS = {
    'model': {'system': set(), 'own': set()},
    'text': {'system': {'glib'}, 'own': {'model'}},
    'scene': {'system': {'glib', 'cairo', 'pango', 'fontconfig'}, 'own': {'text', 'model'}},
    'scenario': {'system': {'glib'}, 'own': {'text', 'model'}},
    'curve': {'system': {'glib'}, 'own': {'text', 'model'}},
    'subject': {'system': {'glib'}, 'own': {'scenario', 'curve', 'scene', 'text', 'model'}},
    'kit': {'system': {'glib'}, 'own': {'scene', 'text', 'model'}},
    'layout': {'system': {'glib'}, 'own': {'scenario', 'kit', 'subject'}},
    'part': {'system': {'glib', 'cairo', 'pango'}, 'own': {'layout', 'kit', 'subject', 'scenario', 'curve', 'scene', 'text', 'model'}},
    'build': {'system': {'glib'}, 'own': {'part', 'layout', 'kit', 'subject', 'scenario', 'curve', 'scene', 'text', 'model'}},
    'file': {'system': {'glib', 'gio'}, 'own': set()},
    'picture': {'system': {'glib', 'gio', 'cairo-pdf', 'png'}, 'own': {'scene', 'text', 'model', 'file'}},
    'document': {'system': {'glib', 'gio'}, 'own': {'model', 'text', 'scenario', 'file'}},
    'state': {'system': {'glib', 'gio'},
              'own': {'model', 'text', 'scenario', 'scene', 'curve', 'subject', 'build', 'file', 'document'}},
    'cli': {'system': {'glib', 'gio'},
            'own': {'model', 'text', 'scenario', 'scene', 'curve', 'subject', 'build', 'file', 'picture', 'document'}},
    'app': {'system': {'glib', 'gio', 'gdk', 'gtk', 'adwaita'},
            'own': {'part', 'model', 'text', 'scenario', 'scene', 'curve', 'subject', 'kit', 'build', 'file',
                    'picture', 'document', 'state'}},
}
C_LIBRARY = {'errno.h', 'fcntl.h', 'float.h', 'langinfo.h', 'locale.h', 'math.h', 'signal.h',
             'stdbool.h', 'stddef.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'string.h', 'unistd.h',
             'sys/file.h', 'sys/random.h', 'sys/stat.h', 'sys/vfs.h', 'sys/wait.h', 'sys/xattr.h'}


def test_includes_keep_to_their_layer():
    folder_of = {path.name: path.parent.name for path in sources() if path.suffix == '.h'}
    for path in sources():
        layer = LAYERS[path.parent.name]
        for kind, name in re.findall(r'^#include ([<"])([^>"]+)', path.read_text(), re.M):
            if kind == '"':
                assert folder_of[name] in layer['own'] | {path.parent.name}, f'{path}: {name}'
            elif name not in C_LIBRARY:
                library = re.split(r'[/.-]', name.replace('cairo-pdf', 'cairopdf'))[0]
                library = {'cairopdf': 'cairo-pdf'}.get(library, library)
                assert library in layer['system'], f'{path}: <{name}>'


FOREIGN = {
    'model': r'^(g_|cairo_|pango_|gtk_|fopen|malloc|printf)',
    'text': r'^(cairo_|pango_|gtk_|gdk_|g_file_(?!error)|scope_(scene|line|figure)_)',
    'scene': r'^(gtk_|gdk_|adw_|g_file_(?!error)|g_input_|g_application|scope_(figure|canvas|subject|many)_)',
    'scenario': r'^(cairo_|pango_|gtk_|gdk_|g_file_|g_object_|scope_(scene|line|figure|many)_)',
    'curve': r'^(cairo_|pango_|gtk_|gdk_|g_file_(?!error)|scope_(scene|line|figure|canvas|subject)_)',
    'subject': r'^(cairo_|pango_|gtk_|gdk_|adw_|g_file_(?!error)|g_input_|g_application|scope_(canvas|draw)_)',
    'kit': r'^(gtk_|gdk_|adw_|g_file_(?!error)|g_input_|g_application|scope_(figure|subject|many|curves)_)',
    'layout': r'^(cairo_|pango_|gtk_|gdk_|adw_|g_file_|scope_(?!block_|planner_))',
    'part': r'^(gtk_|gdk_|adw_|g_file_(?!error)|g_input_|g_application)',
    'build': r'^(gtk_|gdk_|adw_|g_file_(?!error)|g_input_|g_application)',
    'file': r'^(gtk_|gdk_|cairo_|pango_)',
    'picture': r'^(gtk_|gdk_|adw_)',
    'document': r'^(gtk_|gdk_|cairo_|pango_)',
    'state': r'^(gtk_|gdk_|adw_|cairo_|pango_)',
}


def test_symbols_keep_to_their_layer():
    for layer, foreign in FOREIGN.items():
        symbols = run('nm', '-u', str(next((BUILD / 'src').glob(f'**/libscope-{layer}.a'))))
        for symbol in re.findall(r'U (\S+)', symbols):
            assert not re.match(foreign, symbol), f'{layer} uses {symbol}'


def test_wide_numbers_have_one_header():
    wide = SOURCE / 'src/model/wide.h'
    names = re.findall(r'^#define scope_wide_\w+ (\w+l)$', wide.read_text(), re.M)
    assert 'expl' in names and 'log1pl' in names, names
    foreign = re.compile(rf'\blong double\b|\bLDBL_|\d[lL]\b|\b({"|".join(names)})\b')
    for path in [*sources(), *SOURCE.glob('tests/**/*.[ch]')]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            assert path == wide or not foreign.search(line), f'{path}:{number}: {line}'


def test_own_header_first():
    for path in sources():
        header = path.with_suffix('.h')
        if path.suffix == '.c' and header.exists():
            first = re.search(r'^#include (.*)$', path.read_text(), re.M).group(1)
            assert first == f'"{header.name}"', f'{path} includes {first} first'


def test_licences():
    for path in sources() + sorted(SOURCE.glob('tests/**/*.[ch]')):
        lines = path.read_text().splitlines()
        assert lines[0] == '/* SPDX-FileCopyrightText: The Logitscope authors', path
        assert lines[1] == ' * SPDX-License-Identifier: GPL-3.0-or-later */', path


def functions(text):
    """The first line of each, and how many lines it has; what a table in it lists is no work."""
    start = 0
    table = False
    left_out = 0
    for number, line in enumerate(text.splitlines()):
        table = table and line != '  };' or line.startswith('  static const ')
        left_out += table
        if line.startswith('{'):
            start, table, left_out = number, False, 0
        elif line.startswith('}') and start:
            yield start, number - start - left_out
            start = 0


def test_budgets():
    tests = [path for path in SOURCE.glob('tests/**/*') if path.suffix in ('.c', '.h', '.py')]
    for path in [*sources(), *tests]:
        text = path.read_text()
        n = len(text.splitlines())
        assert n <= 500, f'{path} has {n} lines'
        for start, length in functions(text) if path.suffix != '.py' else ():
            assert length <= 60, f'{path}:{start}: a function of {length} lines'


def test_translations():
    listed = {line for line in (SOURCE / 'po/POTFILES').read_text().splitlines()
              if line and not line.startswith('#')}
    for path in [*sources(), *SOURCE.glob('ui/*.ui')]:
        text = path.read_text()
        if re.search(r'\bN?_ \("|translatable="yes"', text):
            assert str(path.relative_to(SOURCE)) in listed, f'{path} is not in po/POTFILES'
    for name in listed:
        assert (SOURCE / name).exists(), name


def test_desktop_file():
    path = BUILD / 'data/org.logitscope.Logitscope.desktop'
    run('desktop-file-validate', str(path))
    lines = path.read_text().splitlines()
    assert 'Exec=logitscope %f' in lines, 'a file manager hands over no file'
    assert any(line.startswith('MimeType=') and 'text/csv;' in line for line in lines)


# The project has no page of its own, which newer validators call an error.
METAINFO_TOLERATED = {'url-homepage-missing'}


def metainfo_faults(path):
    report = subprocess.run(['appstreamcli', 'validate', '--no-net', '--format=yaml', str(path)],
                            capture_output=True, text=True)
    assert 'Passed:' in report.stdout, report.stdout + report.stderr
    entries = re.findall(r'^ *- tag: (\S+)\n *severity: (\S+)', report.stdout, re.M)
    faults = {tag for tag, severity in entries if severity in ('warning', 'error')}
    assert faults or 'Passed: yes' in report.stdout, report.stdout
    return faults - METAINFO_TOLERATED


def test_metainfo():
    path = BUILD / 'data/org.logitscope.Logitscope.metainfo.xml'
    assert not metainfo_faults(path), metainfo_faults(path)
    with tempfile.TemporaryDirectory() as folder:
        wrong = pathlib.Path(folder) / path.name
        wrong.write_text(re.sub(r'<metadata_license>.*</metadata_license>', '', path.read_text()))
        assert metainfo_faults(wrong), 'a file without a licence passes'


# What is only nice to have when the program is installed must not be needed to build it.
def test_configures_without_caches():
    optional = {'gtk4-update-icon-cache', 'gtk-update-icon-cache', 'update-desktop-database'}
    with tempfile.TemporaryDirectory() as folder:
        programs = pathlib.Path(folder) / 'programs'
        programs.mkdir()
        for directory in os.environ['PATH'].split(os.pathsep):
            # Whoever runs this may not see into every folder: nobody, with the path of root.
            if not os.access(directory, os.R_OK | os.X_OK):
                continue
            for path in pathlib.Path(directory).glob('*'):
                link = programs / path.name
                # A compiler's cache would look for the compiler behind itself, and find itself.
                cache = path.resolve().name == 'ccache' and path.name != 'ccache'
                if path.name not in optional and not cache and not link.is_symlink():
                    link.symlink_to(path)
        build = pathlib.Path(folder) / 'build'
        environment = dict(os.environ, PATH=str(programs))
        run('meson', 'setup', '-Dtests=false', str(build), str(SOURCE), env=environment)
        commands = (build / 'meson-private/install.dat').read_bytes()
        assert b'glib-compile-schemas' in commands
        assert b'icon-cache' not in commands and b'desktop-database' not in commands


# A build folder that an interruption left half-made is made anew; one that is ready stays.
def test_help_needs_room():
    for program in 'src/app/logitscope', 'src/cli/logitscope-cli':
        for option in '--help', '--version':
            with open('/dev/full', 'w') as full:
                result = subprocess.run([BUILD / program, option], stdout=full, stderr=subprocess.PIPE, text=True)
            assert result.returncode == 1, (program, option, result)
            assert 'standard output cannot be written: No space left' in result.stderr, (program, option, result)


def test_only_what_is_missing_is_installed():
    """By sudo, which forgets the surroundings, where one is not root; a proxy is known there all the same."""
    with tempfile.TemporaryDirectory() as folder:
        for name, script in (('id', 'echo 1000'), ('dpkg-query', 'test "$3" = here && echo installed'),
                             ('sudo', f'exec env -i PATH={folder}:/usr/bin:/bin "$@"'),
                             ('apt-get', f'echo "$* $http_proxy $no_proxy" >> {folder}/asked')):
            path = pathlib.Path(folder, name)
            path.write_text(f'#!/bin/sh\n{script}\n')
            path.chmod(0o755)

        def install(packages, **proxies):
            environment = {'PATH': f'{folder}:/usr/bin:/bin', **proxies}
            run('sh', '-euc', f'. "{SOURCE}/build-aux/packages"; install_packages {packages}', env=environment)
            asked = pathlib.Path(folder, 'asked')
            lines = asked.read_text().splitlines() if asked.exists() else []
            asked.unlink(missing_ok=True)
            return [line.rstrip() for line in lines]
        begin = '-q -o Acquire::Retries=5'
        assert install('here') == []
        assert install('here one two') == [f'{begin} update', f'{begin} -y --no-install-recommends install one two']
        assert install('one', http_proxy='http://proxy:3128', no_proxy='a, b') == [
            f'{begin} update http://proxy:3128 a, b',
            f'{begin} -y --no-install-recommends install one http://proxy:3128 a, b']


def test_configure_says_where_nothing_can_be_written():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, 'logitscope')
        shutil.copytree(SOURCE / 'build-aux', source / 'build-aux')
        os.chmod(folder, 0o755)
        os.chmod(source, 0o555)
        # Root may write everywhere.
        nobody = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.geteuid() == 0 else {}
        result = subprocess.run([source / 'build-aux/configure', source / '_build'], capture_output=True,
                                text=True, **nobody)
        assert result.returncode == 1, result
        assert result.stderr == (f'{source} cannot be written to. Copy the sources to where you may write, '
                                 'and build there.\n'), result.stderr
        assert result.stdout == '', result.stdout
        os.chmod(source, 0o755)


def test_configure_mends():
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder) / 'build'
        configure = [str(SOURCE / 'build-aux/configure'), str(build), '-Dtests=false']
        (build / 'meson-private').mkdir(parents=True)
        (build / 'meson-private/coredata.dat').write_bytes(b'cut')
        run(*configure)
        assert (build / 'build.ninja').exists()
        (build / 'mark').touch()
        run(*configure)
        assert (build / 'mark').exists()
        (build / 'build.ninja').unlink()
        run(*configure)
        assert (build / 'build.ninja').exists() and not (build / 'mark').exists()
        # One of the mathematics alone stays for who asks for it.
        shutil.rmtree(build)
        run(*configure, '-Dmodel_only=true')
        assert 'logitscope-cli' not in (build / 'build.ninja').read_text()
        (build / 'mark').touch()
        run(*configure, '-Dmodel_only=true')
        assert (build / 'mark').exists()
        run(*configure)
        assert 'logitscope-cli' in (build / 'build.ninja').read_text() and not (build / 'mark').exists()


def test_icons():
    for path in SOURCE.glob('data/icons/*.svg'):
        run('xmllint', '--noout', str(path))


def test_settings():
    run('glib-compile-schemas', '--strict', '--dry-run', str(SOURCE / 'data'))


def test_man_pages():
    pages = list(BUILD.glob('data/*.1'))
    assert len(pages) == 2, pages
    for path in pages:
        warnings = subprocess.run(['man', '--warnings', '-l', str(path)], capture_output=True,
                                  text=True, env=dict(os.environ, MANWIDTH='80', LC_ALL='C.UTF-8'))
        assert warnings.returncode == 0 and not warnings.stderr, warnings.stderr
        sections = re.findall(r'^\.SH (.+)$', path.read_text(), re.MULTILINE)
        assert len(sections) == len(set(sections)), f'{path}: {sections}'


def test_help_and_man_page_name_every_option():
    options = set()
    for command in 'export', 'evaluate', 'descend':
        refused = subprocess.run([os.environ['SCOPE_CLI'], command, '--no-such-option'], capture_output=True, text=True)
        options |= set(re.findall(r'--([a-z-]+)', refused.stderr.split('allowed: ')[1]))
    assert {'bias', 'classes', 'h', 'output', 'steps'} <= options
    help_text = run(os.environ['SCOPE_CLI'], '--help')
    manual = (BUILD / 'data/logitscope-cli.1').read_text().replace('\\-', '-')
    assert len(options) > 12
    for option in options:
        assert f'--{option}' in help_text, option
        assert f'--{option}' in manual, option


def test_man_page_names_every_number():
    manual = (BUILD / 'data/logitscope-cli.1').read_text()
    header = run(os.environ['SCOPE_CLI'], 'evaluate', '--format=csv').splitlines()[0]
    assert f'Prints\n{header.replace(",", ", ")},\n' in manual, header
    help_text = ' '.join(run(os.environ['SCOPE_CLI'], '--help').split())
    quantities = re.search(r'numbers: ((?:\w+, )+\w+)', help_text)[1]
    assert f'an empty slot: {quantities}.\n' in manual, quantities


def test_help_and_man_page_name_every_format():
    help_text = run(os.environ['SCOPE_CLI'], '--help')
    manual = (BUILD / 'data/logitscope-cli.1').read_text()
    refused = subprocess.run([os.environ['SCOPE_CLI'], 'export', '--format=x'], capture_output=True, text=True)
    formats = refused.stderr.strip().split('allowed: ')[1].split(', ')
    for before in ['', '.']:
        names = [before + name for name in formats]
        words = f'{", ".join(names[:-1])} or {names[-1]}'
        assert words in help_text and words in manual, words


def test_papers_have_the_same_size_in_the_window():
    table = (SOURCE / 'src/cli/option-table.c').read_text()
    papers = set(re.findall(r'\{ "[a-z-]+", (\d+), (\d+) \}', table))
    menu = (SOURCE / 'ui/export-dialog.ui').read_text().split('<item>')
    targets = {re.search(r'\((\d+), (\d+)\)', item).groups() for item in menu if '>Paper' in item}
    assert len(papers) == 2 and targets == papers, (papers, targets)


def test_installed_program_runs():
    with tempfile.TemporaryDirectory() as folder:
        run('meson', 'install', '-C', str(BUILD), '--no-rebuild', '--destdir', folder)
        program = next(pathlib.Path(folder).glob('**/bin/logitscope-cli'))
        share = program.parent.parent / 'share'
        for name in ('logitscope/fonts/NotoSans-Regular.ttf', 'logitscope/fonts/OFL.txt',
                     'logitscope/examples/iris-logits.csv', 'man/man1/logitscope.1',
                     'applications/org.logitscope.Logitscope.desktop',
                     'metainfo/org.logitscope.Logitscope.metainfo.xml',
                     'icons/hicolor/scalable/apps/org.logitscope.Logitscope.svg',
                     'icons/hicolor/symbolic/apps/org.logitscope.Logitscope-symbolic.svg',
                     'glib-2.0/schemas/org.logitscope.Logitscope.gschema.xml'):
            assert (share / name).exists(), name
        picture = pathlib.Path(folder) / 'a.svg'
        run(str(program), 'export', f'--output={picture}')
        assert picture.read_text().endswith('</svg>\n')
        assert 'logitscope 0.' in run(str(program.parent / 'logitscope'), '--version')


def test_names_of_files_are_escaped():
    """They may hold anything; what shows them goes through escape.c."""
    for path in sources():
        assert 'g_filename_display' not in path.read_text(), path


def test_readers_get_words():
    """Screen readers leave out most signs: two files alone tell them texts, in words. GTK tells a tooltip, too."""
    for path in sources():
        telling = [line for line in path.read_text().splitlines()
                   if re.search('ACCESSIBLE_PROPERTY_(LABEL|DESCRIPTION|VALUE_TEXT|ROLE_DESCRIPTION|PLACEHOLDER|HELP_TEXT)'
                                r'|set_tooltip|"tooltip-', line) and 'reset_property' not in line]
        assert path.name == 'accessible-text.c' or not telling, (path, telling)
        assert path.stem in ('announce', 'platform') or 'platform_announce' not in path.read_text(), path
    speech = (SOURCE / 'src/text/speech.c').read_text()
    signs = {chr(int(code, 16)) for code in re.findall('0x([0-9A-F]{4})', speech)} | set('₁₂₃₄₅₆₇₈⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻=')
    assert {'₀', '·', '×', '≈', '∂', '●', '▲', '■', 'Σ', '∞', '−'} < signs
    for path in SOURCE.glob('ui/*.ui'):
        for told in re.findall('(?:<accessibility>|<property name="tooltip-).*?</(?:accessibility|property)>',
                               path.read_text(), re.S):
            text = re.sub('<[^>]*>', '', told)
            assert not signs & set(text), (path, told)


def test_project_speaks_of_itself_alone():
    for path in [*sources(), *SOURCE.glob('tests/**/*.[chp]*'), *SOURCE.glob('*.md'),
                 *SOURCE.glob('build-aux/*')]:
        if path.is_file() and path.suffix != '.pyc':
            text = path.read_text(errors='replace')
            assert '/work' + '/' not in text and '/home' + '/' not in text, path
            assert 'TO' + 'DO' not in text and 'FIX' + 'ME' not in text, path


if __name__ == '__main__':
    tap.main()
