"""The name of a file from outside, cleaned: nothing of it is a path, hidden, or longer than a line.

It is published beside the comment, and is the name of what an official saves.
"""

import re
import unicodedata

from talqy.comments.signs import IGNORABLE
from talqy.office.attached_form import AttachedForm

_MOST_SIGNS, _MOST_BYTES = 100, 200
# What Windows, Unix or a shell take for something else, and what nobody sees.
_RESERVED = re.compile(r'[<>:"|?*`$;&#%\\/]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)", re.IGNORECASE)
_ENDINGS = {
    AttachedForm.PDF: (".pdf",),
    AttachedForm.DOCX: (".docx",),
    AttachedForm.JPEG: (".jpg", ".jpeg"),
    AttachedForm.PNG: (".png",),
}


def cleaned_name(named: str, form: AttachedForm) -> str:
    """Return a name that can be shown, and be that of a file; its ending says what the file is."""
    last = re.split(r"[/\\]", named[-1_000:])[-1]
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", IGNORABLE.sub("", last))
        if unicodedata.category(sign) not in _UNSEEN or sign.isspace()
    )
    bare = " ".join(_RESERVED.sub("_", seen).split()).strip(" .")
    ending = next((one for one in _ENDINGS[form] if bare.lower().endswith(one)), "")
    stem = bare[: len(bare) - len(ending)].strip(" .") if ending else bare
    stem = _shortened(f"_{stem}" if _DEVICES.match(stem) else stem) or "file"
    return f"{stem}{ending.lower() or _ENDINGS[form][0]}"


def _shortened(stem: str) -> str:
    """Return the beginning of a name: file systems count bytes."""
    whole = stem[:_MOST_SIGNS].encode("utf-8", "replace")[:_MOST_BYTES]
    return whole.decode("utf-8", "ignore").strip(" .")
