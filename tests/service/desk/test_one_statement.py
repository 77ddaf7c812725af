"""An answer is one statement: two officials never make one together that neither has given."""

from pathlib import Path
from typing import Any

import pytest

from desks import AIGERIM, ANSWERS, BERIK, ORIGIN, ADesk, some_works, words_of
from form_fields import fields_of
from held_words import held
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.keeps import Keeps
from talqy.project.write import Create, Replace
from talqy.project.yaml_read import parse
from talqy.service.desk.work.planned import Chosen
from talqy.service.desk.work.values import Conflict, Published, Saved
from talqy.service.desk.work.works import Works

FILE = "comments/birth-registration/r2/2026-11-10/c5d6e7f8g9.response.yaml"
LIST = "/ru/answers/birth-registration/r2/"
ANSWER = f"{LIST}answer/?c=c5d6e7f8g9"
WAS = """\
schema: 1
comment: c5d6e7f8g9
outcome: noted
gist:
  kk: Портал туралы.
  ru: О портале.
reason:
  kk: Портал арқылы өтініш беру 3-тармақта көзделген.
  ru: Подача заявления через портал предусмотрена пунктом 3.
decided: {by: ministry-justice, on: "2026-11-18"}
"""
REJECTED = ("outcome: noted", "outcome: rejected")
REASON = ("Подача заявления через портал предусмотрена", "Учтем при доработке портала")
REASON_KK = (
    "Портал арқылы өтініш беру 3-тармақта көзделген",
    "Порталды жетілдіру кезінде ескереміз",
)
DECIDED = ("2026-11-18", "2026-11-19")
GIST = ("О портале.", "О заявлении через портал.")
GIST_KK = ("Портал туралы.", "Портал арқылы өтініш туралы.")
LANDED = ('18"}\n', '18"}\nlanded: {revision: 2, clauses: [term]}\n')
TWO_STATEMENTS = [
    (REJECTED, REASON),
    (REASON, REASON_KK),
    (REASON_KK, DECIDED),
    (DECIDED, REJECTED),
    (LANDED, REASON),
]
BESIDE = CommitRole("m", "m@example.kz")


def said(*changes: tuple[str, str]) -> str:
    """Return the answer with some of its words changed."""
    text = WAS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def works(tmp_path: Path) -> Works:
    made = some_works(tmp_path)
    made.save(ANSWERS, made.of(ANSWERS).commit, [Create(FILE, WAS)], "S", AIGERIM)
    return made


def put(works: Works, text: str, seen: str, chosen: Chosen | None = None) -> Any:
    return works.save(ANSWERS, seen, [Replace(FILE, text)], "S", BERIK, chosen)


def now(works: Works, branch: str = "") -> str:
    return git(works.place.root, "show", f"{branch or ANSWERS.branch}:{FILE}") + "\n"


@pytest.mark.parametrize(("mine", "theirs"), TWO_STATEMENTS)
@pytest.mark.parametrize("keeps", list(Keeps))
def test_parts_of_two_answers_are_two_versions(
    works: Works, mine: tuple[str, str], theirs: tuple[str, str], keeps: Keeps
) -> None:
    seen = works.of(ANSWERS).commit
    assert isinstance(put(works, said(theirs), seen), Saved)
    asked = put(works, said(mine, GIST), seen)
    assert isinstance(asked, Conflict)
    assert [(one.path, one.is_whole) for one in asked.files] == [(FILE, False)]
    assert now(works) == said(theirs)
    assert isinstance(put(works, said(mine, GIST), seen, Chosen(keeps, asked.tip)), Saved)
    wanted = said(mine if keeps is Keeps.OWN else theirs, GIST)
    assert parse(now(works).encode(), "").tree == parse(wanted.encode(), "").tree


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(REJECTED, GIST), (REASON, GIST), (REASON_KK, GIST), (GIST, REASON), (GIST, GIST_KK)],
)
def test_a_line_in_short_goes_with_any_answer(
    works: Works, mine: tuple[str, str], theirs: tuple[str, str]
) -> None:
    seen = works.of(ANSWERS).commit
    assert isinstance(put(works, said(theirs), seen), Saved)
    assert isinstance(put(works, said(mine), seen), Saved)
    assert now(works) == said(mine, theirs)


def test_the_same_statement_of_both_is_one(works: Works) -> None:
    seen = works.of(ANSWERS).commit
    assert isinstance(put(works, said(REJECTED, REASON, GIST), seen), Saved)
    assert isinstance(put(works, said(REJECTED, REASON), seen), Saved)
    assert now(works) == said(REJECTED, REASON, GIST)


def test_so_it_is_at_publishing(works: Works) -> None:
    """What stands on the main branch by now, and what is saved here."""
    publish(works)
    put(works, said(REASON), works.of(ANSWERS).commit)
    root, old = works.place.root, works.place.main_tip()
    new = commit_on(root, old, {FILE: said(REJECTED).encode()}, "Beside", BESIDE)
    assert branch_moved(root, "main", new, old)
    asked = works.prepared(ANSWERS, AIGERIM)
    assert isinstance(asked, Conflict)
    done = works.take_in(ANSWERS, works.of(ANSWERS).commit, asked.tip, AIGERIM, Keeps.PUBLISHED)
    assert isinstance(done, Saved), done
    assert now(works) == said(REJECTED)


def publish(works: Works) -> None:
    prepared: Any = works.prepared(ANSWERS, AIGERIM)
    done = works.publish(ANSWERS, prepared.tip, AIGERIM, prepared.looked)
    assert isinstance(done, Published), done


def test_two_pages_of_one_answer(desk: ADesk) -> None:
    form = f"{LIST}answer/"
    first = {
        "c": "c5d6e7f8g9",
        "outcome": "noted",
        "reason.kk": "Портал арқылы өтініш беру 3-тармақта көзделген.",
        "reason.ru": "Подача заявления через портал предусмотрена пунктом 3.",
    }
    assert "Сохранено" in words_of(desk.post(form, first, of=ANSWER).text)
    a, other = (fields_of(desk.get(ANSWER).partition("<main")[2], "") for _ in range(2))
    headers = {"Origin": ORIGIN}
    saved = desk.client.post(form, data={**a, "outcome": "rejected"}, headers=headers)
    assert "Сохранено" in words_of(saved.text)
    reasons = {
        "reason.kk": "Ұсыныс назар аударуға тұрарлық, порталды жетілдіру кезінде ескереміз.",
        "reason.ru": "Предложение заслуживает внимания, учтем при доработке портала.",
    }
    asked = desk.client.post(form, data={**other, **reasons}, headers=headers)
    assert asked.status_code == 409
    assert held("Две версии") in words_of(asked.text)
    tree = parse(now(desk.works).encode(), "").tree
    assert isinstance(tree, dict)
    assert (tree["outcome"], tree["reason"]["ru"]) == ("rejected", first["reason.ru"])
