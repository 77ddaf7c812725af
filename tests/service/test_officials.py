"""Who an official is: one value for the queue, its commands and the desk."""

import pytest

from publishing import Publishing
from talqy.model.publishing import Official, OfficialRole
from talqy.service.desk.queue.deciding import Deciding, shown_as
from talqy.service.officials import (
    MayNotError,
    SameAccountError,
    Who,
    by_account,
    official_named,
    officials_of,
)
from talqy.service.publish.moving import found

SETTINGS = {
    "aigerim": Official(roles=("publisher", "reader"), account="a.s@example.kz", name="Айгерим"),
    "berik": Official(roles=("answerer",), authority="ministry-justice"),
}


def test_an_official_is_what_the_settings_say() -> None:
    aigerim, berik = officials_of(SETTINGS)
    assert (aigerim.name, aigerim.signs_in_as) == ("aigerim", "a.s@example.kz")
    assert (aigerim.shown_name, aigerim.authority) == ("Айгерим", "")
    assert (berik.name, berik.signs_in_as) == ("berik", "berik")
    assert (berik.shown_name, berik.authority) == ("", "ministry-justice")
    assert by_account(SETTINGS) == {"a.s@example.kz": aigerim, "berik": berik}
    assert official_named(SETTINGS, "aigerim", "a.s@example.kz") == aigerim


@pytest.mark.parametrize("second", ["a.s@example.kz", None])
def test_nobody_is_two_officials(second: str | None) -> None:
    name = "berik" if second else "a.s@example.kz"
    both = {**SETTINGS, name: Official(roles=("publisher",), account=second)}
    with pytest.raises(SameAccountError, match="several officials have the account"):
        by_account(both)
    with pytest.raises(SameAccountError):  # two persons must say the same: here one could be both
        official_named(both, "aigerim", "a.s@example.kz")


def test_what_one_may_not_is_no_answer_of_a_comment(here: Publishing) -> None:
    """The desk says it in one way, whatever was asked for."""
    shown = shown_as(found(here.service, here.take(1).id))
    reader = Deciding(here.service, Who("reader", frozenset({OfficialRole.READER})))
    with pytest.raises(MayNotError):
        reader.one(shown, lambda acts, name: acts.publish(name))
