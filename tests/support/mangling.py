"""Texts and bytes that nobody would write, made of real ones by a seeded generator."""

import copy
import random
from collections.abc import Sequence

from lxml import etree


def changed(text: str, others: Sequence[str], pieces: Sequence[str], drawn: random.Random) -> str:
    """Return a text cut, repeated, with pieces put in, or joined to the end of another one."""
    start = drawn.randint(0, len(text))
    end = min(len(text), start + int(drawn.expovariate(1 / 30)))
    piece, way = drawn.choice(pieces), drawn.randrange(5)
    if way == 0:
        return text[:start] + text[end:]
    if way == 1:
        return text[:start] + piece + text[start:]
    if way == 2:
        return text[:start] + piece * drawn.randint(2, 3_000) + text[end:]
    if way == 3:
        return text[:start] + text[start:end] * drawn.randint(2, 300) + text[end:]
    return text[:start] + drawn.choice(others)[start:]


def damaged(data: bytes, drawn: random.Random) -> bytes:
    """Return bytes of which one has a bit turned, and some were put in behind it."""
    place = drawn.randrange(len(data))
    turned = bytes([data[place] ^ (1 << drawn.randrange(8))])
    return data[:place] + turned + drawn.randbytes(drawn.randint(0, 3)) + data[place + 1 :]


def changed_tree(xml: bytes, words: Sequence[str], drawn: random.Random) -> bytes:
    """Return XML that is still sound: an element of it gone, repeated, moved, or said otherwise."""
    tree = etree.fromstring(xml)
    known = [one for one in tree.iter() if isinstance(one.tag, str) and one is not tree]
    if not known:
        return xml
    one, other, word = drawn.choice(known), drawn.choice(known), drawn.choice(words)
    way, parent = drawn.randrange(6), one.getparent()
    assert parent is not None
    if way == 0:
        parent.remove(one)
    elif way == 1:
        for _ in range(drawn.choice((1, 3, 40))):
            parent.append(copy.deepcopy(one))
    elif way == 2:
        other.append(copy.deepcopy(one))
    elif way == 3 and one.attrib:
        one.set(drawn.choice(sorted(one.attrib)), word)
    elif way == 4:
        one.tag = other.tag
    else:
        one.text = word
    made: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    return made
