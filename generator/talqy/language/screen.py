"""Text of strangers on a terminal: what is shown of it, in every command in one way."""

import unicodedata


def on_screen(text: str, instead: str = "�") -> str:
    """Return a text that moves no cursor and turns no direction of reading.

    Spaces of every width are spaces; what else prints as nothing, or as a command, gives way.
    """
    return "".join(
        sign if sign.isprintable() or unicodedata.category(sign) == "Zs" else instead
        for sign in text
    )
