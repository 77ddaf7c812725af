"""The beginning of somebody's words, where there is no room for all of them."""


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many signs, or its beginning up to the end of a word, and “…”.

    A word of half that length is cut: there is no better place.
    """
    if len(text) <= most:
        return text
    cut = text[:most]
    end = max(cut.rfind(" "), cut.rfind("\n"))
    return f"{cut[:end] if end > most // 2 else cut}…"
