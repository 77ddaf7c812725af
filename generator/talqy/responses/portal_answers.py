"""Marks and replies of the state's portal, as proposals of answers: a person decides.

The portal replies in one language, and of what it accepts it does not say where that can be seen.
So nothing of it is a whole answer; and no mark is no decision.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from talqy.comments.text_language import language_told
from talqy.errors import Saying, Spoken
from talqy.intake.author_words import public_name
from talqy.intake.import_run import portal_pages
from talqy.intake.portal import comment_id
from talqy.intake.portal_days import day_of_comment, day_of_reply
from talqy.language.sayings import in_language
from talqy.model.comment import Outcome
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.register import Record
from talqy.office.portal_values import PortalComment, PortalMark, PortalPage, PortalReply
from talqy.responses.proposed import ProposedResponse

_OUTCOMES = {PortalMark.YES: Outcome.ACCEPTED, PortalMark.NO: Outcome.REJECTED}
_MARKS: Mapping[PortalMark, Spoken] = {
    PortalMark.YES: Saying("marked there as accepted; where the change is made is not said"),
    PortalMark.NO: Saying("marked there as not accepted"),
    PortalMark.NONE: Saying("not marked there: nothing is decided yet"),
}


def proposed_by_portal(
    files: Sequence[Path], record: Record, project: Project
) -> tuple[Mapping[str, ProposedResponse], Sequence[Problem]]:
    """Return what saved pages say to comments on record, by the ids of these; each comment once.

    What has an answer keeps it. Of a file that is no such page it is said why.
    """
    pages, problems = portal_pages(files, project.timezone)
    return _of_pages(pages, record, project.languages), problems


def _of_pages(
    pages: Iterable[PortalPage], record: Record, languages: Sequence[str]
) -> Mapping[str, ProposedResponse]:
    found: dict[str, tuple[PortalComment, PortalPage]] = {}
    for page in pages:
        for one in page.comments:
            name = comment_id(one.id)
            if record.comment(name) and record.response_to(name) is None:
                found.setdefault(name, (one, page))
    repeated = _repeated({name: one for name, (one, _) in found.items()})
    made = {
        name: _proposed(one, page, repeated.get(name, ""), languages)
        for name, (one, page) in found.items()
    }
    return {name: one for name, one in made.items() if one}


def _proposed(
    one: PortalComment, page: PortalPage, repeats: str, languages: Sequence[str]
) -> ProposedResponse | None:
    if one.mark is PortalMark.NONE and not one.replies and not repeats:
        return None
    replies = _in_order(one, page)
    reason = {}
    if replies and (language := language_told(replies[-1][1].text, tuple(languages))):
        reason[language] = replies[-1][1].text
    said = [*_lines(one.mark, replies), *_lacking(reason, languages)]
    if repeats:
        said.append(Saying("the same words of the same author stand in another comment there"))
        return ProposedResponse(Outcome.DUPLICATE, reason, tuple(said), repeats)
    return ProposedResponse(_OUTCOMES.get(one.mark), reason, tuple(said))


def _in_order(one: PortalComment, page: PortalPage) -> list[tuple[date | None, PortalReply]]:
    """Return the replies with their days, the last one last: that is the decision."""
    asked = day_of_comment(one.day, page)
    dated = [(day_of_reply(reply.day, asked), reply) for reply in one.replies]
    return sorted(dated, key=lambda said: (said[0] or date.min, int(said[1].id or 0)))


def _lines(
    mark: PortalMark, replies: Sequence[tuple[date | None, PortalReply]]
) -> Iterator[Spoken]:
    yield _MARKS[mark]
    for day, reply in replies:
        values = {"day": day.isoformat() if day else "?", "words": reply.text}
        yield Saying("reply of {day}: {words}", values)


def _lacking(reason: Mapping[str, str], languages: Sequence[str]) -> Iterator[Spoken]:
    for language in languages:
        if language not in reason:
            values = {"language": in_language(language)}
            yield Saying("there is no reason {language} on the portal: write it", values)


def _repeated(comments: Mapping[str, PortalComment]) -> Mapping[str, str]:
    """Return which comments repeat another of the same author, word for word.

    What the authority has dealt with is the one that is repeated, else the first one.
    """
    alike: dict[tuple[str, str], list[tuple[str, PortalComment]]] = defaultdict(list)
    for name, one in comments.items():
        if author := public_name(one.author).casefold():
            alike[author, " ".join(one.text.split())].append((name, one))
    found: dict[str, str] = {}
    for same in alike.values():
        same.sort(key=lambda said: (not (said[1].mark or said[1].replies), int(said[1].id)))
        (main, _), *others = same
        found |= {name: main for name, one in others if not (one.mark or one.replies)}
    return found
