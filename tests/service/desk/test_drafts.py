"""Drafts at the desk: begun, seen, edited in fields, with reasons, moved, taken along."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import builders as b
from desk_steps import a_text, on, published
from desks import AIGERIM, ANSWERS, DRAFT, ADesk, a_desk, words_of
from form_fields import fields_of
from talqy.model.publishing import OfficialRole
from talqy.project.yaml_read import parse
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import WorkKind, WorkName

TEXT = "/ru/s/birth-registration/r3/"
TERM = f"{TEXT}edit/term/"
BEGIN = {"standard": "birth-registration", "base": "2", "kind": "amendment"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as opened:
        opened.sign_in()
        yield opened


@pytest.fixture
def begun(desk: ADesk) -> ADesk:
    answer = desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    assert answer.status_code == 200, answer.text[:3000]
    assert answer.url.path == TEXT
    return desk


def tree_of(desk: ADesk, name: WorkName = DRAFT) -> dict[str, Any]:
    """Return the text of a draft as it was saved last."""
    root = desk.works.of(name).root
    file = root / f"standards/{name.standard}/revisions/r{name.revision}.yaml"
    tree = parse(file.read_bytes(), "").tree
    assert isinstance(tree, dict)
    return tree


def clause(desk: ADesk, name: str) -> dict[str, Any]:
    """Return a clause of the draft."""
    found: dict[str, Any] = next(one for one in tree_of(desk)["clauses"] if one["id"] == name)
    return found


def typed(desk: ADesk, path: str, **changed: Any) -> dict[str, Any]:
    """Return what a browser sends of the form of a clause, with changes."""
    said = fields_of(desk.get(path))
    return {**said, **changed}


def test_a_draft_is_begun_from_a_text(begun: ADesk) -> None:
    tree = tree_of(begun)
    assert (tree["base"], tree["kind"]) == ("2", "amendment")
    assert "Проект, редакция 3" in words_of(begun.get("/ru/drafts/"))
    assert "3-редакция" in words_of(begun.get("/kk/drafts/")).replace("\u2011", "-")


def test_a_draft_that_was_begun_is_opened_and_not_begun_again(begun: ADesk) -> None:
    before = begun.works.of(DRAFT).commit
    page = begun.client.get("/ru/drafts/").text
    assert 'value="2"' not in page.partition("birth-registration")[2][:200]
    answer = begun.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    assert answer.url.path == TEXT
    assert begun.works.of(DRAFT).commit == before


def test_a_draft_starts_from_a_repealed_text_only_once_that_was_asked(tmp_path: Path) -> None:
    """The list says which text that is; a page says what it means, in both languages."""
    adopted = b.an_adoption("2026-03-02")
    repeal = b.a_revision(2, kind="repeal", dated="2026-09-01", consultation=None)
    repeal["adopted"] = b.an_adoption("2026-10-01")
    bare = a_text(tmp_path, dated="2026-03-01", more=[repeal], adopted=adopted)
    begin = {"standard": b.STANDARD, "base": "1", "kind": "amendment"}
    with on(bare, "2026-11-20") as desk:
        assert "(Утратил силу)" in desk.get("/ru/drafts/")
        asked = desk.post("/ru/drafts/begin/", begin, of="/ru/drafts/")
        assert asked.url.path == "/ru/drafts/begin/"
        assert "текст утратил силу и больше не действует" in words_of(asked.text)
        assert desk.works.begun() == []
        other = str(asked.url.copy_with(path="/kk/drafts/begin/"))
        assert "күші жойылған" in words_of(desk.get(other))
        yes = desk.post("/ru/drafts/begin/", fields_of(asked.text, "actions"), of=str(asked.url))
        assert yes.url.path == f"/ru/s/{b.STANDARD}/r3/"
        assert desk.client.get("/ru/drafts/begin/").url.path == "/ru/drafts/"


def test_the_text_is_shown_with_what_is_found_beside_it(begun: ADesk) -> None:
    page = words_of(begun.get(TEXT))
    assert "Услуга оказывается за 2 (два) рабочих дня." in page
    assert "Необходимые документы" in page
    assert "Сведения о проекте" in page
    assert "standards/birth-registration/revisions/r3.yaml" in page
    assert re.search(r'aria-current="page">Проекты<', begun.get(TEXT))


def test_a_form_that_is_sent_as_it_stands_changes_nothing(begun: ADesk) -> None:
    before = begun.works.of(DRAFT).commit
    for name in ("general", "term", "documents", "complaints", "disability"):
        path = f"{TEXT}edit/{name}/"
        answer = begun.post(path, typed(begun, path))
        assert answer.status_code == 200
        assert begun.works.of(DRAFT).commit == before, name


def test_a_fact_is_edited_and_the_redline_is_beside_it(begun: ADesk) -> None:
    said = {
        "text.kk": "Қызмет 1 (бір) жұмыс күні ішінде көрсетіледі.",
        "text.ru": "Услуга оказывается за 1 (один) рабочий день.",
        "facts.term.0.amount": "1",
        "reason.kk": "Жылдамырақ.",
        "reason.ru": "Быстрее.",
    }
    answer = begun.post(TERM, typed(begun, TERM, **said))
    assert answer.url.path == TERM
    assert clause(begun, "term")["facts"]["term"] == [{"amount": "1", "unit": "working-day"}]
    assert tree_of(begun)["amendments"] == [
        {"clauses": ["term"], "reason": {"kk": "Жылдамырақ.", "ru": "Быстрее."}}
    ]
    page = answer.text
    assert "<del>" in page
    assert "<ins>" in page
    assert "Сохранено." in words_of(page)
    assert "Быстрее." in words_of(begun.get(f"{TEXT}changes/"))


def test_what_is_typed_is_looked_at_before_it_is_saved(begun: ADesk) -> None:
    before = begun.works.of(DRAFT).commit
    said = typed(begun, TERM, **{"text.ru": "Услуга оказывается сразу.", "act": "look"})
    answer = begun.post(TERM, said)
    assert begun.works.of(DRAFT).commit == before
    assert "Это еще не сохранено." in words_of(answer.text)
    assert "Что найдено" not in words_of(answer.text)
    assert "Услуга оказывается сразу." in answer.text
    assert "<ins>" in answer.text


def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(begun: ADesk) -> None:
    before = begun.works.of(DRAFT).commit
    said = typed(begun, TERM, **{"facts.term.0.amount": "скоро", "text.ru": "Новые слова."})
    answer = begun.post(TERM, said)
    assert answer.status_code == 422
    assert 'value="скоро"' in answer.text
    assert "Новые слова." in answer.text
    assert 'aria-describedby="facts.term.0.amount-wrong"' in answer.text
    assert begun.works.of(DRAFT).commit == before


def test_what_is_wrong_in_a_long_form_leads_to_its_field(begun: ADesk) -> None:
    answer = begun.post(
        TERM, typed(begun, TERM, **{"facts.term.0.amount": "x", "facts.channels.0.code": "dove"})
    )
    assert answer.status_code == 422
    links = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>: ', answer.text)
    names = [name for name, _ in links]
    assert names == ["facts.channels.0.code-wrong", "facts.term.0.amount-wrong"]
    assert links[1][1] == "Срок: 1, Сколько"
    for name, _ in links:
        assert answer.text.count(f'id="{name}"') == 1


def test_a_long_heading_has_room_and_stays_one_line(begun: ADesk) -> None:
    long = "Способы предоставления государственной услуги и выдачи ее результата"
    begun.post(TERM, typed(begun, TERM, **{"heading.kk": "Тәсілдері", "heading.ru": long}))
    assert re.search(r'<textarea[^>]* name="heading\.ru"', begun.get(TERM))
    broken = long.replace(" и выдачи", "\r\n и выдачи")
    begun.post(TERM, typed(begun, TERM, **{"heading.ru": broken}))
    assert clause(begun, "term")["heading"]["ru"] == long


def test_a_text_emptied_in_one_language_is_saved_and_said_at_once(begun: ADesk) -> None:
    """Above, with the field and the language, and beside the field."""
    none = "На этом языке слов нет."
    before = begun.get(TERM).count(none)
    done = begun.post(TERM, typed(begun, TERM, **{"text.kk": ""}))
    assert done.url.path == TERM
    told = " ".join(done.text.partition("<h1>")[0].split())
    assert '<p class="notice" role="status">На' in told
    assert "На одном из языков нет слов: Текст (Қазақша)" in told
    assert done.text.count(none) == before + 1
    assert re.search(rf'name="text\.kk".*?{re.escape(none)}', done.text, re.DOTALL)
    assert "На одном из языков" not in begun.get(TERM)


def test_more_rows_are_given_and_a_new_value_is_saved(begun: ADesk) -> None:
    page = begun.post(TERM, typed(begun, TERM, more="fee")).text
    assert 'name="facts.fee.3.amount"' in page
    said = {
        "facts.fee.1.amount": "0,5",
        "facts.fee.1.case.ru": "взрослые",
        "facts.fee.1.case.kk": "ересектер",
        "facts.channels.3.code": "partner",
    }
    begun.post(TERM, typed(begun, TERM, **said))
    facts = clause(begun, "term")["facts"]
    assert facts["fee"][1] == {"amount": "0.5", "case": {"kk": "ересектер", "ru": "взрослые"}}
    assert facts["channels"][3] == "partner"


def test_a_value_is_taken_out_and_one_is_put_in(begun: ADesk) -> None:
    path = f"{TEXT}edit/documents/"
    said = {
        "facts.documents.0.out": "true",
        "facts.documents.2.name.ru": "паспорт",
        "facts.documents.2.name.kk": "паспорт",
        "facts.documents.2.source": "applicant",
    }
    begun.post(path, typed(begun, path, **said))
    found = clause(begun, "documents")["facts"]["documents"]
    assert [one["id"] for one in found] == ["medical-note", "pasport"]


def test_a_table_is_made_and_taken_away(begun: ADesk) -> None:
    path = f"{TEXT}edit/complaints/"
    cells = {"table.0.0.kk": "Баған", "table.0.0.ru": "Столбец", "table.1.0.kk": "7"}
    begun.post(path, typed(begun, path, **cells, **{"table.1.0.ru": "7"}))
    assert clause(begun, "complaints")["table"] == {
        "head": [{"kk": "Баған", "ru": "Столбец"}],
        "rows": [["7"]],
    }
    emptied = dict.fromkeys(("table.0.0.kk", "table.0.0.ru", "table.1.0.kk", "table.1.0.ru"), "")
    begun.post(path, typed(begun, path, **emptied))
    assert "table" not in clause(begun, "complaints")


def test_a_clause_is_added_moved_and_taken_out(begun: ADesk) -> None:
    new = {
        "text.kk": "Жаңа тармақ.",
        "text.ru": "Новый пункт.",
        "place": ":term",
        "reason.kk": "Керек.",
        "reason.ru": "Нужно.",
    }
    answer = begun.post(f"{TEXT}add/", new)
    name = answer.url.path.split("/")[-2]
    assert [one["id"] for one in tree_of(begun)["clauses"]][:3] == ["general", "term", name]
    path = f"{TEXT}edit/{name}/"
    begun.post(path, {"act": "move", "place": ":"})
    assert tree_of(begun)["clauses"][0]["id"] == name
    answer = begun.post(path, {"act": "out"})
    assert answer.url.path == TEXT
    assert "amendments" not in tree_of(begun)
    begun.post(f"{TEXT}edit/disability/", {"act": "out", "reason.ru": "Лишнее."})
    assert tree_of(begun)["amendments"][0]["clauses"] == ["disability"]
    assert "Пункты, которых нет" in words_of(begun.get(TEXT))


def test_what_the_draft_says_of_itself(begun: ADesk) -> None:
    said = {"explanation.kk": "Неге.", "explanation.ru": "Зачем.", "gist.kk": "А", "gist.ru": "Б"}
    begun.post(f"{TEXT}about/", {**fields_of(begun.get(f"{TEXT}about/")), **said})
    tree = tree_of(begun)
    assert tree["explanation"] == {"kk": "Неге.", "ru": "Зачем."}
    assert tree["gist"] == {"kk": "А", "ru": "Б"}


def test_a_reason_is_written_with_its_audience_and_taken_out(begun: ADesk) -> None:
    begun.post(TERM, typed(begun, TERM, **{"heading.kk": "Мерзім", "heading.ru": "Срок"}))
    path = f"{TEXT}reasons/"
    said = {"reasons.1.clauses": "term", "reasons.1.reason.kk": "С", "reasons.1.reason.ru": "П"}
    begun.post(path, typed(begun, path, **said, **{"reasons.1.audiences": "recipient"}))
    assert tree_of(begun)["amendments"] == [
        {"clauses": ["term"], "audiences": ["recipient"], "reason": {"kk": "С", "ru": "П"}}
    ]
    none = {**said, "reasons.1.clauses": [], "reasons.1.reason.ru": "Иначе"}
    answer = begun.post(path, typed(begun, path, **none))
    assert answer.status_code == 422
    assert "Иначе" in answer.text
    begun.post(path, typed(begun, path, **said, **{"reasons.1.out": "true"}))
    assert "amendments" not in tree_of(begun)


def test_a_comment_answered_after_the_draft_was_begun_can_be_named(begun: ADesk) -> None:
    """Saved beside the draft, and then published: it is the same comment, ticked once."""
    begun.post(TERM, typed(begun, TERM, **{"heading.kk": "Мерзім", "heading.ru": "Срок"}))
    path, form = f"{TEXT}reasons/", "/ru/answers/birth-registration/r2/answer/"
    name, reasons = "c5d6e7f8g9", {"reason.kk": "Орынды ұсыныс.", "reason.ru": "Дельно."}
    assert name not in begun.get(path)
    said = {"c": name, "outcome": "accepted", "landed": "r3:term", **reasons}
    assert begun.post(form, said, of=f"{form}?c={name}").status_code == 200
    assert "(Принято, сохранено, не опубликовано): " in words_of(begun.get(path))
    begun.post(path, typed(begun, path, **{"reasons.1.comments": name}))
    assert tree_of(begun)["amendments"][0]["comments"] == [name]
    published(begun, ANSWERS)
    page = begun.get(path)
    assert page.count(f'name="reasons.1.comments" value="{name}" checked') == 1
    assert "(Принято): " in words_of(page)
    begun.post(form, {**said, "landed": "r3:documents"}, of=f"{form}?c={name}")
    begun.post(form, {**said, "outcome": "noted", "landed": []}, of=f"{form}?c={name}")
    assert f'name="reasons.2.comments" value="{name}"' not in begun.get(path)


def test_a_cause_whose_answer_is_only_saved_is_asked_about(begun: ADesk) -> None:
    """It may be given up where it waits; then the text would name what nobody has answered."""
    begun.post(TERM, typed(begun, TERM, **{"heading.kk": "Мерзім", "heading.ru": "Срок"}))
    path, form = f"{TEXT}reasons/", "/ru/answers/birth-registration/r2/answer/"
    name, reasons = "c5d6e7f8g9", {"reason.kk": "Орынды ұсыныс.", "reason.ru": "Дельно."}
    said = {"c": name, "outcome": "accepted", "landed": "r3:term", **reasons}
    begun.post(form, said, of=f"{form}?c={name}")
    begun.post(path, typed(begun, path, **{"reasons.1.comments": name}))

    def asked() -> list[tuple[str, object]]:
        prepared = begun.context.works.prepared(DRAFT, AIGERIM)
        assert isinstance(prepared, Prepared)
        return [(one.code, one.values["comment"]) for one in prepared.questions]

    assert asked() == [("K56", name)]
    assert "ответ на него не опубликован" in words_of(begun.get(f"/ru/work/{DRAFT.key}/publish/"))
    published(begun, ANSWERS)
    assert asked() == []


def test_a_cause_that_no_comment_is_stays_unsaved(begun: ADesk) -> None:
    begun.post(TERM, typed(begun, TERM, **{"heading.kk": "Мерзім", "heading.ru": "Срок"}))
    path = f"{TEXT}reasons/"
    said = {"reasons.1.reason.kk": "С", "reasons.1.reason.ru": "П"}
    answer = begun.post(path, typed(begun, path, **said, **{"reasons.1.comments": "zzzzzzzzzz"}))
    assert answer.status_code == 422
    assert "По этому стандарту такого комментария нет" in words_of(answer.text)
    assert "comments" not in tree_of(begun).get("amendments", [{}])[0]


def test_all_reasons_of_the_page_are_saved_at_once(begun: ADesk) -> None:
    for name in ("term", "disability"):
        path = f"{TEXT}edit/{name}/"
        begun.post(path, typed(begun, path, **{"text.kk": "Басқа.", "text.ru": "Иное."}))
    path = f"{TEXT}reasons/"
    assert begun.get(path).count(">Сохранить<") == 1
    said = {"reasons.1.reason.kk": "А", "reasons.1.reason.ru": "Б", "reasons.2.reason.ru": "В"}
    begun.post(path, typed(begun, path, **said))
    reasons = [one["reason"] for one in tree_of(begun)["amendments"]]
    assert reasons == [{"kk": "А", "ru": "Б"}, {"kk": "…", "ru": "В"}]
    more = {"reasons.3.clauses": ["complaints"], "reasons.3.reason.ru": "Г"}
    begun.post(path, typed(begun, path, **more, **{"reasons.1.out": "true"}))
    found = [(one["clauses"], one["reason"]["ru"]) for one in tree_of(begun)["amendments"]]
    assert found == [(["disability"], "В"), (["complaints"], "Г")]


def test_reasons_that_others_have_written_meanwhile_stay(begun: ADesk) -> None:
    """“Save mine in its place” is about one's own reasons: an amendment is known by its clauses."""
    change = {"text.kk": "Басқа.", "text.ru": "Иное."}
    path, other = f"{TEXT}reasons/", f"{TEXT}edit/disability/"
    begun.post(TERM, typed(begun, TERM, **change))
    mine = typed(begun, path, **{"reasons.1.reason.ru": "Мое", "reasons.1.reason.kk": "Менікі"})
    begun.post(other, typed(begun, other, **change))
    theirs = {f"reasons.{n}.reason.{code}": f"{n} {code}" for n in (1, 2) for code in ("kk", "ru")}
    begun.post(path, typed(begun, path, **theirs))
    begun.post(path, {name: said for name, said in mine.items() if name not in {"csrf", "seen"}})
    found = {one["clauses"][0]: one["reason"]["ru"] for one in tree_of(begun)["amendments"]}
    assert found["term"] == "Мое"
    assert found["disability"] in theirs.values()
    assert len(found) == 2


