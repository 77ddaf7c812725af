"""The extra `fast` changes how soon a redline is made, and nothing in it."""

import difflib
import sys
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from talqy.compare import matching
from talqy.compare.redline import Redline, redline
from wordings import PAIRS

GOLDEN = Path(__file__).parents[1] / "golden" / "redlines"
TOKENS = st.lists(st.sampled_from(["қызмет", "и", "5", ",", "a", "срок"]), max_size=40)


def without_the_extra() -> ModuleType:
    """Return the matching as it is loaded where cydifflib is not installed."""
    spec = find_spec(matching.__name__)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "cydifflib", None)
        spec.loader.exec_module(module)
    return module


def by_difflib(old: str, new: str) -> Redline:
    """Return the redline that difflib alone makes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "SequenceMatcher", difflib.SequenceMatcher)
        return redline(old, new)


def test_the_tests_have_the_extra_wherever_it_has_wheels() -> None:
    """So that the tests below compare two matchers, and not difflib with itself."""
    is_difflib = matching.SequenceMatcher is difflib.SequenceMatcher
    assert is_difflib == (find_spec("cydifflib") is None)
    assert not is_difflib or sys.version_info >= (3, 14)


def test_without_the_extra_difflib_is_asked() -> None:
    assert without_the_extra().SequenceMatcher is difflib.SequenceMatcher


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_difflib_makes_the_same_redlines_of_what_an_editor_marked(language: str) -> None:
    pairs = yaml.safe_load((GOLDEN / f"{language}.yaml").read_text("utf-8"))
    assert pairs
    for pair in pairs:
        assert by_difflib(pair["old"], pair["new"]) == redline(pair["old"], pair["new"])


@given(pair=PAIRS)
@settings(max_examples=300, deadline=None)
def test_difflib_makes_the_same_redline_of_any_two_texts(pair: tuple[str, str]) -> None:
    assert by_difflib(*pair) == redline(*pair)


@given(old=TOKENS, new=TOKENS)
@settings(max_examples=300, deadline=None)
def test_difflib_finds_the_same_runs_in_any_two_lists(old: list[str], new: list[str]) -> None:
    found = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    asked = matching.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    assert [tuple(run) for run in asked] == found
