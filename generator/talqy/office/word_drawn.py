"""What is drawn in Word: boxes with words, words drawn as a picture, pictures, and other things."""

from talqy.office.word_package import Element, name_of, value_of

_OBJECTS = frozenset({"OLEObject", "chart", "relIds", "control"})
_PICTURES = frozenset({"pic", "imagedata", "blip"})


def boxes_of(drawn: Element) -> list[Element]:
    """Return the boxes with words, each once, without those inside of others."""
    boxes = [one for one in drawn.iter() if name_of(one) == "txbxContent"]
    return [one for one in boxes if not _is_doubled(one, drawn)]


def drawn_words(drawn: Element) -> str:
    """Return the words that are drawn as a picture."""
    written = [value_of(one, "string") for one in drawn.iter() if _ends(one, "textpath")]
    return " ".join(filter(None, written))


def is_object(drawn: Element) -> bool:
    """Return whether it is a thing of another program, such as a chart or a sheet."""
    return bool(_names(drawn) & _OBJECTS)


def is_picture(drawn: Element) -> bool:
    """Return whether it has a picture."""
    return bool(_names(drawn) & _PICTURES)


def pictures_called(drawn: Element) -> set[str]:
    """Return the names under which the package has its pictures."""
    called = {value_of(one, "embed") for one in drawn.iter() if _ends(one, "blip")}
    return called | {value_of(one, "id") for one in drawn.iter() if _ends(one, "imagedata")}


def description_of(drawn: Element) -> str:
    """Return the alternative text, "" where there is none."""
    descriptions = (value_of(one, "descr") or value_of(one, "alt") for one in drawn.iter())
    return next(filter(None, descriptions), "")


def _names(drawn: Element) -> set[str]:
    return {str(one.tag).rpartition("}")[2] for one in drawn.iter()}


def _ends(element: Element, name: str) -> bool:
    return str(element.tag).rpartition("}")[2] == name


def _is_doubled(box: Element, drawn: Element) -> bool:
    """Return whether a box lies in another one, or is the same once more for old programs."""
    above = box.getparent()
    while above is not None and above is not drawn:
        if name_of(above) in {"txbxContent", "Fallback"}:
            return True
        above = above.getparent()
    return False
