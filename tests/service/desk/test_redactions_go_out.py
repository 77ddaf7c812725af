"""Words that somebody wants gone from a public comment go: no other error keeps them there."""

from datetime import date
from pathlib import Path

import builders as b
from desk_steps import BOTH, on
from desks import AIGERIM
from repositories import a_repository, committed, git
from talqy.project.survey import survey
from talqy.project.write import Replace
from talqy.project.yaml_write import dumped
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Published

ANSWERS = WorkName(WorkKind.ANSWERS, b.STANDARD, 1)
LIST = f"/ru/answers/{b.STANDARD}/r1/"
DAY = "2026-11-25"
POSTED = [b.a_posting(channel, "2026-11-09") for channel in ("internet", "egov")]
COMMENT = b.a_comment(received="2026-11-10", revision="1")
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


def test_errors_that_were_there_keep_an_answer_back(tmp_path: Path) -> None:
    """It would come on record, for ever."""
    bare = a_faulty_text(tmp_path)
    with on(bare, DAY) as desk:
        seen, file = desk.works.of(ANSWERS).commit, b.response_path(b.COMMENT, "2026-11-10")
        decided = {"by": b.MINISTRY, "on": DAY}
        plan = [Replace(file, dumped(b.a_response(decided=decided)))]
        desk.works.save(ANSWERS, seen, plan, "Ответ", AIGERIM)
        found = desk.works.prepared(ANSWERS, AIGERIM)
        assert isinstance(found, Prepared)
        assert "S03" in {one.code for one in found.errors}
