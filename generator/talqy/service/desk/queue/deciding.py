"""What an official decides at the desk of comments in the queue: one, or many at once.

All of it is done by `service/publish/acts.py`. The desk adds one thing: what is decided is decided
of the words that its page has shown.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from talqy.errors import Saying, TalqyError
from talqy.model.digest import digest_of_text_file
from talqy.model.problem import Problem
from talqy.service.officials import MayNotError, Who
from talqy.service.parts import Service
from talqy.service.publish.acts import ActDone, Acts
from talqy.service.publish.moving import found
from talqy.service.taken import Taken


@dataclass(frozen=True, slots=True)
class DecidedComment:
    """What became of an act on one comment: `why` it was not done, `problems` that stand in it.

    `needed` is how many persons must still say the same.
    """

    comment: str
    why: Saying | None = None
    problems: tuple[Problem, ...] = ()
    needed: int = 0

    @property
    def is_done(self) -> bool:
        """Return whether the act has its effect, or waits for a second person alone."""
        return self.why is None and not any(problem.is_error for problem in self.problems)


def shown_as(taken: Taken) -> str:
    """Return what a form sends of a comment: its id, and which words of it were shown."""
    return f"{taken.id}.{digest_of_text_file(taken.text).rpartition(':')[2]}"


@dataclass(frozen=True, slots=True)
class Deciding:
    """What one official does with comments as they were shown."""

    service: Service
    who: Who

    @property
    def acts(self) -> Acts:
        """What they may do."""
        return Acts(self.service, self.who)

    def each(
        self, shown: Iterable[str], act: Callable[[Acts, str], ActDone]
    ) -> list[DecidedComment]:
        """Do the same with each comment; where one is not so any more, the others go on."""
        return [self.one(name, act) for name in dict.fromkeys(shown)]

    def one(self, shown: str, act: Callable[[Acts, str], ActDone]) -> DecidedComment:
        """Do something with one comment, if its words are those that were shown."""
        name = shown.partition(".")[0]
        try:
            if shown_as(found(self.service, name)) != shown:
                return DecidedComment(name, _changed(name))
            done = act(self.acts, name)
        except MayNotError:  # no answer of this comment, but of the page
            raise
        except TalqyError as error:
            return DecidedComment(name, error.saying)
        return DecidedComment(name, None, done.problems, done.needed)


def _changed(name: str) -> Saying:
    return Saying(
        "the words of the comment {comment} have changed since this page was made: look at them "
        "anew",
        {"comment": name},
    )
