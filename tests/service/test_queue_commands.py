"""`talqy service queue` and `talqy service publish`: what they show, write, and refuse."""

import os
import pwd
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml
from click.testing import CliRunner, Result

from publishing import TOKEN, Publishing, a_publishing
from serving import SECRET_OF_TESTS
from talqy.cli.main import main
from talqy.cli.queue_shown import together
from talqy.service.publish.by_author import withdraw
from talqy.service.publish.seen import SeenComment
from talqy.service.settings import FORGE_TOKEN, SECRET
from talqy.service.taken import Act, State, Taken

AS = ("--as", "aigerim")
WHY = ("--reason", "kk=Өзге адамның аты.", "--reason", "ru=Имя другого человека.")
NAMED = "Прошу учесть мнение Ивана Образцова о сроке."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publishing]:
    made = a_publishing(tmp_path)
    monkeypatch.setenv(SECRET, SECRET_OF_TESTS)
    monkeypatch.setenv(FORGE_TOKEN, TOKEN)
    yield made
    made.service.close()


def talqy(folder: Path, *words: str) -> Result:
    settings = str(folder / "service.yaml")
    return CliRunner().invoke(main, [*words, "--settings", settings])


def ask(here: Publishing, *words: str) -> Result:
    return talqy(here.folder, "service", "queue", *words)


def settle(here: Publishing, **changed: Any) -> None:
    """Change the settings that the commands read."""
    file = here.folder / "service.yaml"
    said = yaml.safe_load(file.read_text("utf-8"))
    for name, value in changed.items():
        said[name] = {**said.get(name, {}), **value}
    file.write_text(yaml.safe_dump(said), "utf-8")


def test_the_list_has_what_waits_with_what_the_judge_says(here: Publishing) -> None:
    one = here.take(1, "Прошу сократить срок, мой номер +7 701 123 45 67, \u202eзвоните.").id
    here.take(2)
    here.acts().refuse(here.take(3).id, "insult")
    done = ask(here, "list")
    assert done.exit_code == 0, done.output
    lines = done.output.split("\n")
    assert lines[0] == f"{one}  2026-11-18  birth-registration r2  [Received]"
    assert "\u202e" not in done.output
    assert {"G18", "G09"} <= set(lines[2].split())
    assert lines[-2] == "Comments: 2"


def test_the_list_names_what_was_published_and_is_gone(here: Publishing) -> None:
    one = here.take(1)
    act = Act("gone from main", here.clock(), "publisher")
    assert here.service.store.move(one.id, (State.RECEIVED,), State.HELD, act)
    said = ask(here, "list").output
    assert f"{one.id} was published, and is no longer on the main branch" in said


def test_the_list_is_in_the_language_of_the_run(here: Publishing) -> None:
    here.take(1)
    done = ask(here, "list", "--language", "kk")
    assert "[Келіп түсті]" in done.output


def test_a_comment_is_shown_whole_with_its_log(here: Publishing) -> None:
    taken = here.take(1, NAMED)
    here.acts().hold(taken.id, "Подождать")
    done = ask(here, "show", taken.id)
    assert done.exit_code == 0, done.output
    for part in (NAMED, taken.digest, "held", "note: Подождать", "aigerim", "clause: term"):
        assert part in done.output
    assert here.state(taken.id) is State.HELD


def test_what_is_not_there_is_told(here: Publishing) -> None:
    done = ask(here, "show", "0000000000")
    assert done.exit_code == 2
    assert "there is no comment “0000000000” in the queue" in done.output


def test_several_are_published_at_once(here: Publishing) -> None:
    ids = [here.take(number).id for number in (1, 2)]
    done = ask(here, "publish", *ids, *AS)
    assert done.exit_code == 0, done.output
    assert done.output == "".join(f"{one}: To be published\n" for one in ids)
    assert here.states(*ids) == [State.TO_PUBLISH] * 2


@pytest.mark.parametrize(
    "words",
    [
        ("publish",),
        ("hold", "--note", "x"),
        ("refuse", "--reason", "insult"),
        ("ask", "--question", "Какой пункт?"),
        ("redact", "--words", "Ивана Образцова", *WHY),
    ],
)
def test_a_draft_writes_nothing(words: tuple[str, ...], here: Publishing) -> None:
    one = here.take(1, NAMED)
    done = ask(here, words[0], one.id, *words[1:], *AS, "--draft")
    assert done.exit_code == 0, done.output
    assert "nothing was written" in done.output or "[…]" in done.output
    assert here.service.store.of(one.id) == one
    assert len(here.service.store.log_of(one.id)) == 1


