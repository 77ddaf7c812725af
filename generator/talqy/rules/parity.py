"""P: parity of the languages. Both are official, so neither may say more, less or otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from talqy.law.mending import is_frozen
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.rules.fact_texts import fact_faults
from talqy.rules.facts_left import clauses_left
from talqy.rules.rule import CheckContext, SpokenText, breach, rule
from talqy.wording.agreement import (
    are_swapped,
    is_in,
    numbers_apart,
    turned,
    units_apart,
)
from talqy.wording.labels import items
from talqy.wording.quantities import quantities

_EQUAL = (
    "both languages are official and equal; the register is kept in both (Law No. 88-V, art. 12)"
)
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Letters of other scripts that look like Cyrillic ones, Kazakh letters among them.
_LOOK_ALIKE = re.compile(r"[A-Za-zƏəƟɵÁÄÇÖÜİıĞğŞş]")


@rule("P01", is_together=True, source=_EQUAL)
def every_language_is_there(context: CheckContext) -> Iterator[Problem]:
    """Every official text is there in every language that the project had when it began."""
    lacking = [text for part in _parts_that_lack(context) for text in part.texts]
    if not any(_lacked(text) for text in lacking):
        return
    frozen = set(_frozen_files(context))
    told = {code for text in context.texts if text.file in frozen for code in text.spoken}
    for text in lacking:
        for language in _lacked(text):
            is_old = text.file in frozen or paths.is_in(text.file, paths.COMMENTS)
            advice = "write it; the languages are published together"
            if frozen and is_old and language not in told:
                advice = (
                    "no frozen text has this language, and none can gain it: give the language its "
                    "first day, under languages in standards/project.yaml: "
                    "{code: {language}, since: 2027-01-01}; what opened before that day, and its "
                    "answers, need not have it"
                )
            yield breach(
                text.file,
                text.path,
                "the text is missing in the language “{language}”",
                advice,
                language=language,
            )


def _parts_that_lack(whole: CheckContext) -> Iterator[CheckContext]:
    """Yield the parts in which a text lacks a language; from which day on each is asked for is not.

    What they answered may be recalled from an earlier run.
    """
    languages = whole.register.project.languages

    def is_any_lacking(part: CheckContext) -> bool:
        return any(not text.spoken.get(one, "").strip() for text in part.texts for one in languages)

    for part in whole.alone:
        if whole.recall(part, "lacks a language", partial(is_any_lacking, part)) is not False:
            yield part


def _lacked(text: SpokenText) -> list[str]:
    """Return the languages that a text must have and has not."""
    return [one for one in text.languages if not text.spoken.get(one, "").strip()]


def _frozen_files(context: CheckContext) -> Iterator[str]:
    """Yield the files of the texts that can no longer gain a language."""
    for record, revision in context.register.revisions():
        if is_frozen(revision, context.assessment.today):
            yield paths.revision_file(record.id, revision.revision)


@rule("P02", of_words=True, source=_EQUAL)
def numbers_are_the_same(context: CheckContext) -> Iterator[Problem]:
    """The same numbers stand in every language of a text, in figures or in words."""
    return _where_they_may_not_differ(context, _numbers)


def _numbers(text: SpokenText) -> Iterator[Problem]:
    for first, other in _pairs(text):
        # What is not a clause is told in other words: there, a number in words may be a turn.
        apart = numbers_apart(text.spoken, first, other, in_words=bool(text.clause))
        if apart:
            yield breach(
                text.file,
                (*text.path, other),
                "the numbers differ: only in “{first}”: {left}; only in “{other}”: {right}",
                "compare the two texts; what is written in words counts as figures do",
                first=first,
                left=", ".join(apart.left) or "–",
                other=other,
                right=", ".join(apart.right) or "–",
                mild=not text.mendable,
            )


@rule("P03", of_words=True, source=_EQUAL)
def lists_are_equally_long(context: CheckContext) -> Iterator[Problem]:
    """A text has as many items “1)”, “2)”, “a)”, “b)” … in each language."""
    return _where_they_may_not_differ(context, _items)


def _items(text: SpokenText) -> Iterator[Problem]:
    counts = {language: len(items(words)) for language, words in text.spoken.items()}
    if len(set(counts.values())) > 1:
        yield breach(
            text.file,
            text.path,
            "the number of items differs between the languages ({counted})",
            "begin each item on its own line with “1) ” in every language",
            counted=_counted(counts),
            mild=not text.mendable,
        )


@rule(
    "P04",
    of_words=True,
    level=Level.WARNING,
    source="mixed alphabets, as met in official texts (“күнтiзбелiк” with Latin letters)",
)
def words_have_one_alphabet(context: CheckContext) -> Iterator[Problem]:
    """No word mixes Cyrillic letters with Latin ones that look like them."""
    for text in context.texts:
        for language, words in text.spoken.items():
            for word in mixed_words(words):
                yield breach(
                    text.file,
                    (*text.path, language),
                    "the word “{word}” has a Latin letter among Cyrillic ones: {letters}",
                    "type the word again; search and screen readers do not find it otherwise",
                    word=word,
                    letters=", ".join(sorted(set(_LOOK_ALIKE.findall(word)))),
                )


def mixed_words(text: str) -> Iterator[str]:
    """Yield the words that mix the alphabets."""
    if not _LOOK_ALIKE.search(text):
        return
    for word in _WORD.findall(text):
        if _CYRILLIC.search(word) and _LOOK_ALIKE.search(word):
            yield word


# --- the texts of clauses -------------------------------------------------------------------------


@rule("P05", of_words=True, source=_EQUAL, level=Level.WARNING)
def paragraphs_are_equally_many(context: CheckContext) -> Iterator[Problem]:
    """The text of a clause has as many paragraphs in each language."""
    return _where_they_may_not_differ(context, _paragraphs)


def _paragraphs(text: SpokenText) -> Iterator[Problem]:
    if not text.clause or any(_items(text)):
        return
    counts = {
        language: sum(bool(line.strip()) for line in words.splitlines())
        for language, words in text.spoken.items()
        if words.strip()
    }
    if len(set(counts.values())) > 1:
        yield breach(
            text.file,
            text.path,
            "the number of paragraphs differs between the languages ({counted})",
            "compare the texts line by line: one is missing, or two are joined",
            counted=_counted(counts),
        )


@rule("P06", of_words=True, source="a number stands in figures and in words: they say the same")
def figures_say_what_their_words_say(context: CheckContext) -> Iterator[Problem]:
    """A number in figures and the words in brackets behind it are the same number."""
    return _where_they_may_not_differ(context, _figures)


def _figures(text: SpokenText) -> Iterator[Problem]:
    for language, words in text.spoken.items():
        for one in quantities(words, language):
            if one.disagrees:
                yield breach(
                    text.file,
                    (*text.path, language),
                    "“{said}”: the figures say one number, the words in brackets another",
                    "write the same number twice",
                    said=words[one.start : one.end],
                    mild=not text.mendable,
                )


@rule("P07", of_words=True, source=_EQUAL)
def units_are_the_same(context: CheckContext) -> Iterator[Problem]:
    """A number of a clause has the same unit in every language: working days or calendar days."""
    return _where_they_may_not_differ(context, _units)


def _units(text: SpokenText) -> Iterator[Problem]:
    for first, other in _pairs(text) if text.clause else ():
        apart = units_apart(text.spoken, first, other)
        if apart and not numbers_apart(text.spoken, first, other):
            yield breach(
                text.file,
                (*text.path, other),
                "the units differ: in “{first}”: {left}; in “{other}”: {right}",
                "compare the two texts; a working day is no calendar day",
                first=first,
                left=", ".join(apart.left),
                other=other,
                right=", ".join(apart.right),
                mild=not text.mendable,
            )


@rule("P08", of_words=True, source=_EQUAL, level=Level.WARNING)
def nothing_is_turned_around(context: CheckContext) -> Iterator[Problem]:
    """A clause denies, lets and demands the same in every language."""
    return _where_they_may_not_differ(context, _turned)


_TURNED = {
    "not": "one language says “not”, the other does not: “{left}” – “{right}”",
    "duty": "one language says “may”, the other “must”: “{left}” – “{right}”",
}


def _turned(text: SpokenText) -> Iterator[Problem]:
    for first, other in _pairs(text) if text.clause else ():
        for what, left, right in turned(text.spoken, first, other):
            yield breach(
                text.file,
                (*text.path, other),
                _TURNED[what],
                "compare the two texts; where they say the same in other words, name the clause "
                "under parity, with a note",
                left=left,
                right=right,
            )


@rule("P09", of_words=True, source=_EQUAL, level=Level.WARNING)
def each_text_is_in_its_language(context: CheckContext) -> Iterator[Problem]:
    """The Kazakh text of a clause is Kazakh and the Russian one Russian, and they are not equal."""
    return _where_they_may_not_differ(context, _languages)


def _languages(text: SpokenText) -> Iterator[Problem]:
    if not text.clause or not {"kk", "ru"} <= set(text.spoken):
        return
    kazakh, russian = text.spoken["kk"].strip(), text.spoken["ru"].strip()
    if kazakh == russian and len(kazakh.split()) > 1 and _CYRILLIC.search(kazakh):
        yield _wrong_language(text, "the Kazakh and the Russian text are the same")
    elif are_swapped(text.spoken):
        yield _wrong_language(text, "the Kazakh text stands under ru, the Russian one under kk")
    else:
        for language in ("kk", "ru"):
            for line in text.spoken[language].splitlines():
                if not is_in(line, language):
                    message = "this is not in the language “{language}”: {line}"
                    yield _wrong_language(text, message, language=language, line=line.strip())


def _wrong_language(
    text: SpokenText, message: str, language: str = "kk", line: str = ""
) -> Problem:
    path = (*text.path, language)
    hint = "write each text in its language"
    return breach(text.file, path, message, hint, language=language, line=line)


# --- what may differ ------------------------------------------------------------------------------

_COMPARED = (_numbers, _items, _paragraphs, _figures, _units, _turned, _languages)


@rule(
    "P11",
    of_words=True,
    source="a waiver that nothing needs hides the next fault",
    level=Level.WARNING,
)
def what_may_differ_does(context: CheckContext) -> Iterator[Problem]:
    """A clause that is named under parity differs between its languages."""
    for record, revision, _ in context.revisions():
        if not revision.parity:
            continue
        file = paths.revision_file(record.id, revision.revision)
        texts = [text for text in context.texts if text.file == file and text.is_waived]
        needed = {text.clause for text in texts if any(any(find(text)) for find in _COMPARED)}
        needed |= {clause for clause, _ in fact_faults(revision)}
        needed |= set(clauses_left(record.base_of(revision), revision))
        for number, note in enumerate(revision.parity):
            if note.clause not in needed and revision.clause(note.clause):
                yield breach(
                    file,
                    ("parity", number),
                    "the languages of the clause “{clause}” agree, and with its facts",
                    "take this entry out of parity",
                    clause=note.clause,
                )


def _where_they_may_not_differ(
    context: CheckContext, find: Callable[[SpokenText], Iterator[Problem]]
) -> Iterator[Problem]:
    return (problem for text in context.texts if not text.is_waived for problem in find(text))


def _pairs(text: SpokenText) -> Iterator[tuple[str, str]]:
    """Yield the first language with each other one."""
    first, *others = text.spoken
    return ((first, other) for other in others)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{language}: {count}" for language, count in counts.items())
