"""Redlines as an editor marked them by eye, in the style of real amending orders."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from talqy.compare.redline import Mark, RedLine, redline

GOLDEN = Path(__file__).parents[1] / "golden" / "redlines"
PAIRS: dict[str, list[dict[str, Any]]] = {
    language: yaml.safe_load((GOLDEN / f"{language}.yaml").read_text("utf-8"))
    for language in ("kk", "ru")
}
SIGNS = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def printed(line: RedLine) -> str:
    """Print a line as the pairs are written; a rewritten one stands in two lines."""
    said = [SIGNS[piece.mark].format(piece.text) for piece in line.pieces]
    return ("\n" if line.is_rewritten else "").join(said)


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(pair, id=f"{language}-{pair['name']}")
        for language, pairs in PAIRS.items()
        for pair in pairs
    ],
)
def test_a_redline_reads_as_an_editor_marked_it(pair: dict[str, Any]) -> None:
    marked = "\n".join(printed(line) for line in redline(pair["old"], pair["new"]).lines)
    assert marked == pair["marked"], pair["why"]


@pytest.mark.parametrize("language", PAIRS)
def test_a_language_has_pairs_enough_and_each_has_its_own_name(language: str) -> None:
    names = [pair["name"] for pair in PAIRS[language]]
    assert len(names) >= 15
    assert len(set(names)) == len(names)


def test_the_languages_have_pairs_enough_together() -> None:
    assert sum(len(pairs) for pairs in PAIRS.values()) >= 30
