"""Files that nobody would write, made from those of the corpus by a seeded generator.

Half of them are mangled as bytes and lines, and mostly fall at the door; the others are sound in
form, with odd words in each place where a person writes: these reach every rule of the judge.
"""

import random
from collections.abc import Iterator

from builders import Tree, a_comment
from gate_cases.building import PLACE, thing_of
from gate_cases.byte_cases import BYTES, YAML
from gate_cases.scope_cases import SOUND
from gate_cases.text_cases import CONTENT, MEANING, PERSONAL
from mangling import changed, damaged
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

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


WORDS = (
    *("«", "»", "“", "”", "(", ")", "№ ", "п. 5", " и ", "не ", "!", "?", "\n", "\n\n", "> ", "* "),
    *("12", "0.5", "990101 300 122", "+7 701 123 45 67", "a@b.kz", "https://egov.kz/", "t.me/x"),
    *("Министерство", "Әділет", "мерзім ", "срок ", "ё", "і", "ә", "I", "\u0301", "\u200d", "😀"),
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
    words = _words_of(known)
    while True:
        if drawn.random() < 0.5:
            yield _sound_in_form(words, drawn)
            continue
        text = drawn.choice(texts)
        for _ in range(drawn.randint(1, 6)):
            text = changed(text, texts, PIECES, drawn)[:MOST]
        data = text.encode("utf-8", "ignore")
        yield damaged(data, drawn) if data and drawn.random() < 0.1 else data


def _words_of(known: list[bytes]) -> list[str]:
    """Return what people write in these files, each once."""
    trees = (parse(data, "").tree for data in known)
    said = (tree.get(key) for tree in trees if isinstance(tree, dict) for key in ("text", "quote"))
    return list(dict.fromkeys(text for text in said if isinstance(text, str) and text))


def _sound_in_form(words: list[str], drawn: random.Random) -> bytes:
    text, quote, proposal, name = (_odd(words, drawn) for _ in range(4))
    said: Tree = {"text": text, "quote": quote or None, "proposal": proposal or None}
    author = {"kind": "individual", **({"name": name[:80]} if drawn.random() < 0.3 else {})}
    return dumped(a_comment(author=author, **said)).encode("utf-8", "ignore")


def _odd(words: list[str], drawn: random.Random) -> str:
    text = drawn.choice(words)
    for _ in range(drawn.randint(0, 4)):
        text = changed(text, words, WORDS, drawn)[:4_000]
    return text
