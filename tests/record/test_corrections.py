"""`talqy correct`: file and record change together; what was there stays, true and in sight."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main
from talqy.model.history import History, RecordedRevision
from talqy.model.register import Register
from talqy.project.file_reader import FileReader
from talqy.project.files import DiskFiles
from talqy.project.load import read_project
from talqy.record.against import changed_since

TODAY = "2026-08-01"
NAME = "z000000001"
WHY = ("--reason", "kk=Қате", "--reason", "ru=Опечатка")
HISTORY = f"standards/{b.STANDARD}/history.yaml"
TEXT = b.revision_path(1)
RESPONSE = b.response_path(NAME, "2026-06-10")


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project), "--today", TODAY])


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with an adopted text, a comment, and its answer, all of it on record."""
    folder = tmp_path_factory.mktemp("corrected") / "project"
    b.write_project(
        folder,
        revisions=[b.an_adopted_revision()],
        comments=[b.a_comment(NAME, received="2026-06-10")],
        responses=[b.a_response(NAME, decided={"by": b.MINISTRY, "on": "2026-06-22"})],
    )
    done = talqy(folder, "merge", "--all")
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def project(merged: Path, tmp_path: Path) -> Path:
    return shutil.copytree(merged, tmp_path / "project")


def entry(project: Path) -> RecordedRevision:
    """Return what is recorded of the text."""
    found = FileReader(DiskFiles(project)).value(HISTORY, History)
    assert found is not None
    return found.revisions[0]


def registered(project: Path) -> Register:
    """Return what a project says."""
    register = read_project(project).register
    assert register is not None
    return register


def since(older: Path, newer: Path) -> list[str]:
    """Return the codes of what an older state has and a newer one has not."""
    (old,), (new,) = (registered(p).records for p in (older, newer))
    return [problem.code for problem in changed_since(old, new)]


@pytest.mark.parametrize(
    ("words", "what", "was"),
    [
        (("r1", "report.on=2026-06-27"), "report.on", "2026-06-26"),
        (("r1", "posted.3.on=2026-06-03"), "posted.3.on", "2026-06-02"),
        (("r1", "report.signed_by.ru=Отдел"), "report.signed_by.ru", "Департамент"),
        (("r1", "adopted.act.kk=№ 7 өкім"), "adopted.act.kk", "№ 7 бұйрық"),
    ],
)
def test_file_and_record_change_together(
    merged: Path, project: Path, words: tuple[str, ...], what: str, was: str
) -> None:
    done = talqy(project, "correct", b.STANDARD, *words, *WHY)
    assert done.exit_code == 0, done.output
    (made,) = entry(project).corrections
    assert (made.what, made.was, str(made.on)) == (what, was, TODAY)
    assert made.reason == {"kk": "Қате", "ru": "Опечатка"}
    assert talqy(project, "check").output == talqy(merged, "check").output
    assert talqy(project, "merge", "--all", "--check").exit_code == 0
    assert since(merged, project) == []


def test_what_was_changed_in_the_file_is_taken(merged: Path, project: Path) -> None:
    text = (project / TEXT).read_text("utf-8").replace("2026-06-26", "2026-06-27")
    (project / TEXT).write_text(text, "utf-8")
    assert "R06" in talqy(project, "check").output
    assert talqy(project, "merge", "--all").exit_code == 1
    assert talqy(project, "correct", b.STANDARD, "r1", *WHY).exit_code == 0
    assert [c.what for c in entry(project).corrections] == ["report.on"]
    assert since(merged, project) == []


def test_a_posting_put_in_by_a_correction_has_the_day_of_it(merged: Path, project: Path) -> None:
    notice = "{channel: print, on: 2026-06-03, url: https://example.kz/notice}"
    text = (project / TEXT).read_text("utf-8")
    more = text.replace("  posted:\n", f"  posted:\n    - {notice}\n")
    assert more != text
    (project / TEXT).write_text(more, "utf-8")
    for words in (("r1",), ("r1", "posted.1.on=2026-06-04"), ("r1", "posted.2.on=2026-06-01")):
        done = talqy(project, "correct", b.STANDARD, *words, *WHY)
        assert done.exit_code == 0, done.output
        talk = entry(project).consultation
        assert talk is not None
        assert [str(posting.since or "") for posting in talk.posted] == [TODAY, "", "", ""]
    assert talqy(project, "merge", "--all", "--check").exit_code == 0
    assert since(merged, project) == []


