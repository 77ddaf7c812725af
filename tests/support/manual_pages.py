"""The pages of the manual that are made from tables: all codes, and the glossary.

    python tests/support/manual_pages.py [docs/manual]

What `check` says stands in catalogues, what a rule says in its code; so nobody writes it twice.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from msgids import GAP, LANGUAGES, said_in
from sites import ROOT
from talqy.comments import kinds
from talqy.gate import kinds as gate_kinds
from talqy.intake import import_kinds, word_kinds
from talqy.project import faults
from talqy.project.shipped import shipped_codes
from talqy.report import refusals
from talqy.responses import faults as answer_faults
from talqy.rules.check import RULES
from talqy.service import kinds as service_kinds

MANUAL = ROOT / "docs/manual"
TABLES = (
    faults,
    kinds,
    gate_kinds,
    import_kinds,
    word_kinds,
    answer_faults,
    refusals,
    service_kinds,
)
CASES = ROOT / "tests/golden/rules"

Words = Mapping[str, str]
_OF_THE_PAGE: Mapping[str, Words] = yaml.safe_load((MANUAL / "headings.yaml").read_text("utf-8"))


def made(language: str) -> Iterator[tuple[str, str]]:
    """Yield each page that is made, by its name, in a language."""
    yield "codes.md", codes_page(language)
    yield "glossary.md", glossary_page(language)


# --- codes ----------------------------------------------------------------------------------------


def codes_page(language: str) -> str:
    """Return the page of all codes: what `check` and its like say, then the lists of codes."""
    words = _words(language)
    parts = [f"# {words['codes']}", words["codes are"], f"## {words['said by check']}"]
    parts += [
        words["gaps"],
        _table((words["code"], words["wrong"], words["mend"]), _said(language)),
    ]
    parts += [f"## {words['lists']}", words["lists are"]]
    for name, codes in shipped_codes().lists.items():
        rows = [(f"`{code}`", *_in_each(one.name, language)) for code, one in codes.items()]
        heads = (words["code"], *(words[it] for it in LANGUAGES))
        parts += [f"### {words[name]} (`{name}`)", _table(heads, rows)]
    return "\n\n".join(parts) + "\n"


def _said(language: str) -> Sequence[tuple[str, str, str]]:
    said = said_in(language, "problem")

    def spoken(text: str) -> str:
        own = said[text][0] if language != "en" and text in said else text
        return GAP.sub(r"`\g<0>`", own.replace("<", "&lt;"))

    found = {code: (spoken(message), spoken(hint)) for code, message, hint in _problems()}
    return [(f"`{code}`", *found[code]) for code in sorted(found)]


def _problems() -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint of every kind; of a rule, what it says of the case it has."""
    for table in TABLES:
        for kind in table.ALL:
            yield kind.code, kind.message, kind.hint
    for one in RULES:
        told = (CASES / one.code / "problems.txt").read_text("utf-8")
        found = re.search(rf" {one.code}: (.*)\n +→ (.*)", told)
        assert found, f"{one.code}: the case does not show it"
        yield one.code, _with_gaps(found[1]), _with_gaps(found[2])


def _with_gaps(told: str) -> str:
    """Return the words of the catalogue that were told, with gaps where values stand."""
    fitting = [words for words, pattern in _patterns() if pattern.fullmatch(told)]
    assert fitting, told
    return max(fitting, key=lambda words: len(GAP.sub("", words)))


@cache
def _patterns() -> Sequence[tuple[str, re.Pattern[str]]]:
    return [
        (words, re.compile(".*".join(map(re.escape, GAP.split(words))), re.DOTALL))
        for words in said_in("kk", "problem")
        if GAP.sub("", words).strip()
    ]


# --- glossary -------------------------------------------------------------------------------------


def glossary() -> list[dict[str, Any]]:
    """Return the terms as they lie there: what each is called, what it means, what it is not."""
    found: list[dict[str, Any]] = yaml.safe_load((MANUAL / "glossary.yaml").read_text("utf-8"))
    return found


def glossary_page(language: str) -> str:
    """Return the glossary: each term with its names in the other languages, and what it means."""
    words, alphabet = _words(language), said_in(language, "format")["alphabet"][0]

    def order(one: Mapping[str, Words]) -> list[tuple[int, str]]:
        """Sort as the language does: the letters of Kazakh stand elsewhere than in Unicode."""
        return [(alphabet.find(sign), sign) for sign in one["term"][language].lower()]

    rows = [
        (
            "<br>".join((f"**{one['term'][language]}**", *_others(one["term"], language))),
            one["means"][language],
        )
        for one in sorted(glossary(), key=order)
    ]
    table = _table((words["term"], words["means"]), rows)
    return "\n\n".join([f"# {words['glossary']}", words["glossary is"], table]) + "\n"


# --- both -----------------------------------------------------------------------------------------


def _words(language: str) -> Words:
    return {name: said[language] for name, said in _OF_THE_PAGE.items()}


def _in_each(said: Words, of_page: str) -> Iterator[str]:
    """Yield the words in each language, marked where it is not that of the page."""
    for it in LANGUAGES:
        yield said[it] if it == of_page else f'<span lang="{it}">{said[it]}</span>'


def _others(said: Words, of_page: str) -> Iterator[str]:
    """Yield the words in the other languages, marked."""
    yield from (words for words in _in_each(said, of_page) if words != said[of_page])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    """Return a text as a cell of Markdown: no sign in it ends the cell or the line."""
    plain = text.replace("\\", "\\\\").replace("|", "\\|")
    return " ".join(plain.split())


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MANUAL
    for language in LANGUAGES:
        for name, text in made(language):
            (folder / language / name).write_text(text, encoding="utf-8")