def test_words_are_taken_out(here: Publishing) -> None:
    one = here.take(1, NAMED).id
    assert ask(here, "redact", one, *AS, *WHY).exit_code == 2
    assert ask(here, "redact", one, "--words", "Ивана", *AS, *WHY[:2]).exit_code == 2
    done = ask(here, "redact", one, "--words", "Ивана Образцова", *AS, *WHY)
    assert done.exit_code == 0, done.output
    found = here.service.store.of(one)
    assert found
    assert "[…]".encode() in found.text


def test_what_is_wrong_is_told_and_nothing_decided(here: Publishing) -> None:
    one = here.take(1, "Срок мал.").id
    done = ask(here, "publish", one, *AS)
    assert done.exit_code == 1
    assert "G15" in done.output
    assert f"{one}: nothing was decided" in done.output


def test_a_reason_must_be_of_the_list(here: Publishing) -> None:
    one = here.take(1).id
    done = ask(here, "refuse", one, "--reason", "because", *AS)
    assert done.exit_code == 2
    assert "off-topic" in done.output


def test_who_decides_must_be_known(here: Publishing) -> None:
    one = here.take(1).id
    done = ask(here, "publish", one, "--as", "nobody")
    assert (done.exit_code, "no official “nobody”" in done.output) == (2, True)
    done = ask(here, "publish", one, "--as", "reader")
    assert (done.exit_code, "needs the role “publisher”" in done.output) == (2, True)


def test_an_account_of_this_system_is_not_what_the_environment_says(
    here: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = here.take(1).id
    own = pwd.getpwuid(os.geteuid()).pw_name
    settle(here, officials={"aigerim": {"roles": ["publisher"], "account": "someone-else"}})
    monkeypatch.setenv("LOGNAME", "someone-else")
    monkeypatch.setenv("USER", "someone-else")
    done = ask(here, "publish", one, *AS)
    assert (done.exit_code, "works under the account" in done.output) == (2, True)
    settle(here, officials={"aigerim": {"roles": ["publisher"], "account": own}})
    assert ask(here, "publish", one, *AS).exit_code == 0


def test_two_persons_where_the_settings_say_so(here: Publishing) -> None:
    one = here.take(1).id
    settle(here, publish={"persons": 2})
    done = ask(here, "publish", one, *AS)
    assert "another official must say the same (1)" in done.output
    assert here.state(one) is State.RECEIVED
    draft = ask(here, "publish", one, "--as", "berik", "--draft")
    assert f"{one}: To be published" in draft.output
    assert here.state(one) is State.RECEIVED
    assert ask(here, "publish", one, "--as", "berik").exit_code == 0
    assert here.state(one) is State.TO_PUBLISH


def test_a_round_is_carried_out_at_once(here: Publishing) -> None:
    ids = here.to_publish(1, 2)
    shown = talqy(here.folder, "service", "publish", "--draft")
    assert shown.output.split() == ids
    assert here.batches() == []
    done = talqy(here.folder, "service", "publish")
    assert (done.exit_code, done.output) == (0, "batches made: 1, sent: 1\n")
    assert here.states(*ids) == [State.PUSHED] * 2
    here.merge_all()
    withdraw(here.service, ids[0])
    listed = ask(here, "list", "--all").output
    assert f"Its author wants the comment {ids[0]} back" in listed
    assert "[Sent to the repository]" in listed


def test_a_forge_that_is_away_is_an_exit_status(here: Publishing) -> None:
    here.to_publish(1)
    here.forge.rename(here.folder / "away.git")
    done = talqy(here.folder, "service", "publish")
    assert done.exit_code == 1
    assert "cannot be reached" in done.output


def test_comments_that_say_the_same_are_listed_once() -> None:
    def a(name: str, *alike: str) -> SeenComment:
        return SeenComment(cast(Taken, SimpleNamespace(id=name)), None, (), alike)

    found = [a("a", "c", "e", "p"), a("c", "a", "e"), a("e", "a", "c"), a("b")]
    assert [[one.taken.id for one in alike] for alike in together(found)] == [
        ["a", "c", "e"],
        ["b"],
    ]
