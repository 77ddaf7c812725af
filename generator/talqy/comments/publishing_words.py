"""Words of publishing, for who asks that nothing be published and for who notes that it was asked.

The author says them of their own letter (`publication.py`), a clerk of a row (`set_aside.py`).
"""

_PUT = r"о?публик\w+|обнарод\w+|размеща\w+|размест\w+"
PUT_OUT = rf"(?:{_PUT})"
MAKE_KNOWN = (
    rf"(?:{_PUT}|разглаша\w+|разгласит\w*|выклад[ыу]\w+|выставля\w+|вывешива\w+|распростран\w+)"
)
PUBLICATION = (
    r"(?:публикаци\w+|опубликовани\w+|обнародовани\w+|огласк\w+|разглашени\w+|размещени\w+)"
)
_SPREAD = r"разглаша|выкладыва|размеща|вывешива|выставля|распространя"
TO_SPREAD = rf"(?:{_SPREAD})(?:ть|йте)"
NOT_PUBLISH_KK = r"(?:жариялам(?:а|ай|аң\w*|ау\w*)|жарияланба\w{1,12})\b"