def test_a_reason_to_be_written_is_told_once_of_its_clause_and_led_to(begun: ADesk) -> None:
    said = {"text.kk": "Басқа.", "text.ru": "Иное."}
    begun.post(TERM, typed(begun, TERM, **said))
    page = begun.get(TEXT)
    assert words_of(page).count("Обоснование изменения: ") == 1
    assert f'href="{TEXT}reasons/#reason-1"' in page
    assert "Обоснование изменения: " in words_of(begun.get(f"{TEXT}reasons/"))
    assert "Обоснование изменения: " not in words_of(begun.get(f"{TEXT}about/"))


def test_a_clause_that_was_taken_out_is_put_back(begun: ADesk) -> None:
    before = tree_of(begun)
    begun.post(f"{TEXT}edit/disability/", {"act": "out"})
    page = begun.get(TEXT)
    assert f'href="{TEXT}#removed"' in page
    assert "Вернуть в текст" in words_of(page)
    answer = begun.post(TEXT, {"clause": "disability"})
    assert answer.status_code == 200
    assert tree_of(begun)["clauses"] == before["clauses"]
    assert "amendments" not in tree_of(begun)
    assert "Вернуть в текст" not in words_of(answer.text)
    assert begun.post(TEXT, {"clause": "disability"}).status_code == 409


