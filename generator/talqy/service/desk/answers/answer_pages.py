"""The page on which comments are answered: one, several that were chosen, or all that are alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talqy.errors import Saying
from talqy.model.comment import Comment
from talqy.responses.answering import answer_languages
from talqy.responses.respond import response_plan
from talqy.service.desk.answers.alike import AlikeSearch, Groups
from talqy.service.desk.answers.answer_view import AnswerForm
from talqy.service.desk.answers.landing_places import landed_of
from talqy.service.desk.answers.text_heard import TextHeard, comment_of, text_heard
from talqy.service.desk.answers.typed_answer import TypedAnswer, judged
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.promises import unkept_words
from talqy.service.desk.works_shown.saving import ToSave, saved

MOST_AT_ONCE = 5_000
_NAMED = 10


@dataclass(frozen=True, slots=True)
class AnswerPages:
    """Answers requests for the form, and what is sent by it."""

    alike: AlikeSearch

    def form(self, visit: DeskVisit) -> Response:
        """Show the form: empty, or with the answer that is there."""
        heard = text_heard(visit)
        groups, asked = self._groups(heard), visit.request.query_params
        group = asked.get("group", "")
        named = groups.get(group, (group,)) if group else asked.getlist("c")
        comments = _comments(heard, named)
        typed = TypedAnswer.on_file(heard, comments)
        known = judged(typed, heard, comments[:1]) if typed.outcome else None
        return _shown(visit, AnswerForm(heard, comments, typed, known, groups))

    def answer(self, visit: DeskVisit, posted: DeskPosted) -> Response:
        """Save what was typed, or say beside each field what is wrong with it."""
        heard = text_heard(visit, posted.seen)
        comments = _comments(heard, posted.all("c"))
        languages = answer_languages(heard.register, heard.assessment, heard.record, comments)
        typed = TypedAnswer.posted(posted, languages)
        _require_own(visit, heard, comments, typed.by)
        known = judged(typed, heard, comments)
        if not known.may_stand:
            form = AnswerForm(heard, comments, typed, known, self._groups(heard))
            return _shown(visit, form, HTTPStatus.UNPROCESSABLE_ENTITY)
        plan = response_plan(known.weighed.ready)
        done = Saying("Saved. Answers: {count}", {"count": len(plan)})
        for words in _unkept(visit, heard, typed):
            visit.note(words, is_doubt=True)
        said = _said_of(visit, heard, comments)
        return saved(visit, posted, ToSave(heard.name, plan, said, heard.below, done))

    def _groups(self, heard: TextHeard) -> Groups:
        return self.alike.of(heard.record.comments_on(heard.revision.revision)).groups


def _require_own(visit: DeskVisit, heard: TextHeard, comments: list[Comment], by: str) -> None:
    """Refuse an answer in the name of another authority, unless it stands there already."""
    there = {r.decided.by for one in comments if (r := heard.record.response_to(one.id))}
    if by not in there:
        visit.official.require_at_home(by)


def _unkept(visit: DeskVisit, heard: TextHeard, typed: TypedAnswer) -> Iterator[Saying]:
    """Yield what is said once more after a save: a clause that is named has not changed."""
    landed = landed_of(typed.landed)
    if landed:
        number, names = landed
        on = heard.revision.revision
        words = unkept_words(visit, heard.record, on, int(number), names)
        if words:
            yield Saying("Look once more: {what}", {"what": words})


def _shown(visit: DeskVisit, form: AnswerForm, status: HTTPStatus = HTTPStatus.OK) -> Response:
    first, *others = form.comments
    name = form.heard.record.comment_name(first.id)
    title = (
        visit.say("One answer to comments: {count}", count=len(form.comments))
        if others
        else visit.say("Answer to comment {name}", name=name)
    )
    return visit.shown("answer.html", form.view(visit), title=title, status=status)


def _comments(heard: TextHeard, names: Sequence[str]) -> list[Comment]:
    wanted = list(dict.fromkeys(names))
    if not 0 < len(wanted) <= MOST_AT_ONCE:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return [comment_of(heard, name) for name in wanted]


def _said_of(visit: DeskVisit, heard: TextHeard, comments: Sequence[Comment]) -> str:
    """Return what is kept of a save: what was done, in each language."""
    names = [heard.record.comment_name(one.id) for one in comments]
    listed = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return done_in_each("Answered: {comments}", visit.spoken.editions, comments=listed)
