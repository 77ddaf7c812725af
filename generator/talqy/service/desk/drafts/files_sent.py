"""Pictures and forms that were sent with a clause: each gets its name and digest in the fields."""

import re
from collections.abc import Sequence

from talqy.drafts.attaching import attaching
from talqy.model.problem import Problem
from talqy.project.write import Binary
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import Typed
from talqy.service.desk.posted import DeskPosted

_FIELD = re.compile(r"facts\.files\.[0-9]{1,3}\.file")


def with_files(
    at: DraftVisit, posted: DeskPosted
) -> tuple[Typed, Sequence[Binary], Sequence[Problem]]:
    """Return what was typed with the files that were sent, the files, and what is wrong."""
    typed, steps, wrong = dict(posted.said), list[Binary](), list[Problem]()
    for field, file in posted.files.items():
        if not _FIELD.fullmatch(field) or not file.content:
            continue
        codes = at.draft.register.codes
        found = attaching(at.work.root, at.record.id, file.name, file.content, codes)
        for key, text in found.fields.items():
            typed[f"{field.removesuffix('.file')}.{key}"] = (text,)
        if found.step and found.step.path not in {one.path for one in steps}:
            steps.append(found.step)
        wrong += found.problems
    return typed, steps, wrong
