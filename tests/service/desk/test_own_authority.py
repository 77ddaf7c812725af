"""An official whose settings name an authority works on texts of that one; others they read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desks import AIGERIM, ANSWERS, ORIGIN, ADesk, DeskClock, a_desk, csrf_of, some_works, words_of
from talqy.model.publishing import DeskFile
from talqy.project.write import Create
from talqy.service.desk.sign_in.doors import SignInByProxy
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.desk.work.values import Published, Saved
from talqy.service.officials import ALL_ROLES, MayNotError, Who

HEADER = "X-Remote-User"
OWN, OTHER, ALL = (
    Who(name, ALL_ROLES, authority=authority)
    for name, authority in (("own", "ministry-justice"), ("other", "ministry-finance"), ("all", ""))
)
FORM = "/ru/answers/birth-registration/r2/answer/"
OF = f"{FORM}?c=c5d6e7f8g9"
ANSWER = {
    "c": "c5d6e7f8g9",
    "outcome": "noted",
    "reason.kk": "Портал арқылы өтініш беру 3-тармақта көзделген.",
    "reason.ru": "Подача заявления через портал предусмотрена пунктом 3.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    """A desk behind a proxy, with officials of two authorities, and one of none."""
    officials = {one.signs_in_as: one for one in (OWN, OTHER, ALL)}
    said = DeskFile(address="https://desk.example.kz/", header=HEADER)
    sign_in = SignInByProxy(Sessions(b"k" * 32, DeskClock()), said, officials)
    with a_desk(tmp_path, some_works(tmp_path), sign_in=sign_in) as opened:
        yield opened


def posted(desk: ADesk, path: str, **said: str) -> tuple[int, str]:
    """Send a form that an official has opened who may; return the status, and what is said."""
    page = desk.get("/ru/")
    data = {"csrf": csrf_of(page), "seen": desk.works.of(ANSWERS).commit, **said}
    answer = desk.client.post(path, data=data, headers={"Origin": ORIGIN}, follow_redirects=False)
    return answer.status_code, words_of(answer.text) if answer.text else ""


def as_official(desk: ADesk, official: Who) -> None:
    desk.client.headers[HEADER] = official.signs_in_as


@pytest.mark.parametrize("official", [OWN, ALL], ids=lambda one: one.signs_in_as)
def test_texts_of_their_own_authority_are_answered(desk: ADesk, official: Who) -> None:
    as_official(desk, official)
    assert posted(desk, FORM, **ANSWER)[0] == 303
    work = f"/ru/work/{ANSWERS.key}/"
    assert posted(desk, f"{work}publish/")[0] == 303
    assert desk.works.begun() == []


def test_texts_of_another_authority_are_read(desk: ADesk) -> None:
    as_official(desk, OTHER)
    assert "Можно ли подать заявление" in words_of(desk.get("/ru/answers/birth-registration/r2/"))
    desk.get(OF, 403)
    status, said = posted(desk, FORM, **ANSWER)
    assert status == 403
    assert ANSWER["reason.ru"] in said
    assert desk.works.begun() == []


@pytest.mark.parametrize("step", ["publish", "undo", "drop"])
def test_works_of_another_authority_are_left_alone(desk: ADesk, step: str) -> None:
    as_official(desk, OWN)
    posted(desk, FORM, **ANSWER)
    tip = desk.works.of(ANSWERS).commit
    as_official(desk, OTHER)
    assert posted(desk, f"/ru/work/{ANSWERS.key}/{step}/")[0] == 403
    assert desk.works.of(ANSWERS).commit == tip


def test_nobody_answers_in_the_name_of_another_authority(desk: ADesk) -> None:
    as_official(desk, OWN)
    status, said = posted(desk, FORM, **ANSWER, by="ministry-finance")
    assert (status, ANSWER["reason.ru"] in said) == (403, True)
    assert posted(desk, FORM, **ANSWER, by="ministry-justice")[0] == 303


def test_no_way_leads_around_the_pages(tmp_path: Path) -> None:
    works, other = some_works(tmp_path), replace(AIGERIM, authority="ministry-finance")
    seen, plan = works.of(ANSWERS).commit, [Create("README.txt", "x")]
    with pytest.raises(MayNotError):
        works.save(ANSWERS, seen, plan, "S", other)
    assert isinstance(works.save(ANSWERS, seen, plan, "S", AIGERIM), Saved)
    now = works.of(ANSWERS).commit
    for act in (works.undo, works.drop, works.publish):
        with pytest.raises(MayNotError):
            act(ANSWERS, now, other)
    prepared = works.prepared(ANSWERS, AIGERIM)
    looked = getattr(prepared, "looked", "")
    assert isinstance(works.publish(ANSWERS, now, AIGERIM, looked), Published)
