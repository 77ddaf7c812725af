"""Steps on record, and what is saved beside them, not published: none looks past the other."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import builders as b
from desk_steps import BOTH, DRAFT, R1, RECORD, WAY, a_text, on, published, text_in
from desks import AIGERIM, ADesk, words_of
from held_words import held
from talqy.model import paths
from talqy.project.write import Replace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import NotPublished, WorkKind, WorkName

TALK = b.a_consultation("2026-11-09", "2026-11-23")
HELD = held("войдет в журнал с этим шагом")
WORK = 'href="/ru/work/draft.birth-registration-r1/"'
ACT = {
    "on": "2026-12-10",
    "in_force": "2027-01-01",
    "act.kk": "2026 жылғы 10 желтоқсандағы № 7 бұйрық",
    "act.ru": "приказ от 10 декабря 2026 года № 7",
    "discussed.kk": "Ашық НҚА порталы",
    "discussed.ru": "Портал «Открытые НПА», с 1 по 15 ноября 2026 года",
}
REPORT = {"on": "2026-11-25", "signed_by.kk": "Департамент", "signed_by.ru": "Департамент"}
NEXT = WorkName(WorkKind.DRAFT, b.STANDARD, 2)
FILE = paths.revision_file(b.STANDARD, 1)


def with_edit(desk: ADesk, bare: Path) -> None:
    """Save an edit of the words, and publish it not."""
    was = f"{text_in(bare, 'main')}\n"
    assert EDITED in was
    plan = [Replace(FILE, was.replace(EDITED, "Государственная услуга оказывается даром."))]
    desk.works.save(DRAFT, desk.works.of(DRAFT).commit, plan, "Правка", AIGERIM)


def prepared(desk: ADesk, name: WorkName) -> Prepared:
    found = desk.works.prepared(name, AIGERIM)
    assert isinstance(found, Prepared)
    return found


EDITED = next(one["text"]["ru"] for one in b.complete_clauses() if "text" in one)
STEPS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "adopt": ("2026-12-10", ACT, {}),
    "withdraw": ("2026-12-10", {"on": "2026-12-10", **BOTH}, {}),
    "report": ("2026-11-25", REPORT, {"consultation": TALK}),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_on_record_waits_for_what_is_saved_of_its_text(tmp_path: Path, step: str) -> None:
    """It says what waits, and leads there; what was typed stays in its fields."""
    day, typed, text = STEPS[step]
    bare = a_text(tmp_path, **text)
    with on(bare, day) as desk:
        with_edit(desk, bare)
        page = desk.get(f"{R1}{step}/")
        assert HELD in words_of(page)
        assert WORK in page
        assert 'name="on"' not in page
        seen = {"seen": desk.works.main().commit}
        answer = desk.post(f"{R1}{step}/", {**typed, **seen}, of="/ru/")
        assert answer.status_code == 422
        assert WORK in answer.text
        assert f'value="{typed["on"]}"' in answer.text
        assert not desk.works.of(RECORD).is_begun
        work = desk.works.of(DRAFT)
        desk.works.drop(DRAFT, work.commit, AIGERIM)
        assert desk.post(f"{R1}{step}/", typed).url.path == WAY
        assert desk.works.of(RECORD).is_begun


def test_a_step_that_is_saved_is_not_published_past_what_waits(tmp_path: Path) -> None:
    bare = a_text(tmp_path)
    with on(bare, "2026-12-10") as desk:
        assert desk.post(f"{R1}adopt/", ACT).url.path == WAY
        assert not prepared(desk, RECORD).errors
        with_edit(desk, bare)
        (error,) = prepared(desk, RECORD).errors
        assert (error.code, error.file) == ("K55", FILE)
        done = desk.works.publish(RECORD, desk.works.of(RECORD).commit, AIGERIM)
        assert isinstance(done, NotPublished)
        assert WORK in desk.get(f"/ru/work/{RECORD.key}/publish/")
        desk.works.undo(DRAFT, desk.works.of(DRAFT).commit, AIGERIM)
        assert not prepared(desk, RECORD).errors, "what was taken back waits for nothing"
        published(desk, RECORD)


def test_words_that_changed_beneath_a_step_are_asked_about(tmp_path: Path) -> None:
    """The other way of crossing: the edit is published first, and the step was saved without it."""
    bare = a_text(tmp_path)
    with on(bare, "2026-12-10") as desk:
        desk.post(f"{R1}adopt/", ACT)
        with_edit(desk, bare)
        published(desk, DRAFT)
        found = prepared(desk, RECORD)
        assert [one.code for one in found.errors] == []
        assert "K54" in {one.code for one in found.questions}


def test_an_edit_that_waited_past_the_step_stays_out(tmp_path: Path) -> None:
    """Published by hand, say: the text on record does not change any more."""
    bare = a_text(tmp_path)
    with on(bare, "2026-12-10") as desk:
        with_edit(desk, bare)
        was = f"{text_in(bare, 'main')}\n"
        gone = f"{was}withdrawn: {{on: 2026-12-10, reason: {{kk: Керек емес., ru: Не нужен.}}}}\n"
        name = WorkName(WorkKind.DRAFT, b.STANDARD, 9)
        desk.works.save(name, desk.works.of(name).commit, [Replace(FILE, gone)], "By hand", AIGERIM)
        published(desk, name)
        assert "G24" in {one.code for one in prepared(desk, DRAFT).errors}


def test_the_text_for_signature_is_that_of_the_step(tmp_path: Path) -> None:
    bare = a_text(tmp_path)
    with on(bare, "2026-12-10") as desk:
        with_edit(desk, bare)
        answer = desk.client.get(f"{R1}files/text.ru.docx")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
            said = file.read("word/document.xml").decode()
        assert "даром" not in said
        assert held("не опубликованного в этих файлах нет") in words_of(desk.get(WAY))
        published(desk, DRAFT)
        assert held("не опубликованного в этих файлах нет") not in words_of(desk.get(WAY))


def test_a_correction_of_days_waits_for_an_extension_and_one_of_another_text_does_not(
    tmp_path: Path,
) -> None:
    bare = a_text(tmp_path, recorded="2026-11-12", consultation=TALK)
    with on(bare, "2026-11-20") as desk:
        typed = {"on": "2026-11-20", "closes": "2026-12-04", **BOTH}
        assert desk.post(f"{R1}extend/", typed).url.path == WAY
        page = desk.get(f"{R1}correct/")
        assert WORK in page
        said = {"now.posted.1.on": "2026-11-08", "reason.kk": "Қате.", "reason.ru": "Описка."}
        assert desk.post(f"{R1}correct/", said).status_code == 422
        published(desk, DRAFT)
        assert WORK not in desk.get(f"{R1}correct/")


def test_a_later_draft_is_opened_after_the_announced_one_is_withdrawn(tmp_path: Path) -> None:
    """One sentence says what comes first, and leads there, at each stage of the way."""
    talk = b.a_consultation("2026-11-16", "2026-11-30", posted=[])
    bare = a_text(tmp_path, "2026-11-09", consultation=talk)
    r2, opened = f"{WAY}r2/open/", {"opens": "2026-11-16", "closes": "", "act": ""}
    with on(bare, "2026-11-09") as desk:
        begun = {"standard": b.STANDARD, "base": "1", "kind": "amendment"}
        begun = {**begun, "seen": desk.works.main().commit}
        told = desk.post("/ru/drafts/begin/", begun, of="/ru/drafts/").text.partition("<h1>")[0]
        assert held("Обсуждение редакции 1 объявлено") in words_of(told)
        page = desk.get(r2)
        assert held("Обсуждение редакции 1 объявлено: сначала отзовите этот проект") in words_of(
            page
        )
        assert f'href="{R1}withdraw/"' in page
        seen = {"seen": desk.works.of(NEXT).commit}
        answer = desk.post(r2, {**opened, **seen}, of="/ru/")
        assert answer.status_code == 422
        assert "не может перейти" not in words_of(answer.text)
        assert 'value="2026-11-16"' in answer.text
        desk.post(f"{R1}withdraw/", {"on": "2026-11-09", **BOTH})
        page = desk.get(r2)
        assert held("Отзыв редакции 1 сохранен, но еще не опубликован") in words_of(page)
        assert f'href="/ru/work/{RECORD.key}/publish/"' in page
        published(desk, RECORD)
        told = words_of(desk.post(r2, opened).text)
        assert "не может перейти" not in told, "the draft was begun before the withdrawal"
        assert held("текст не отличается от редакции 1") in told, "all that is left to be done"


def test_a_later_draft_waits_for_the_report_on_the_one_that_is_discussed(tmp_path: Path) -> None:
    bare = a_text(tmp_path, "2026-11-09", consultation=TALK)
    with on(bare, "2026-11-20") as desk:
        begun = {"standard": b.STANDARD, "base": "1", "kind": "amendment"}
        begun = {**begun, "seen": desk.works.main().commit}
        desk.post("/ru/drafts/begin/", begun, of="/ru/drafts/")
        page = desk.get(f"{WAY}r2/open/")
        assert held("По обсуждению редакции 1 еще нет отчета") in words_of(page)
        assert f'href="{WAY}#r1"' in page
