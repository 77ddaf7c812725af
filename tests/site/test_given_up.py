"""A draft that is withdrawn leaves a trace where people look, and nobody waits for ever unsaid."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import SitePage, editions
from talqy.site.pages import comments, standard

WAITS, ANSWERED = "k7m2p9qx4a", "k7m2p9qx4b"
FIRST = b.an_adopted_revision()
GONE = b.a_withdrawal("2026-11-10")


def pages(language: int, *texts: b.Tree, on: str = "2026-11-13") -> Iterator[SitePage]:
    said = [b.a_comment(name, revision="2", received="2026-11-05") for name in (WAITS, ANSWERED)]
    answer = b.a_response(ANSWERED, decided={"by": b.MINISTRY, "on": "2026-11-09"})
    made_of = a_record(*texts, comments=said, responses=[answer])
    record = replace(made_of, digests={one.id: f"sha256:{'0' * 64}" for one in made_of.comments})
    case = a_case(record, today=on)
    edition = editions(ROOT, case.register, case.assessment)[language]
    for made in (standard.pages, comments.pages, comments.own_pages):
        yield from made(edition, record)


def words(language: int, *texts: b.Tree) -> dict[str, str]:
    return {page.at.path: page.content.striptags() for page in pages(language, *texts)}


TOLD = {
    0: held("2-~редакция: жоба 2026~жылғы 10~қараша күні қайтарып алынды. Жоба қайтарылды."),
    1: held("Редакция~2: проект отозван 10~ноября 2026~года. Проект отозван."),
}
LEFT = {0: "жауап берілмеген пікірлер: 1", 1: "Комментариев к нему без ответа: 1"}
NOT_ANSWERED = {0: "Жауап берілмеді", 1: "Без ответа: проект отозван"}


@pytest.mark.parametrize("language", [0, 1])
def test_a_withdrawn_draft_is_told_with_its_reason_and_with_who_waited(language: int) -> None:
    found = words(language, FIRST, b.a_revision(2, withdrawn=GONE))
    folder = f"s/{b.STANDARD}/"
    for path in (folder, f"{folder}r2/", f"{folder}comments/"):
        said = next(text for at, text in found.items() if at.endswith(path))
        assert " ".join(TOLD[language].split()) in said, path
        assert LEFT[language] in said, path
    own = next(text for at, text in found.items() if at.endswith(f"c/{WAITS}/"))
    assert NOT_ANSWERED[language] in own
    other = next(text for at, text in found.items() if at.endswith(f"c/{ANSWERED}/"))
    assert NOT_ANSWERED[language] not in other


def test_of_a_living_draft_and_of_one_with_a_later_one_the_standard_says_nothing() -> None:
    for later in ([b.a_revision(2)], [b.a_revision(2, withdrawn=GONE), b.a_revision(3)]):
        found = words(1, FIRST, *later)
        said = next(text for at, text in found.items() if at.endswith(f"s/{b.STANDARD}/"))
        assert "проект отозван" not in said
