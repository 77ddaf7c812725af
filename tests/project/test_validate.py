"""Typing a tree: every refusal of the model has words, its place, and the nearest known word."""

import re
from pathlib import Path

import pytest

import talqy.model
from bad_files import SOUND, Bad, findings, sound_project
from bad_sense import SENSE
from bad_shape import SHAPE
from talqy.model.comment import Comment, Response
from talqy.model.nearness import nearest
from talqy.model.project import Project
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.model.values import Value
from talqy.project.validate import KINDS, shaped

MODELS: dict[str, type[Value]] = dict(
    zip(SOUND, (Project, Standard, Revision, Comment, Response), strict=True)
)


@pytest.mark.parametrize("bad", [*SHAPE, *SENSE], ids=str)
def test_a_file_that_does_not_fit_the_format_is_named_with_its_fault(
    bad: Bad, tmp_path: Path
) -> None:
    bad.spoil(sound_project(tmp_path))
    assert bad.finding in findings(tmp_path)


@pytest.mark.parametrize("file", SOUND)
def test_the_sound_files_fit_the_format(file: str) -> None:
    value, problems = shaped(MODELS[file], SOUND[file], file)
    assert problems == []
    assert value is not None


def test_every_kind_with_which_the_model_refuses_has_words() -> None:
    sources = Path(talqy.model.__path__[0]).glob("*.py")
    named = r"(?:refuse|_shaped)\(\s*\"(\w+)\""
    kinds = {kind for file in sources for kind in re.findall(named, file.read_text("utf-8"))}
    assert "window_order" in kinds
    assert set() == kinds - KINDS


def test_all_faults_of_one_file_are_told_at_once() -> None:
    tree = {**SOUND["standards/project.yaml"], "timezone": [], "today": "soon", "oops": "1"}
    del tree["forge"]
    _, problems = shaped(Project, tree, "standards/project.yaml")
    assert sorted(problem.code for problem in problems) == ["F30", "F31", "F32", "F35"]


def test_an_unknown_key_deep_inside_is_told_what_is_known_there() -> None:
    tree = {**SOUND["standards/project.yaml"], "calendar": {"closd": []}}
    _, problems = shaped(Project, tree, "standards/project.yaml")
    assert [problem.advised() for problem in problems] == ["did you mean “closed”?"]


def test_an_unknown_key_of_an_authority_is_told_what_is_known_there() -> None:
    """The step in between is a name that the project chose, no key of the format."""
    tree = {**SOUND["standards/project.yaml"], "authorities": {"mj": {"nmae": {"ru": "МЮ"}}}}
    _, problems = shaped(Project, tree, "standards/project.yaml")
    assert "did you mean “name”?" in [problem.advised() for problem in problems]


def test_a_value_that_is_very_long_is_shown_short() -> None:
    tree = {**SOUND["standards/project.yaml"], "today": "x" * 5_000}
    _, problems = shaped(Project, tree, "standards/project.yaml")
    assert problems[0].said() == "“" + "x" * 59 + "…” is not a date"


def test_the_nearest_word_is_the_one_that_was_probably_meant() -> None:
    assert nearest("ammendment", ["new", "amendment", "repeal"]) == "amendment"


def test_a_word_unlike_any_has_no_nearest() -> None:
    assert nearest("zzz", ["new", "amendment", "repeal"]) is None


def test_languages_are_not_checked_before_the_project_is_known() -> None:
    tree = {**SOUND["standards/birth-registration/standard.yaml"], "title": {"xx": "a"}}
    value, problems = shaped(Standard, tree, "standard.yaml")
    assert problems == []
    assert value is not None


def test_a_text_left_empty_in_one_language_is_left_to_the_rules() -> None:
    tree = {**SOUND["standards/birth-registration/standard.yaml"], "title": {"kk": "а", "ru": None}}
    value, _ = shaped(Standard, tree, "standard.yaml", {"languages": ("kk", "ru")})
    assert value is not None
    assert value.title == {"kk": "а"}
