"""Many signs of one kind, wherever words may stand: every reader reads them at once.

Fuzzing found patterns that went over such words again and again: tests/test_patterns.py measures
each of them by itself. What is slow here for another reason runs for minutes at full length, and
the worker ends it.
"""

from pathlib import Path

import pytest

from fuzzing import fuzzed
from intakes import a_csv, a_docx, a_message

SIGNS = (
    *(
        " ",
        "\n",
        "\t",
        "\r\n",
        "0",
        "9.",
        "1.1",
        "1-",
        "1)",
        "a",
        "Я",
        "ә",
        "«",
        '"',
        "(",
        "()",
        "<a",
    ),
    *(
        ">",
        "> ",
        "-",
        "- ",
        "--\n",
        "_",
        "@",
        "a@",
        "a@b.",
        ":",
        "От: ",
        "/",
        "www.",
        "&#",
        "\u200b",
    ),
    *(
        "п. ",
        "пункт 1 ",
        "\n> \n",
        "Прошу. ",
        "С уважением,\n",
        "А. А. ",
        "+7 ",
        "7 701 ",
        "?",
        "№",
    ),
)
SOME, MANY = 10_000, 50_000
SECONDS = {SOME: 4.0, MANY: 5.0}
"""How long a file may take. What goes over 20,000 signs again and again takes half a minute."""


def files(form: str, length: int) -> list[bytes]:
    """Return a file of a form for each sign, in the place of a head and of somebody's words."""
    made = []
    for sign in SIGNS:
        # Numbers are looked at for telephones and identity numbers, sign by sign.
        many = length // 5 if sign[0].isdigit() and len(sign) > 1 else length
        words = sign * (many // len(sign))
        if form == "eml":
            made += [a_message(f"Прошу изменить.\n{words}\nx").as_bytes()]
        elif form == "csv":
            made += [a_csv(("text", words), ("Прошу изменить.", words), (words, "x"))]
        else:
            words = words.replace("\u200b", "")[:30_000]
            made += [a_docx(("text", words), ("Прошу изменить.", words), (words, "x"))]
    return made


@pytest.mark.parametrize(
    ("form", "length"),
    [
        ("eml", SOME),
        ("csv", SOME),
        *(pytest.param(form, MANY, marks=pytest.mark.proof) for form in ("eml", "csv", "docx")),
    ],
)
def test_words_of_one_sign_are_read_at_once(
    form: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1] / "support"))
    all_files = files(form, length)
    found = fuzzed(all_files, f"a.{form}", goes_on=lambda _: True, seconds=SECONDS[length])
    fell_over = "" if found.files == len(all_files) else SIGNS[found.files]
    assert (found.reason, fell_over) == ("", "")
