"""The one judge of “is this an answer?”: for `respond`, workbooks, `check`, `merge`, gate, report.

The law asks for a report with reasons on every comment. An answer is one where each language has a
reason of its own, a repeated comment leads to one that was decided on, and a comment that was
withdrawn was taken back by its author.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from talqy.comments import answer_kinds as kinds
from talqy.comments.no_comment import no_answer
from talqy.comments.patterns import pattern_of, plain_words
from talqy.comments.reasons import is_part, keys_of, telling_words, words_of
from talqy.comments.text_language import is_other_language
from talqy.language.sayings import in_language
from talqy.law.periods import is_late
from talqy.model.comment import ACCEPTED, Comment, Outcome, Response
from talqy.model.problem import Path, Problem
from talqy.model.register import Record
from talqy.project.shipped import everyday_names, shipped_codes

# What is said by the outcome itself: no decision was made.
_SAY_ALL = frozenset({Outcome.DUPLICATE, Outcome.LATE})
# «Учтено» is accepted to one and noted to another: no name of an outcome, and no reason either.
_OF_SEVERAL = ("учтено", "учесть", "ескерілді", "ескерілсін", "ескеру")
# A courteous sentence is an answer to these; a word or two is none. What was accepted shows where.
_COURTEOUS = _SAY_ALL | {Outcome.NOTED, Outcome.ACCEPTED}
_LEAST_OF_SENTENCE, _LEAST_ALIKE, _LEAST_QUOTED = 3, 3, 5
_UNDECIDED = frozenset({Outcome.LATE, Outcome.WITHDRAWN})
# Who asked, or by what.
_ASKED = pattern_of(
    r"\b(?:автор\w*|заявител\w*|граждан\w*|гражданк\w*|услугополучател\w*|организаци\w*|отправител\w*"
    r"|просьб\w*|попросил\w*|просил\w*|заявлени\w*|письм\w*|обращени\w*|звон\w+|сам[аи]?"
    r"|өтініш\w*|азамат\w*|алушы\w*|ұйым\w*|хат\w*|сұра\w+|өзі\w*|жіберуші\w*"
    r"|author\w*|request\w*|letter\w*)\b"
)
_SHOWN = 200


def answer_faults(record: Record, comment: Comment) -> Iterator[Problem]:
    """Yield why the response to a comment is no answer to it."""
    response = record.response_to(comment.id)
    if response is None:
        return
    file = comment.path.response_file
    for language, reason in response.reason.items():
        yield from _reason(file, ("reason", language), reason, comment, response)
    for language, gist in (response.gist or {}).items():
        yield from no_answer(file, ("gist", language), gist)
    yield from _languages(file, "reason", response.reason, kinds.OF_REASONS)
    yield from _languages(file, "gist", response.gist or {}, kinds.OF_GISTS)
    if response.outcome is Outcome.DUPLICATE:
        yield from _repeated(file, record, comment)
    elif response.outcome is Outcome.WITHDRAWN:
        for language, reason in response.reason.items():
            if not _ASKED.search(plain_words(reason)):
                yield kinds.NOT_ASKED.at(file, ("reason", language))


def _reason(
    file: str, path: Path, reason: str, comment: Comment, response: Response
) -> Iterator[Problem]:
    if not reason.strip():
        return  # P01 names the language that is missing
    found = [] if response.outcome is Outcome.DUPLICATE else list(no_answer(file, path, reason))
    if found:
        yield from found
    elif _says_nothing(reason, response.outcome):
        yield kinds.NO_REASON.at(file, path, words=reason[:_SHOWN])
    elif _is_the_authors(reason, comment, response.outcome):
        yield kinds.AUTHORS_WORDS.at(file, path)


def _says_nothing(reason: str, outcome: Outcome) -> bool:
    """Return whether a reason holds only what any answer could say."""
    words = words_of(reason)
    if named := _names().get(words):
        return outcome not in named or outcome not in _SAY_ALL
    if telling_words(reason):
        return False
    return outcome not in _COURTEOUS or len(set(words)) < _LEAST_OF_SENTENCE


@cache
def _names() -> Mapping[tuple[str, ...], frozenset[Outcome]]:
    """Return the outcomes that bear a name, official or everyday, by the words of it."""
    found: dict[tuple[str, ...], frozenset[Outcome]] = {}
    for outcome in Outcome:
        official = shipped_codes().named("outcome", outcome).values()
        everyday = everyday_names()["outcome"].get(outcome.value, ())
        for words in keys_of((outcome.value, *official, *everyday)):
            found[words] = found.get(words, frozenset()) | {outcome}
    for words in keys_of(_OF_SEVERAL):
        found[words] = frozenset({Outcome.ACCEPTED, Outcome.NOTED})
    return found


def _is_the_authors(reason: str, comment: Comment, outcome: Outcome) -> bool:
    """Return whether a reason is the comment's own text, or cut out of it.

    What was asked for may be said again where it was accepted: so the text will be.
    """
    said = telling_words(reason)
    if said and said == telling_words(comment.text):
        return True
    if outcome in ACCEPTED or len(said) < _LEAST_ALIKE:
        return False
    asked = (comment.text, comment.proposal or "", comment.quote or "")
    if any(said == telling_words(text) for text in asked[1:]):
        return True
    words = words_of(reason)
    return len(said) >= _LEAST_QUOTED and any(is_part(words, words_of(text)) for text in asked)


def _languages(
    file: str, key: str, said: Mapping[str, str], of: kinds.LanguageKinds
) -> Iterator[Problem]:
    """Yield the texts of an answer that are those of another language, or written in one."""
    seen: set[tuple[str, ...]] = set()
    if _are_swapped(said):
        yield of.swapped.at(file, (key,))
        return
    for language, text in said.items():
        words = words_of(text)
        if words in seen and len(telling_words(text)) >= _LEAST_ALIKE:
            yield of.same.at(file, (key, language))
        elif is_other_language(text, language):
            yield of.other.at(file, (key, language), language=in_language(language))
        seen.add(words)


def _are_swapped(said: Mapping[str, str]) -> bool:
    """Return whether what is said in Kazakh and in Russian each stands in the other's place."""
    pair = [(language, said.get(language, "")) for language in ("kk", "ru")]
    return all(text and is_other_language(text, language) for language, text in pair) and (
        not any(
            is_other_language(text, other)
            for (_, text), other in zip(pair, ("ru", "kk"), strict=True)
        )
    )


def _repeated(file: str, record: Record, comment: Comment) -> Iterator[Problem]:
    """Yield what is wrong with where a repeated comment leads: to itself, or to no decision."""
    *_, last = chain = list(_chain(record, comment.id))
    if last in chain[:-1]:
        if last == comment.id and len(chain) > 2:  # L04 says it of one that repeats itself
            names = ", ".join(map(record.comment_name, chain[1:]))
            yield kinds.CIRCLE.at(file, ("duplicate_of",), comments=names)
        return
    end, main = record.response_to(last), record.comment(last)
    revision = record.revision(comment.revision)
    talk = revision.consultation if revision else None
    if end and main and end.outcome in _UNDECIDED and not is_late(comment.received, talk):
        name = record.comment_name(last)
        yield kinds.REPEATS_NOTHING.at(file, ("duplicate_of",), main=name)


def _chain(record: Record, name: str) -> Iterator[str]:
    """Yield a comment and those that it repeats, one through the other, up to one seen before."""
    seen: set[str] = set()
    here: str | None = name
    while here:
        yield here
        if here in seen:
            return
        seen.add(here)
        response = record.response_to(here)
        here = response.duplicate_of if response else None
