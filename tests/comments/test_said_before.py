"""Who has said the same: the index finds what a look at every text finds, whatever comes."""

import random

import pytest

from talqy.comments.duplicates import LEAST_WORDS, compared_text, is_near
from talqy.comments.said_before import SaidBefore

LONG = (
    "прошу освободить многодетные семьи и лиц с инвалидностью от государственной пошлины "
    "не только при первой выдаче удостоверения личности"
)
_SIGNS = "абвгдежзиклмнопрстуфхцчшщэюя"


def looked_at_each(wanted: str, texts: dict[str, str]) -> list[str]:
    """Return what the index is to find: who looks at each text finds it."""
    one = compared_text(wanted)
    if len(one.words) < LEAST_WORDS:
        return []
    return [
        name for name, said in texts.items() if wanted == said or is_near(one, compared_text(said))
    ]


def a_mixture(dice: random.Random, many: int) -> dict[str, str]:
    """Return texts of all kinds: drawn from few words, a campaign, others' with slips and tails."""
    words = ["".join(dice.choices(_SIGNS, k=dice.randint(1, 11))) for _ in range(60)]
    texts = dict[str, str]()
    for number in range(many):
        kind = number % 5
        earlier = dice.choice([*texts.values(), LONG]).split()
        if kind == 0:
            said = dice.choices(words, k=dice.randint(0, 40))
        elif kind == 1:
            said = [*LONG.split(), *dice.choices(words, k=dice.randint(0, 6))]
        elif kind == 2:
            said = [word if dice.random() < 0.8 else f"{word}а" for word in earlier]
        elif kind == 3:
            said = [word for word in earlier if dice.random() < 0.85]
        else:
            said = dice.sample(earlier, len(earlier)) + dice.choices(words, k=dice.randint(0, 9))
        texts[f"{number:04}"] = " ".join(said[:80])
    return texts


@pytest.mark.parametrize("seed", range(3))
def test_the_index_finds_what_a_look_at_every_text_finds(seed: int) -> None:
    """What comes between two questions is found as well, and what was asked before is not lost."""
    dice = random.Random(seed)  # noqa: S311
    texts = a_mixture(dice, 120)
    names = list(texts)
    known = {name: texts[name] for name in names[:60]}
    said, found = SaidBefore(known), 0
    for more in (names[60:61], names[61:100], names[100:]):
        for wanted in [LONG, *texts.values()]:
            expected = looked_at_each(wanted, known)
            assert said.alike(wanted) == expected
            found += len(expected)
        for name in more:
            known[name] = texts[name]
            said.add(name, texts[name])
    assert [said.alike(one) for one in texts.values()] == [
        looked_at_each(one, known) for one in texts.values()
    ]
    assert found > 500


def test_what_is_said_under_a_name_now_counts() -> None:
    said = SaidBefore({"one": LONG, "two": LONG})
    assert said.alike(LONG) == ["one", "two"]
    said.add("one", "совсем о другом сроки оплаты")
    assert said.alike(LONG) == ["two"]
    assert said.said("one") == "совсем о другом сроки оплаты"
    assert "one" in said
    assert len(said) == 2


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = list[str]()

    def counted(one: object, other: object) -> bool:
        compared.append("")
        return is_near(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr("talqy.comments.said_before.is_near", counted)
    texts = {str(n): f"{LONG.replace('пошлины', 'платы')} слово{n}" for n in range(20)}
    said = SaidBefore(texts)
    first = said.alike(f"{LONG} первых лиц")
    there = len(compared)
    assert said.alike(f"{LONG} первых лиц") == first
    assert len(compared) == there
    said.add("new", f"{LONG.replace('пошлины', 'платы')} новое")
    assert said.alike(f"{LONG} первых лиц") == [*first, "new"]
    assert len(compared) <= there + 1
