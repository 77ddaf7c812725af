"""The kinds of page that the site has, and for each the richest real address of the demonstration.

An address is looked up in the open data of the site that was built, never written down here: when
the demonstration changes, the tests follow; when a kind of page is gone, they say so.
"""

import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

LANGUAGES = ("kk", "ru")
WIDTHS = (1280, 375)
HEIGHT = 900
# Costly looks see every kind of page in both widths: in Kazakh when wide, in Russian when narrow.
WIDTH_OF = {"kk": WIDTHS[:1], "ru": WIDTHS[1:], "": WIDTHS}
Row = dict[str, Any]
Case = tuple[str, str]


@dataclass(frozen=True)
class Site:
    """The demonstration site, built into a folder and served from this computer."""

    folder: Path
    origin: str

    @cached_property
    def standards(self) -> list[Row]:
        """What the open data says of the standards."""
        return self._rows("register")

    @cached_property
    def revisions(self) -> list[Row]:
        """What the open data says of the revisions."""
        return self._rows("revisions")

    def _rows(self, name: str) -> list[Row]:
        table = json.loads((self.folder / "data" / f"{name}.json").read_text("utf-8"))
        rows: list[Row] = table["rows"]
        return rows

    def standard(self, *stages: str) -> str:
        """Return the path of the most discussed standard whose newest text is at such a stage."""
        return f"s/{_richest(self.standards, stages)['id']}/"

    def revision(self, *stages: str) -> str:
        """Return the path of the most discussed earlier text that is at such a stage."""
        newest = {row["id"]: row["newest"] for row in self.standards}
        earlier = [row for row in self.revisions if row["revision"] < newest[row["standard"]]]
        row = _richest(earlier, stages)
        return f"s/{row['standard']}/r{row['revision']}/"

    @cached_property
    def texts(self) -> dict[str, list[Row]]:
        """All texts of each standard, by its id, the first one first."""
        folder = self.folder / "data" / "standards"
        return {
            file.stem: json.loads(file.read_text("utf-8"))["revisions"]
            for file in sorted(folder.glob("*.json"))
        }

    def comparison(self, place: int, *stages: str) -> str:
        """Return the path of the comparison of a text with the one that it starts from.

        The text is the one at this place of the most discussed standard at such a stage.
        """
        standard = _richest(self.standards, stages)["id"]
        return _compared(standard, self.texts[standard][place])

    def comparison_with_a_split(self) -> str:
        """Return the path of a comparison in which a clause became several."""
        standard, text, _ = self._split()
        return _compared(standard, text)

    @cached_property
    def gone(self) -> list[str]:
        """The paths of texts that are compared no longer: each leads on, and names the command."""
        top = self.folder / LANGUAGES[0]
        pages = sorted((top / "s").glob("*/r*-r*/index.html"))
        gone = [page for page in pages if "<code>talqy diff " in page.read_text("utf-8")]
        return [f"{page.parent.relative_to(top).as_posix()}/" for page in gone]

    def clause_with_a_fee(self, *stages: str) -> str:
        """Return the path of the history of the clause that names the fee."""
        standard = _richest(self.standards, stages)["id"]
        clauses = walk(self.texts[standard][-1]["clauses"])
        names = [clause["id"] for clause in clauses if clause.get("facts", {}).get("fee")]
        return f"s/{standard}/history/{names[0]}/"

    def clause_that_was_split(self) -> str:
        """Return the path of the history of a clause that became several."""
        standard, _, clause = self._split()
        return f"s/{standard}/history/{clause}/"

    def clause_that_was_removed(self) -> str:
        """Return the path of the history of a clause that is gone and became nothing else."""
        *_, (standard, clause) = (
            (standard, clause)
            for standard, texts in self.texts.items()
            for clause in _ids(texts[0]) - _ids(texts[-1])
            if all(clause not in text.get("replaced", {}) for text in texts)
        )
        return f"s/{standard}/history/{clause}/"

    def _split(self) -> tuple[str, Row, str]:
        return next(
            (standard, text, clause)
            for standard, texts in self.texts.items()
            for text in texts
            for clause, became in text.get("replaced", {}).items()
            if len(became) > 1
        )

    def comment(self, *, is_answered: bool = True) -> str:
        """Return the path of the comment with most on its page that has an answer, or has none."""
        rows = [row for row in self._rows("comments") if bool(row["outcome"]) is is_answered]
        row = max(rows, key=lambda row: len(row["proposal"] or ""))
        return f"s/{row['standard']}/c/{row['id']}/"

    def report(self, *, is_empty: bool = False) -> str:
        """Return the path of the published report with most comments, or of one without any."""
        paths = {
            f"s/{row['standard']}/report/r{row['revision']}/": row["comments"]
            for row in self.revisions
        }
        made = {
            path: comments
            for path, comments in paths.items()
            if (self.folder / LANGUAGES[0] / path / "index.html").is_file()
            and bool(comments) is not is_empty
        }
        return max(made, key=lambda path: made[path])

    def authority(self) -> str:
        """Return the path of the authority that has the most discussed standard."""
        return f"authorities/{_richest(self.standards, ('open', 'closing'))['authority']}/"

    def path(self, kind: str, language: str = "") -> str:
        """Return the path of a kind of page from the site's root."""
        return SINGLE[kind] if kind in SINGLE else f"{language}/{KINDS[kind](self)}"

    def address(self, kind: str, language: str = "") -> str:
        """Return the whole address of a kind of page."""
        return f"{self.origin}/{self.path(kind, language)}"

    def file(self, kind: str, language: str = "") -> Path:
        """Return the file of a kind of page."""
        path = self.path(kind, language)
        return self.folder / (path if path.endswith(".html") else f"{path}index.html")


