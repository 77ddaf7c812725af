"""All that is looked at in a new comment: its form, texts and meaning, and who says the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from talqy.comments import comment_words as words
from talqy.comments.candidate import Candidate, candidate
from talqy.comments.comment_path import Place
from talqy.comments.content import content, habits, personal, published
from talqy.comments.duplicates import alike, plain_words
from talqy.comments.meaning import Desk, meaning
from talqy.comments.names import impersonation
from talqy.comments.verdict import Finding
from talqy.errors import ProjectBrokenError
from talqy.gate.heard import Heard
from talqy.gate.request import Request
from talqy.gate.verdict import Profile, has_failed
from talqy.model.project import Project
from talqy.model.register import Record, Register
from talqy.project.git import ChangedFile

# Fields whose values are chosen from lists, or are shapes of their own: nothing is written in them.
_WRITTEN = frozenset({"text", "quote", "proposal", "author"})
_MOST_NAMED = 5


@dataclass(frozen=True)
class Base:
    """What the base says, as far as it matters here, and the day."""

    register: Register
    today: date

    @property
    def project(self) -> Project:
        """The base's settings."""
        return self.register.project

    def record(self, standard: str) -> Record | None:
        """Find a standard that could be read."""
        return next((r for r in self.register.records if r.id == standard), None)


def candidates(
    request: Request,
    base: Base,
    looked: Iterable[tuple[Place, ChangedFile]],
    data: Mapping[str, bytes | None],
    profile: Profile,
) -> Iterator[tuple[Candidate, list[Finding]]]:
    """Look at each new comment, also beside those that came with it."""
    context = {"languages": base.project.languages, "codes": base.register.codes.lists}
    heard, public = Heard(request), dict[tuple[str, int], frozenset[str]]()
    for place, _ in looked:
        if (said := data.get(place.path)) is None:
            continue
        new = candidate(place, said, context)
        found = list(new.findings)
        key = (place.standard, place.revision)
        if key not in public:
            public[key] = _public(base, *key)
        found += _of_leaves(new, public[key])
        found += _of_comment(new, base, heard, is_claim=profile is Profile.SINGLE)
        yield new, found


def _of_leaves(new: Candidate, public: frozenset[str]) -> Iterator[Finding]:
    """Look at every text of a file, whatever its key is."""
    path = new.place.path
    seen: set[str] = set()
    for where, text in new.leaves:
        found = list(personal(path, where, text, public))
        if where[0] in _WRITTEN or len(text) > 40:
            found += content(path, where, text)
        if where[0] in ("text", "proposal"):
            found += habits(path, where, text)
        for finding in found:
            key = f"{finding.problem.code} {finding.problem.message} {where}"
            if key not in seen:
                seen.add(key)
                yield finding


def _public(base: Base, standard: str, number: int) -> frozenset[str]:
    """Return what an authority has published itself: it may be quoted."""
    record = base.record(standard)
    revision = record.revision(number) if record else None
    texts = [a.email for a in base.project.authorities.values() if a.email]
    for clause in revision.walk() if revision else ():
        texts += [*(clause.text or {}).values(), *(clause.heading or {}).values()]
    return published(texts)


def _of_comment(new: Candidate, base: Base, heard: Heard, *, is_claim: bool) -> Iterator[Finding]:
    """Look at what can be read as a comment."""
    place, comment = new.place, new.comment
    if other := heard.other_with(place):
        yield words.ID_TAKEN.at(place.path, ("id",), other=other)
    if comment is None or any(finding.problem.code == "F50" for finding in new.findings):
        return
    _refuse_broken(base, place, heard.standards)
    desk = Desk(
        project=base.project,
        record=base.record(place.standard),
        standards=heard.standards,
        comments=heard.comments_on(place.standard),
        today=base.today,
        claims=is_claim,
    )
    found = list(meaning(place.path, comment, desk))
    yield from found
    yield from impersonation(place.path, comment.author, base.project)
    said = plain_words(comment.text, comment.proposal or "")
    if not has_failed(found):
        yield from _campaign(new, said, heard)
    heard.add(place, said)


def _refuse_broken(base: Base, place: Place, standards: Iterable[str]) -> None:
    """Refuse to judge by a text that cannot be read: what was not checked must not pass."""
    if place.standard not in standards:
        return
    record = base.record(place.standard)
    if record is None or place.revision in record.broken_revisions:
        raise ProjectBrokenError(
            f"standards/{place.standard} of the base cannot be used; mend it first: “talqy check”"
        )


def _campaign(new: Candidate, said: str, heard: Heard) -> Iterator[Finding]:
    """Many people say the same: each of them counts, and a person must see that it is so."""
    found = alike(said, heard.texts(new.place))
    if found:
        named = ", ".join(found[:_MOST_NAMED])
        yield words.CAMPAIGN.at(new.place.path, ("text",), comments=named, count=len(found))
