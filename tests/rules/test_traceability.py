"""T: every change has its reason and its comments, and every promise was kept."""

from typing import Any

import pytest

import builders as b
from cases import advised, broken, said, severities
from changed import FIRST, OTHER_TEXT, SHORTER, an_amendment, clauses, followed
from talqy.rules.rule import CheckContext

LIST = b.a_clause("list", "4", clauses=[b.a_clause("item", "4.1")])
WITH_LIST = b.an_adopted_revision(clauses=clauses(LIST))
ON_FIRST = b.a_comment(received="2026-06-10")


def longer(item: b.Tree) -> b.Tree:
    """Make the list with another item in place of its only one."""
    return {**LIST, "clauses": [item]}


CHANGED_ITEM = longer(b.a_clause("item", "4.1", text=OTHER_TEXT))


def test_a_clause_that_changed_without_a_reason_is_told() -> None:
    case = followed(clauses(**SHORTER))
    assert said("T01", case) == [
        "r2.yaml clauses.#term: the clause “term” differs from r1, and no amendment says why",
    ]
    assert severities("T01", case) == {"error"}


def test_a_clause_that_is_new_without_a_reason_is_told_once_with_all_that_is_inside() -> None:
    assert said("T01", followed(clauses(LIST))) == [
        "r2.yaml clauses.#list: the clause “list” is new, and no amendment says why",
    ]


def test_clauses_that_were_joined_without_a_reason_are_told() -> None:
    text = clauses(b.a_clause("all", "4"), general=None, documents=None)
    case = followed(text, replaced={"general": ["all"], "documents": ["all"]})
    assert said("T01", case) == [
        (
            "r2.yaml clauses.#all: the clause “all” was made from general, documents, "
            "and no amendment says why"
        ),
    ]


@pytest.mark.parametrize("name", ["list", "item"])
def test_an_amendment_speaks_of_what_is_inside_the_clause_that_it_names(name: str) -> None:
    case = followed(clauses(CHANGED_ITEM), an_amendment(name), first=WITH_LIST)
    assert said("T01", case) == []
    assert broken(case) <= {"R12"}  # there is no record yet


def test_a_split_is_explained_under_the_old_id() -> None:
    text = clauses(b.a_clause("one", "4"), b.a_clause("two", "5"), general=None)
    replaced = {"general": ["one", "two"]}
    assert said("T01", followed(text, an_amendment("general"), replaced=replaced)) == []


def test_another_number_or_place_needs_no_reason() -> None:
    moved = clauses(general={"number": "7"})[::-1]
    assert said("T01", followed(moved)) == []


def test_a_change_that_was_published_without_a_reason_is_a_warning() -> None:
    assert severities("T01", followed(clauses(**SHORTER), frozen=True)) == {"warning"}


def test_an_amendment_of_a_clause_that_is_the_same_is_told() -> None:
    case = followed(clauses(**SHORTER), an_amendment("term", "general"))
    assert said("T02", case) == [
        (
            "r2.yaml amendments.0.clauses.1: "
            "the clause “general” that the amendment names is the same as in r1"
        ),
    ]
    assert severities("T02", case) == {"error"}


def test_a_new_number_alone_is_no_change() -> None:
    text = clauses(documents={"number": "4"}, **SHORTER)
    assert len(said("T02", followed(text, an_amendment("term", "documents")))) == 1


def test_a_new_place_is_a_change() -> None:
    general, term, documents = clauses()
    case = followed([general, documents, term], an_amendment("term", "documents"))
    assert said("T02", case) == []  # though one of the two stayed where it was


@pytest.mark.parametrize("item", [CHANGED_ITEM, longer(b.a_clause("other", "4.1"))])
def test_a_clause_changes_with_what_is_inside_it(item: b.Tree) -> None:
    assert said("T02", followed(clauses(item), an_amendment("list"), first=WITH_LIST)) == []


def test_an_amendment_that_was_published_for_nothing_is_a_warning() -> None:
    case = followed(clauses(**SHORTER), an_amendment("term", "general"), frozen=True)
    assert severities("T02", case) == {"warning"}


def caused(*answers: b.Tree, frozen: bool = False) -> CheckContext:
    """Make an amendment by a comment, and answers to that comment and to another one."""
    heard = [ON_FIRST, b.a_comment(b.OTHER_COMMENT, received="2026-06-10")]
    cause = an_amendment("term", comments=[b.COMMENT])
    text = clauses(**SHORTER)
    return followed(text, cause, frozen=frozen, comments=heard, responses=answers)


@pytest.mark.parametrize("outcome", ["rejected", "out-of-scope", "late", "withdrawn"])
def test_a_comment_that_was_not_taken_up_is_no_cause(outcome: str) -> None:
    case = caused(b.a_response(outcome=outcome))
    assert said("T03", case) == [
        (
            f"r2.yaml amendments.0.comments.0: the comment “{b.COMMENT}” is named as a cause, "
            f"but its outcome is “{outcome}”"
        ),
    ]
    assert severities("T03", case) == {"error"}


