"""The kinds of page that the site has, and for each the richest real address of the demonstration.

An address is looked up in the open data of the site that was built, never written down here: when
the demonstration changes, the tests follow; when a kind of page is gone, they say so.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

LANGUAGES = ("kk", "ru")
WIDTHS = (1280, 375)
HEIGHT = 900
Row = dict[str, Any]


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
        rows: list[Row] = json.loads((self.folder / "data" / f"{name}.json").read_text("utf-8"))
        return rows

    def standard(self, *stages: str) -> str:
        """Answer the path of the most discussed standard whose current text is at such a stage."""
        return f"s/{_richest(self.standards, stages)['id']}/"

    def revision(self, *stages: str) -> str:
        """Answer the path of the most discussed earlier text that is at such a stage."""
        current = {row["id"]: row["current"] for row in self.standards}
        earlier = [row for row in self.revisions if row["revision"] < current[row["standard"]]]
        row = _richest(earlier, stages)
        return f"s/{row['standard']}/r{row['revision']}/"

    def path(self, kind: str, language: str = "") -> str:
        """Answer the path of a kind of page from the site's root."""
        return SINGLE[kind] if kind in SINGLE else f"{language}/{KINDS[kind](self)}"

    def address(self, kind: str, language: str = "") -> str:
        """Answer the whole address of a kind of page."""
        return f"{self.origin}/{self.path(kind, language)}"

    def file(self, kind: str, language: str = "") -> Path:
        """Answer the file of a kind of page."""
        path = self.path(kind, language)
        return self.folder / (path if path.endswith(".html") else f"{path}index.html")


def _richest(rows: list[Row], stages: tuple[str, ...]) -> Row:
    fitting = [row for row in rows if row["stage"] in stages]
    assert fitting, f"the demonstration has nothing at the stage {' or '.join(stages)}"
    return max(fitting, key=lambda row: row["comments"])


SINGLE: Mapping[str, str] = {"chooser": "", "missing": "404.html"}
"""Pages that stand above the languages."""

KINDS: Mapping[str, Callable[[Site], str]] = {
    "home": lambda _: "",
    "register": lambda _: "standards/",
    "register-authority": lambda _: "standards/authority/",
    "register-life-event": lambda _: "standards/life-event/",
    "register-stage": lambda _: "standards/stage/",
    "standard-open": lambda site: site.standard("open"),
    "standard-closing": lambda site: site.standard("closing"),
    "standard-considering": lambda site: site.standard("considering"),
    "standard-repealed": lambda site: site.standard("repealed"),
    "standard-planned": lambda site: site.standard("planned"),
    "revision-answered": lambda site: site.revision("answered"),
    "revision-superseded": lambda site: site.revision("superseded"),
    "revision-withdrawn": lambda site: site.revision("withdrawn"),
    "comments": lambda site: f"{site.standard('considering')}comments/",
    "history": lambda site: f"{site.standard('closing')}history/",
    "languages": lambda site: f"{site.standard('closing')}languages/",
    "participate-open": lambda site: f"{site.standard('open', 'closing')}comment/",
    "participate-closed": lambda site: f"{site.standard('considering')}comment/",
    "participate-planned": lambda site: f"{site.standard('planned')}comment/",
    "statistics": lambda _: "statistics/",
    "data": lambda _: "data/",
    "how-it-works": lambda _: "how-it-works/",
    "accessibility": lambda _: "accessibility/",
    "personal-data": lambda _: "personal-data/",
}

IN_LANGUAGES = [*product(KINDS, LANGUAGES)]
EVERYWHERE = [*((kind, "") for kind in SINGLE), *IN_LANGUAGES]
"""Every kind of page in every language: what most of the tests go through."""


def named(cases: list[tuple[str, str]]) -> list[str]:
    """Name the cases for pytest."""
    return ["-".join(filter(None, case)) for case in cases]
