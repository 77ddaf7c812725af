"""Near-duplicates: what belongs together is found, what only looks like it is left alone."""

import random

import pytest

import builders as b
from talqy.comments.duplicates import Likeness, near_duplicates
from talqy.model.comment import Comment

LONG = (
    "Прошу освободить многодетные семьи и лиц с инвалидностью от государственной пошлины "
    "не только при первой выдаче удостоверения личности"
)


def comments(*texts: str) -> list[Comment]:
    made = (b.a_comment(f"{place:010d}", text=text) for place, text in enumerate(texts))
    return [Comment.model_validate(tree) for tree in made]


def grouped(*texts: str) -> list[tuple[str, list[int]]]:
    """Return the groups: how alike, and the places of the texts."""
    return [
        (group.likeness.value, [int(comment.id) for comment in group.comments])
        for group in near_duplicates(comments(*texts))
    ]


def test_nothing_and_one_make_no_group() -> None:
    assert grouped() == []
    assert grouped(LONG) == []


@pytest.mark.parametrize(
    "other",
    [
        LONG.upper(),
        f"  {LONG}!!! ",
        LONG.replace("о", "o"),  # a Latin letter that looks the same
        LONG.replace(" ", "\n"),
    ],
)
def test_case_signs_spaces_and_look_alikes_do_not_count(other: str) -> None:
    assert grouped(LONG, other) == [("same", [0, 1])]


def test_words_put_in_and_left_out_make_near_duplicates() -> None:
    other = f"Уважаемые разработчики! {LONG}. Асель"
    assert grouped(LONG, "Совсем о другом: сроки оплаты.", other) == [("near", [0, 2])]


def test_the_order_of_words_does_not_matter() -> None:
    assert grouped(LONG, " ".join(reversed(LONG.split()))) == [("near", [0, 1])]


def test_a_short_text_inside_a_long_one_is_no_duplicate() -> None:
    """Its words are all there, and it says something else."""
    assert grouped(LONG, "прошу освободить от пошлины семьи") == []
    assert grouped("Поддерживаю.", f"Поддерживаю. {LONG}") == []


def test_short_texts_are_the_same_or_not() -> None:
    assert grouped("Поддерживаю", "поддерживаю!", "Не поддерживаю") == [("same", [0, 1])]


def test_what_is_asked_for_counts_as_well() -> None:
    one, other = (
        Comment.model_validate(b.a_comment(f"{place:010d}", text="Прошу изменить.", proposal=words))
        for place, words in enumerate(("два дня", "пять дней"))
    )
    assert near_duplicates([one, other]) == ()


def test_groups_stand_in_the_order_of_receipt_and_hold_each_comment_once() -> None:
    texts = ["вот первое мнение об этой услуге", LONG, "Вот первое мнение об этой услуге.", LONG]
    assert grouped(*texts) == [("same", [0, 2]), ("same", [1, 3])]


def test_a_campaign_of_thousands_is_one_group() -> None:
    """Every text has a name and a town of its own, as in campaigns; nothing else joins it."""
    dice = random.Random(5)  # noqa: S311
    word = "абвгдежзиклмнопрстуфхцчшщэюя"
    made_up = ["".join(dice.choice(word) for _ in range(dice.randint(4, 9))) for _ in range(4_000)]
    campaign = [f"{LONG} {dice.choice(made_up)} {dice.choice(made_up)}" for _ in range(1_500)]
    others = [" ".join(dice.sample(made_up, 25)) for _ in range(1_500)]
    mixed = [text for pair in zip(campaign, others, strict=True) for text in pair]
    found = near_duplicates(comments(*mixed))
    assert [len(group.comments) for group in found] == [1_500]
    assert found[0].likeness is Likeness.NEAR
    assert all(int(comment.id) % 2 == 0 for comment in found[0].comments)