DUPLICATE = b.a_response(outcome="duplicate", duplicate_of=b.OTHER_COMMENT)


def test_a_repetition_of_a_rejected_comment_is_no_cause() -> None:
    case = caused(DUPLICATE, b.a_response(b.OTHER_COMMENT, outcome="rejected"))
    assert said("T03", case) == [
        (
            f"r2.yaml amendments.0.comments.0: the comment “{b.COMMENT}” is named as a cause, "
            f"but it repeats “{b.OTHER_COMMENT}”, whose outcome is “rejected”"
        ),
    ]


def test_comments_that_repeat_each_other_come_to_an_end() -> None:
    back = b.a_response(b.OTHER_COMMENT, outcome="duplicate", duplicate_of=b.COMMENT)
    assert said("T03", caused(DUPLICATE, back)) == []


def test_a_comment_that_was_noted_or_waits_for_its_answer_may_be_a_cause() -> None:
    assert said("T03", caused()) == []
    assert said("T03", caused(b.a_response())) == []
    assert said("T03", caused(DUPLICATE, b.a_response(b.OTHER_COMMENT))) == []


def test_a_wrong_cause_that_was_published_is_a_warning() -> None:
    case = caused(b.a_response(outcome="rejected"), frozen=True)
    assert severities("T03", case) == {"warning"}


def landed(
    text: list[b.Tree],
    *names: str,
    comments: tuple[str, ...] = (),
    first: b.Tree = FIRST,
    frozen: bool = False,
    **changes: Any,
) -> CheckContext:
    """Make an accepted comment on the first text that landed on clauses of the second one."""
    place = {"revision": "2", "clauses": list(names)}
    answer = b.a_response(outcome="accepted", landed=place)
    cause = an_amendment("term", comments=comments)
    changes |= {"comments": [ON_FIRST], "responses": [answer]}
    return followed(text, cause, first=first, frozen=frozen, **changes)


def test_a_comment_that_was_accepted_without_a_change_is_told() -> None:
    case = landed(clauses(documents={"number": "4"}, **SHORTER), "term", "documents")
    assert said("T04", case) == [
        (
            f"{b.COMMENT}.response.yaml landed.clauses.1: the comment is accepted, but the clause "
            "“documents” is the same in r2 as in r1, on which it was given"
        ),
    ]
    assert severities("T04", case) == {"error"}


def test_a_comment_may_land_on_what_is_new_gone_moved_or_changed_inside() -> None:
    added = clauses(b.a_clause("fees", "4"), documents=None)
    assert said("T04", landed(added, "fees", "documents")) == []
    assert said("T04", landed(clauses(CHANGED_ITEM), "list", first=WITH_LIST)) == []
    general, term, documents = clauses()
    elsewhere = landed([documents, general, term], "general", "documents")
    assert [line.split()[-1] for line in said("T04", elsewhere)] == ["given"]


def test_a_repeal_is_a_change_of_every_clause() -> None:
    assert said("T04", landed(clauses(), "term", kind="repeal")) == []


def test_a_clause_that_nobody_knows_is_left_to_the_rule_on_links() -> None:
    assert said("T04", landed(clauses(), "terms")) == []


def test_a_promise_broken_in_an_adopted_text_is_a_warning() -> None:
    assert severities("T04", landed(clauses(), "term", frozen=True)) == {"warning"}


def test_a_clause_that_was_removed_without_a_reason_is_told() -> None:
    case = followed(clauses(documents=None))
    assert said("T08", case) == [
        "r2.yaml amendments: the clause “documents” of r1 is gone, and no amendment says why",
    ]
    assert severities("T08", case) == {"error"}


def test_what_was_inside_a_removed_clause_went_with_it() -> None:
    assert len(said("T08", followed(clauses(), first=WITH_LIST))) == 1


@pytest.mark.parametrize("name", ["list", "item"])
def test_a_removal_is_explained_under_the_id_or_that_of_the_clause_around_it(name: str) -> None:
    rest = clauses({**LIST, "clauses": []})
    assert said("T08", followed(rest, an_amendment(name), first=WITH_LIST)) == []


def test_a_removal_that_was_published_without_a_reason_is_a_warning() -> None:
    assert severities("T08", followed(clauses(documents=None), frozen=True)) == {"warning"}


def test_an_accepted_comment_that_no_amendment_names_is_told() -> None:
    case = landed(clauses(**SHORTER), "term")
    assert said("T10", case) == [
        (
            f"r2.yaml amendments: the comment “{b.COMMENT}” is accepted and landed here, "
            "but no amendment names it"
        ),
    ]
    assert severities("T10", case) == {"warning"}
    assert advised("T10", case) == [
        f"under amendments, add “{b.COMMENT}” to the comments of the change that it led to",
    ]


def test_an_accepted_comment_that_an_amendment_names_is_sound() -> None:
    assert said("T10", landed(clauses(**SHORTER), "term", comments=(b.COMMENT,))) == []


def test_where_nothing_changed_there_is_no_amendment_to_name_a_comment() -> None:
    assert said("T10", landed(clauses(), "term")) == []
