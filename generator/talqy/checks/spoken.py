"""Where the texts are: every text by language of a value, with its path inside the file."""

from collections.abc import Iterator, Mapping

from talqy.checks.rule import DRAFTS, Case
from talqy.model import places
from talqy.model.problem import Path
from talqy.model.values import Value

LocalTexts = Iterator[tuple[Path, Mapping[str, str]]]


def texts_of(value: object, path: Path = ()) -> LocalTexts:
    """Yield every text by language below `value`, in the order of the format."""
    if isinstance(value, Value):
        for name, field in type(value).model_fields.items():
            below = getattr(value, name)
            if below is not None:
                yield from texts_of(below, (*path, field.alias or name))
    elif isinstance(value, Mapping):
        if value and all(isinstance(below, str) for below in value.values()):
            yield path, value
        else:
            for key, below in value.items():
                yield from texts_of(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from texts_of(below, (*path, index))


def official_files(case: Case) -> Iterator[tuple[str, Value, bool]]:
    """Yield every file that an authority writes, and whether it can still be mended freely."""
    yield places.PROJECT, case.register.project, True
    for record in case.register.records:
        yield places.standard_file(record.id), record.standard, True
        for revision in record.revisions:
            standing = case.assessment.of(record.id, revision.revision)
            file = places.revision_file(record.id, revision.revision)
            yield file, revision, standing.stage in DRAFTS
        for comment in record.comments:
            if response := record.response_to(comment.id):
                file = places.response_file(
                    record.id, comment.revision, comment.received, comment.id
                )
                yield file, response, True
