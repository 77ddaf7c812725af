"""The digest of a text: what is frozen on the day when its discussion opens."""

import hashlib
import json

from talqy.model.revision import Revision

# What comes after the opening: the text stays the same.
_LATER = {"schema_", "consultation", "adopted", "withdrawn"}


def digest_of(revision: Revision) -> str:
    """Answer `sha256:…` over the values of a text: its layout as YAML does not matter.

    Fields that are not set are left out, so that a field which a later Talqy knows changes nothing.
    """
    said = revision.model_dump(mode="json", by_alias=True, exclude=_LATER, exclude_defaults=True)
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"