def _richest(rows: list[Row], stages: tuple[str, ...]) -> Row:
    fitting = [row for row in rows if row["stage"] in stages]
    assert fitting, f"the demonstration has nothing at the stage {' or '.join(stages)}"
    return max(fitting, key=lambda row: row["comments"])


def _compared(standard: str, text: Row) -> str:
    return f"s/{standard}/r{text['base']}-r{text['revision']}/"


def walk(clauses: list[Row]) -> Iterator[Row]:
    """Yield clauses, nested ones after their parent."""
    for clause in clauses:
        yield clause
        yield from walk(clause.get("clauses", []))


def _ids(text: Row) -> set[str]:
    return {clause["id"] for clause in walk(text["clauses"])}


SINGLE: Mapping[str, str] = {"chooser": "", "missing": "404.html"}
"""Pages that stand above the languages."""

KINDS: Mapping[str, Callable[[Site], str]] = {
    "home": lambda _: "",
    "register": lambda _: "standards/",
    "register-filtered": lambda _: "standards/stage/open/",
    "standard-open": lambda site: site.standard("open"),
    "standard-closing": lambda site: site.standard("closing"),
    "standard-considering": lambda site: site.standard("considering"),
    "standard-repealed": lambda site: site.standard("repealed"),
    "standard-planned": lambda site: site.standard("planned"),
    "revision-answered": lambda site: site.revision("answered"),
    "revision-superseded": lambda site: site.revision("superseded"),
    "revision-withdrawn": lambda site: site.revision("withdrawn"),
    "compare-newest": lambda site: site.comparison(-1, "closing"),
    "compare-split": lambda site: site.comparison_with_a_split(),
    "compare-first-open": lambda site: site.comparison(1, "open"),
    "compare-first-repealed": lambda site: site.comparison(1, "repealed"),
    "gone-comparison": lambda site: site.gone[0],
    "clause-changed": lambda site: site.clause_with_a_fee("closing"),
    "clause-split": lambda site: site.clause_that_was_split(),
    "clause-removed": lambda site: site.clause_that_was_removed(),
    "comments": lambda site: f"{site.standard('considering')}comments/",
    "comments-of-some": lambda site: f"{site.standard('considering')}comments/accepted/",
    "comment": lambda site: site.comment(),
    "comment-waiting": lambda site: site.comment(is_answered=False),
    "matrix": lambda site: f"{site.standard('considering')}matrix/",
    "matrix-of-some": lambda site: f"{site.standard('considering')}matrix/fate-unchanged/",
    "report": lambda site: site.report(),
    "report-empty": lambda site: site.report(is_empty=True),
    "history": lambda site: f"{site.standard('closing')}history/",
    "in-force": lambda site: f"{site.standard('closing')}in-force/",
    "languages": lambda site: f"{site.standard('closing')}languages/",
    "participate-open": lambda site: f"{site.standard('open', 'closing')}comment/",
    "participate-closed": lambda site: f"{site.standard('considering')}comment/",
    "participate-file": lambda site: f"{site.standard('open', 'closing')}comment/file/",
    "participate-planned": lambda site: f"{site.standard('planned')}comment/",
    "statistics": lambda _: "statistics/",
    "figure-list": lambda _: "statistics/outcome-rejected/",
    "figure-discussions": lambda site: (
        f"statistics/authority-{site.standards[0]['authority']}_reports/"
    ),
    "quarter": lambda _: "statistics/2026-4/",
    "data": lambda _: "data/",
    "reviewers": lambda _: "reviewers/",
    "verify": lambda _: "verify/",
    "news": lambda _: "news/",
    "news-of-standard": lambda site: f"{site.standard('closing')}news/",
    "authority": lambda site: site.authority(),
    "search": lambda _: "search/",
    "how-it-works": lambda _: "how-it-works/",
    "accessibility": lambda _: "accessibility/",
    "personal-data": lambda _: "personal-data/",
    "not-mine": lambda _: "not-mine/",
    "manual": lambda _: "manual/",
    "manual-with-commands": lambda _: "manual/week-files/",
    "manual-with-pictures": lambda _: "manual/week-desk/",
    "manual-of-codes": lambda _: "manual/codes/",
    "manual-in-english": lambda _: "manual/en/running/",
}