def test_files_are_taken_along(begun: ADesk) -> None:
    for below in ("word/", "table/"):
        answer = begun.client.get(f"{TEXT}{below}")
        if below == "table/":
            assert "attachment" in answer.headers["content-disposition"]
        with ZipFile(io.BytesIO(answer.content)) as archive:
            assert "word/document.xml" in archive.namelist()


def test_a_new_standard_is_begun(desk: ADesk) -> None:
    said = {
        "id": "lost-passport",
        "title.kk": "Паспорт",
        "title.ru": "Паспорт",
        "authority": "ministry-justice",
        "life_event": "documents",
    }
    path = "/ru/drafts/new/"
    wrong = desk.post(path, {**said, "id": "../x"}, of="/ru/drafts/")
    assert wrong.status_code == 422
    assert "Паспорт" in wrong.text
    answer = desk.post(path, said, of="/ru/drafts/")
    assert answer.url.path == "/ru/s/lost-passport/r1/"
    name = WorkName(WorkKind.DRAFT, "lost-passport", 1)
    assert tree_of(desk, name)["kind"] == "new"
    assert "lost-passport" in desk.get("/ru/drafts/")


def test_a_new_standard_is_named_after_its_title(desk: ADesk) -> None:
    said = {"title.kk": "Паспортты ауыстыру", "title.ru": "Замена паспорта", "id": ""}
    more = {"authority": "ministry-justice", "life_event": "documents"}
    answer = desk.post("/ru/drafts/new/", {**said, **more}, of="/ru/drafts/")
    assert answer.url.path == "/ru/s/zamena-pasporta/r1/"


