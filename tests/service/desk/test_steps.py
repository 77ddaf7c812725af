"""Steps at the desk: the way of a text, each step judged and written as the commands do it."""

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import builders as b
from desk_steps import BOTH, DRAFT, R1, RECORD, WAY, a_project_of, a_text, on, published, text_in
from desks import AIGERIM, ADesk, words_of
from held_words import held
from repositories import committed, git
from talqy.model import paths
from talqy.project.write import Replace
from talqy.service.desk.work.values import WorkKind, WorkName

OPENED = {"opens": "2026-11-09", "closes": "", "act": ""}
ISSUE = {"reference.kk": "«Егемен», № 7", "reference.ru": "«Казправда», № 7"}
NOT_SAVED = "Не сохранено: посмотрите, что мешает"


def test_a_text_in_preparation_is_opened_by_the_lawful_days(tmp_path: Path) -> None:
    """The last day is counted where none is named, and shown before anything is saved."""
    bare = a_text(tmp_path)
    with on(bare, "2026-11-05") as desk:
        assert held("Когда текст готов, открывают его обсуждение") in words_of(desk.get(WAY))
        counted = desk.post(f"{R1}open/", {**OPENED, "count": "yes"})
        assert "23 ноября 2026" in counted.text.replace("\u00a0", " ")
        assert git(bare, "branch", "--list", "draft/*") == ""
        saved = desk.post(f"{R1}open/", OPENED)
        assert saved.url.path == WAY
        told = words_of(saved.text).replace("\u00a0", " ")
        assert "После публикации обсуждение пройдет в срок: 9 ноября 2026" in told
        assert 'href="/ru/work/draft.birth-registration-r1/publish/"' in saved.text
    said = text_in(bare, DRAFT.branch).replace('"', "")
    assert "consultation:\n  opens: 2026-11-09\n  closes: 2026-11-23\n" in said
    assert "consultation" not in text_in(bare, "main")
    log = git(bare, "log", "-1", "--format=%an|%s", DRAFT.branch)
    assert log.endswith(held("талқылау 2026 жылғы 9 қараша – 2026 жылғы 23 қараша"))


def test_what_is_only_saved_is_told_as_that(tmp_path: Path) -> None:
    """The stage stays the published one, the event has a sign of its own, and a way to publish."""
    bare = a_text(tmp_path)
    with on(bare, "2026-11-09") as desk:
        before = desk.get(WAY)
        assert 'class="saved"' not in before
        desk.post(f"{R1}open/", OPENED)
        page = desk.get(WAY)
        saved = re.findall(r'<li class="saved">(.*?)</li>', page, re.DOTALL)
        assert len(saved) == 1
        assert held("сохранено, не опубликовано") in saved[0]
        assert "Обсуждение началось" in saved[0]
        assert "Обсуждение идет" not in page.partition('<ol class="way-line">')[0]
        publish = "/ru/work/draft.birth-registration-r1/publish/"
        assert f'href="{publish}"' in page
        told = words_of(desk.get(publish))
        assert held("первый день обсуждения – 9 ноября 2026 года, последний – 23 ноября") in told
        published(desk, DRAFT)
        page = desk.get(WAY)
        assert 'class="saved"' not in page
        assert "сохранено, не опубликовано" not in words_of(page)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"opens": "", "closes": ""}, "заполните это поле"),
        ({"opens": "скоро", "closes": ""}, "«скоро» – не дата; напишите ее так: 20.11.2026"),
        ({"opens": "9999-12-31", "closes": ""}, "«9999-12-31» – не дата"),
        ({"opens": "2026-11-09", "closes": "2026-11-10"}, "обсуждение завершается 10 ноября 2026"),
        ({"opens": "2026-11-01", "closes": ""}, "дата проекта позже дня начала обсуждения"),
        ({"opens": "1999-11-01", "closes": ""}, "верно ли указан год"),
    ],
)
def test_what_cannot_be_opened_is_said_and_kept(
    tmp_path: Path, typed: dict[str, str], says: str
) -> None:
    """Nothing is saved, what was typed stays in its fields, and the reason stands beside them."""
    bare = a_text(tmp_path)
    with on(bare, "2026-11-05") as desk:
        answer = desk.post(f"{R1}open/", {"act": "", **typed})
    assert answer.status_code == 422
    assert says in words_of(answer.text).replace("\u00a0", " ")
    assert f'value="{typed["opens"]}"' in answer.text
    assert git(bare, "branch", "--list", "draft/*") == ""


