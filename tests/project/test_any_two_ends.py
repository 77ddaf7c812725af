"""Whatever two have done to a text: nothing is lost, or there again, or there twice, unasked."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talqy.project.keeps import Keeps
from talqy.project.merged_lines import merged_lines
from talqy.project.trees_joined import joined_choosing, joined_file
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped
from text_edits import Text, a_text, after, of_both, things

PATH = "standards/birth-registration/revisions/r1.yaml"
CHANCES = st.randoms(use_true_random=True)
MANY = settings(
    max_examples=max(settings().max_examples, 40),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
Files = tuple[bytes, bytes, bytes]


def files_of(*texts: Text) -> Files:
    was, theirs, own = (dumped(one).encode() for one in texts)
    return was, theirs, own


def joined(root: Path, files: Files) -> Text | None:
    """Return what is made of two ends as a save makes it; None where somebody is asked."""
    made = joined_file(root, PATH, merged_lines(root, *files), files)
    return None if made is None else read(made)


def read(data: bytes) -> Text:
    tree: Any = parse(data, PATH).tree
    return dict(tree)


@MANY
@given(chance=CHANCES)
def test_each_thing_is_there_as_both_have_it(tmp_path: Path, chance: Random) -> None:
    was = a_text(chance)
    theirs, own = after(was, chance, "A"), after(was, chance, "B")
    made = joined(tmp_path, files_of(was, theirs, own))
    assert made is None or things(made) == of_both((was, theirs, own))


@settings(MANY, max_examples=max(settings().max_examples // 4, 10))
@given(chance=CHANCES, keeps=st.sampled_from(Keeps))
def test_a_choice_puts_nothing_in_twice(tmp_path: Path, chance: Random, keeps: Keeps) -> None:
    was = a_text(chance)
    sides = after(was, chance, "A"), after(was, chance, "B")
    chosen = joined_choosing(tmp_path, PATH, files_of(was, *sides), keeps)
    assert chosen.data is not None
    lead = sides[1 if keeps is Keeps.OWN else 0]
    now, of_lead = things(read(chosen.data)), things(lead)
    old, every = things(was), things(sides[0]) | things(sides[1])
    assert not now - every
    # What neither has touched stays, and what the chosen one has put in.
    assert not (of_lead - old) - now


# --- what happened -----------------------------------------------------------------------------

LIST = "abcde"


def a_clause(name: str, **said: Any) -> dict[str, Any]:
    return {"id": name, "text": {"ru": name}, **said}


def with_list(kind: str, items: str) -> Text:
    """Return a text with things of a kind in an order."""
    rows: dict[str, Any] = {
        "clauses": [a_clause(one) for one in items],
        "covers": [a_clause("x", covers=list(items))],
        "facts": [a_clause("x", facts={"forms": list(items)})],
        "rows": [a_clause("x", table={"head": ["h"], "rows": [[one] for one in items]})],
        "papers": [a_clause("x", text={"ru": "\n".join(f"{one};" for one in items)})],
    }
    more: dict[str, Any] = {
        "documents": [{"kind": "note", "file": f"{one}.pdf"} for one in items],
        "amendments": [{"clauses": [one], "reason": {"ru": one}} for one in items],
        "posted": [{"channel": one} for one in items],
    }
    clauses = rows.get(kind, [a_clause("x")])
    if kind == "posted":
        return {"schema": "1", "consultation": {"posted": more[kind]}, "clauses": clauses}
    return {"schema": "1", "clauses": clauses, **({kind: more[kind]} if kind in more else {})}


KINDS = ("clauses", "covers", "facts", "rows", "papers", "documents", "posted")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("moved", ["cabde", "abdec"])
def test_what_one_took_out_and_the_other_moved_is_asked(
    tmp_path: Path, kind: str, moved: str
) -> None:
    """It came back in silence, or the taking out was lost: git's lines were those of one side."""
    texts = [with_list(kind, one) for one in (LIST, "abde", moved)]
    assert joined(tmp_path, files_of(*texts)) is None
    assert joined(tmp_path, files_of(texts[0], texts[2], texts[1])) is None


def test_a_reason_that_one_took_out_is_out_wherever_the_other_has_put_it(tmp_path: Path) -> None:
    """The order of reasons says nothing."""
    texts = [with_list("amendments", one) for one in (LIST, "abde", "cabde")]
    for files in (files_of(*texts), files_of(texts[0], texts[2], texts[1])):
        made = joined(tmp_path, files)
        assert made is not None
        assert [one["clauses"] for one in made["amendments"]] == [[one] for one in "abde"]


