"""A correction is named by what was corrected, as people call it."""

import pytest

from talqy.language.catalogue import catalogue
from talqy.language.corrections import corrections_of
from talqy.language.locale import Locale
from talqy.model.history import History
from talqy.project.shipped import folders, shipped_codes

RU = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())


@pytest.mark.parametrize(
    ("what", "name"),
    [("opens", "Начало обсуждения"), ("closes", "Последний день приема комментариев")],
)
def test_the_two_days_of_a_discussion_have_two_names(what: str, name: str) -> None:
    correction = {
        "on": "2026-08-01",
        "what": what,
        "was": "2026-06-19",
        "reason": {"kk": "Қате.", "ru": "Опечатка."},
    }
    text = {"revision": 1, "digest": "sha256:0", "corrections": [correction]}
    tree = {"schema": "1", "standard": "birth-registration", "revisions": [text]}
    (found,) = corrections_of(RU, History.model_validate(tree), 1)
    assert (found.name, found.was) == (name, "19 июня 2026 года")