def test_the_script_is_told_the_days(tmp_path: Path) -> None:
    """Words and days as the page has them; nothing for what is no day, also a very long one."""
    with on(a_text(tmp_path), "2026-11-05") as desk:
        ask = f"{R1}days/?opens=2026-11-09&closes=2026-11-20&act="
        found = json.loads(desk.get(ask))
        assert found["last"] == "2026-11-23"
        assert found["short"]
        assert "14.11.2026" in found["skipped"]
        for nothing in ("", "x", "9" * 5_000, "9999-12-31", "0001-01-01"):
            assert json.loads(desk.get(f"{R1}days/?opens={nothing}&closes=&act=")) == {}


def test_a_whole_way(tmp_path: Path) -> None:
    """Opened, posted, extended, answered, reported on, adopted: each published, then corrected."""
    bare = a_text(tmp_path)
    with on(bare, "2026-11-05") as desk:
        desk.post(f"{R1}open/", OPENED)
        published(desk, DRAFT)
    with on(bare, "2026-11-09") as desk:
        for channel in ("internet", "egov", "print"):
            where = {"url": f"https://example.kz/{channel}"}
            if channel == "print":
                where = ISSUE
            said = {"channel": channel, "on": "2026-11-09", "url": "", **where}
            assert desk.post(f"{R1}post/", said).url.path == WAY
        published(desk, DRAFT)
        assert "Обсуждение идет" in words_of(desk.get(WAY))
    with on(bare, "2026-11-20") as desk:
        said = {"closes": "2026-11-30", "on": "2026-11-20", **BOTH}
        early = desk.post(f"{R1}extend/", {**said, "closes": "2026-11-23"})
        assert early.status_code == 422
        assert NOT_SAVED in words_of(early.text)
        assert desk.post(f"{R1}extend/", said).url.path == WAY
        published(desk, DRAFT)
    heard(bare)
    with on(bare, "2026-12-02") as desk:
        page = words_of(desk.get(f"{R1}report/"))
        assert held("1 комментарий еще без ответа") in page
        assert "Срок можно сократить до двух дней." in page
        said = {"on": "2026-12-02", "signed_by.kk": "Департамент", "signed_by.ru": "Департамент"}
        assert desk.post(f"{R1}report/", said).status_code == 422
    heard(bare, answered=True)
    with on(bare, "2026-12-02") as desk:
        assert "отчет можно опубликовать" in words_of(desk.get(f"{R1}report/"))
        done = desk.post(f"{R1}report/", said)
        assert done.url.path == WAY, words_of(done.text)
        published(desk, RECORD)
        assert "отчет опубликован" in words_of(desk.get(WAY)).lower()
    with on(bare, "2026-12-10") as desk:
        act = {"act.kk": "2026 жылғы 10 желтоқсандағы № 7 бұйрық", "act.ru": "приказ № 7"}
        adopted = {"on": "2026-12-10", "in_force": "2027-01-01", **act}
        assert desk.post(f"{R1}adopt/", adopted).url.path == WAY
        published(desk, RECORD)
        page = desk.get(f"{R1}correct/")
        assert 'value="2027-01-01"' in page
        fields = dict(re.findall(r'name="(now\.[^"]+)" value="([^"]*)"', page))
        fields["now.adopted.in_force"] = "2027-01-10"
        assert desk.post(f"{R1}correct/", fields).status_code == 422
        done = desk.post(f"{R1}correct/", {**fields, **BOTH})
        assert "10 января 2027" in words_of(done.text) or "было:" in words_of(done.text)
        published(desk, RECORD)
    assert "in_force: 2027-01-10" in text_in(bare, "main").replace('"', "")
    history = git(bare, "show", f"main:{paths.history_file(b.STANDARD)}")
    assert "adopted.in_force" in history


def test_the_report_on_the_page_is_that_of_its_files(tmp_path: Path) -> None:
    """Each line of the Word file, in each language; what guards the record is folded away."""
    talk = b.a_consultation("2026-11-09", "2026-11-23")
    bare = a_text(tmp_path, "2026-11-24", consultation=talk)
    heard(bare, language="kk", text="Мерзім тым ұзақ, екі күн жетеді.")
    heard(bare, answered=True, gist={"ru": "Просят сократить срок до двух дней."})
    with on(bare, "2026-12-02") as desk:
        page = desk.get(f"{R1}report/")
        shown = words_of(page)
        assert "Кратко, словами государственного органа: Просят сократить срок" in shown
        content = desk.client.get(f"{R1}files/report.docx").content
        for line in lines_of_word(content):
            assert " ".join(line.split()) in shown
        assert re.search(r"<details[^>]*>\s*<summary>Корень журнала[^<]*</summary>", page)


