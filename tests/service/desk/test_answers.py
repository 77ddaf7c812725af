"""Comments and answers at the desk: the lists, one answer for one and for many, what is missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from desks import ANSWERS, BERIK, DRAFT, ORIGIN, READER, ADesk, a_desk, some_works, words_of
from form_fields import fields_of
from one_official import OneOfficial
from repositories import git
from serving import sound_files
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.write import Create
from talqy.service.desk.work.values import Saved
from talqy.service.desk.work.works import Works

LIST = "/ru/answers/birth-registration/r2/"
FORM = f"{LIST}answer/"
FIRST = "c5d6e7f8g9"
ALIKE = ("a1a1a1a1a1", "a2a2a2a2a2")
REASONS = {
    "reason.kk": "Портал арқылы өтініш беру 3-тармақта көзделген.",
    "reason.ru": "Подача заявления через портал предусмотрена пунктом 3.",
}
NOTED = {"outcome": "noted", **REASONS}
AT_R2 = "comments/birth-registration/r2/2026-11-10/"


def a_comment_file(name: str, text: str, **changed: str) -> dict[str, str]:
    """Return the file of a comment on the open text."""
    said = sound_files()[f"{AT_R2}{FIRST}.yaml"].replace(FIRST, name)
    said = said.replace("Можно ли подать заявление через портал?", text)
    for key, value in changed.items():
        said = re.sub(rf"^{key}: .*$", f"{key}: {value}", said, flags=re.MULTILINE)
    return {f"{AT_R2}{name}.yaml": said}


def works_with(folder: Path, files: Mapping[str, str]) -> Works:
    """Return the works of a project with some files more on its main branch."""
    works = some_works(folder)
    more_on_main(works, files)
    return works


def more_on_main(works: Works, files: Mapping[str, str]) -> None:
    """Put some files more on the main branch."""
    root, main = works.place.root, works.place.main_tip()
    contents = {path: text.encode() for path, text in files.items()}
    role = CommitRole("Tests", "tests@example.kz")
    assert branch_moved(root, "main", commit_on(root, main, contents, "more\n", role), main)


SAME = "Срок оказания услуги слишком велик, его надо сократить до одного рабочего дня."
TWO_ALIKE = {
    **a_comment_file(ALIKE[0], SAME, clause="term", kind="change"),
    **a_comment_file(ALIKE[1], SAME.upper(), clause="term", kind="change", language="kk"),
}


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[ADesk]:
    """A desk of a project in which two say the same of the open text."""
    with a_desk(tmp_path, works_with(tmp_path, TWO_ALIKE)) as opened:
        opened.sign_in()
        yield opened


def answer(desk: ADesk, names: tuple[str, ...], said: dict[str, Any], *, status: int = 303) -> str:
    """Send an answer to comments, as from their form; return what is shown then."""
    query = "&".join(f"c={name}" for name in names)
    sent = desk.post(FORM, {"c": names, **said}, of=f"{FORM}?{query}", follow_redirects=False)
    assert sent.status_code == status, words_of(sent.text)
    return desk.get(LIST) if status == 303 else sent.text


def hidden_of(page: str) -> list[tuple[str, str]]:
    """Return the hidden fields of the last form of a page: what can be sent once more."""
    form = page.rpartition("<form")[2]
    return [
        (name, unescape(text))
        for name, text in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    ]


def files_of(desk: ADesk) -> str:
    """Return the names of the files that are saved, and not on the main branch."""
    return git(desk.works.place.repository, "diff", "--name-only", "main", ANSWERS.branch)


def test_signs_that_nobody_sees_are_not_saved(desk: ADesk) -> None:
    kk, ru = REASONS["reason.kk"], REASONS["reason.ru"]
    typed = {
        "reason.kk": f"\ufeff{kk}",
        "reason.ru": ru.replace("через", "\u202eче\u200bрез\u202c"),
    }
    answer(desk, (FIRST,), {**NOTED, **typed})
    saved = git(
        desk.works.place.repository, "show", f"{ANSWERS.branch}:{AT_R2}{FIRST}.response.yaml"
    )
    assert (kk in saved, ru in saved) == (True, True)


# --- lists ---------------------------------------------------------------------------------------


def test_texts_on_which_answers_are_owed_come_first(desk: ADesk) -> None:
    said = words_of(desk.get("/ru/answers/"))
    owed, answered = said.split("На все есть ответы")
    assert owed.index("жилищной помощи") < owed.index("Регистрация рождения ребенка")
    assert "редакция 2" in owed
    assert "редакция 1 · Утвержден" in answered


def test_what_is_missing_before_the_report_is_counted_as_the_report_counts(heard: ADesk) -> None:
    said = words_of(heard.get(LIST))
    assert "Без ответа : 3" in said
    assert "Есть решение 0 Без ответа 3" in said
    answer(heard, (FIRST,), NOTED)
    said = words_of(heard.get(LIST))
    assert "Без ответа : 2" in said
    assert "Есть решение 1 Без ответа 2" in said


def test_comments_stand_by_clause_and_can_be_chosen_by_links(heard: ADesk) -> None:
    page = heard.get(LIST)
    assert page.index("Пункт 2</h3>") < page.index("Пункт 3</h3>")
    kazakh = words_of(heard.get(f"{LIST}?show=all&language=kk"))
    assert ALIKE[1] in kazakh
    assert ALIKE[0] not in kazakh
    at_clause = words_of(heard.get(f"{LIST}?clause=documents"))
    assert FIRST in at_clause
    assert ALIKE[0] not in at_clause
    assert "Таких комментариев нет" in words_of(heard.get(f"{LIST}?show=answered"))


def test_alike_ones_are_listed_together_and_answered_from_there(heard: ADesk) -> None:
    page = heard.get(LIST)
    assert page.count("Похожих: 1") == 2
    together = heard.get(f"{LIST}?show=all&group={ALIKE[0]}")
    assert FIRST not in together
    assert f"{FORM}?group={ALIKE[0]}" in together
    form = words_of(heard.get(f"{FORM}?group={ALIKE[0]}"))
    assert f"Комментарий {ALIKE[0]}" in form
    assert f"Комментарий {ALIKE[1]}" in form


def test_the_other_language_shows_the_same_comments(heard: ADesk) -> None:
    page = heard.get(f"{FORM}?c={FIRST}&c={ALIKE[0]}")
    other = re.search(r'href="(/kk/[^"]+)" lang="kk"', page)
    assert other
    said = heard.get(unescape(other[1]))
    assert FIRST in said
    assert ALIKE[0] in said


@pytest.mark.parametrize(
    "query",
    [
        "show=nothing",
        "clause=../../etc",
        "language=zz",
        "group=%00",
        "page=-1",
        "page=9" * 50,
        "c=x",
    ],
)
def test_an_address_that_asks_for_what_is_not_there_shows_a_list(heard: ADesk, query: str) -> None:
    assert heard.get(f"{LIST}?{query}")


@pytest.mark.parametrize(
    "path",
    [
        "birth-registration/r9/",
        "birth-registration/r02/",
        f"birth-registration/r{'9' * 5000}/",
        "nothing/r1/",
        "..%2f..%2fetc/r1/",
        "birth-registration/r2/answer/",
        "birth-registration/r2/answer/?c=k7m2p9qx4a",
        "birth-registration/r2/answer/?c=../x",
        "birth-registration/r2/redact/k7m2p9qx4a/",
    ],
)
def test_what_is_not_there_is_not_found(desk: ADesk, path: str) -> None:
    assert desk.client.get(f"/ru/answers/{path}").status_code == 404


def test_a_strangers_words_are_words(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>{{ 7 * 7 }}"
    files = a_comment_file(ALIKE[0], evil)
    with a_desk(tmp_path, works_with(tmp_path, files)) as desk:
        desk.sign_in()
        for page in (LIST, f"{FORM}?c={ALIKE[0]}", f"{LIST}redact/{ALIKE[0]}/"):
            said = desk.get(page)
            assert "<script>alert" not in said
            assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in said


# --- one answer ----------------------------------------------------------------------------------


def test_an_answer_is_saved_in_the_name_of_the_role_and_changes_nothing_public(
    heard: ADesk,
) -> None:
    main = heard.works.place.main_tip()
    page = answer(heard, (FIRST,), NOTED)
    assert "Сохранено. Ответов: 1" in page
    assert files_of(heard).split() == [f"{AT_R2}{FIRST}.response.yaml"]
    said = git(heard.works.place.repository, "log", "-1", "--format=%an|%s", ANSWERS.branch)
    assert said.strip().endswith(f"|Жауап берілді: {FIRST}")
    assert heard.works.place.main_tip() == main
    told = words_of(heard.get(f"/ru/work/{ANSWERS.key}/publish/"))
    assert told.count("Ответ на комментарий") == 1, "with its decision, and once"
    assert "Что сохранено и еще не опубликовано" in page
    listed = words_of(heard.get(f"{LIST}?show=answered"))
    assert "Принято к сведению Министерство юстиции, 20 ноября 2026 года" in listed.replace(
        "\xa0", " "
    )


def test_the_form_shows_the_answer_that_is_there_and_puts_another_in_its_place(
    heard: ADesk,
) -> None:
    answer(heard, (FIRST,), NOTED)
    form = heard.get(f"{FORM}?c={FIRST}")
    assert REASONS["reason.kk"] in form
    assert '<option value="noted" selected>' in form
    answer(heard, (FIRST,), {"outcome": "out-of-scope", **REASONS})
    assert '<option value="out-of-scope" selected>' in heard.get(f"{FORM}?c={FIRST}")
    again = answer(heard, (FIRST,), {"outcome": "out-of-scope", **REASONS})
    assert "Сохранять нечего" in again


def test_what_is_lacking_is_said_beside_its_field_and_what_was_typed_stays(heard: ADesk) -> None:
    said = {"outcome": "accepted", "reason.kk": "", "reason.ru": "Принято полностью, учтено."}
    page = answer(heard, (FIRST,), said, status=422)
    assert "Принято полностью, учтено." in page
    assert 'id="reason.kk-note-1"' in page
    assert 'aria-describedby="reason.kk-note-1 " aria-invalid="true"' in page
    assert "отметьте пункты" in page
    assert heard.works.place.tip(ANSWERS) is None
    nothing = words_of(answer(heard, (FIRST,), {}, status=422))
    assert "Выберите, что решено" in nothing


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        ({**NOTED, "on": "2026-11-01"}, "on", "A04"),
        ({**NOTED, "outcome": "late"}, "outcome", "A02"),
        (
            {**NOTED, "reason.ru": "Звоните: +7 701 123 45 67, объясним все подробно."},
            "reason.ru",
            "G",
        ),
        ({**NOTED, "reason.ru": "Срок 5 (пять) дней, см. пункт 3."}, "reason.ru", "P02"),
        ({**NOTED, "outcome": "accepted", "landed": ["r1:term"]}, "landed", "L03"),
    ],
)
def test_what_the_rules_say_stands_beside_the_field(
    heard: ADesk, said: dict[str, Any], field: str, code: str
) -> None:
    page = answer(heard, (FIRST,), said, status=422)
    noted = re.findall(
        r'id="([^"]+)-note-\d+">(?:(?!</details>).)*?rule-code">([A-Z]+\d+)', page, re.DOTALL
    )
    assert any(name == field and found.startswith(code) for name, found in noted), noted


def test_a_day_that_is_none_and_clauses_of_two_texts_are_refused(heard: ADesk) -> None:
    page = answer(heard, (FIRST,), {**NOTED, "on": "вчера"}, status=422)
    assert "год, месяц и число" in page
    two = {**NOTED, "outcome": "accepted", "landed": ["r3:term", "r4:term"]}
    assert "только одной редакции" in answer(heard, (FIRST,), two, status=422)
    asked = {**NOTED, "landed": ["r3:term"]}
    assert "комментарий не принят" in answer(heard, (FIRST,), asked, status=422)


THIRD = "standards/birth-registration/revisions/r3.yaml"


def a_third_text() -> str:
    """Return the text that comes after the open one, and says the same."""
    text = sound_files()["standards/birth-registration/revisions/r2.yaml"]
    text = text.replace("revision: 2", "revision: 3").replace("base: 1", "base: 2")
    return re.sub(r"^consultation:.*?(?=^clauses:)", "", text, flags=re.MULTILINE | re.DOTALL)


def test_a_change_that_the_text_does_not_show_is_counted_before_the_report(tmp_path: Path) -> None:
    with a_desk(tmp_path, works_with(tmp_path, {THIRD: a_third_text()})) as desk:
        desk.sign_in()
        said = {**NOTED, "outcome": "accepted", "landed": ["r3:term"]}
        page = answer(desk, (FIRST,), said)
        assert "изменения в проекте еще нет : 1" in words_of(page)
        listed = words_of(desk.get(f"{LIST}?show=promised"))
        assert REASONS["reason.ru"] in listed


def test_a_change_lands_on_a_clause_of_the_draft_that_is_being_written(heard: ADesk) -> None:
    text = a_third_text().replace("  - id: disability", "  - id: portal", 1)
    path = THIRD
    done = heard.works.save(DRAFT, heard.works.main().commit, [Create(path, text)], "r3", BERIK)
    assert isinstance(done, Saved)
    form = heard.get(f"{FORM}?c={FIRST}")
    assert 'value="r3:portal"' in form
    assert "еще не начата" not in form
    said = {**NOTED, "outcome": "accepted", "landed": ["r3:portal", "r3:term"]}
    answer(heard, (FIRST,), said)
    listed = words_of(heard.get(f"{LIST}?show=answered")).replace("\u00a0", " ")
    assert "Изменение будет в редакции 3:" in listed
    assert "Изменение внесено" not in listed
    kept = git(
        heard.works.place.repository, "show", f"{ANSWERS.branch}:{AT_R2}{FIRST}.response.yaml"
    )
    assert "landed: {revision: 3, clauses: [portal, term]}" in kept
    assert "изменения в проекте еще нет" in words_of(heard.get(LIST))


def test_a_comment_repeats_another_that_is_named_by_its_id(heard: ADesk) -> None:
    wrong = {**NOTED, "outcome": "duplicate", "duplicate_of": "nobody"}
    assert "Такого комментария" in answer(heard, (ALIKE[1],), wrong, status=422)
    answer(heard, (ALIKE[1],), {**NOTED, "outcome": "duplicate", "duplicate_of": ALIKE[0].upper()})
    kept = git(
        heard.works.place.repository, "show", f"{ANSWERS.branch}:{AT_R2}{ALIKE[1]}.response.yaml"
    )
    assert f"duplicate_of: {ALIKE[0]}" in kept


# --- one answer for many -------------------------------------------------------------------------


@pytest.mark.parametrize(("together", "second"), [("same", "rejected"), ("repeated", "duplicate")])
def test_two_are_answered_at_once(heard: ADesk, together: str, second: str) -> None:
    said = {
        "outcome": "rejected",
        "reason.kk": "Талдау көрсеткендей, мерзім жеткілікті және қысқартылмайды.",
        "reason.ru": "Анализ показал, что срок достаточен и сокращен не будет.",
        "together": together,
    }
    assert "Сохранено. Ответов: 2" in answer(heard, ALIKE, said)
    work = heard.works.of(ANSWERS)
    record = work.state.known[0].record("birth-registration")
    assert record
    outcomes = [record.response_to(name) for name in ALIKE]
    assert [one.outcome if one else None for one in outcomes] == ["rejected", second]
    assert record.response_to(FIRST) is None


@pytest.mark.parametrize("together", ["same", "repeated"])
def test_a_line_typed_for_many_is_kept_for_all_of_other_languages(
    heard: ADesk, together: str
) -> None:
    """The page says so; a comment that has such a line already keeps its own."""
    names = (ALIKE[0], ALIKE[1], FIRST)
    own = "Порталда өтініш беруге бола ма?"
    answer(heard, (FIRST,), {**NOTED, "gist.kk": own})
    page = heard.get(f"{FORM}?" + "&".join(f"c={name}" for name in names))
    assert 'name="gist.kk"' in page
    assert 'name="gist.ru"' in page
    assert "Сохранится у каждого из этих комментариев" in words_of(page)
    kk, ru = "Мерзімді қысқартуды сұрайды.", "Просит сократить срок."
    answer(heard, names, {**NOTED, "gist.kk": kk, "gist.ru": ru, "together": together})
    record = heard.works.of(ANSWERS).state.known[0].record("birth-registration")
    assert record
    found = [record.response_to(name) for name in names]
    assert [one.gist if one else None for one in found] == [{"kk": kk}, {"ru": ru}, {"kk": own}]
    assert "Сохранится у каждого" not in words_of(heard.get(f"{FORM}?c={FIRST}"))


def gists(desk: ADesk, names: Sequence[str]) -> list[Mapping[str, str] | None]:
    record = desk.works.of(ANSWERS).state.known[0].record("birth-registration")
    assert record
    return [one.gist if one else None for one in map(record.response_to, names)]


def test_no_comment_comes_to_say_in_short_what_another_says(heard: ADesk) -> None:
    """The field comes filled with a line that all have; else it is empty, and each stays."""
    names, kk = (ALIKE[0], FIRST), "Мерзімді қысқартуды сұрайды."
    form = f"{FORM}?" + "&".join(f"c={name}" for name in names)
    answer(heard, names[:1], {**NOTED, "gist.kk": kk})
    page = heard.get(form)
    assert fields_of(page, "answer-form")["gist.kk"] == [""]
    assert "поле остается пустым" in words_of(page)
    answer(heard, names, {**NOTED, "outcome": "out-of-scope", "gist.kk": ""})
    assert gists(heard, names) == [{"kk": kk}, None]
    own = "Порталда өтініш беруге бола ма?"
    answer(heard, names[1:], {**NOTED, "gist.kk": own})
    assert fields_of(heard.get(form), "answer-form")["gist.kk"] == [""]
    answer(heard, names, {**NOTED, "gist.kk": "Екеуіне бір жол."})
    assert gists(heard, names) == [{"kk": kk}, {"kk": own}]


def test_a_line_that_all_have_is_changed_for_all(heard: ADesk) -> None:
    names, form = (*ALIKE, FIRST), f"{FORM}?" + "&".join(f"c={one}" for one in (*ALIKE, FIRST))
    lines = {"gist.kk": "Мерзім туралы.", "gist.ru": "О сроке."}
    answer(heard, names, {**NOTED, **lines})
    assert {name: fields_of(heard.get(form), "answer-form")[name] for name in lines} == {
        name: [line] for name, line in lines.items()
    }
    answer(heard, names, {**NOTED, **lines, "gist.kk": "Мерзім ұзақ.", "gist.ru": ""})
    assert gists(heard, names) == [{"kk": "Мерзім ұзақ."}, None, {"kk": "Мерзім ұзақ."}]


def test_too_many_and_unknown_ones_are_refused_whole(heard: ADesk) -> None:
    page = heard.get(f"{FORM}?c={FIRST}")
    for names in ((FIRST, "k7m2p9qx4a"), (), tuple(f"a{n:09}" for n in range(5001))):
        sent = heard.post(FORM, {"c": names, **NOTED}, of=f"{FORM}?c={FIRST}")
        assert sent.status_code == 404
    assert page
    assert heard.works.place.tip(ANSWERS) is None


# --- two officials -------------------------------------------------------------------------------


def test_two_who_answer_the_same_see_both_versions_and_lose_nothing(heard: ADesk) -> None:
    page = heard.get(f"{FORM}?c={FIRST}")
    answer(heard, (FIRST,), {"outcome": "out-of-scope", **REASONS})
    csrf, seen = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("csrf", "seen"))
    assert csrf
    assert seen
    late = {"csrf": csrf[1], "seen": seen[1], "c": FIRST, **NOTED}
    sent = heard.client.post(FORM, data=late, headers={"Origin": ORIGIN})
    assert sent.status_code == 409
    told = words_of(sent.text)
    assert "Что решено Не относится к предмету проекта Принято к сведению" in told, told
    again = hidden_of(sent.text)
    assert ("c", FIRST) in again
    assert heard.client.post(FORM, data=dict(again), headers={"Origin": ORIGIN}).status_code == 200
    assert '<option value="noted" selected>' in heard.get(f"{FORM}?c={FIRST}")
    other = {**late, "c": ALIKE[0]}
    both = heard.client.post(FORM, data=other, headers={"Origin": ORIGIN})
    assert "сохранил и другой сотрудник: сохранены оба изменения" in words_of(both.text)
    assert len(files_of(heard).split()) == 2


def test_who_only_reads_sees_the_comments_and_answers_none(heard: ADesk) -> None:
    heard.context.sign_in = OneOfficial(heard, READER)
    page = heard.get(LIST)
    assert ALIKE[0] in page
    assert 'type="checkbox"' not in page
    heard.get(f"{FORM}?c={FIRST}", 403)
    assert heard.post(FORM, {"c": FIRST, **NOTED}, of=LIST).status_code == 403
    assert heard.post(f"{LIST}workbook/", {}, of=LIST).status_code == 403
    heard.get(f"{LIST}redact/{FIRST}/", 403)
    assert heard.works.place.tip(ANSWERS) is None


def test_comments_that_are_public_since_are_counted(heard: ADesk) -> None:
    answer(heard, (FIRST,), NOTED)
    assert "Опубликовано с тех пор" not in heard.get(LIST)
    more_on_main(heard.works, a_comment_file("a3a3a3a3a3", "Нужен прием в субботу, пожалуйста."))
    said = words_of(heard.get(LIST)).replace("\xa0", " ")
    assert "не в этом списке: 1 комментарий" in said


# --- words taken out -----------------------------------------------------------------------------


def test_words_are_taken_out_of_a_comment_that_is_public(heard: ADesk) -> None:
    at = f"{LIST}redact/{FIRST}/"
    nothing = heard.post(at, {})
    assert nothing.status_code == 422
    assert "Укажите, что убрать" in nothing.text
    assert "на каждом языке" in nothing.text
    why = {"reason.kk": "Автордың өтініші бойынша.", "reason.ru": "По просьбе автора."}
    other = heard.post(at, {"words": "чего нет", **why})
    assert other.status_code == 409
    assert "чего нет" in other.text
    done = heard.post(at, {"words": "через портал", "name": "yes", **why})
    assert "Сохранено" in done.text
    kept = git(heard.works.place.repository, "show", f"{ANSWERS.branch}:{AT_R2}{FIRST}.yaml")
    assert "Можно ли подать заявление […]?" in kept
    assert "Айгүл" not in kept
    assert 'original: "sha256:' in kept


def test_a_change_that_no_text_has_is_told_before_it_is_published(heard: ADesk) -> None:
    """Beside the field, in what is missing before the report, and on publishing, which asks."""
    text = sound_files()["standards/birth-registration/revisions/r2.yaml"]
    text = text.replace("revision: 2", "revision: 3").replace("base: 1", "base: 2")
    text = re.sub(r"^consultation:.*?(?=^clauses:)", "", text, flags=re.MULTILINE | re.DOTALL)
    step = Create("standards/birth-registration/revisions/r3.yaml", text)
    assert isinstance(
        heard.works.save(DRAFT, heard.works.main().commit, [step], "r3", BERIK), Saved
    )
    said = {**NOTED, "outcome": "accepted", "landed": ["r3:term"]}
    same = "но там эти пункты остались такими же, как в редакции 2: "
    page = words_of(answer(heard, (ALIKE[0],), said))
    assert same in page  # said at saving
    assert "изменения в проекте еще нет : 1" in page
    assert same in words_of(heard.get(f"{FORM}?c={ALIKE[0]}"))
    publish = "/ru/work/answers.birth-registration-r2/publish/"
    shown = heard.get(publish)
    assert same in words_of(shown)
    looked = re.findall(r'name="(looked|unkept)" value="([^"]+)"', shown)
    main = heard.works.main().commit
    without = {name: value for name, value in looked if name != "unkept"}
    heard.post(publish, without)
    assert heard.works.main().commit == main
    done = heard.post(publish, dict(looked))
    assert heard.works.main().commit != main
    assert done.url.path == LIST  # where one was, not at the steps
