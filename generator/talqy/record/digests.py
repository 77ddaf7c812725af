"""Digests: of a text, frozen on the day when its discussion opens; of an answer, to see changes."""

import hashlib
import json

from talqy.model.comment import Response
from talqy.model.revision import Revision

# What comes after the opening: the text stays the same.
_LATER = {"schema_", "consultation", "adopted", "withdrawn"}


def digest_of(revision: Revision) -> str:
    """Return `sha256:…` over the values of a text: its layout as YAML does not matter.

    Fields that are not set are left out, so that a field which a later Talqy knows changes nothing.
    """
    said = revision.model_dump(mode="json", by_alias=True, exclude=_LATER, exclude_defaults=True)
    return _digest(said)


def digest_of_answer(response: Response) -> str:
    """Return `sha256:…` over what was decided and why.

    Who decided, and when, does not matter; nor do spaces around a reason, which programs lose.
    """
    said = response.model_dump(mode="json", exclude={"schema_", "decided"}, exclude_defaults=True)
    said["reason"] = {language: why.strip() for language, why in response.reason.items()}
    return _digest(said)


def _digest(said: object) -> str:
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"
