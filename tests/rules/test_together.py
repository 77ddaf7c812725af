"""T06: a text changes in every language, or is declared to differ in one."""

import builders as b
from cases import advised, said, severities
from changed import SHORTER, clauses, followed
from talqy.rules.rule import Case

KK_ONLY = b.said("Қызмет екі күнде көрсетіледі.", "Услуга оказывается.")


def edited(text: list[b.Tree], *editorial: tuple[str, str], frozen: bool = False) -> Case:
    """Make a second text that declares editorial changes."""
    declared = [{"clause": clause, "language": language} for clause, language in editorial]
    return followed(text, editorial=declared, frozen=frozen)


def test_a_text_that_changed_in_one_language_is_told() -> None:
    case = edited(clauses(term={"text": KK_ONLY}))
    assert said("T06", case) == [
        (
            "r2.yaml clauses.#term.text: this text of the clause “term” differs from r1 in: kk; "
            "it is the same in: ru"
        ),
    ]
    assert advised("T06", case) == [
        (
            "change it in every language; if only the wording was put right, "
            "name the clause and the language under editorial"
        ),
    ]
    assert severities("T06", case) == {"error"}


def test_a_declared_change_is_sound() -> None:
    assert said("T06", edited(clauses(term={"text": KK_ONLY}), ("term", "kk"))) == []


def test_what_changed_in_every_language_or_is_new_or_gone_is_sound() -> None:
    assert said("T06", edited(clauses(**SHORTER))) == []
    headed = {"heading": b.said("Мерзімі", "Срок")}
    assert said("T06", edited(clauses(b.a_clause("fee", "4"), term=headed, documents=None))) == []


def test_spaces_and_line_ends_are_no_change() -> None:
    spaced = {"kk": "Қызмет \n көрсетіледі.", "ru": "Услуга оказывается."}
    assert said("T06", edited(clauses(term={"text": spaced}))) == []


def a_document(name: str, kk: str, ru: str) -> b.Tree:
    """Make a document that the applicant brings."""
    return {"id": name, "name": b.said(kk, ru), "source": "applicant"}


def demanding(*documents: b.Tree) -> list[b.Tree]:
    """Make a text that demands these documents."""
    facts = b.complete_clauses()[2]["facts"]
    return clauses(documents={"facts": {**facts, "documents": list(documents)}})


def test_a_name_inside_the_facts_that_changed_in_one_language_is_told_in_its_new_place() -> None:
    photo = a_document("photo", "сурет", "фотография")
    case = edited(demanding(photo, a_document("form", "өтініш", "заявление о выдаче")))
    assert said("T06", case) == [
        (
            "r2.yaml clauses.#documents.facts.documents.1.name: "
            "this text of the clause “documents” differs from r1 in: ru; it is the same in: kk"
        ),
    ]


def test_documents_may_be_added_between_and_told_in_another_order() -> None:
    photo = a_document("photo", "сурет", "фотография")
    assert said("T06", edited(demanding(photo, a_document("form", "өтініш", "заявление")))) == []
    twice = a_document("copy", "өтініш", "копия заявления")
    assert said("T06", edited(demanding(a_document("form", "өтініш", "заявление"), twice))) == []


def test_a_declaration_without_its_change_is_told() -> None:
    case = edited(clauses(**SHORTER), ("term", "kk"), ("general", "ru"))
    assert said("T06", case) == [
        (
            f"r2.yaml editorial.{number}: under editorial, the clause “{clause}” is said to differ "
            f"only in “{language}”: since r1 it changed in every language, or not at all"
        )
        for number, (clause, language) in enumerate([("term", "kk"), ("general", "ru")])
    ]
    assert severities("T06", case) == {"error"}


def test_a_declaration_of_the_other_language_does_not_help() -> None:
    case = edited(clauses(term={"text": KK_ONLY}), ("term", "ru"))
    assert len(said("T06", case)) == 2


def test_in_a_text_that_was_published_both_are_warnings() -> None:
    assert severities("T06", edited(clauses(term={"text": KK_ONLY}), frozen=True)) == {"warning"}
    assert severities("T06", edited(clauses(), ("term", "kk"), frozen=True)) == {"warning"}


def test_of_three_languages_each_that_changed_is_declared() -> None:
    three = {"kk": "Тегін.", "ru": "Бесплатно.", "en": "Free."}
    first = b.an_adopted_revision(clauses=clauses(term={"text": three}))
    text = clauses(term={"text": {**three, "ru": "Бесплатная.", "en": "At no charge."}})
    declared = [{"clause": "term", "language": "ru"}]
    (told,) = said("T06", followed(text, first=first, editorial=declared))
    assert told.endswith("differs from r1 in: en; it is the same in: kk")
    declared.append({"clause": "term", "language": "en"})
    assert said("T06", followed(text, first=first, editorial=declared)) == []


def test_a_language_that_was_missing_may_be_added() -> None:
    first = b.an_adopted_revision(clauses=clauses(term={"text": {"kk": "Қызмет көрсетіледі."}}))
    assert said("T06", followed(clauses(), first=first)) == []
