"""Digests: of a text, frozen on the day when its discussion opens; of an answer."""

import json

from talqy.model.comment import Response
from talqy.model.digest import digest_of_bytes
from talqy.model.revision import Revision

LATER = frozenset(
    {"schema_", "consultation", "adopted", "withdrawn", "documents", "events"},
)
"""What comes after the opening, or stands beside the text: the text stays the same."""


def digest_of(revision: Revision) -> str:
    """Return `sha256:…` over the values of a text: its layout as YAML does not matter.

    Fields that are not set are left out, so that a field which a later Talqy knows changes nothing.
    """
    values = revision.model_dump(
        mode="json", by_alias=True, exclude=set(LATER), exclude_defaults=True
    )
    return _digest(values)


def digest_of_response(response: Response) -> str:
    """Return `sha256:…` over what was decided and why.

    Who decided, and when, does not matter; nor do spaces around a reason, which programs lose.
    """
    values = response.model_dump(mode="json", exclude={"schema_", "decided"}, exclude_defaults=True)
    values["reason"] = {language: why.strip() for language, why in response.reason.items()}
    return _digest(values)


def digest_on_record(response: Response) -> str:
    """Return `sha256:…` over what was answered, by whom and when, as the record keeps it.

    Where it landed is left out: the text that it names may not be there yet.
    """
    left_out = {"schema_", "landed"}
    values = response.model_dump(mode="json", exclude=left_out, exclude_defaults=True)
    values["reason"] = {language: why.strip() for language, why in response.reason.items()}
    return _digest(values)


def _digest(said: object) -> str:
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest_of_bytes(written.encode())
