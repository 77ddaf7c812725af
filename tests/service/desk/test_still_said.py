"""Words taken out of a comment that stand elsewhere in what is public: told, and asked about."""

from typing import Any

import pytest

from builders import STANDARD
from desks import AIGERIM, ANSWERS, ADesk, words_of
from form_fields import fields_of
from held_words import held
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.yaml_edit import edited
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Published

NAME = "Марат Сериков"
IDS = ("c5d6e7f8g9", "d6e7f8g9h0")
LIST = f"/ru/answers/{STANDARD}/r2/"
REDACT = f"{LIST}redact/{IDS[0]}/"
WHY = {"reason.kk": "Адамның өтініші бойынша.", "reason.ru": "По просьбе человека."}
ANSWER = f"{LIST}answer/?c={IDS[0]}"
FILE = f"comments/{STANDARD}/r2/2026-11-10/{IDS[0]}.yaml"
PUBLISH = f"/ru/work/{ANSWERS.key}/publish/"
BESIDE = CommitRole("m", "m@example.kz")


@pytest.fixture
def named(desk: ADesk) -> ADesk:
    """A comment that names somebody, is public, and is retold in its answer, which waits."""
    root, old = desk.works.place.root, desk.works.place.main_tip()
    text = git(root, "show", f"main:{FILE}") + "\n"
    text = edited(text, ("text",), f"Начальник отдела {NAME} принимает только по утрам.")
    new = commit_on(root, old, {FILE: text.encode()}, "Beside", BESIDE)
    assert branch_moved(root, "main", new, old)
    said = {
        "c": IDS[0],
        "outcome": "noted",
        "reason.kk": "Маратов емес, Сериковтің қабылдау уақыты басқаша белгіленген.",
        "reason.ru": "График приема, на который сетует заявитель, изменен.",
        "gist.kk": "Марат Сериковке шағым.",
    }
    assert "Сохранено" in words_of(desk.post(f"{LIST}answer/", said, of=ANSWER).text)
    return desk


def places(desk: ADesk, *, alone: bool = False) -> set[tuple[str, str]]:
    prepared: Any = desk.works.prepared(ANSWERS, AIGERIM, alone=alone)
    assert isinstance(prepared, Prepared), prepared
    asked = [one for one in prepared.questions if one.code == "K57"]
    return {(one.file.rpartition("/")[2], ".".join(map(str, one.path))) for one in asked}


EVERYWHERE = {(f"{IDS[0]}.response.yaml", "gist.kk"), (f"{IDS[0]}.response.yaml", "reason.kk")}


def test_each_place_is_told_after_saving_and_asked_about_at_publishing(named: ADesk) -> None:
    done = named.post(REDACT, {"words": NAME, **WHY})
    said = words_of(done.text)
    assert done.url.path == REDACT
    assert held("Слова есть и в других местах") in said
    assert f'href="{ANSWER}"' in done.text
    assert places(named) == EVERYWHERE
    assert f'href="{ANSWER}"' in named.get(PUBLISH)
    refused = named.works.publish(ANSWERS, named.works.of(ANSWERS).commit, AIGERIM)
    assert not isinstance(refused, Published)


def test_what_waits_is_asked_about_where_the_redaction_goes_alone(named: ADesk) -> None:
    named.post(REDACT, {"words": NAME, **WHY})
    assert places(named, alone=True) == EVERYWHERE


def test_a_place_that_is_written_anew_is_told_no_more(named: ADesk) -> None:
    named.post(REDACT, {"words": NAME, **WHY})
    page = named.get(ANSWER).partition("<main")[2]
    anew = {
        "reason.kk": "Қабылдау уақыты басқаша белгіленген.",
        "gist.kk": "Қабылдау уақыты туралы.",
    }
    named.post(f"{LIST}answer/", {**fields_of(page, ""), **anew}, of=ANSWER)
    assert places(named) == set()
    assert held("есть и в других местах") not in words_of(named.get(REDACT))


def test_other_comments_with_the_words_are_told(named: ADesk) -> None:
    root, old = named.works.place.root, named.works.place.main_tip()
    other = f"comments/{STANDARD}/r2/2026-11-10/{IDS[1]}.yaml"
    text = git(root, "show", f"main:{FILE}") + "\n"
    twin = text.replace(IDS[0], IDS[1]).encode()
    new = commit_on(root, old, {other: twin}, "Beside", BESIDE)
    assert branch_moved(root, "main", new, old)
    named.post(REDACT, {"words": NAME, **WHY})
    assert places(named) == EVERYWHERE | {(f"{IDS[1]}.yaml", "text")}


def test_words_that_stand_nowhere_else_are_taken_out_and_that_is_all(named: ADesk) -> None:
    done = named.post(REDACT, {"words": "только по утрам", **WHY})
    assert done.url.path == LIST
    assert places(named) == set()
