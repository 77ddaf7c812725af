"""L: whatever is named exists, and where it does not, the nearest is named."""

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities
from sites import ROOT
from talqy.rules.check import RULES
from talqy.rules.rule import CheckContext

FIRST = b.an_adopted_revision()
ON_FIRST = b.a_comment(received="2026-06-10")


def test_codes_of_rules_are_used_once_and_stand_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_rule_that_is_written_is_gathered() -> None:
    files = (ROOT / "generator/talqy/rules").glob("*.py")
    written = sum(file.read_text("utf-8").count("\n@rule(") for file in files)
    assert len(RULES) == written


def test_every_rule_says_in_one_sentence_what_it_asks_for() -> None:
    assert [rule.code for rule in RULES if not rule.says.endswith(".") or not rule.source] == []


def test_an_unknown_authority_of_a_standard_is_told() -> None:
    case = a_case(a_record(standard=b.a_standard(authority="ministry-justise")))
    assert said("L01", case) == [
        "standard.yaml authority: there is no authority “ministry-justise”",
    ]
    assert advised("L01", case) == [
        "did you mean “ministry-justice”? Authorities stand in standards/project.yaml",
    ]


def test_an_unknown_authority_of_a_decision_is_told() -> None:
    answer = b.a_response(decided={"by": "nobody", "on": "2026-11-16"})
    case = a_case(a_record(comments=[b.a_comment()], responses=[answer]))
    assert said("L01", case) == [
        f"{b.COMMENT}.response.yaml decided.by: there is no authority “nobody”",
    ]


def test_a_gap_in_the_numbers_is_told() -> None:
    assert said("L02", a_case(a_record(FIRST, b.a_revision(3, base="1")))) == [
        "standard.yaml : revision r2 is missing or cannot be used",
    ]


def test_a_base_that_is_not_there_is_told_with_those_that_are() -> None:
    case = a_case(a_record(FIRST, b.a_revision(3, base="2")))
    assert "r3.yaml base: the base r2 does not exist" in said("L02", case)
    assert "name one of: r1, r3" in advised("L02", case)


def landed(revision: str, *clauses: str, **changes: object) -> CheckContext:
    """Make an accepted comment on the first revision that says where it landed in the second."""
    answer = b.a_response(
        outcome="accepted", landed={"revision": revision, "clauses": list(clauses)}
    )
    second = b.a_revision(2, **changes)
    return a_case(a_record(FIRST, second, comments=[ON_FIRST], responses=[answer]))


def test_an_accepted_comment_lands_in_a_later_revision() -> None:
    assert said("L03", landed("2", "term")) == []


def test_a_comment_may_be_promised_a_change_in_the_next_revision() -> None:
    """Answers are given before the text is written; until then it is a warning, and says so."""
    case = landed("3", "term")
    assert said("L03", case) == [
        (
            f"{b.COMMENT}.response.yaml landed.revision: "
            "r3, in which the comment is to land, is not there yet"
        ),
    ]
    assert severities("L03", case) == {"warning"}


@pytest.mark.parametrize("revision", ["1", "4"])
def test_a_comment_lands_neither_where_it_stood_nor_nowhere(revision: str) -> None:
    assert said("L03", landed(revision, "term")) == [
        (
            f"{b.COMMENT}.response.yaml landed.revision: "
            f"the comment on r1 cannot have landed in r{revision}"
        ),
    ]


def test_a_comment_may_land_on_a_clause_that_was_removed() -> None:
    rest = [clause for clause in b.complete_clauses() if clause["id"] != "documents"]
    assert said("L03", landed("2", "documents", clauses=rest)) == []


def test_a_comment_does_not_land_on_an_unknown_clause() -> None:
    case = landed("2", "terms")
    assert said("L03", case) == [
        f"{b.COMMENT}.response.yaml landed.clauses: r2 has no clause “terms”",
    ]
    assert advised("L03", case) == ["did you mean “term”?"]


@pytest.mark.parametrize("name", [b.OTHER_COMMENT, b.COMMENT])
def test_a_comment_replies_to_another_that_exists(name: str) -> None:
    case = a_case(a_record(comments=[b.a_comment(in_reply_to=name)]))
    assert said("L04", case) == [
        f"{b.COMMENT}.yaml in_reply_to: there is no other comment “{name}” on this standard",
    ]


def test_a_duplicate_names_a_comment_that_exists() -> None:
    answer = b.a_response(outcome="duplicate", duplicate_of=b.OTHER_COMMENT)
    heard = [b.a_comment(), b.a_comment(b.OTHER_COMMENT)]
    assert said("L04", a_case(a_record(comments=heard, responses=[answer]))) == []
    assert said("L04", a_case(a_record(comments=heard[:1], responses=[answer]))) == [
        (
            f"{b.COMMENT}.response.yaml duplicate_of: "
            f"there is no other comment “{b.OTHER_COMMENT}” on this standard"
        ),
    ]