def test_what_was_changed_in_the_file_is_judged_before_it_is_put_on_record(project: Path) -> None:
    """A notice that was forgotten may shorten the period below the lawful one: that is told."""
    text = (project / TEXT).read_text("utf-8")
    notice = '{channel: internet, on: "2026-06-10", url: "https://example.kz/n"}'
    (project / TEXT).write_text(
        text.replace("  posted:\n", f"  posted:\n    - {notice}\n"), "utf-8"
    )
    before = (project / HISTORY).read_bytes()
    done = talqy(project, "correct", b.STANDARD, "r1", *WHY)
    assert (done.exit_code, "this cannot be" in done.output) == (2, True), done.output
    assert (project / HISTORY).read_bytes() == before
    said = talqy(project, "correct", b.STANDARD, "r1", *WHY, "--language", "ru").output
    assert "до истечения установленного законом срока" in said


def test_a_response_is_corrected_and_the_old_one_is_kept(merged: Path, project: Path) -> None:
    done = talqy(
        project,
        "correct",
        NAME,
        "outcome=rejected",
        "reason.ru=Мнение отклонено: так нельзя.",
        *WHY,
    )
    assert done.exit_code == 0, done.output
    assert [(c.comment, c.what) for c in entry(project).corrections] == [
        (NAME, "outcome"),
        (NAME, "reason.ru"),
    ]
    assert talqy(project, "check").output == talqy(merged, "check").output
    assert since(merged, project) == []


@pytest.mark.parametrize("words", ["Ответ.", "—", "См. выше"])
def test_an_answer_is_not_corrected_into_none(project: Path, words: str) -> None:
    before = (project / RESPONSE).read_bytes()
    done = talqy(project, "correct", NAME, f"reason.ru={words}", *WHY)
    assert done.exit_code == 1, done.output
    assert re.search("error G(45|34)", done.output)
    assert (project / RESPONSE).read_bytes() == before


ASKS = (
    "Азамат мерзімді екі жұмыс күніне дейін қысқартуды сұрайды.",
    "Автор просит сократить срок оказания услуги до двух рабочих дней.",
)


def test_a_short_content_is_put_on_record_and_changed(merged: Path, project: Path) -> None:
    gist = [f"gist.kk={ASKS[0]}", f"gist.ru={ASKS[1]}"]
    assert talqy(project, "correct", NAME, *gist, *WHY).exit_code == 0
    done = talqy(project, "correct", NAME, "gist.ru=Просит сократить срок.", *WHY)
    assert done.exit_code == 0, done.output
    assert [one.what for one in entry(project).corrections] == ["gist", "gist.ru"]
    assert talqy(project, "check").output == talqy(merged, "check").output
    assert since(merged, project) == []


@pytest.mark.parametrize("key", ["gist", "reason"])
@pytest.mark.parametrize(
    ("kk", "ru", "code"),
    [(*ASKS[::-1], "G48"), (ASKS[0], ASKS[0], "G47"), (ASKS[0], "См. выше", "G34")],
)
def test_nothing_is_corrected_into_what_no_door_takes(
    project: Path, key: str, kk: str, ru: str, code: str
) -> None:
    before = (project / RESPONSE).read_bytes()
    done = talqy(project, "correct", NAME, f"{key}.kk={kk}", f"{key}.ru={ru}", *WHY)
    assert (done.exit_code, f"error {code}" in done.output) == (1, True), done.output
    assert (project / RESPONSE).read_bytes() == before


def test_a_correction_that_tells_something_untrue_is_found(merged: Path, project: Path) -> None:
    assert talqy(project, "correct", NAME, "reason.ru=Иначе.", *WHY).exit_code == 0
    text = (project / HISTORY).read_text("utf-8")
    was = entry(project).corrections[0].was
    assert isinstance(was, str)
    (project / HISTORY).write_text(text.replace(was, "Ложь"), "utf-8")
    assert since(merged, project) == ["V07"]


