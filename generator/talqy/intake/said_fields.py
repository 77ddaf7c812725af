"""The fields of a comment, each read from what somebody said, with what cannot be read of it.

The author's words are put into one Unicode form (NFC), without spaces around them; else they stay
to the sign.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from talqy.comments import clause_kinds
from talqy.comments.clause_names import Target, also_called, clause_named, clause_with
from talqy.comments.consent_words import consent_of
from talqy.comments.form_words import code_of, is_yes, language_of
from talqy.comments.judge import is_too_short
from talqy.comments.kinds import STATE_BODY_CLAIMED
from talqy.comments.publication import hides_the_name
from talqy.comments.text_language import language_told
from talqy.comments.wishes import asks_nothing, language_of_saying, wish_of
from talqy.errors import Named, Saying, Spoken
from talqy.intake import import_kinds, row_kinds
from talqy.intake.author_words import (
    body_named,
    has_digits,
    is_foreigner,
    looks_unlike_name,
    public_name,
    says_more,
)
from talqy.intake.clause_told import Told, clause_told
from talqy.intake.form_days import day_of
from talqy.intake.said_beside import hides_name_beside
from talqy.intake.submission import ImportContext, Submission
from talqy.language.clause_sayings import spoken_clauses
from talqy.language.sayings import spoken_codes
from talqy.law.periods import is_still_to_come
from talqy.model.comment import CONSENT, WHOLE, AuthorKind, CommentKind
from talqy.model.problem import Kind, Problem
from talqy.office.grids import at

WORDS = ("quote", "text", "proposal")
_MARKUP = re.compile(r"<[^<>]{0,200}>|\{\{[^{}]{0,200}\}\}|&\w{1,10};")
_YES_OR_NO = Named({"en": "yes, no", "ru": "да, нет", "kk": "иә, жоқ"})


def tree_of(
    submission: Submission, context: ImportContext, said: Mapping[str, str], problems: list[Problem]
) -> dict[str, Any]:
    """Return what was said in the form of a comment's file; what cannot be read is a problem.

    The problems are added to `problems`, each under the path of its field.
    """
    codes, project = context.judge.register.codes, context.judge.register.project
    texts = {key: _tidy(said[key]) for key in WORDS if key in said}
    target = _target(submission, context, said, problems)
    kind = _kind(submission, said, texts, problems)
    asked = {"channel": "unknown", **said, "kind": kind}
    tree: dict[str, Any] = {
        "schema": "1",
        "standard": context.record.id,
        "revision": context.revision.revision,
        "clause": target or WHOLE,
        "language": _language(submission, said, project.languages, problems),
        "kind": code_of("comment-kind", asked["kind"], codes),
        "received": _day(submission, context, said, problems),
        "channel": code_of("comment-channel", asked["channel"], codes),
        "author": _author(submission, asked, context, problems),
        **texts,
        "consent": _consent(submission, said, problems),
    }
    if "in_reply_to" in said:
        tree["in_reply_to"] = said["in_reply_to"].strip()
    if submission.made_at:
        tree["source"] = submission.made_at.model_dump(mode="json", exclude_none=True)
    if submission.group:
        tree["group"] = submission.group
    if submission.attachments:
        tree["attachments"] = [one.model_dump(mode="json") for one in submission.attachments]
    return tree


def _target(
    submission: Submission, context: ImportContext, said: Mapping[str, str], problems: list[Problem]
) -> Target:
    """Return the clause that is meant: by its name, by words of it that are quoted, by the text."""
    if any(note.is_error and note.path == ("clause",) for note in submission.notes):
        return ""  # its reader has asked for it already
    name, place = said.get("clause", ""), submission.place_of("clause")
    standard, revision = context.record.id, context.revision
    if name.strip():
        target, notes = clause_named(name, standard, revision, place)
        notes += _at_odds(submission, target, context)
    elif quoted := clause_with(said.get("quote", ""), revision):
        return quoted.id
    elif said.get("text"):
        told = Told(
            words="\n\n".join(said[key] for key in ("text", "proposal") if key in said),
            above=f"{submission.subject}\n\n{submission.heading}",
            names=submission.titles,
            titles=tuple(context.record.standard.title.values()),
        )
        target, notes = clause_told(told, standard, revision, place)
    else:
        return WHOLE
    problems += [replace(problem, path=("clause",)) for problem in notes]
    return target


def _at_odds(submission: Submission, target: Target, context: ImportContext) -> Iterator[Problem]:
    """Find that a letter calls a clause by the name of another one than its code says."""
    called, revision = submission.called, context.revision
    if isinstance(target, str) and target and (others := also_called(called, target, revision)):
        said = spoken_clauses(revision, list(others))
        place = submission.place_of("clause")
        yield at(clause_kinds.CLAUSE_AT_ODDS, place, value=f"{called} ({target})", clauses=said)


def _tidy(text: str) -> str:
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines.strip()


def _kind(
    submission: Submission, said: Mapping[str, str], texts: Mapping[str, str], found: list[Problem]
) -> str:
    """Return what is wanted: what is said of it, else what the words ask for, which is told."""
    if kind := said.get("kind", ""):
        return kind
    wish = wish_of(texts.get("text", ""), texts.get("proposal", ""))
    if not wish.is_sure and submission.made_at:
        return CommentKind.UNKNOWN
    if not wish.is_sure:
        found.append(_at(submission, import_kinds.KIND_ASSUMED, "kind"))
    return wish.kind


def _author_kind(
    submission: Submission, said: str, context: ImportContext, problems: list[Problem]
) -> tuple[str, str]:
    """Return the kind of an author, and the name where a body is named in its place."""
    codes = context.judge.register.codes
    kind = code_of("author-kind", said, codes)
    if kind in codes.codes("author-kind"):
        return kind, ""
    if body := body_named(said):
        return body
    problems.append(_unknown(submission, "author", said, spoken_codes(codes, "author-kind")))
    return kind, ""


def _author(
    submission: Submission, said: Mapping[str, str], context: ImportContext, problems: list[Problem]
) -> dict[str, Any]:
    kind, body = _author_kind(submission, said.get("author", "individual"), context, problems)
    name = _tidy(public_name(said.get("name", "") or body))
    if "author" not in said and (named := body_named(name)):
        kind = named[0]
    author: dict[str, Any] = {"kind": kind}
    if submission.draft and kind == AuthorKind.STATE_BODY:
        problems.append(_at(submission, STATE_BODY_CLAIMED, "author"))
    is_foreign = is_yes(said.get("foreign", ""))
    if is_foreign is None:
        problems.append(_unknown(submission, "foreign", said["foreign"], _YES_OR_NO))
    if is_foreign or is_foreigner(said.get("author", "")):
        author["foreign"] = True
    is_hidden = any(hides_the_name(said.get(key, "")) for key in ("text", "proposal", "quote"))
    is_hidden = is_hidden or (bool(name) and hides_name_beside(submission))
    if name and not is_hidden and _is_name(submission, name, kind, problems):
        author["name"] = name
    return author


def _is_name(submission: Submission, name: str, kind: str, problems: list[Problem]) -> bool:
    """Return whether a name may stand in the comment; what is doubtful is told."""
    is_body = kind != "individual" or body_named(name)
    if is_body and not says_more(name) and ":" not in name:
        return True
    if says_more(name) or looks_unlike_name(name) or ":" in name:
        problems.append(_at(submission, row_kinds.NAME_UNLIKELY, "name", value=name))
        return False
    if has_digits(name):
        problems.append(_at(submission, row_kinds.NAME_WITH_DIGITS, "name"))
    return True


def _language(
    submission: Submission,
    said: Mapping[str, str],
    languages: tuple[str, ...],
    problems: list[Problem],
) -> str:
    text = said.get("text", "")
    if submission.made_at:
        text = _MARKUP.sub(" ", text)  # there it is no fault, and of no language
    language = language_of(said.get("language", "")) or language_told(text, languages)
    if not language and (saying := language_of_saying(text)) in languages:
        language = saying
    # What is no comment is said by the judge; in which language would lead astray.
    if not language and text and not is_too_short(text) and not asks_nothing(text):
        known = " / ".join(languages)
        problems.append(_at(submission, import_kinds.LANGUAGE_UNKNOWN, "language", languages=known))
    return language or languages[0]


def _day(
    submission: Submission, context: ImportContext, said: Mapping[str, str], problems: list[Problem]
) -> str:
    """Return the day of receipt; what the clerk says holds before a day that is still to come."""
    timezone, today = context.judge.project.timezone, context.judge.today
    written = said.get("received", "")
    if not written:
        problems.append(_at(submission, import_kinds.NO_DAY, "received"))
        return "2000-01-01"
    day = day_of(written, timezone)
    if day is None:
        problems.append(_at(submission, import_kinds.DAY_UNCLEAR, "received", value=written))
    elif is_still_to_come(day, today) and (known := context.unsaid.get("received")):
        return known
    return day.isoformat() if day else "2000-01-01"


def _consent(submission: Submission, said: Mapping[str, str], problems: list[Problem]) -> str:
    """Return the consent: who sends a comment agrees, but a form that asks must say yes."""
    consent = said.get("consent", "true")
    agrees = consent_of(consent)
    if agrees is None:
        problems.append(_at(submission, import_kinds.CONSENT_UNKNOWN, "consent", value=consent))
    elif not agrees:
        problems.append(_at(submission, import_kinds.NO_CONSENT, "consent"))
    return submission.agreed_to or CONSENT


def _unknown(submission: Submission, name: str, value: str, known: Spoken) -> Problem:
    what = Saying("Kind of author" if name == "author" else "Foreign author")
    return _at(submission, import_kinds.WORD_UNKNOWN, name, what=what, value=value, known=known)


def _at(submission: Submission, kind: Kind, name: str, **values: object) -> Problem:
    place = submission.place_of(name)
    return Problem(kind, place.file, values, (name,), place.line, place.column)
