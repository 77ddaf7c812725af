"""Odd addresses and forms to every page of the desk: none is a fault of ours, none does harm."""

import random
import re

import pytest

from desks import ANSWERS, DRAFT, ORIGIN, ADesk, csrf_of
from talqy.service.desk.app import beside, subjects
from talqy.service.desk.pages import DeskPage

GAP = re.compile(r"\{(\w+)(?::\w+)?\}")
SOUND = {
    "standard": ["birth-registration", "housing-assistance"],
    "revision": ["1", "2", "3"],
    "work": [DRAFT.key, ANSWERS.key, "published"],
    "path": ["ru/", "kk/s/birth-registration/"],
    "clause": ["term", "fee"],
    "comment": ["k7m2p9qx4a"],
    "step": ["open", "post", "report", "adopt", "withdraw", "extend", "correct"],
    "file": ["text.ru.docx", "table.xlsx"],
}
ODD = [
    *("..", "%2e%2e%2f%2e%2e%2fproject.yaml", "%00", "x" * 3_000, "-1", "0", "9999", "99999999999"),
    *("{standard}", "{{7*7}}", "<script>", "é", "%F0%9F%92%A3", "r2", "*", "~", ";ls", "%0d%0aX:1"),
]
TEXTS = [
    "",
    " ",
    "a" * 20_000,
    "\0",
    "\x85\u2028",
    "{{ 7*7 }}",
    "<b>",
    "2026-02-31",
    "-1",
    "null",
    "&x",
]
FIELDS = [
    "text",
    "seen",
    "reason.kk",
    "reason.ru",
    "outcome",
    "c",
    "on",
    "opens",
    "clause",
    "looked",
]


def address(page: DeskPage, drawn: random.Random, share: float) -> str:
    def filled(gap: re.Match[str]) -> str:
        is_odd = drawn.random() < share or gap[1] not in SOUND
        return drawn.choice(ODD if is_odd else SOUND[gap[1]])

    return "/ru/" + GAP.sub(filled, page.below)


def form(drawn: random.Random, names: list[str]) -> dict[str, list[str]]:
    return {
        drawn.choice(names): [drawn.choice(TEXTS) for _ in range(drawn.choice([1, 1, 2]))]
        for _ in range(drawn.randrange(6))
    }


@pytest.mark.parametrize("seed", range(2))
def test_nothing_odd_is_a_fault_of_ours(seed: int, desk: ADesk) -> None:
    drawn, before = random.Random(seed), desk.works.main().commit  # noqa: S311 - no secret
    token = csrf_of(desk.get("/ru/"))
    found = (*subjects(desk.context), *beside(desk.context))
    for page in [page for one in found for page in one.pages if page.below != "leave/"]:
        for share in (0.0, 0.7):
            where = address(page, drawn, share)
            if page.get:
                got = desk.client.get(where, follow_redirects=False)
                assert got.status_code != 500, where
                names = [*FIELDS, *re.findall(r'name="([^"]{1,60})"', got.text)]
            else:
                names = FIELDS
            if page.post:
                seen = drawn.choice([before, "", "0" * 40, "--help"])
                said = {**form(drawn, names), "csrf": token, "seen": seen}
                answer = desk.client.post(
                    where, data=said, headers={"Origin": ORIGIN}, follow_redirects=False
                )
                assert answer.status_code != 500, (where, said)
    assert desk.works.main().commit == before
