"""A project that is surveyed again gives what it gives when it is surveyed from nothing."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import builders as b
from sites import mkdocs_yml
from talqy.model.problem import Problem
from talqy.project.file_reader import Readings
from talqy.project.files import DiskFiles
from talqy.project.kept import VARIABLE
from talqy.project.survey import LastSurvey, ProjectState, survey
from talqy.rules import check
from talqy.rules.check import RULES
from talqy.rules.rule import CheckContext, Rule

NAMES = (b.STANDARD, "lost-passport", "third-service")
EDITS = 12


@pytest.fixture(autouse=True)
def _from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no survey take from disk what another has found: the two are compared here."""
    monkeypatch.setenv(VARIABLE, "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of three standards, comments on them, and answers."""
    files = {b.standard_path(name): b.a_standard(name) for name in NAMES}
    files |= {b.revision_path(1, name): b.a_revision() for name in NAMES}
    folder = tmp_path / "project"
    b.write_project(folder, comments=[b.a_comment()], files=files)
    b.write(folder, "mkdocs.yml", mkdocs_yml())
    return folder


def a_title(project: Path, chance: random.Random) -> None:
    name = chance.choice(NAMES)
    title = b.said("Атау", f"Название {chance.random()}")
    b.write(project, b.standard_path(name), b.a_standard(name, title=title))


def a_word(project: Path, chance: random.Random) -> None:
    """Change a text so that rules have something to say, or have no more."""
    explanation = chance.choice([b.said("Түсіндірме", "Объяснение"), {"ru": "Только одно"}])
    path = b.revision_path(1, chance.choice(NAMES))
    b.write(project, path, b.a_revision(explanation=explanation))


def a_divided_word(project: Path, chance: random.Random) -> None:
    """What a rule says of one standard hangs on the words of all others (D03)."""
    words = chance.choice(["кунгур-тутской", "кунгуртутской"])
    path = b.revision_path(1, chance.choice(NAMES))
    b.write(project, path, b.a_revision(explanation=b.said("Түсіндірме", f"Для {words} службы")))


def a_comment(project: Path, chance: random.Random) -> None:
    comment = b.a_comment(b.OTHER_COMMENT, text=f"Почему {chance.random()}?")
    b.write(project, b.comment_path(b.OTHER_COMMENT), comment)


def an_answer(project: Path, _: random.Random) -> None:
    b.write(project, b.response_path(), b.a_response(outcome="noted"))


def a_remark_above(project: Path, chance: random.Random) -> None:
    """Nothing is said that was not said before, but all lines have moved."""
    file = project / b.standard_path(chance.choice(NAMES))
    if file.is_file():
        file.write_bytes(b"# remark\n\n" + file.read_bytes())


def a_broken_file(project: Path, chance: random.Random) -> None:
    files = [*sorted((project / "standards").rglob("*.yaml"))]
    b.write(project, chance.choice(files).relative_to(project).as_posix(), "title: {kk: [")


def a_removal(project: Path, chance: random.Random) -> None:
    kept = project / "standards/project.yaml"
    files = [*sorted((project / "standards").rglob("*.yaml"))]
    files += sorted((project / "comments").rglob("*.yaml"))
    chance.choice([file for file in files if file != kept]).unlink()


def a_renaming(project: Path, chance: random.Random) -> None:
    there = sorted(path for path in (project / "standards").iterdir() if path.is_dir())
    chance.choice(there).rename(project / f"standards/{chance.choice(['other', 'another'])}")


def a_setting(project: Path, chance: random.Random) -> None:
    today = chance.choice(["2026-11-24", "2027-02-01"])
    authorities = b.a_project()["authorities"] if chance.random() < 0.7 else {}
    b.write(project, "standards/project.yaml", b.a_project(today=today, authorities=authorities))


def back_again(project: Path, chance: random.Random) -> None:
    name = chance.choice(NAMES)
    b.write(project, b.standard_path(name), b.a_standard(name))
    b.write(project, b.revision_path(1, name), b.a_revision())
    b.write(project, "standards/project.yaml", b.a_project())


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    a_title,
    a_word,
    a_divided_word,
    a_comment,
    an_answer,
    a_remark_above,
    a_broken_file,
    a_removal,
    a_setting,
    back_again,
)


def plain(state: ProjectState) -> tuple[object, ...]:
    told = [(one, one.said(), one.advised()) for one in state.problems]
    return state.register, state.assessment, told, state.ahead


