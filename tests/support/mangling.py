"""Texts and bytes that nobody would write, made of real ones by a seeded generator."""

import random
from collections.abc import Sequence


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
