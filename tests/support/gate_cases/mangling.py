"""Files that nobody would write, made from those of the corpus by a seeded generator."""

import random
from collections.abc import Iterator

from gate_cases.building import PLACE, thing_of
from gate_cases.byte_cases import BYTES, YAML
from gate_cases.scope_cases import SOUND
from gate_cases.text_cases import CONTENT, MEANING, PERSONAL
from mangling import changed, damaged

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
            text = changed(text, texts, PIECES, drawn)[:MOST]
        data = text.encode("utf-8", "ignore")
        yield damaged(data, drawn) if data and drawn.random() < 0.1 else data
