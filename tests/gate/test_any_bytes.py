"""Whatever bytes come as a comment: a verdict, never an exception; and plain words pass."""

import random
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_comment
from gate_cases.building import Repository
from gate_cases.looking_at import Desk, desk, printed
from gate_cases.making import IIN
from gate_cases.mangling import PIECES, mangled, seeds
from talqy.comments.numbers import is_bin, is_iin
from talqy.comments.personal import Personal, kinds, masked
from talqy.gate.verdict import VerdictOutcome
from talqy.project.yaml_write import dumped

SEEDS = seeds()


@pytest.fixture(scope="module")
def there(repository: Repository) -> Desk:
    return desk(repository)


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_get_a_verdict(data: bytes, there: Desk) -> None:
    verdict = there.verdict(data)
    printed(verdict)
    assert verdict.outcome is VerdictOutcome.FAILS


@given(parts=st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_odd_pieces_get_a_verdict(parts: list[str], there: Desk) -> None:
    assert there.verdict("".join(parts).encode()).outcome is VerdictOutcome.FAILS


@given(seed=st.integers(0, 2**32))
def test_any_mangled_comment_gets_a_verdict(seed: int, there: Desk) -> None:
    for data in islice(mangled(SEEDS, random.Random(seed)), 3):  # noqa: S311
        printed(there.verdict(data))


@given(text=st.text(max_size=400), name=st.text(max_size=60), quote=st.text(max_size=60))
def test_any_text_gets_a_verdict(text: str, name: str, quote: str, there: Desk) -> None:
    said = a_comment(text=text, quote=quote, author={"kind": "individual", "name": name})
    printed(there.verdict(dumped(said).encode("utf-8")))


WORDS = st.lists(
    st.text("абвгдежзиклмнопрстуфхцчшщыэюяё", min_size=3, max_size=9),
    min_size=6,
    max_size=30,
    unique=True,
).map(lambda words: " ".join(words).capitalize() + ".")


@given(text=WORDS)
def test_plain_words_pass(text: str, there: Desk) -> None:
    verdict = there.verdict(dumped(a_comment(text=text)).encode())
    assert verdict.problems == ()


@given(
    number=st.integers(0, 10**12 - 1).map(lambda n: f"{n:012}"),
    around=st.sampled_from([("", ""), ("№ ", ", да"), ("(", ")"), ("а", "б")]),
    between=st.sampled_from(["", " ", "-", "\u00a0", ".", "\u2009", " - "]),
)
def test_a_number_is_found_however_it_is_written(
    number: str, around: tuple[str, str], between: str
) -> None:
    written = between.join(number[part : part + 3] for part in range(0, 12, 3))
    found = kinds(written.join(around))
    assert (Personal.IIN in found) == is_iin(number)
    assert Personal.BIN not in found or is_bin(number)


@given(text=st.text(st.sampled_from("0123456789 -+().@aбKZ№\n٣"), max_size=60))
def test_what_is_masked_is_gone(text: str) -> None:
    hidden = masked(f"{text} {IIN} {text}")
    assert IIN not in hidden