IN_LANGUAGES = [*product(KINDS, LANGUAGES)]
EVERYWHERE = [*((kind, "") for kind in SINGLE), *IN_LANGUAGES]
"""Every kind of page in every language: what most of the tests go through."""


ALTERNATELY = [case for place, case in enumerate(IN_LANGUAGES) if place % 4 in {0, 3}]
"""Every kind of page once, in Kazakh and in Russian by turns: where the language hardly matters."""
ALIKE = {
    *("register-filtered", "standard-closing", "standard-repealed"),
    *("standard-planned", "revision-answered", "revision-superseded", "compare-newest"),
    *("compare-first-open", "compare-first-repealed", "clause-changed", "clause-removed"),
    *("report-empty", "participate-closed", "accessibility", "personal-data"),
    *("not-mine", "news-of-standard", "comments-of-some", "comment-waiting", "matrix-of-some"),
    *("manual", "manual-of-codes", "manual-in-english", "manual-with-pictures"),
}
"""Kinds made by the same template as another one: where what they say hardly matters."""
UNLIKE = [case for case in ALTERNATELY if case[0] not in ALIKE]
"""One page of each template, but for those above the languages."""
EACH_TEMPLATE = [*((kind, "") for kind in SINGLE), *UNLIKE]


def cases(of: Sequence[Case], quick: Container[Case]) -> list[ParameterSet]:
    """Make the cases of a test: those that are not among the quick ones are for the proof."""
    return [
        pytest.param(
            *case,
            id="-".join(filter(None, case)),
            marks=() if case in quick else (pytest.mark.proof,),
        )
        for case in of
    ]
