"""Of two redactions of one comment both hold: words are only ever taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.comments.both_redactions import both_redactions
from talqy.comments.redaction import GAP
from talqy.comments.taken_out import mapping_of, only_takes_out
from talqy.project.yaml_write import dumped

TEXT = "Я, Иван Образцов, ждал в Актобе семь дней. Иван Образцов, сосед Петра."
MARK = {"on": "2026-11-19", "reason": {"kk": "a", "ru": "b"}, "original": "c"}


def a_file(text: str = TEXT, name: str | None = "Иван", file: str = "паспорт Ивана.pdf") -> bytes:
    """Return the file of a comment; with a mark where something was taken out."""
    author = {"kind": "individual", **({"name": name} if name else {})}
    said = {"schema": 1, "author": author, "text": text}
    said["attachments"] = [{"name": file, "digest": "d"}]
    is_cut = GAP in text or GAP in file or not name
    return dumped({**said, **({"redacted": MARK} if is_cut else {})}).encode()


def without(*words: str) -> str:
    text = TEXT
    for one in words:
        text = text.replace(one, GAP)
    return text


@pytest.mark.parametrize(
    ("public", "other", "made"),
    [
        (without("Петра"), without("Актобе"), without("Петра", "Актобе")),
        (without("ждал в"), without("в Актобе"), without("ждал в Актобе")),
        (without("ждал "), without("в Актобе"), without("ждал в Актобе")),
        (without("Иван Образцов"), without("Образцов"), without("Иван Образцов")),
        (TEXT[: TEXT.index("Иван")] + GAP, without("семь"), TEXT[: TEXT.index("Иван")] + GAP),
    ],
)
def test_what_either_takes_out_is_gone(public: str, other: str, made: str) -> None:
    found = both_redactions(a_file(), a_file(public), a_file(other))
    assert found
    assert mapping_of(found) == mapping_of(a_file(made))


def test_names_of_people_and_files_go_too() -> None:
    found = both_redactions(a_file(), a_file(name=None), a_file(file="паспорт […].pdf"))
    assert found == a_file(name=None, file="паспорт […].pdf")


def test_what_is_no_redaction_is_not_put_together() -> None:
    assert both_redactions(a_file(), a_file(without("Петра")), a_file("Другое.")) is None


Spans = list[tuple[int, int]]
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)), max_size=3)


def cut(spans: Spans) -> str:
    gone = {at for start, width in spans for at in range(start, start + width)}
    signs = [GAP if at in gone and at - 1 not in gone else one for at, one in enumerate(TEXT)]
    return "".join(sign for at, sign in enumerate(signs) if at not in gone or sign == GAP)


@given(SPANS, SPANS)
def test_both_say_no_more_than_either(first: Spans, second: Spans) -> None:
    public, other = a_file(cut(first)), a_file(cut(second))
    found = both_redactions(a_file(), public, other)
    if found is not None:
        assert only_takes_out(public, found)
        text = mapping_of(found)["text"]
        assert text.count(GAP) <= len(first) + len(second)
