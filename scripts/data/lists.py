"""Writes the lists that age into src/standards/data: classifiers, SPDX identifiers, names of the standard library.

Run it in an environment of its own whenever requirements.txt beside it has changed:

    python3 -m venv .cache/lists-venv
    .cache/lists-venv/bin/pip install --requirement scripts/data/requirements.txt
    .cache/lists-venv/bin/python scripts/data/lists.py
"""

import os
import re
from importlib.metadata import version
from pathlib import Path

import stdlib_list
import trove_classifiers
from packaging.licenses import _spdx
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).resolve().parents[2] / "src" / "standards" / "data"
WIDTH = 116
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def front_coded(names):
    """Each name as the length of what it shares with the one before (two digits to base 36) and the rest."""
    before = ""
    for name in sorted(names):
        assert re.fullmatch(r"[ -{}~]+", name) and "|" not in name and "`" not in name and "\\" not in name
        shared = min(len(os.path.commonprefix([before, name])), 36 * 36 - 1)
        yield f"{DIGITS[shared // 36]}{DIGITS[shared % 36]}{name[shared:]}"
        before = name


def lines(names):
    """The coded names with `|` between them, broken into lines behind a `|`."""
    line = ""
    for item in front_coded(names):
        if line and len(line) + len(item) + 1 > WIDTH:
            yield line
            line = ""
        line += f"{item}|"
    yield line.removesuffix("|")


def constant(name, comment, names):
    body = "\n".join(lines(names))
    return f"/** {comment} */\nexport const {name} = `\n{body}\n`;\n"


def write(filename, *blocks):
    head = "// Written by scripts/data/lists.py, in the form that front-coding.ts reads.\n\n"
    (FOLDER / filename).write_text(head + "\n".join(blocks), encoding="utf-8")


def classifiers():
    release = version("trove-classifiers")
    deprecated = trove_classifiers.deprecated_classifiers
    replaced = "".join(
        f"  {quoted(old)}: [{', '.join(map(quoted, new))}],\n" for old, new in sorted(deprecated.items())
    )
    write(
        "classifier-list.ts",
        f'/** Release of trove-classifiers the list is from. */\nexport const CLASSIFIER_LIST_VERSION = "{release}";\n',
        constant("CLASSIFIER_LIST", "Every classifier, deprecated ones included.", trove_classifiers.all_classifiers),
        "/** Deprecated classifiers and what replaces them. */\n"
        f"export const DEPRECATED_CLASSIFIERS: Readonly<Record<string, readonly string[]>> = {{\n{replaced}}};\n",
    )


def quoted(text):
    return '"' + text + '"'


def spdx():
    licenses = {license["id"] for license in _spdx.LICENSES.values()}
    exceptions = {exception["id"] for exception in _spdx.EXCEPTIONS.values()}
    write(
        "spdx-list.ts",
        f'/** Release of the SPDX licence list. */\nexport const SPDX_LIST_VERSION = "{_spdx.VERSION}";\n',
        constant("SPDX_LICENSES", "Identifiers of licences, deprecated ones included.", licenses),
        constant("SPDX_EXCEPTIONS", "Identifiers of exceptions, for the word behind WITH.", exceptions),
    )


def standard_library():
    names = set()
    for python in stdlib_list.short_versions:
        for module in stdlib_list.stdlib_list(python):
            parts = module.split(".")
            names.update(".".join(parts[: length + 1]) for length in range(len(parts)))
    normalized = {canonicalize_name(name.strip("-_.")) for name in names} - {""}
    span = f"{stdlib_list.short_versions[0]} to {stdlib_list.short_versions[-1]}"
    comment = f"Normalised names of the modules of Python {span} (stdlib-list {version('stdlib-list')})."
    write("standard-library-list.ts", constant("STANDARD_LIBRARY_LIST", comment, normalized))


if __name__ == "__main__":
    classifiers()
    spdx()
    standard_library()
