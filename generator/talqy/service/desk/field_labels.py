"""What fields of facts are called: the names of the one table of facts, and of their parts."""

from collections.abc import Collection, Mapping

from talqy.drafts.draft_fields import FIELDS
from talqy.language.locale import Locale
from talqy.model.facts import FACTS

FACT_LABELS: Mapping[str, str] = {"term": "Term", "documents": "Documents"}
"""The facts whose values name the rows that they stand in on pages."""

LABELS: Mapping[str, str] = {
    "amount": "How much",
    "around_the_clock": "Around the clock",
    "basis": "Provision of the law",
    "break": "Break",
    "case": "For whom or for what",
    "channel": "Only this way to apply",
    "code": "Which one",
    "condition": "When it holds",
    "days": "Days of the week",
    "digest": "Digest of the file",
    "file": "File",
    "for": "For whom or for what",
    "form": "Form of the document",
    "forms": "In which form",
    "free": "Free of charge",
    "from": "From",
    "ground": "Ground of the law",
    "id": "Code of the document",
    "kind": "What it is",
    "language": "Language",
    "name": "Name",
    "place": "Where",
    "source": "Who provides it",
    "system": "Information system",
    "text": "In words of this standard",
    "to": "To",
    "unit": "Unit",
    "value": "Number or address",
    "words": "What it shows",
}
"""The parts of a value, by their keys."""

TEXTS: Mapping[str, str] = {
    **{field.name: field.label for field in FIELDS},
    "heading": "Heading",
    "note": "Note on the acts that changed it",
    "number": "Number",
    "outcome": "What was decided",
    "reason": "Reason",
    "table": "Table",
    "text": "Text",
}
"""The fields of texts and answers, by their keys."""

CHOICES: Mapping[str, str] = {
    "applicant": "The recipient brings",
    "state-system": "The provider takes from state systems",
}


def field_words(locale: Locale, fact: str, key: str) -> str:
    """Return what a field is called: a fact by its name, or a part of one."""
    if key == fact:
        return locale.words(FACT_LABELS.get(fact) or FACTS[fact].label)
    return locale.words(LABELS[key])


def choice_words(locale: Locale, code: str) -> str:
    """Return what one of few choices is called."""
    return locale.words(CHOICES[code])


def text_words(locale: Locale, key: str) -> str:
    """Return what a field of a text or an answer is called; empty of one that has no name."""
    return locale.words(TEXTS[key]) if key in TEXTS else ""


def typed_label(locale: Locale, name: str, languages: Collection[str]) -> str:
    """Return what a field of a form is called, with its language: “Term: When it holds, Russian”.

    What has no name of its own is a field.
    """
    steps = [step for step in name.split(".") if not step.isdecimal()]
    language = steps.pop() if steps and steps[-1] in languages else ""
    fact = next((step for step in steps if step in FACTS), "")
    last = steps[-1] if steps else ""
    named = [field_words(locale, fact, fact)] if fact else []
    if fact and last in LABELS:
        named.append(locale.words(LABELS[last]))
    elif not fact and last in TEXTS:
        named.append(text_words(locale, last))
    said = ": ".join(named) or locale.words("Field")
    return f"{said}, {locale.language_name(language)}" if language else said