def test_two_who_change_the_same_are_shown_both_versions(begun: ADesk) -> None:
    first = typed(begun, TERM, **{"text.ru": "Первый сказал."})
    second = typed(begun, TERM, **{"text.ru": "Второй сказал."})
    seen = begun.works.of(DRAFT).commit
    begun.post(TERM, {**first, "seen": seen})
    answer = begun.post(TERM, {**second, "seen": seen})
    assert answer.status_code == 409
    page = words_of(answer.text)
    assert re.search(r"Первый ?\].*Второй.* сказал\.", page), page
    assert clause(begun, "term")["text"]["ru"] == "Первый сказал."


def test_two_who_change_different_clauses_are_both_heard(begun: ADesk) -> None:
    seen = begun.works.of(DRAFT).commit
    path = f"{TEXT}edit/disability/"
    other = typed(begun, path, **{"text.ru": "Есть лифт."})
    begun.post(TERM, typed(begun, TERM, **{"text.ru": "Сразу."}))
    answer = begun.post(path, {**other, "seen": seen})
    assert answer.status_code in {200, 409}
    assert clause(begun, "term")["text"]["ru"] == "Сразу."


@pytest.mark.parametrize(
    "path",
    [
        "/ru/s/none/r1/",
        "/ru/s/birth-registration/rx/",
        "/ru/s/birth-registration/r99999/",
        "/ru/s/..%2f..%2fetc/r1/",
        "/ru/s/BIRTH/r1/",
        f"{TEXT}edit/..%2f/",
    ],
)
def test_no_address_leads_elsewhere(begun: ADesk, path: str) -> None:
    assert begun.client.get(path).status_code in {404, 500}


