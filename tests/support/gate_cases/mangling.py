"""Files that nobody would write, made from those of the corpus by a seeded generator."""

import random
from collections.abc import Iterator

from gate_cases.building import PLACE, thing_of
from gate_cases.byte_cases import BYTES, YAML
from gate_cases.scope_cases import SOUND
from gate_cases.text_cases import CONTENT, MEANING, PERSONAL

MOST = 40_000
PIECES = (
    *("a", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "'", '"'),
    *("|\n", ">-\n", "---\n", "...\n", "? ", "# r\n", "%YAML 1.1\n", "\x00", "\x85", "\ufeff"),
    *("\u202e", "\u200b", "\U000e0041", "\ud7ff", "\u0301" * 9, "99", " ", "-", "+7 701 ", "@"),
    *("KZ86 ", "https://x.kz/", "<b ", "{{", "::x::", "!!! a", "&#x6a;", "\\x07", "\\u202e", "қ"),
    *(
        "text: ",
        "quote: ",
        "author: ",
        "clause: ",
        "received: ",
        "\\",
        "\u2028",
        "\uffff",
        "٣",
        "３",
    ),
)


def seeds() -> list[bytes]:
    """Return the files of all cases that add one where a comment belongs."""
    found = {}
    for case in (*SOUND, *BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT):
        for files in case.line.steps:
            content = files.get(PLACE)
            if content is not None and len(data := thing_of(content).content) <= MOST:
                found[data] = True
    return list(found)


def mangled(known: list[bytes], drawn: random.Random) -> Iterator[bytes]:
    """Yield files without end: cut, joined, repeated, with odd pieces put in; a few as bytes."""
    texts = [data.decode("utf-8", "ignore") for data in known]
    while True:
        text = drawn.choice(texts)
        for _ in range(drawn.randint(1, 6)):
            text = _changed(text, texts, drawn)[:MOST]
        data = text.encode("utf-8", "ignore")
        yield _damaged(data, drawn) if data and drawn.random() < 0.1 else data


def _changed(text: str, texts: list[str], drawn: random.Random) -> str:
    start = drawn.randint(0, len(text))
    end = min(len(text), start + int(drawn.expovariate(1 / 30)))
    piece, way = drawn.choice(PIECES), drawn.randrange(5)
    if way == 0:
        return text[:start] + text[end:]
    if way == 1:
        return text[:start] + piece + text[start:]
    if way == 2:
        return text[:start] + piece * drawn.randint(2, 3_000) + text[end:]
    if way == 3:
        return text[:start] + text[start:end] * drawn.randint(2, 300) + text[end:]
    return text[:start] + drawn.choice(texts)[start:]


def _damaged(data: bytes, drawn: random.Random) -> bytes:
    place = drawn.randrange(len(data))
    turned = bytes([data[place] ^ (1 << drawn.randrange(8))])
    return data[:place] + turned + drawn.randbytes(drawn.randint(0, 3)) + data[place + 1 :]