def test_a_correction_stays(merged: Path, project: Path) -> None:
    assert talqy(project, "correct", b.STANDARD, "r1", "report.on=2026-06-27", *WHY).exit_code == 0
    later = shutil.copytree(project, project.parent / "later")
    lines = (later / HISTORY).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "what: report.on" not in line and "corrections:" not in line]
    (later / HISTORY).write_text("".join(kept), "utf-8")
    assert "V08" in since(project, later)
    assert since(merged, project) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((b.STANDARD, "r1", "report.on=2027-01-01"), id="into the future"),
        pytest.param((b.STANDARD, "r1", "report.on=2026-06-26"), id="nothing differs"),
        pytest.param((b.STANDARD, "r1", "explanation.ru=Иначе."), id="the text itself"),
        pytest.param((b.STANDARD, "r1", "report.on=завтра"), id="no day"),
        pytest.param((b.STANDARD, "r1", "closes=2026-06-01"), id="before it opened"),
        pytest.param((NAME, "outcome=accepted"), id="accepted without a place"),
        pytest.param((NAME,), id="nothing said"),
        pytest.param((b.STANDARD,), id="no text"),
        pytest.param((b.STANDARD, "r1", "posted.1.url=javascript:alert(1)"), id="no address"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    project: Path, words: tuple[str, ...]
) -> None:
    files = (HISTORY, TEXT, RESPONSE)
    before = [(project / file).read_bytes() for file in files]
    done = talqy(project, "correct", *words, *WHY)
    assert done.exit_code == 2, done.output
    assert [(project / file).read_bytes() for file in files] == before


def test_a_reason_is_asked_for_in_every_language(project: Path) -> None:
    words = (b.STANDARD, "r1", "report.on=2026-06-27", "--reason", "ru=Опечатка")
    assert talqy(project, "correct", *words).exit_code == 2


BENT = {
    "R02": (b.comment_path(NAME, "2026-06-10"), "до двух дней", "до пяти дней"),
    "R04": (TEXT, 'closes: "2026-06-19"', 'closes: "2026-06-18"'),
    "R05": (RESPONSE, "рассмотрено и учтено", "отклонено"),
    "R06": (TEXT, 'in_force: "2026-07-10"', 'in_force: "2026-07-11"'),
    "R07": (HISTORY, "root: sha256:", "root: sha256:0"),
    "T05": (TEXT, "Новый проект.", "Иной проект."),
}


@pytest.mark.parametrize("code", BENT)
def test_a_merge_does_not_smooth_over_what_differs_from_the_record(
    project: Path, code: str
) -> None:
    file, was, now = BENT[code]
    text = (project / file).read_text("utf-8")
    assert was in text
    (project / file).write_text(text.replace(was, now), "utf-8")
    before = (project / HISTORY).read_bytes()
    for words in (("merge", "--all"), ("merge", b.STANDARD), ("merge", "--all", "--draft")):
        done = talqy(project, *words)
        assert done.exit_code == 1, done.output
        assert f"error {code}" in done.output
    assert (project / HISTORY).read_bytes() == before


@pytest.mark.parametrize(
    "words", [(NAME, "reason.ru=Иначе."), (b.STANDARD, "r1", "report.on=2026-06-27")]
)
def test_nothing_is_corrected_while_the_record_cannot_be_read_whole(
    project: Path, words: tuple[str, ...]
) -> None:
    """What is counted without a comment that cannot be read would be on record for ever."""
    comment = b.comment_path(NAME, "2026-06-10")
    other = b.write(project, comment.replace(NAME, "z000000002"), "schema: 1\n- text\n")
    before = (project / HISTORY).read_bytes()
    done = talqy(project, "correct", *words, *WHY)
    assert (done.exit_code, (project / HISTORY).read_bytes()) == (1, before)
    assert other.name in done.output
    assert "the record must be read whole first" in done.output


IIN = "900101300017"
WORDS = {
    "a number of a person in the reason": (("outcome=rejected",), f"ИИН {IIN}", 1),
    "a number of a person in the words": ((f"reason.ru=ИИН {IIN}",), "Опечатка", 1),
    "a sign that is none": (("outcome=rejected",), "Опеч\x85атка", 2),
    "a blank reason": (("outcome=rejected",), " \n ", 2),
}


@pytest.mark.parametrize(("settings", "reason", "status"), WORDS.values(), ids=WORDS)
def test_what_may_not_be_published_is_not_put_on_record(
    project: Path, settings: tuple[str, ...], reason: str, status: int
) -> None:
    """What is on record cannot be taken out any more."""
    before = (project / HISTORY).read_bytes()
    line = ("correct", NAME, *settings, "--reason", "kk=Қате", "--reason", f"ru={reason}")
    done = talqy(project, *line)
    assert (done.exit_code, (project / HISTORY).read_bytes()) == (status, before), done.output
    assert IIN not in done.output
