"""What officials decide of a comment in the queue, who may, and what the log says of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publishing import Publishing, a_publishing
from talqy.errors import TalqyError
from talqy.model.comment import Author, AuthorKind
from talqy.model.digest import digest_of_text_file
from talqy.model.publishing import Official
from talqy.project.yaml_read import parse
from talqy.service.officials import MayNotError, official_named
from talqy.service.publish.acts import TakenOut
from talqy.service.publish.by_author import answer_back, question_to, withdraw
from talqy.service.publish.moving import ActRefusedError
from talqy.service.publish.seen import seen
from talqy.service.taken import NOT_YET_SENT, SENT, UNDECIDED, Act, ActName, State

WHY = {"kk": "Өзге адамның аты алынды.", "ru": "Убрано имя другого человека."}
PHONE = "Прошу сократить срок, мой номер +7 701 123 45 67, звоните вечером."


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Publishing]:
    made = a_publishing(tmp_path, persons=2)
    yield made
    made.service.close()


def log(here: Publishing, comment: str) -> list[tuple[str, str]]:
    return [(line.act.what, line.act.by) for line in here.service.store.log_of(comment)]


def test_a_comment_goes_its_way_and_the_log_says_who_did_what(here: Publishing) -> None:
    one = here.take(1).id
    assert here.acts("reader").look(one).taken.state is State.LOOKED_AT
    here.acts().look(one)  # a second look moves nothing
    here.acts("berik").hold(one, "Подождать юриста")
    assert here.acts().publish(one).taken.state is State.TO_PUBLISH
    assert log(here, one) == [
        ("taken", "form"),
        ("looked at", "reader"),
        ("held", "berik"),
        ("to publish", "aigerim"),
    ]
    note = here.service.store.log_of(one)[2].act.values
    assert note == {"note": "Подождать юриста"}


def test_who_only_reads_decides_nothing(here: Publishing) -> None:
    one = here.take(1).id
    acts = here.acts("reader")
    tried: list[Callable[[], object]] = [
        lambda: acts.publish(one),
        lambda: acts.hold(one),
        lambda: acts.refuse(one, "insult"),
        lambda: acts.ask(one, "Какой пункт?"),
        lambda: acts.redact(one, TakenOut(["x"], name=False, reason=WHY)),
    ]
    for act in tried:
        with pytest.raises(MayNotError, match="needs the role “publisher”"):
            act()
    assert here.state(one) is State.RECEIVED
    assert len(log(here, one)) == 1


def test_an_official_acts_under_their_own_account(here: Publishing) -> None:
    officials = {
        "a": Official(roles=("reader",), account="aigerim"),
        "b": Official(roles=("publisher",)),
    }
    assert official_named(officials, "a", "aigerim").name == "a"
    assert official_named(officials, "b", None).roles == {"publisher"}
    with pytest.raises(MayNotError, match="works under the account “aigerim”"):
        official_named(officials, "a", "berik")
    with pytest.raises(MayNotError, match=r"no official “c”.*they know: a, b"):
        official_named(officials, "c", "aigerim")


def test_two_persons_must_say_the_same(two: Publishing) -> None:
    one = two.take(1).id
    assert two.acts().publish(one).needed == 1
    assert two.acts().publish(one).needed == 1  # once more by the same is no second person
    assert two.state(one) is State.RECEIVED
    done = two.acts("berik").publish(one)
    assert (done.is_done, done.taken.state) == (True, State.TO_PUBLISH)


def test_two_persons_refuse_for_one_reason(two: Publishing) -> None:
    one = two.take(1).id
    two.acts().refuse(one, "insult")
    assert two.acts("berik").refuse(one, "off-topic").needed == 1
    assert two.acts("berik").refuse(one, "insult").is_done
    found = two.service.store.of(one)
    assert found
    assert (found.state, found.reason) == (State.REFUSED, "insult")


def test_what_was_said_of_other_words_does_not_count(two: Publishing) -> None:
    one = two.take(1, "Прошу учесть мнение Ивана Образцова о сроке.").id
    two.acts().publish(one)
    out = TakenOut(["Ивана Образцова"], name=False, reason=WHY)
    two.acts("berik").redact(one, out)
    assert two.acts("berik").publish(one).needed == 1
    assert two.acts().publish(one).is_done


def test_what_was_said_before_it_was_held_does_not_count(two: Publishing) -> None:
    one = two.take(1).id
    two.acts().publish(one)
    two.acts("berik").hold(one)
    assert two.acts("berik").publish(one).needed == 1
    assert two.acts().publish(one).is_done


def test_what_the_gate_refuses_is_not_to_be_published(here: Publishing) -> None:
    one = here.take(1, "Срок мал.").id
    done = here.acts().publish(one)
    assert [problem.code for problem in done.problems] == ["G15"]
    assert not done.is_done
    assert here.state(one) is State.RECEIVED


def test_what_needs_a_person_is_told_and_published(here: Publishing) -> None:
    """The official is the person; the form would not have let it in."""
    one = here.take(1, PHONE).id
    done = here.acts().publish(one)
    assert [problem.code for problem in done.problems] == ["G18"]
    assert done.is_done


def test_a_reason_is_one_of_the_list(here: Publishing) -> None:
    one = here.take(1).id
    with pytest.raises(ActRefusedError, match=r"“because” is no reason .*off-topic"):
        here.acts().refuse(one, "because")
    here.acts().refuse(one, "off-topic")
    with pytest.raises(ActRefusedError, match="state “refused”"):
        here.acts().publish(one)


def test_a_question_to_the_author_and_the_answer(here: Publishing) -> None:
    one = here.take(1).id
    assert here.acts().ask(one, "Какой пункт вы имеете в виду?").is_done
    assert question_to(here.service, one) == "Какой пункт вы имеете в виду?"
    assert answer_back(here.service, one, " Пункт 3. ").state is State.RECEIVED
    assert here.service.store.log_of(one)[-1].act.values == {"answer": "Пункт 3."}
    with pytest.raises(ActRefusedError):
        answer_back(here.service, one, "Ещё раз")


def test_a_question_gives_no_personal_data_away(here: Publishing) -> None:
    one = here.take(1).id
    done = here.acts().ask(one, "Ваш ИИН 900101300017?")
    assert {problem.code for problem in done.problems} == {"G17"}
    assert here.state(one) is State.RECEIVED
    assert question_to(here.service, one) == ""


@pytest.mark.parametrize("words", ["", "  ", "x" * 2_001])
def test_words_are_neither_none_nor_endless(words: str, here: Publishing) -> None:
    one = here.take(1).id
    with pytest.raises(ActRefusedError, match="between 1 and 2000"):
        here.acts().ask(one, words)


# --- words taken out ------------------------------------------------------------------------------


def test_words_are_taken_out_and_the_author_can_still_prove(here: Publishing) -> None:
    author = Author(kind=AuthorKind.INDIVIDUAL, name="Айгүл")
    taken = here.take(1, "Прошу учесть мнение Ивана Образцова о сроке.", author=author)
    out = TakenOut(["Ивана Образцова"], name=True, reason=WHY)
    now = here.acts().redact(taken.id, out).taken
    tree = parse(now.text, "").tree
    assert isinstance(tree, dict)
    assert tree["text"] == "Прошу учесть мнение […] о сроке."
    assert tree["author"] == {"kind": "individual"}
    assert tree["redacted"] == {"on": "2026-11-20", "reason": WHY, "original": taken.digest}
    assert now.digest == taken.digest  # the receipt is of what was sent
    assert here.service.store.original_of(taken.id) == taken.text
    done = here.acts().publish(taken.id)
    assert ([p.code for p in done.problems], done.is_done) == (["G16"], True)


def test_a_second_time_keeps_the_first_digest_and_the_first_file(here: Publishing) -> None:
    taken = here.take(1, "Прошу учесть мнение Ивана Образцова и Петра Иванова о сроке.")
    for words in ("Ивана Образцова", "Петра Иванова"):
        now = here.acts().redact(taken.id, TakenOut([words], name=False, reason=WHY)).taken
    assert taken.digest.encode() in now.text
    assert here.service.store.original_of(taken.id) == taken.text


def test_the_reason_does_not_say_what_was_taken_out(here: Publishing) -> None:
    taken = here.take(1, "Прошу учесть мнение Ивана Образцова о сроке.")
    why = {"kk": "Алынды.", "ru": "Убран ИИН 900101300017."}
    done = here.acts().redact(taken.id, TakenOut(["Ивана"], name=False, reason=why))
    assert "G17" in {problem.code for problem in done.problems}
    assert here.service.store.of(taken.id) == taken


def test_words_that_are_not_there_are_not_taken_out(here: Publishing) -> None:
    taken = here.take(1)
    with pytest.raises(TalqyError, match="does not stand in the comment"):
        here.acts().redact(taken.id, TakenOut(["Кого нет"], name=False, reason=WHY))


def test_what_is_on_its_way_is_not_changed(here: Publishing) -> None:
    one = here.take(1, "Прошу учесть мнение Ивана Образцова о сроке.").id
    here.acts().publish(one)
    with pytest.raises(ActRefusedError, match="state “to-publish”"):
        here.acts().redact(one, TakenOut(["Ивана"], name=False, reason=WHY))


# --- its author -----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", NOT_YET_SENT)
def test_an_author_takes_back_what_has_not_gone_out(state: State, here: Publishing) -> None:
    one = here.take(1).id
    here.service.store.move(one, UNDECIDED, state, Act("x", here.clock(), "tests"))
    assert withdraw(here.service, one).state is State.WITHDRAWN
    assert withdraw(here.service, one).state is State.WITHDRAWN


@pytest.mark.parametrize("state", [State.QUEUED, State.PUSHED, State.PUBLISHED])
def test_what_has_gone_out_is_answered_in_public(state: State, here: Publishing) -> None:
    one = here.take(1).id
    here.service.store.move(one, UNDECIDED, state, Act("x", here.clock(), "tests"))
    assert not here.service.store.noted(ActName.WISH_TO_WITHDRAW, SENT)
    assert withdraw(here.service, one).state is state
    assert here.service.store.noted(ActName.WISH_TO_WITHDRAW, SENT) == [one]


def test_what_was_refused_is_not_withdrawn(here: Publishing) -> None:
    one = here.take(1).id
    here.acts().refuse(one, "insult")
    with pytest.raises(ActRefusedError):
        withdraw(here.service, one)


# --- what officials see ---------------------------------------------------------------------------


def test_alike_ones_stand_together_with_what_the_judge_says(here: Publishing) -> None:
    same = "Просим сохранить прием заявлений на бумаге в сельских округах."
    for number, text in ((1, same), (2, ""), (3, PHONE), (4, f"{same} Да!")):
        here.take(number, text)
    looked = seen(here.service, UNDECIDED, most=10)
    assert [one.taken.id[-1] for one in looked] == ["1", "4", "2", "3"]
    assert looked[0].alike == (looked[1].taken.id,)
    assert looked[1].alike == (looked[0].taken.id,)
    assert [problem.code for problem in looked[3].problems] == ["G18"]
    assert all(one.comment for one in looked)


def test_they_come_page_by_page(here: Publishing) -> None:
    taken = [here.take(number) for number in range(1, 6)]
    first = seen(here.service, UNDECIDED, most=3)
    rest = seen(here.service, UNDECIDED, most=3, after=taken[2])
    assert [one.taken.id for one in (*first, *rest)] == [one.id for one in taken]
    assert seen(here.service, UNDECIDED, standard="housing-assistance", most=3) == []


def test_what_says_the_same_as_a_public_comment_is_told(here: Publishing) -> None:
    public = (here.work / "comments/birth-registration/r2/2026-11-10/c5d6e7f8g9.yaml").read_bytes()
    tree = parse(public, "").tree
    assert isinstance(tree, dict)
    here.take(1, str(tree["text"]))
    assert seen(here.service, UNDECIDED, most=3)[0].alike == ("c5d6e7f8g9",)
    assert digest_of_text_file(public).startswith("sha256:")


def test_that_the_second_looks_first_does_not_undo_what_the_first_has_said(
    two: Publishing,
) -> None:
    one = two.take(1).id
    assert two.acts().publish(one).needed == 1
    two.acts("berik").look(one)
    assert two.acts("berik").publish(one).is_done
