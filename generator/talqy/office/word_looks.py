"""How words of Word look: not to be seen, or in a font whose signs it alone knows."""

import re

from talqy.office.word_package import Element, child_of, name_of, number_of, value_of

_SIGN_FONTS = re.compile(r"symbol|wingdings|webdings", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_IN_SIGNS = re.compile("[!-~\ue000-\uf8ff]")
_TINY = 4  # half points


def is_unseen(run: Element | None) -> bool:
    """Return whether words are white on white, or two points high at most.

    White words in a table stand on the colour of its style, which nobody works out here.
    """
    size = number_of(child_of(run, "sz"))
    if size is not None and size <= _TINY:
        return True
    if value_of(child_of(run, "color")).upper() != "FFFFFF":
        return False
    grounds = [child_of(run, name) for name in ("shd", "highlight")]
    above = run.getparent() if run is not None else None
    while above is not None:
        if name_of(above) in {"tbl", "txbxContent"}:
            return False
        grounds.append(child_of(above, "pPr", "shd"))
        above = above.getparent()
    return all(ground is None for ground in grounds)


def told(text: str, run: Element | None) -> str:
    """Return the text of a run with a mark for each sign whose look only its font knows."""
    is_in_signs = _SIGN_FONTS.search(value_of(child_of(run, "rFonts"), "ascii"))
    odd = _IN_SIGNS if is_in_signs else _PRIVATE
    return odd.sub(lambda sign: f"⟨{ord(sign[0]):04X}⟩", text)
