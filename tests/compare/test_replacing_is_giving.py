"""Who replaces a card is issued one: what was asked for issuing any card was asked of him."""

import pytest

import builders as b
from talqy.compare.case_amounts import Why, aligned
from talqy.compare.cases import CaseFact
from talqy.compare.telling_apart import Words
from talqy.model.facts import Fee

ISSUING = b.said("жеке куәлік беру", "выдача удостоверения личности")
FIRST = b.said("жеке куәлікті алғаш рет беру", "первичная выдача удостоверения личности")
LOST = b.said(
    "жоғалуына байланысты жеке куәлік беру", "выдача удостоверения личности в связи с утратой"
)
LOST_AGAIN = b.said(
    "қайта жоғалтылған жеке куәліктің орнына беру",
    "выдача удостоверения личности взамен утраченного повторно",
)
EXPIRED = b.said(
    "мерзімінің өтуіне байланысты жеке куәлікті ауыстыру",
    "замена удостоверения личности в связи с истечением срока",
)
DAMAGED = b.said(
    "бүлінуіне байланысты жеке куәлікті ауыстыру", "замена удостоверения личности из-за порчи"
)
OF_PASSPORTS = b.said("паспортты ауыстыру", "замена паспорта")
REGISTERING = b.said("жеке куәлікті тіркеу", "регистрация удостоверения личности")


def a_fee(words: Words, amount: str) -> CaseFact:
    costs = {"free": "true"} if amount == "free" else {"amount": amount}
    return CaseFact(
        fact="fee", value=Fee.model_validate(costs), words=words, channel="", clause="fee"
    )


def was(old: dict[str, Words], new: dict[str, Words]) -> dict[str, str]:
    """Return under which amount each case of the newer text stood; “–” where none is known."""
    before = [a_fee(words, amount) for amount, words in old.items()]
    after = [a_fee(words, amount) for amount, words in new.items()]
    links = aligned(before, after, lambda _: True)
    return {
        one.after.words["ru"]: str(one.before.value.amount) if one.before else "–"
        for one in links
        if one.after and one.after.words
    }


def test_a_narrower_case_takes_its_was_from_the_wider_one() -> None:
    found = was(
        {"0.2": ISSUING, "1": LOST_AGAIN},
        {"free": FIRST, "0": EXPIRED, "0.2": LOST, "1": LOST_AGAIN},
    )
    assert found == {
        FIRST["ru"]: "0.2",
        EXPIRED["ru"]: "0.2",
        LOST["ru"]: "0.2",
        LOST_AGAIN["ru"]: "1",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Issuing is said of any card still: the older text may have meant the same by it.
        ({"0.2": ISSUING}, {"0.2": ISSUING, "3": EXPIRED}),
        # Of another thing, or no replacing.
        ({"0.2": ISSUING}, {"0.2": LOST, "3": OF_PASSPORTS}),
        ({"0.2": ISSUING}, {"0.2": LOST, "3": REGISTERING}),
        # Replacing had a case of its own.
        ({"0.2": ISSUING, "2": DAMAGED}, {"0.2": LOST, "2": DAMAGED, "3": EXPIRED}),
    ],
)
def test_where_that_is_not_sure_it_is_a_new_case(
    old: dict[str, Words], new: dict[str, Words]
) -> None:
    found = was(old, new)
    assert found[list(new.values())[-1]["ru"]] == "–"  # type: ignore[index]


def test_who_replaced_cards_is_not_told_that_he_was_issued_one() -> None:
    """The other way round nothing is known: a text that names replacing names no issuing."""
    links = aligned([a_fee(EXPIRED, "1")], [a_fee(ISSUING, "2")], lambda _: True)
    assert [one.why for one in links] == [Why.ALONE, Why.ALONE]
