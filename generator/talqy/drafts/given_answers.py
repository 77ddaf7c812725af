"""What a person has said to the questions of a plan, round by round: an answer may raise others."""

from collections.abc import Iterable, Mapping

from talqy.drafts.questions import TextQuestion


class GivenAnswers:
    """What was said by the ids of questions, and how far it is taken.

    An answer can also change the words of another question that was shown with it, such as why a
    clause was changed: what was said to that one is said to what it has become, as long as it was
    plain which clause it is about (not one of the `unsettled`). A reason is never carried to
    another change.
    """

    def __init__(
        self,
        said: Mapping[str, str],
        shown: Mapping[str, TextQuestion],
        unsettled: frozenset[str],
    ) -> None:
        self.said, self.shown, self._unsettled = said, shown, unsettled
        self.seen = dict(shown)
        self.wrong = dict[str, str]()
        """What answers nothing, by the ids of questions."""

        self.taken = dict[str, str]()
        self._now: Mapping[str, TextQuestion] = shown

    def ask(self, questions: Iterable[TextQuestion]) -> None:
        """Go on with the questions as they are by now."""
        self._now = {one.id: one for one in questions}
        self.seen |= self._now

    def next(self) -> Mapping[str, str]:
        """Return what is to be answered now, with the choices that are meant."""
        moved = {
            self.shown[name].subject: words
            for name, words in self.taken.items()
            if name in self.shown and self._is_plain(self.shown[name])
        }
        found = dict[str, str]()
        for name, one in self._now.items():
            words = one.meant(self.said.get(name, "")).strip()
            words = words or ("" if name in self.shown else moved.get(one.subject, ""))
            if not words or name in self.taken or name in self.wrong:
                continue
            (found if one.takes(words) else self.wrong)[name] = words
        self.taken |= found
        return found

    @property
    def lost(self) -> Mapping[str, str]:
        """What was typed to questions that are no more asked, and to none in their place."""
        subjects = {one.subject for name, one in self._now.items() if name in self.taken}
        return {
            name: words
            for name, words in self.taken.items()
            if name not in self._now and self.seen[name].is_free
            if self.seen[name].subject not in subjects
        }

    def _is_plain(self, one: TextQuestion) -> bool:
        return self._unsettled.isdisjoint(one.subject[1].split(", "))
