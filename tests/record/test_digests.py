"""The digest of a text: it changes with the words, and with nothing else."""

import hashlib
import json
from typing import Any

import pytest

import builders as b
from talqy.model.comment import Response
from talqy.model.digest import digest_of_bytes, digest_of_text_file
from talqy.model.revision import Revision
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped
from talqy.record.digests import digest_of, digest_of_response

SOUND = b.a_revision(2, amendments=[{"clauses": ["term"], "reason": b.said("Себебі")}])


def digest(tree: b.Tree = SOUND, **changes: Any) -> str:
    """Return the digest of a text with changes; None takes a key out."""
    changed = {key: value for key, value in {**tree, **changes}.items() if value is not None}
    return digest_of(Revision.model_validate(changed))


def backwards(tree: Any) -> Any:
    """Put the keys of all mappings in the opposite order."""
    if isinstance(tree, dict):
        return {key: backwards(tree[key]) for key in reversed(tree)}
    return [backwards(one) for one in tree] if isinstance(tree, list) else tree


def test_a_digest_says_how_it_was_made() -> None:
    kind, _, digits = digest().partition(":")
    assert kind == "sha256"
    assert len(digits) == 64
    assert int(digits, 16) >= 0


def test_the_order_of_keys_does_not_matter() -> None:
    assert digest(backwards(SOUND)) == digest()


def test_the_layout_does_not_matter() -> None:
    """JSON is YAML in another layout; remarks are no part of the text."""
    for written in (dumped(SOUND), f"# A remark.\n{dumped(SOUND)}", json.dumps(SOUND, indent=1)):
        tree = parse(written.encode(), "r2.yaml").tree
        assert isinstance(tree, dict)
        assert digest(tree) == digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"consultation": None},
        {
            "consultation": b.a_consultation(
                "2026-11-10", "2026-12-01", report=b.a_report("2026-12-09")
            )
        },
        {"adopted": b.an_adoption("2026-12-20", discussed=b.said("Талқыланды", "Обсужден"))},
        {"withdrawn": b.a_withdrawal("2026-12-20")},
    ],
)
def test_what_comes_after_the_opening_does_not_matter(changes: b.Tree) -> None:
    assert digest(**changes) == digest()


def test_what_is_set_to_nothing_is_as_if_it_was_not_set() -> None:
    said: b.Tree = {"not_set": [], "replaced": {}, "editorial": []}
    assert digest(**said) == digest()
    clauses = [
        {**clause, "clauses": [], "covers": clause.get("covers", [])} for clause in SOUND["clauses"]
    ]
    assert digest(clauses=clauses) == digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"revision": "3"},
        {"kind": "supplement"},
        {"dated": "2026-11-03"},
        {"explanation": b.said("Басқа жоба.", "Другой проект.")},
        {"clauses": SOUND["clauses"][:-1]},
        {"clauses": SOUND["clauses"][::-1]},
        {"amendments": []},
        {"not_set": [{"row": "fee", "reason": b.said("Тегін")}]},
        {"replaced": {"docs": ["documents"]}},
        {"editorial": [{"clause": "term", "language": "ru"}]},
    ],
)
def test_what_the_text_says_does_matter(changes: b.Tree) -> None:
    assert digest(**changes) != digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"text": b.said("Қызмет көрсетіледі!", "Услуга оказывается.")},
        {"text": b.said("Қызмет көрсетіледі.", "Услуга  оказывается.")},
        {"text": {"kk": "Қызмет көрсетіледі."}},
        {"number": "2-1"},
        {"id": "term-of-service"},
        {"heading": b.said("Мерзім", "Срок")},
        {"covers": ["complaints"]},
        {"facts": {"forms": ["paper"]}},
        {"clauses": [b.a_clause("inner")]},
    ],
)
def test_a_changed_clause_does_matter(changes: b.Tree) -> None:
    first, term, *others = SOUND["clauses"]
    assert digest(clauses=[first, {**term, **changes}, *others]) != digest()


def test_an_amount_does_matter() -> None:
    one, other = (
        digest(clauses=[b.a_clause(facts={"fee": [{"amount": amount}]})]) for amount in ("0.5", "5")
    )
    assert one != other


def test_a_field_that_a_later_talqy_knows_changes_nothing() -> None:
    class Later(Revision):
        remarks: str = ""

    assert digest_of(Later.model_validate(SOUND)) == digest()
    assert digest_of(Later.model_validate({**SOUND, "remarks": "said"})) != digest()


def digest_of_answer(**changes: Any) -> str:
    """Return the digest of a response with changes."""
    return digest_of_response(Response.model_validate(b.a_response(**changes)))


def test_spaces_around_a_reason_are_no_part_of_what_was_decided() -> None:
    """Programs for tables lose them, and a block of YAML adds a line end."""
    plain = digest_of_answer(reason=b.said("Себебі осы.", "Причина такова."))
    spaced = b.said("  Себебі осы.\n", "\tПричина такова. ")
    assert digest_of_answer(reason=spaced) == plain
    assert digest_of_answer(reason=b.said("Себебі  осы.", "Причина такова.")) != plain


def test_who_decided_and_when_is_no_part_of_what_was_decided() -> None:
    other = {"by": "ministry-health", "on": "2026-11-19"}
    assert digest_of_answer(decided=other) == digest_of_answer()
    assert digest_of_answer(outcome="rejected") != digest_of_answer()


def test_the_digest_of_a_file_is_what_sha256sum_prints_of_it_with_line_ends_lf() -> None:
    """Git for Windows writes CRLF into a working tree, and the file is still the same one."""
    lines = "schema: 1\nreason: {kk: Ә, ru: Я}\n".encode()
    assert digest_of_text_file(lines) == f"sha256:{hashlib.sha256(lines).hexdigest()}"
    assert digest_of_text_file(lines.replace(b"\n", b"\r\n")) == digest_of_text_file(lines)
    assert digest_of_text_file(lines.replace(b"\n", b"\r\n", 1)) == digest_of_text_file(lines)


def test_the_digest_of_bytes_is_over_them_as_they_are() -> None:
    picture = b"\x89PNG\r\n\x1a\n"
    assert digest_of_bytes(picture) == f"sha256:{hashlib.sha256(picture).hexdigest()}"
    assert digest_of_bytes(picture) != digest_of_text_file(picture)


@pytest.mark.parametrize("other", [b"a: 1\rb: 2\n", b"a: 1\n\nb: 2\n", b"a: 1\r\r\nb: 2\n"])
def test_no_other_line_end_is_the_same(other: bytes) -> None:
    assert digest_of_text_file(other) != digest_of_text_file(b"a: 1\nb: 2\n")
