"""R12: what should be on record, and of which there is no record at all."""

from collections.abc import Iterator

from talqy.law.mending import is_frozen
from talqy.law.stages import closing_day
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.rules.rule import CheckContext, breach, rule

_MERGE = "“talqy merge {standard}” makes the record; where there was one, put it back from git"


@rule("R12", is_together=True, source="the record: what is finished stands in it")
def what_is_over_is_on_record(context: CheckContext) -> Iterator[Problem]:
    """A standard of which something is decided, or whose discussion is over, has a record.

    Where a project has none at all, nobody has merged yet, and a warning says that it is to be
    done. Where others have theirs, this one is gone.
    """
    has_merged = bool(context.register.histories)
    for record in context.register.records:
        if record.history or record.broken_history or record.gone_history:
            continue
        over, level = _over(record, context), Level.ERROR if has_merged else Level.WARNING
        if over:
            yield breach(
                paths.history_file(record.id),
                (),
                "r{revision} is adopted, or its discussion is over, and there is no record",
                _MERGE,
                revision=over.revision,
                standard=record.id,
            ).weighing(level)


def _over(record: Record, context: CheckContext) -> Revision | None:
    """Return the first text of which something happened that stays for ever."""
    today = context.assessment.today
    for text in record.revisions:
        talk = text.consultation
        said = (text.adopted, text.withdrawn, talk and talk.report)
        is_over = talk is not None and closing_day(talk, today) < today
        if is_frozen(text, today) and (is_over or any(one and one.on <= today for one in said)):
            return text
    return None
