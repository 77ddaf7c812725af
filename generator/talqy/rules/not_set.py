"""C11: what is said not to be set, and the clause about it sets all the same.

Only the clause about a row is read, and only what each of its languages says alike: a term of
complaints is no term of the service. Where the clause itself says that it sets nothing, it is
believed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.facts import FACTS
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause
from talqy.model.standing import LIVING, is_mendable
from talqy.rules.completeness import rows_set
from talqy.rules.rule import CheckContext, breach, rule
from talqy.wording.channels import channels_as_ways, named_channels
from talqy.wording.labels import items
from talqy.wording.pieces import lowered
from talqy.wording.plain_values import is_plain_term, said_alike
from talqy.wording.quantity import Measure
from talqy.wording.turns import prices
from talqy.wording.weekdays import round_the_clock

_SETS_NOTHING = re.compile(
    r"не (?:устан|треб|истреб|определ|предусм|регулир|представл|указ)"
    r"|белгіленбе|талап етілме|сұралма|айқындалма|көзделме|реттелме|ұсынылма|көрсетілмеген"
)
_FEWEST = 2
_FACTS = {fact.row: name for name, fact in FACTS.items() if fact.row}


@rule("C11", level=Level.WARNING, source="Law No. 88-V, art. 14, 3-1): list of basic requirements")
def rows_called_unset_are_not_said(context: CheckContext) -> Iterator[Problem]:
    """No row is named under not_set while the words of the clause about it set it."""
    for record, revision, standing in context.revisions():
        if standing.stage not in LIVING:
            continue
        rows = rows_set(revision)
        for number, entry in enumerate(revision.not_set):
            for clause in revision.walk() if entry.row not in rows else ():
                said = _set_by(clause, entry.row, context.register.codes)
                if said:
                    yield breach(
                        paths.revision_file(record.id, revision.revision),
                        ("not_set", number),
                        "the row “{row}” is named as not set, yet the clause “{clause}” says: "
                        "{said}",
                        "write “{fact}” under facts of the clause, and take the row out of not_set",
                        row=entry.row,
                        clause=clause.id,
                        said=", ".join(said),
                        fact=_FACTS[entry.row],
                        mild=not is_mendable(standing.stage),
                    )


def _set_by(clause: Clause, row: str, codes: CodeLists) -> Sequence[str]:
    """Return the words by which the clause about a row sets it; none of any other clause."""
    if not _is_about(clause, row, codes):
        return ()
    texts = [one.text for one in clause.walk() if one.text]
    spoken = {
        language: "\n".join(text[language] for text in texts if language in text)
        for language in dict.fromkeys(language for text in texts for language in text)
    }
    if any(_SETS_NOTHING.search(lowered(words)) for words in spoken.values()):
        return ()
    return list(dict.fromkeys(_said(spoken, row)))


def _is_about(clause: Clause, row: str, codes: CodeLists) -> bool:
    """Return whether a clause has the name of a row as its id or as its heading."""
    names, heading = codes.named("requirement-row", row), clause.heading or {}
    return clause.id in {row, _FACTS.get(row)} or any(
        heading.get(language, "").casefold() == name.casefold() for language, name in names.items()
    )


def _said(texts: Mapping[str, str], row: str) -> Iterator[str]:
    alike = said_alike(texts)
    first = next(iter(texts.values()), "")
    kind = {"payment": Measure.FEE, "schedule": Measure.TIME}.get(row)
    for one in alike:
        if one.kind is kind or (row == "term" and is_plain_term(one)):
            yield first[one.start : max(one.end, one.said_end)]
    if found := [_turns(words, language, row) for language, words in texts.items()]:
        yield from (
            said for name, said in found[0].items() if all(name in other for other in found)
        )


def _turns(words: str, language: str, row: str) -> Mapping[str, str]:
    """Return what a text says of a row in other words than numbers, by what it is."""
    if row == "payment":
        turns = prices(words, language)
        return {one.name: words[one.start : one.end] for one in turns if one.name == "free"}
    if row == "channels":
        named = named_channels(words, language)
        return named if len(named) >= _FEWEST else channels_as_ways(words, language)
    if row == "schedule":
        always = round_the_clock(words, language)
        return {"always": always} if always else {}
    labels = items(words) if row == "documents" else []
    return {"list": ", ".join(labels).strip()} if len(labels) >= _FEWEST else {}
