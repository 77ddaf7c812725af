"""Plans for answers to comments: typed, held to the rules, and then written beside the comments.

An answer is checked before it is written, as `talqy check` would afterwards: the model refuses
what has no shape, and the rules look at the record as it would stand with the answer in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from talqy.comments.official import judge_answers
from talqy.model.comment import Comment, Response
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record, Register
from talqy.project.validate import shaped
from talqy.project.write import Create, Replace
from talqy.project.yaml_write import value_yaml
from talqy.rules.check import RULES
from talqy.rules.rule import CheckContext

_SCHEMA = "../../../../docs/formats/response.schema.json"
# What an answer can break: its day and outcome, its links, its texts, the change it promises, and
# what is on record of it already.
_CODES = frozenset(
    {
        *("A02", "A04", "A05", "L01", "L03", "L04", "P01", "P02", "P03", "P04", "R05"),
        *("T03", "T04", "T10"),
    }
)
_RULES = tuple(rule for rule in RULES if rule.code in _CODES)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenResponse:
    """What an authority says to one comment, as a person typed it; empty where nothing was.

    `landed` is the number of a revision and the ids of clauses in it.
    """

    comment: Comment
    outcome: str
    reason: Mapping[str, str]
    retold: Mapping[str, str]
    by: str
    on: date
    landed: tuple[str, tuple[str, ...]] | None = None
    duplicate_of: str = ""

    @property
    def file(self) -> str:
        """Where the answer is kept."""
        return self.comment.path.response_file


def retold_with(record: Record, comment: Comment, given: Mapping[str, str]) -> dict[str, str]:
    """Return a comment in short by language: as given, where "" takes it out, else as on file."""
    kept = record.response_to(comment.id)
    on_file = dict(kept.gist or {}) if kept else {}
    return {code: text for code, text in (on_file | dict(given)).items() if text}


def typed(answer: GivenResponse, register: Register) -> tuple[Response | None, list[Problem]]:
    """Make a response of an answer, or say all that its format refuses."""
    tree: dict[str, object] = {
        "schema": "1",
        "comment": answer.comment.id,
        "outcome": answer.outcome,
        "reason": dict(answer.reason),
        "decided": {"by": answer.by, "on": answer.on.isoformat()},
    }
    if answer.retold:
        tree["gist"] = dict(answer.retold)
    if answer.landed:
        revision, clauses = answer.landed
        tree["landed"] = {"revision": revision, "clauses": list(clauses)}
    if answer.duplicate_of:
        tree["duplicate_of"] = answer.duplicate_of
    context = {"languages": register.project.languages, "codes": register.codes.lists}
    return shaped(Response, tree, answer.file, context)


def broken_rules(
    register: Register, assessment: Assessment, record: Record, responses: Sequence[Response]
) -> Iterator[Problem]:
    """Yield what the rules and the judge say of these responses, as if they were on file."""
    names = {response.comment for response in responses}
    files = {comment.path.response_file for comment in record.comments if comment.id in names}
    answered = replace(
        record,
        responses={**(record.responses or {}), **{r.comment: r for r in responses}},
        broken_comments=record.broken_comments - names,
    )
    case = CheckContext(replace(register, records=(answered,)), assessment)
    yield from judge_answers(register, answered, files)
    for rule in _RULES:
        for problem in rule.problems(case):
            # Rules about causes speak of the text, and name the comment.
            if problem.file in files or problem.values.get("comment") in names:
                yield problem


def response_plan(
    comments: Iterable[tuple[Comment, Response]], *, replaces: bool = True
) -> list[Create | Replace]:
    """Plan the files of responses; `replaces` is the user's word that those on file may go."""
    step = Replace if replaces else Create
    return [
        step(comment.path.response_file, response_text(response)) for comment, response in comments
    ]


def response_text(response: Response) -> str:
    """Return the file of a response."""
    return value_yaml(response, _SCHEMA, one_line=("decided", "landed"))