def test_texts_that_were_discussed_are_led_to(desk: ADesk) -> None:
    page = desk.get("/ru/drafts/")
    assert 'href="/ru/s/birth-registration/r2/"' in page
    assert 'href="/ru/steps/birth-registration/"' in desk.get("/ru/s/birth-registration/r2/")


def test_a_text_under_discussion_is_read_and_not_edited(desk: ADesk) -> None:
    path = "/ru/s/birth-registration/r2/"
    assert "Править" not in words_of(desk.get(path))
    answer = desk.client.get(f"{path}edit/term/")
    assert answer.url.path == path
    assert "больше не готовится" in words_of(answer.text)
    said = {"text.ru": "Новое."}
    before = desk.works.main().commit
    answer = desk.post(f"{path}edit/term/", {**said, "seen": before}, of="/ru/drafts/")
    assert answer.status_code == 409
    assert "Новое." in words_of(answer.text)


def test_who_only_reads_changes_nothing(desk: ADesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "talqy.service.desk.sign_in.doors.ALL_ROLES", frozenset({OfficialRole.READER})
    )
    assert "Начать следующий проект" not in desk.get("/ru/drafts/")
    answer = desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    assert answer.status_code == 403


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def test_a_picture_is_put_beside_a_clause(begun: ADesk) -> None:
    said = {"facts.files.0.words.kk": "Сурет", "facts.files.0.words.ru": "Рисунок"}
    sent = {"facts.files.0.file": ("../../Схема входа.png", PNG, "image/png")}
    begun.post(TERM, typed(begun, TERM, **said), files=sent)
    (file,) = clause(begun, "term")["facts"]["files"]
    assert file["file"] == "documents/skhema-vkhoda.png"
    root = begun.works.of(DRAFT).root
    assert (root / "standards/birth-registration/documents/skhema-vkhoda.png").read_bytes() == PNG
    begun.post(TERM, typed(begun, TERM, **{"facts.files.0.words.ru": "Схема"}))
    (again,) = clause(begun, "term")["facts"]["files"]
    assert again == {**file, "words": {"kk": "Сурет", "ru": "Схема"}}


@pytest.mark.parametrize("name", ["x.svg", "x.png", "x", "x.exe"])
def test_a_file_that_is_none_of_its_form_is_refused(begun: ADesk, name: str) -> None:
    before = begun.works.of(DRAFT).commit
    sent = {"facts.files.0.file": (name, b"<svg onload=x>", "image/png")}
    answer = begun.post(TERM, typed(begun, TERM), files=sent)
    assert answer.status_code == 422
    assert begun.works.of(DRAFT).commit == before