def lines_of_word(content: bytes) -> list[str]:
    """Return the paragraphs of a Word file; a line to sign on is nothing to read."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        xml = file.read("word/document.xml").decode()
    found = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", one)) for one in xml.split("</w:p>")]
    return [unescape(one).replace("_", "").strip() for one in found if one.strip("_ ")]


def heard(bare: Path, *, answered: bool = False, **more: Any) -> None:
    """Put a comment on the text, or its answer, onto the main branch."""
    with_one = bare.parent / f"clone-{answered}"
    git(bare.parent, "clone", "--quiet", str(bare), str(with_one))
    tree = b.a_response(decided={"by": b.MINISTRY, "on": "2026-12-01"}, **more)
    path = b.response_path() if answered else b.comment_path()
    committed(with_one, {path: tree if answered else b.a_comment(**more)})
    git(with_one, "push", "--quiet", "origin", "HEAD:main")


def test_who_has_posted_late_is_led_to_the_extension(tmp_path: Path) -> None:
    """To which day, before anything is typed and after; then the posting is taken."""
    talk = b.a_consultation("2026-11-09", "2026-11-23", posted=[])
    bare = a_text(tmp_path, "2026-11-09", consultation=talk)
    extension = f"{R1}extend/?closes=2026-11-27"
    said = {"channel": "internet", "on": "2026-11-13", "url": "https://example.kz/draft"}
    with on(bare, "2026-11-13") as desk:
        page = desk.get(f"{R1}post/")
        assert held("Сначала продлите обсуждение до 27 ноября 2026 года") in words_of(page)
        refused = desk.post(f"{R1}post/", said)
        assert refused.status_code == 422
        assert f'href="{extension}"' in refused.text
        print_only = {**said, "channel": "print", "url": "", **ISSUE}
        assert desk.post(f"{R1}post/", print_only).url.path == WAY
        assert 'name="closes" value="2026-11-27"' in desk.get(extension)
        assert 'name="closes" value=""' in desk.get(f"{R1}extend/?closes=soon")
        longer = {"closes": "2026-11-27", "on": "2026-11-13", **BOTH}
        assert desk.post(f"{R1}extend/", longer).url.path == WAY
        assert extension not in desk.get(f"{R1}post/")
        assert desk.post(f"{R1}post/", said).url.path == WAY


def test_a_draft_is_withdrawn_with_its_reason(tmp_path: Path) -> None:
    """In both languages, else not at all."""
    bare = a_text(tmp_path, consultation=b.a_consultation("2026-11-09", "2026-11-27"))
    with on(bare, "2026-11-20") as desk:
        one = desk.post(
            f"{R1}withdraw/", {"on": "2026-11-20", "reason.kk": "", "reason.ru": "Отозван."}
        )
        assert one.status_code == 422
        assert desk.post(f"{R1}withdraw/", {"on": "2026-11-20", **BOTH}).url.path == WAY
    assert "withdrawn:" in text_in(bare, RECORD.branch)


@pytest.mark.parametrize("recorded", ["", "2026-11-10"])
def test_a_draft_that_was_never_posted_is_withdrawn_after_its_first_day(
    tmp_path: Path, recorded: str
) -> None:
    """Nothing can mend that any more: it is told as it is, and comes on record."""
    talk = b.a_consultation("2026-11-09", "2026-11-23", posted=[])
    bare = a_text(tmp_path, recorded=recorded, consultation=talk)
    with on(bare, "2026-11-12") as desk:
        desk.post(f"{R1}withdraw/", {"on": "2026-11-12", **BOTH})
        published(desk, RECORD)
        told = [one for one in desk.works.main().state.problems if one.code == "S03"]
        assert {one.level.value for one in told} == {"warning"}
    assert "withdrawn:" in text_in(bare, "main")
    assert "withdrawn:" in git(bare, "show", f"main:{paths.history_file(b.STANDARD)}")


def test_an_announced_draft_is_withdrawn_unposted(tmp_path: Path) -> None:
    """Nobody has to post a draft that is given up, neither before its first day nor on it."""
    talk = b.a_consultation("2026-11-10", "2026-11-30", posted=[])
    bare = a_text(tmp_path, "2026-11-09", consultation=talk)
    with on(bare, "2026-11-09") as desk:
        done = desk.post(f"{R1}withdraw/", {"on": "2026-11-09", **BOTH})
        assert done.url.path == WAY
        # What was just saved has its way out in the green line itself, also where it is folded.
        told = done.text.partition("<h1>")[0]
        assert f'href="/ru/work/{RECORD.key}/publish/"' in told
        assert "не размещен по каналу" not in words_of(desk.get(f"/ru/work/{RECORD.key}/publish/"))
        published(desk, RECORD)
    assert "withdrawn:" in text_in(bare, "main")


def test_files_are_handed_out(tmp_path: Path) -> None:
    """Texts for signature and all in one package, with its digests; no other name leads there."""
    with on(a_text(tmp_path), "2026-11-20") as desk:
        answer = desk.client.get(f"{R1}files/package.zip")
        assert answer.headers["content-disposition"].startswith("attachment; ")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
            names = package.namelist()
            assert {f"text.{code}.docx" for code in ("kk", "ru")} < set(names)
            assert {"summary-form.kk.html", "explanatory-note.ru.docx", "SHA256SUMS"} < set(names)
            assert not [name for name in names if name.endswith(".pdf")]
        for name in ("text.en.docx", "..%2Fproject.yaml", "report.docx", "table.exe"):
            desk.get(f"{R1}files/{name}", 404)


def test_pdf_is_handed_out_where_the_project_does(tmp_path: Path) -> None:
    """Beside Word, and in the package."""
    settings = b.a_project(today=None, downloads=["pdf"])
    project = a_project_of(tmp_path, "", {}, settings)
    git(tmp_path, "clone", "--quiet", "--bare", str(project), "bare.git")
    with on(tmp_path / "bare.git", "2026-11-20") as desk:
        answer = desk.client.get(f"{R1}files/text.kk.pdf")
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")
        package = zipfile.ZipFile(io.BytesIO(desk.client.get(f"{R1}files/package.zip").content))
        assert {"text.ru.pdf", "explanatory-note.kk.pdf"} < set(package.namelist())


@pytest.mark.parametrize(
    "path",
    [
        "steps/no-such-standard/",
        "steps/..%2F..%2Fetc/",
        f"steps/{b.STANDARD}/r9/open/",
        f"steps/{b.STANDARD}/r{'9' * 5_000}/open/",
        f"steps/{b.STANDARD}/r1/burn/",
        f"steps/{b.STANDARD}/r1/correct/",
        "steps/a..b/r1/open/",
        "figures/2026-9.csv",
        "figures/２０２６-4.exe",
    ],
)
def test_an_address_that_is_none_leads_nowhere(tmp_path: Path, path: str) -> None:
    """No page, and no fault of ours."""
    with on(a_text(tmp_path), "2026-11-20") as desk:
        desk.get(f"/ru/{path}", 404)


def test_figures_of_a_quarter(desk: ADesk) -> None:
    """The discussions that closed in it, in words and as files."""
    page = desk.get("/ru/figures/?quarter=2026-4")
    assert '<option value="2026-4" selected>IV квартал 2026 года</option>' in page
    assert held("завершившиеся в IV квартале 2026 года") in words_of(page)
    assert "2026 жылғы IV тоқсанда аяқталған" in words_of(desk.get("/kk/figures/?quarter=2026-4"))
    for form in ("csv", "xlsx", "json"):
        assert desk.client.get(f"/ru/figures/2026-4.{form}").status_code == 200


def test_what_came_after_the_report_is_recorded_with_its_reason(tmp_path: Path) -> None:
    """The way leads there, and the record says why; without a reason nothing is saved."""
    talk = b.a_consultation("2026-11-09", "2026-11-23", report=b.a_report("2026-11-26"))
    bare = a_text(tmp_path, "2026-11-27", consultation=talk)
    late = f"{WAY}late/"
    with on(bare, "2026-11-27") as desk:
        assert late not in desk.get(WAY)
    heard(bare)
    heard(bare, answered=True)
    with on(bare, "2026-12-02") as desk:
        assert late in desk.get(WAY)
        assert "Срок можно сократить до двух дней." in words_of(desk.get(late))
        assert desk.post(late, {"reason.kk": "", "reason.ru": "Письмо нашлось."}).status_code == 422
        done = desk.post(late, BOTH)
        assert done.url.path == WAY
        assert late not in done.text
    history = git(bare, "show", f"{RECORD.branch}:{paths.history_file(b.STANDARD)}")
    assert "Просили граждане." in history


def test_of_many_answers_one_is_found_by_its_number(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = f"{R1}correct/"
    page = desk.get(at)
    assert f'href="{at}{b.COMMENT}/"' in page
    assert 'name="comment"' not in page
    monkeypatch.setattr("talqy.service.desk.steps.correct_page.MOST_LISTED", 0)
    page = desk.get(at)
    assert f'href="{at}{b.COMMENT}/"' not in page
    assert 'name="comment"' in page


def test_an_answer_on_record_is_corrected(desk: ADesk) -> None:
    """By the number of its comment; what is no number, and no answer on record, leads nowhere."""
    at = f"{R1}correct/"
    assert "не номер комментария" in words_of(desk.get(f"{at}?comment=x"))
    desk.get(f"{at}aaaaaaaaaa/", 404)
    page = desk.client.get(f"{at}?comment={b.COMMENT}")
    assert page.url.path == f"{at}{b.COMMENT}/"
    fields = dict(re.findall(r'name="(now\.[^"]+)" value="([^"]*)"', page.text))
    words = re.findall(r'(?s)<textarea[^>]* name="(now\.[^"]+)"[^>]*>\n(.*?)</textarea>', page.text)
    assert "now.reason.ru" in dict(words)
    outcome = re.search(r'name="now.outcome".*?value="([a-z-]+)" selected', page.text, re.DOTALL)
    assert outcome
    said = {**fields, **dict(words), "now.outcome": outcome[1]}
    same = desk.post(page.url.path, {**said, **BOTH})
    assert (same.status_code, "отличий от записанного нет" in words_of(same.text).lower()) == (
        422,
        True,
    )
    said["now.reason.ru"] = "Мнение рассмотрено еще раз и учтено: срок установлен законом о связи."
    done = desk.post(page.url.path, {**said, **BOTH})
    assert done.status_code == 200, words_of(done.text)
    was, now = dict(words)["now.reason.ru"], said["now.reason.ru"]
    told = f"Бұрын {{}} Енді {{}} Неліктен {BOTH['reason.kk']}"
    publish = desk.get(f"/ru/work/{RECORD.key}/publish/")
    in_ru = f"Было {was} Стало {now} Почему {BOTH['reason.ru']}"
    assert in_ru in words_of(publish)
    assert in_ru in words_of(desk.get(page.url.path))
    assert told.format(was, now) in words_of(desk.get(f"/kk/work/{RECORD.key}/publish/"))
    # A second one tells what the first one has left.
    desk.post(page.url.path, {**said, "now.reason.ru": f"{now} Спасибо.", **BOTH})
    both = words_of(desk.get(page.url.path))
    assert in_ru in both
    assert f"Было {now} Стало {now} Спасибо." in both


def test_a_correction_that_waits_fits_what_was_published_meanwhile(tmp_path: Path) -> None:
    """Each publishing writes the root of the record anew: that is no two versions of anything."""
    talk = b.a_consultation("2026-11-09", "2026-11-23")
    bare = a_text(tmp_path, "2026-11-24", consultation=talk)
    heard(bare)
    right = "https://example.kz/right"
    with on(bare, "2026-12-02") as desk:
        fields = dict(re.findall(r'name="(now\.[^"]+)" value="([^"]*)"', desk.get(f"{R1}correct/")))
        where = next(name for name in fields if name.endswith("posted.1.url"))
        done = desk.post(f"{R1}correct/", {**fields, where: right, **BOTH})
        assert "Сохранено" in words_of(done.text)
        heard(bare, answered=True)
        answers = WorkName(WorkKind.ANSWERS, b.STANDARD, 1)
        tree = paths.revision_file(b.STANDARD, 1)
        said = Replace(tree, f"{text_in(bare, 'main')}\n# x\n")
        desk.works.save(answers, desk.works.main().commit, [said], "Ответы", AIGERIM)
        published(desk, answers)
        published(desk, RECORD)
    history = git(bare, "show", f"main:{paths.history_file(b.STANDARD)}")
    assert "posted.1.url" in history
    assert b.COMMENT in history
    assert right in text_in(bare, "main")