def long_ago(project: Path) -> None:
    """Let all files have been written when nobody looked: then they need not be read again."""
    for file in project.rglob("*.yaml"):
        os.utime(file, (1, 1))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_it_is_what_a_survey_from_nothing_gives(seed: int, project: Path) -> None:
    chance, kept = random.Random(seed), LastSurvey()  # noqa: S311 - edits, the same in every run
    survey(project, kept=kept)
    for number in range(EDITS):
        chance.choice(CHANGES)(project, chance)
        if number % 2:
            long_ago(project)
        assert plain(survey(project, kept=kept)) == plain(survey(project))


def found(rule: Rule, contexts: Iterable[CheckContext]) -> Counter[str]:
    return Counter(repr(problem) for one in contexts for problem in rule.problems(one))


@pytest.mark.parametrize("seed", range(3))
def test_a_rule_says_of_one_standard_alone_what_it_says_among_others(
    seed: int, project: Path
) -> None:
    """Unless it looks at all of them together, as it says of itself."""
    chance = random.Random(seed)  # noqa: S311 - edits, the same in every run
    for _ in range(EDITS):
        chance.choice(CHANGES)(project, chance)
        state = survey(project)
        if state.register is None:
            continue
        whole = CheckContext(*state.as_read)
        for rule in RULES:
            if not rule.is_together:
                assert found(rule, [whole]) == found(rule, whole.alone), rule.code


@pytest.mark.parametrize("seed", range(3))
def test_a_standard_may_go_and_come_under_another_name(seed: int, project: Path) -> None:
    chance, kept = random.Random(seed), LastSurvey()  # noqa: S311 - edits, the same in every run
    survey(project, kept=kept)
    aside = shutil.copytree(project, project.with_name("aside"))
    a_renaming(project, chance)
    assert plain(survey(project, kept=kept)) == plain(survey(project))
    shutil.rmtree(project)
    shutil.copytree(aside, project)
    assert plain(survey(project, kept=kept)) == plain(survey(project))


def test_one_standard_is_judged_after_an_edit_and_no_other(project: Path) -> None:
    judged: Counter[str] = Counter()

    def counted(part: CheckContext) -> Iterable[Problem]:
        judged.update(record.id for record in part.register.records)
        return check.check_alone(part)

    kept = LastSurvey(find=counted)
    survey(project, kept=kept)
    assert judged == dict.fromkeys(NAMES, 1)
    b.write(project, b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT))
    survey(project, kept=kept)
    assert judged == {**dict.fromkeys(NAMES, 1), b.STANDARD: 2}
    survey(project, kept=kept)
    assert judged.total() == len(NAMES) + 1


def test_a_rule_that_looks_at_one_standard_knows_no_other(project: Path) -> None:
    """A part has its own standings alone: a rule that asks for another one ends here."""
    register, assessment = survey(project).known
    whole = CheckContext(register, assessment)
    assert [len(part.assessment.standings) for part in whole.alone] == [0, 1, 1, 1]
    assert whole.texts == tuple(text for part in whole.alone for text in part.texts)


def test_a_divided_word_is_named_as_soon_as_another_standard_has_it_whole(project: Path) -> None:
    """Of a standard that nobody has touched: what the others say is asked for each time."""
    kept, (first, second, _) = LastSurvey(), NAMES
    divided = b.said("Түсіндірме", "Для кунгур-тутской службы")
    b.write(project, b.revision_path(1, first), b.a_revision(explanation=divided))
    assert "D03" not in {one.code for one in survey(project, kept=kept).problems}
    whole = b.said("Түсіндірме", "Для кунгуртутской службы")
    b.write(project, b.revision_path(1, second), b.a_revision(explanation=whole))
    found = {(one.code, one.file) for one in survey(project, kept=kept).problems}
    assert ("D03", b.revision_path(1, first)) in found


def test_a_file_that_lies_as_it_lay_is_not_read_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, read, data = LastSurvey(), list[str](), DiskFiles.data

    def counted(self: DiskFiles, path: str) -> bytes:
        read.append(path)
        return data(self, path)

    monkeypatch.setattr(DiskFiles, "data", counted)
    monkeypatch.setattr("talqy.project.files._SETTLED", 0)
    survey(project, kept=kept)
    read.clear()
    b.write(project, b.standard_path(), b.a_standard(title=b.said("Жаңа", "Новое")))
    survey(project, kept=kept)
    assert read == [b.standard_path()]


def test_where_things_stand_in_a_file_is_forgotten_with_the_file() -> None:
    readings, data = Readings(), b"title: x\n"
    tree = readings.placed(data, "a.yaml")
    readings.begin()
    assert readings.placed(data, "a.yaml") is tree
    assert readings.placed(b"title: y\n", "a.yaml") is not tree
    tree = readings.placed(data, "a.yaml")
    for _ in range(2):
        readings.begin()
    assert readings.placed(data, "a.yaml") is not tree