@pytest.mark.parametrize("kind", ["facts", "papers", "rows"])
def test_what_both_moved_or_put_in_is_never_there_twice(tmp_path: Path, kind: str) -> None:
    for sides in (("cabde", "abdec"), ("xabcde", "abcxde"), ("xabcde", "abcdex")):
        texts = [with_list(kind, one) for one in (LIST, *sides)]
        assert joined(tmp_path, files_of(*texts)) is None


@pytest.mark.parametrize("kind", ["clauses", "covers", "rows", "documents", "posted"])
@pytest.mark.parametrize("was", ["abc", "a"])
def test_what_two_put_in_at_one_place_is_there_of_both(tmp_path: Path, kind: str, was: str) -> None:
    texts = [with_list(kind, one) for one in (was, f"{was}x", f"{was}y")]
    made = joined(tmp_path, files_of(*texts))
    assert made == with_list(kind, f"{was}xy")
    for keeps in Keeps:
        chosen = joined_choosing(tmp_path, PATH, files_of(*texts), keeps)
        assert chosen.data is not None
        assert read(chosen.data) == made


@pytest.mark.parametrize("key", ["grounds", "aims", "consequences"])
def test_grounds_of_two_are_both_there(tmp_path: Path, key: str) -> None:
    ends = [{**with_list("", ""), key: {"ru": one}} for one in ("A", "A\nB", "A\nC", "A\nB\nC")]
    *texts, wanted = ends
    assert joined(tmp_path, files_of(*texts)) == wanted


@pytest.mark.parametrize(
    ("key", "two"),
    [
        ("documents", [{"kind": "note", "file": "a"}, {"kind": "order", "file": "a"}]),
        ("events", [{"kind": "hearing", "on": "1", "at": "9"}, {"kind": "hearing", "on": "1"}]),
        ("not_set", [{"row": "fee", "reason": {"ru": one}} for one in "ab"]),
    ],
)
def test_two_new_things_that_speak_of_the_same_are_two_versions(
    tmp_path: Path, key: str, two: list[Any]
) -> None:
    was, *ends = with_list("", ""), *({**with_list("", ""), key: [one]} for one in two)
    files = files_of(was, *ends)
    assert joined(tmp_path, files) is None
    for keeps, wanted in zip(Keeps, reversed(ends), strict=True):
        chosen = joined_choosing(tmp_path, PATH, files, keeps)
        assert chosen.data is not None
        assert read(chosen.data)[key] == wanted[key]


# --- ids that both have drawn ------------------------------------------------------------------


def with_new(text: str, name: str = "grazhdane", kk: str = "") -> Text:
    new = a_clause(name, text={"kk": kk or f"{text} kk", "ru": text})
    return {
        "schema": "1",
        "clauses": [a_clause("x"), new],
        "amendments": [{"clauses": [name], "reason": {"ru": text}}],
        "parity": [{"clause": name, "reason": {"ru": text}}],
    }


BARE: Text = {"schema": "1", "clauses": [a_clause("x")]}


def test_two_new_clauses_of_one_drawn_id_are_both_there(tmp_path: Path) -> None:
    theirs, own = with_new("Граждане подают на портале"), with_new("Граждане подают на бумаге")
    files = files_of(BARE, theirs, own)
    made = joined(tmp_path, files)
    assert made is not None
    again = with_new("Граждане подают на бумаге", "grazhdane-2")
    for key in ("clauses", "amendments", "parity"):
        assert made[key] == [*theirs[key], *(one for one in again[key] if one not in theirs[key])]
    for keeps in Keeps:
        chosen = joined_choosing(tmp_path, PATH, files, keeps)
        assert chosen.data is not None
        assert things(read(chosen.data)) == things(made)


def test_two_wordings_of_one_new_clause_are_two_versions(tmp_path: Path) -> None:
    """Their Kazakh is the same: it is one clause of which both have another wording."""
    ends = [with_new(one, kk="Азаматтар") for one in ("Граждане подают", "Граждане направляют")]
    assert joined(tmp_path, files_of(BARE, *ends)) is None


# --- remarks -----------------------------------------------------------------------------------


def test_a_remark_goes_with_the_clause_that_one_takes_out(tmp_path: Path) -> None:
    was, out, changed = (with_list("clauses", one) for one in ("abc", "ac", "abc"))
    changed["clauses"][0]["text"] = {"ru": "changed"}
    noted = b"- id: b\n    # Ask the lawyers\n"
    files = [one.replace(b"- id: b\n", noted) for one in files_of(was, out, changed)]
    for first, second in ((1, 2), (2, 1)):
        made = joined(tmp_path, (files[0], files[first], files[second]))
        assert made is not None
        assert made["clauses"] == [changed["clauses"][0], a_clause("c")]
