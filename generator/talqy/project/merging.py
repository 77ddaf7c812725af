"""Plans for `merge`: the record of each standard brought up to date, or why it cannot be."""

from dataclasses import dataclass

from talqy.model import paths
from talqy.model.register import Record
from talqy.model.standing import Assessment
from talqy.project.history_text import history_text
from talqy.project.plan import Replace
from talqy.record.recording import recorded_history

_SCHEMA = "../../docs/formats/history.schema.json"


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What is to be written for one standard; `step` is None where its record is up to date."""

    standard: str
    old: str
    step: Replace | None


def merge_plan(record: Record, assessment: Assessment, old: str | None) -> MergePlan:
    """Plan the record of one standard; `old` is the text of its history on file."""
    history = recorded_history(record, assessment)
    if history is None or history == record.history:
        return MergePlan(record.id, old or "", None)
    text = history_text(old, history, _SCHEMA)
    return MergePlan(record.id, old or "", Replace(paths.history_file(record.id), text))
