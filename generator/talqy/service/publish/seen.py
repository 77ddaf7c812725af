"""What officials see of the queue: each comment with the judge's word, alike ones together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from talqy.comments.comment_file import Candidate, judge_file
from talqy.comments.doors import Door
from talqy.comments.duplicates import near_duplicates
from talqy.comments.judge import JudgeContext
from talqy.model.comment import Comment
from talqy.model.paths import CommentPath
from talqy.model.problem import Problem
from talqy.service.parts import Service
from talqy.service.taken import State, Taken


@dataclass(frozen=True, slots=True)
class SeenComment:
    """A comment of the queue as an official sees it.

    `problems` are those of the gate for the service's batches, on the bytes that would be
    published. `alike` are the ids of others that say the same, or nearly: those that wait beside it
    first, then what is public.
    """

    taken: Taken
    comment: Comment | None
    problems: tuple[Problem, ...]
    alike: tuple[str, ...] = ()


def path_of(taken: Taken) -> CommentPath:
    """Return where the file of a comment lies when it is published."""
    return CommentPath(taken.standard, taken.revision, taken.received.isoformat(), taken.id)


def judged_now(service: Service, taken: Taken) -> SeenComment:
    """Judge one comment on the project as it stands, as the gate will."""
    context = _context(service)
    new, problems = judge_file(path_of(taken), taken.text, context)
    return SeenComment(taken, new.comment, tuple(problems), _published_alike(new, context))


def read_public(service: Service) -> None:
    """Read what is public before somebody asks who says the same."""
    now = service.project.now()
    now.read_public(Door.BATCH, now.day(service.now()))


def seen(
    service: Service,
    states: Collection[State],
    *,
    standard: str | None = None,
    after: Taken | None = None,
    most: int,
) -> list[SeenComment]:
    """Return comments in these states as officials see them: alike ones beside the first of them.

    They are `most` at a time, in the order of receipt; alike ones are those of this page.
    """
    waiting = service.store.waiting(states, standard=standard, after=after, most=most)
    context = _context(service)
    looked = []
    for taken in waiting:
        new, problems = judge_file(path_of(taken), taken.text, context)
        looked.append((taken, new, tuple(problems), _published_alike(new, context)))
    groups = _groups([new.comment for _, new, _, _ in looked if new.comment])
    found = [
        SeenComment(taken, new.comment, told, (*groups.get(taken.id, ()), *public))
        for taken, new, told, public in looked
    ]
    return _together(found)


def _context(service: Service) -> JudgeContext:
    now = service.project.now()
    return now.kept_context(Door.BATCH, now.day(service.now()))


def _published_alike(new: Candidate, context: JudgeContext) -> tuple[str, ...]:
    return tuple(context.earlier.alike(new.comment)) if new.comment else ()


def _groups(comments: Sequence[Comment]) -> dict[str, tuple[str, ...]]:
    """Return for each comment the others on the same text that say the same."""
    found = {}
    for text in dict.fromkeys((one.standard, one.revision) for one in comments):
        on_it = [one for one in comments if (one.standard, one.revision) == text]
        for group in near_duplicates(on_it):
            ids = [one.id for one in group.comments]
            found.update({name: tuple(other for other in ids if other != name) for name in ids})
    return found


def _together(found: Sequence[SeenComment]) -> list[SeenComment]:
    """Bring alike ones up to the first of them; else the order stays."""
    by_id = {one.taken.id: one for one in found}
    ordered = dict[str, SeenComment]()
    for one in found:
        for name in (one.taken.id, *one.alike):
            if name in by_id:
                ordered.setdefault(name, by_id[name])
    return list(ordered.values())
