"""A redaction takes words out and puts none in, whatever the layout of the file is."""

import pytest

from talqy.comments.taken_out import only_takes_out
from talqy.project.yaml_remarks import remarks

FILE = """\
# typed in by the reception; number 5
schema: 1
id: k7m2p9qx4a   # drawn
author: {kind: individual, foreign: true, name: "Иван #1"}   # as signed
text: |-   # by hand
  Я, Иван Образцов, ждал в Актобе # семь дней.
  Иван Образцов, сосед Петра.
proposal: 'Пусть Иван ждет. […] Да.'
consent: "1"
# the end
"""
MARK = 'redacted: {on: "2026-11-19", reason: {kk: a, ru: b}, original: c}\n'


def test_remarks_are_what_stands_beside_the_values() -> None:
    schema = "# yaml-language-server: $schema=../../comment.schema.json\n"
    assert remarks((schema + FILE).encode()) == [
        (2, "# typed in by the reception; number 5"),
        (4, "# drawn"),
        (5, "# as signed"),
        (6, "# by hand"),
        (11, "# the end"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Иван Образцов", "[…]"),
        ("Я, Иван Образцов, ждал в Актобе # семь дней.", "[…] # семь […]."),
        (', name: "Иван #1"', ""),
        ("   # drawn", ""),
        ("# typed in by the reception; number 5\n", ""),
        ("Пусть Иван ждет. […] Да.", "[…] ждет. […] Да."),
        ("Пусть Иван ждет. […] Да.", "Пусть […] ждет. […] […]."),
        ("'Пусть Иван ждет. […] Да.'", '"Пусть Иван ждет. […]"'),
        ("\n", "\r\n"),
    ],
)
def test_what_is_only_taken_out_passes(old: str, new: str) -> None:
    assert only_takes_out(FILE.encode(), (FILE + MARK).replace(old, new).encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Иван Образцов", "Петр"),
        ("Иван Образцов", ""),
        ("Иван Образцов", "[…]."),
        ("семь дней", "[…] восемь дней"),
        ("семь дней", "дней семь"),
        ("ждал", "[…]ждал"),
        ("Пусть Иван ждет. […] Да.", "Пусть Иван ждет. […] […]Да."),
        ("Пусть Иван ждет. […] Да.", "[…] Пусть […]"),
        ("proposal: 'Пусть Иван ждет. […] Да.'\n", ""),
        ("# drawn", "# drawn by us"),
        ("# the end", "# the end\n# he agrees"),
        ("# the end", "# the end\n# the end"),
        ("foreign: true, ", ""),
        ('consent: "1"', 'consent: "2"'),
        ("text: |-", "quote: a\ntext: |-"),
        ("schema: 1", "schema: ["),
        ("\n", "\n\t"),
    ],
)
def test_what_puts_words_in_does_not(old: str, new: str) -> None:
    assert not only_takes_out(FILE.encode(), (FILE + MARK).replace(old, new).encode())


FILES = FILE.replace("consent:", "attachments:\n- name: Хат Иванова.pdf\n  digest: x\nconsent:")


@pytest.mark.parametrize(
    ("new", "is_sound"),
    [
        ("name: Хат […].pdf", True),
        ("name: Хат […] тағы.pdf", False),
        ("name: Хат Петрова.pdf", False),
    ],
)
def test_words_are_taken_out_of_the_names_of_files(new: str, *, is_sound: bool) -> None:
    changed = FILES.replace("name: Хат Иванова.pdf", new) + MARK
    assert only_takes_out(FILES.encode(), changed.encode()) is is_sound
    other = FILES.replace("digest: x", "digest: y") + MARK
    assert not only_takes_out(FILES.encode(), other.encode())
    assert not only_takes_out(FILES.encode(), (FILE + MARK).encode())
