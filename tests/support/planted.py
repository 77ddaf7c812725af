"""Readers with a fault that was planted on purpose: what looks for faults has to find it."""

import time


def falls_on_open_ends(data: bytes, _: str) -> tuple[int, int]:
    """Read as somebody would who forgot that a remark in a page may not end."""
    page = data.partition(b"<!--")[2]
    return 1, page.index(b"-->") if page else 1


def is_slow_on_many_signs(data: bytes, _: str) -> tuple[int, int]:
    """Read as somebody would who looks at every pair of signs."""
    until = time.process_time() + (60 if data.count(b">") > 500 else 0)
    while time.process_time() < until:  # the time that counts is the processor's
        pass
    return 1, 1


def eats_memory(data: bytes, _: str) -> tuple[int, int]:
    """Read as somebody would who trusts a number in the file."""
    return 1, len(bytearray(1 << 40)) if data.count(b"=D0") > 100 else 1
