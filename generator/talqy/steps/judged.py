"""A step of a text, judged before it is taken: its file, and all that would be wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.comments.doors import Door
from talqy.comments.official import judge_said
from talqy.model.problem import Problem
from talqy.project.steps import OF_A_DISCUSSION, Steps
from talqy.project.write import Replace
from talqy.rules.said_days import said_anew


@dataclass(frozen=True, slots=True)
class JudgedStep:
    """The file that says so, and what the rules and the judge of words say of it."""

    file: Replace
    problems: Sequence[Problem]
    is_sound: bool


def judged_step(steps: Steps, key: str, said: Mapping[str, Any]) -> JudgedStep:
    """Say something of a text, such as its `adopted`, or add to its discussion; judge it.

    Raise `SaidBeforeError` where that stands in its file already.
    """
    step = steps.adds(key, said) if key in OF_A_DISCUSSION else steps.says(key, said)
    about = (steps.record.id, steps.revision.revision)
    judged = judge_said(steps.register, about, step.file.path, said, Door.TEXT)
    if step.revision:
        judged += said_anew(steps.record.id, steps.revision, step.revision, steps.today)
    is_sound = step.is_sound and not any(problem.is_error for problem in judged)
    told = {one.said() for one in judged}
    mild = [one for one in step.problems if one.said() not in told]
    return JudgedStep(step.file, [*mild, *judged], is_sound)
