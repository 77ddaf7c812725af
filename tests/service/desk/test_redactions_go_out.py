"""What is wrong already keeps nobody back, and nothing keeps words that are to go."""

from datetime import date
from pathlib import Path

import builders as b
from desk_steps import BOTH, DRAFT, R1, a_text, on, published, text_in
from desks import AIGERIM, ADesk, words_of
from repositories import a_repository, committed, git
from talqy.project.survey import survey
from talqy.project.write import Replace
from talqy.project.yaml_write import dumped
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Published, Saved, WorkKind, WorkName

ANSWERS = WorkName(WorkKind.ANSWERS, b.STANDARD, 1)
LIST = f"/ru/answers/{b.STANDARD}/r1/"
DAY = "2026-11-25"
POSTED = [b.a_posting(channel, "2026-11-09") for channel in ("internet", "egov")]
COMMENT = b.a_comment(received="2026-11-10", revision="1")
COMMENT_FILE = b.comment_path(b.COMMENT, "2026-11-10")
WORD = COMMENT["text"].split()[1]


def a_faulty_text(folder: Path) -> Path:
    """Make a repository whose text was never posted in print, and whose record is broken."""
    project = a_repository(folder / "project")
    talk = b.a_consultation("2026-11-09", "2026-11-23", posted=POSTED)
    text = b.a_revision(dated="2026-11-02", consultation=talk)
    b.write_project(project, project=b.a_project(today=None), revisions=[text])
    b.write(project, b.comment_path(b.COMMENT, "2026-11-10"), COMMENT)
    b.write(project, b.response_path(b.COMMENT, "2026-11-10"), "outcome: [")
    committed(project)
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    errors = {p.code for p in survey(project, date.fromisoformat(DAY)).problems if p.is_error}
    assert {"S03"} < errors
    return folder / "bare.git"


def test_errors_that_were_there_keep_no_redaction_back(tmp_path: Path) -> None:
    """Neither those of the same standard, nor those by which nothing comes on record."""
    bare = a_faulty_text(tmp_path)
    with on(bare, DAY) as desk:
        path = f"{LIST}redact/{b.COMMENT}/"
        assert desk.post(path, {"words": WORD, **BOTH}).status_code == 200
        found = desk.works.prepared(ANSWERS, AIGERIM)
        assert isinstance(found, Prepared)
        assert [(one.code, one.file) for one in found.errors] == []
        assert "S03" in {one.code for one in found.elsewhere}
        page = f"/ru/work/{ANSWERS.key}/publish/"
        assert 'action="' in desk.get(page)
        seen = desk.works.of(ANSWERS).commit
        done = desk.works.publish(ANSWERS, seen, AIGERIM, found.looked)
        assert isinstance(done, Published)
        said = git(bare, "show", f"main:{b.comment_path(b.COMMENT, '2026-11-10')}")
        assert WORD not in said


def saved_answer(desk: ADesk, decided: str = DAY) -> None:
    """Save an answer to the comment; one that was decided before it came is a new error."""
    seen, file = desk.works.of(ANSWERS).commit, b.response_path(b.COMMENT, "2026-11-10")
    plan = [Replace(file, dumped(b.a_response(decided={"by": b.MINISTRY, "on": decided})))]
    assert isinstance(desk.works.save(ANSWERS, seen, plan, "Ответ", AIGERIM), Saved)


def prepared(desk: ADesk, *, alone: bool = False) -> Prepared:
    """Return what publishing would make."""
    found = desk.works.prepared(ANSWERS, AIGERIM, alone=alone)
    assert isinstance(found, Prepared)
    return found


def test_errors_that_were_there_keep_no_answer_back(tmp_path: Path) -> None:
    """They are told; what cannot come on record then, comes with a later publishing."""
    with on(a_faulty_text(tmp_path), DAY) as desk:
        saved_answer(desk)
        found = prepared(desk)
        assert [(one.code, one.file) for one in found.errors] == []
        assert "S03" in {one.code for one in found.elsewhere}
        seen = desk.works.of(ANSWERS).commit
        assert isinstance(desk.works.publish(ANSWERS, seen, AIGERIM, found.looked), Published)


def test_an_extension_goes_out_beside_an_error_of_its_text(tmp_path: Path) -> None:
    talk = b.a_consultation("2026-11-09", "2026-11-23", posted=POSTED)
    with on(a_text(tmp_path, recorded="2026-11-12", consultation=talk), "2026-11-20") as desk:
        path = f"{R1}extend/"
        assert desk.post(path, {"on": "2026-11-20", "closes": "2026-12-07", **BOTH}).is_success
        published(desk, DRAFT)
        assert "2026-12-07" in text_in(tmp_path / "bare.git", "main")


def test_a_new_error_keeps_an_answer_back(tmp_path: Path) -> None:
    with on(a_faulty_text(tmp_path), DAY) as desk:
        saved_answer(desk, decided="2026-11-09")
        assert {one.code for one in prepared(desk).errors} == {"A04"}


def test_a_redaction_goes_out_alone_where_an_answer_of_its_work_cannot(tmp_path: Path) -> None:
    bare = a_faulty_text(tmp_path)
    with on(bare, DAY) as desk:
        assert desk.post(f"{LIST}redact/{b.COMMENT}/", {"words": WORD, **BOTH}).status_code == 200
        saved_answer(desk, decided="2026-11-09")
        here = f"/ru/work/{ANSWERS.key}/publish/"
        page = desk.get(here)
        assert 'name="seen"' not in page, "the work cannot be published as a whole"
        assert f'href="{here}?only=redactions"' in page
        assert [one.path for one in prepared(desk, alone=True).changed] == [COMMENT_FILE]
        said = {"seen": desk.works.of(ANSWERS).commit, "only": "redactions"}
        answer = desk.post(here, said, of=f"{here}?only=redactions")
        assert "Опубликовано." in words_of(answer.text)
        assert WORD not in git(bare, "show", f"main:{COMMENT_FILE}")
        assert {one.code for one in prepared(desk).errors} == {"A04"}, "the answer waits"
        saved_answer(desk)
        found = prepared(desk)
        assert [one.path for one in found.changed] == [b.response_path(b.COMMENT, "2026-11-10")]


def test_further_words_of_a_comment_go_out_after_the_first_ones(tmp_path: Path) -> None:
    """The first went out without the rest of their work, which does not know of it."""
    bare, more = a_faulty_text(tmp_path), COMMENT["text"].split()[-1]
    with on(bare, DAY) as desk:
        saved_answer(desk, decided="2026-11-09")
        for word in (WORD, more):
            path = f"{LIST}redact/{b.COMMENT}/"
            assert desk.post(path, {"words": word, **BOTH}).status_code == 200
            prepared(desk)
            found, seen = prepared(desk, alone=True), desk.works.of(ANSWERS).commit
            assert [one.path for one in found.changed] == [COMMENT_FILE]
            done = desk.works.publish(ANSWERS, seen, AIGERIM, found.looked, alone=True)
            assert isinstance(done, Published)
            assert word not in git(bare, "show", f"main:{COMMENT_FILE}").partition("text:")[2]