def amended(**changes: object) -> list[str]:
    return said("L05", a_case(a_record(FIRST, b.a_revision(2, **changes), comments=[ON_FIRST])))


def an_amendment(*clauses: str, comments: tuple[str, ...] = ()) -> b.Tree:
    return {"clauses": list(clauses), "reason": b.said("Себебі"), "comments": list(comments)}


def test_an_amendment_names_clauses_and_comments_that_exist() -> None:
    assert amended(amendments=[an_amendment("term", comments=(b.COMMENT,))]) == []


def test_an_amendment_of_an_unknown_clause_is_told() -> None:
    assert amended(amendments=[an_amendment("tarm")]) == [
        "r2.yaml amendments.0.clauses: r2 has no clause “tarm”",
    ]


def test_where_nothing_is_near_the_first_names_are_told_whatever_order_a_set_has() -> None:
    names = [sign * 10 for sign in "abcdefgh"]
    comments = [dict(ON_FIRST, id=name) for name in names]
    second = b.a_revision(2, amendments=[an_amendment("term", comments=("0" * 10,))])
    case = a_case(a_record(FIRST, second, comments=comments))
    assert advised("L05", case) == [f"did you mean “{', '.join(names[:4])}”?"]


def test_an_amendment_by_an_unknown_comment_is_told() -> None:
    assert amended(amendments=[an_amendment("term", comments=(b.OTHER_COMMENT,))]) == [
        f"r2.yaml amendments.0.comments: there is no comment “{b.OTHER_COMMENT}” on this standard",
    ]


def test_a_replacement_of_an_unknown_clause_is_told() -> None:
    assert amended(replaced={"papers": ["documents"]}) == [
        "r2.yaml replaced.papers.clauses: r2 has no clause “papers”",
    ]


def test_an_editorial_change_of_an_unknown_clause_is_told() -> None:
    assert amended(editorial=[{"clause": "fees", "language": "ru"}]) == [
        "r2.yaml editorial.0.clauses: r2 has no clause “fees”",
    ]


@pytest.mark.parametrize(
    "email",
    [
        "нет",
        "a@b",
        "@a.kz",
        "a@b.kz, c@d.kz",
        "a..b@c.kz",
        "mailto:a@b.kz",
        "А. Б. <a@b.kz>",
        "a@b.1",
    ],
)
def test_a_mailbox_has_one_shape_wherever_it_stands(email: str) -> None:
    contact = {"kind": "email", "value": email}
    clauses = [b.a_clause(facts={"contacts": [contact, {"kind": "phone", "value": "1414"}]})]
    named = {b.MINISTRY: {"name": b.said("Әділет министрлігі", "Министерство"), "email": email}}
    case = a_case(a_record(b.a_revision(clauses=clauses)), project=b.a_project(authorities=named))
    assert len(said("L07", case)) == 2


@pytest.mark.parametrize("email", ["a@b.kz", "o'neil+x@mail.gov.kz", "кеңсе@мекеме.қаз", "…"])
def test_a_mailbox_is_a_mailbox(email: str) -> None:
    named = {b.MINISTRY: {"name": b.said("Әділет министрлігі", "Министерство"), "email": email}}
    assert said("L07", a_case(a_record(), project=b.a_project(authorities=named))) == []


HELD = b.an_adopted_revision(1)
ENDED = b.a_revision(
    2,
    kind="repeal",
    dated="2026-07-20",
    consultation=None,
    adopted=b.an_adoption("2026-08-01", "2026-08-10"),
)


@pytest.mark.parametrize(
    ("kind", "name", "others", "expected"),
    [
        ("repeal", "marriage", [HELD], None),
        ("amendment", "marriage", [HELD], "only a repeal has a successor"),
        ("repeal", "marriages", [HELD], "is not another standard"),
        ("repeal", b.STANDARD, [HELD], "is not another standard"),
        ("repeal", "marriage", [HELD, ENDED], "is repealed itself"),
    ],
)
def test_a_repeal_names_a_standard_that_holds_in_its_place(
    kind: str, name: str, others: list[b.Tree], expected: str | None
) -> None:
    ending = a_record(HELD, b.a_revision(2, kind=kind, successor=name))
    other = a_record(*others, standard=b.a_standard("marriage"))
    found = said("L08", a_case(ending, other))
    assert [expected in one for one in found if expected] == [True] * bool(expected)
    assert bool(found) == bool(expected)
