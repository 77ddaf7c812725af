"""A correction is named by what was corrected, as people call it."""

import pytest
from pydantic import BaseModel

from held_words import held
from talqy.language.catalogue import catalogue
from talqy.language.corrections import corrections_of
from talqy.language.locale import Locale
from talqy.model.comment import Decision, Landing, Response
from talqy.model.history import History, RecordedConsultation, RecordedCounting
from talqy.model.revision import Adoption, Extension, Posting, ReportNotice, Withdrawal
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.record.field_names import NAMES

RU = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())


KK = Locale("kk", catalogue("kk", folders(None, "messages")), shipped_codes())
EN = Locale("en", catalogue("en", folders(None, "messages")), shipped_codes())
COMMENT = "k7m2p9qx4a"


def said(locale: Locale, what: str, was: object, comment: str | None = None) -> tuple[str, str]:
    """Say one correction: its name, and what was there."""
    correction = {
        "on": "2026-08-01",
        "what": what,
        "was": was,
        "reason": {"kk": "Қате.", "ru": "Опечатка."},
        **({"comment": comment} if comment else {}),
    }
    line = {"number": 7, "id": COMMENT, "digest": "sha256:0", "clause": "whole"}
    text = {"revision": 1, "digest": "sha256:0", "comments": [line], "corrections": [correction]}
    tree = {"schema": "1", "standard": "birth-registration", "revisions": [text]}
    (found,) = corrections_of(locale, History.model_validate(tree), 1)
    return found.name, found.was


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("opens", "Первый день обсуждения"),
        ("closes", "Последний день обсуждения"),
        ("report.on", "Отчет, день"),
        ("posted.3.on", "Места и даты размещения № 3, день"),
        ("adopted.in_force", "Утверждение, день вступления в силу"),
    ],
)
def test_what_was_corrected_is_named_to_the_part(what: str, name: str) -> None:
    assert said(RU, what, "2026-06-19") == (name, held("19~июня~2026~года"))


@pytest.mark.parametrize(
    ("locale", "what", "name"),
    [
        (RU, "outcome", held("Ответ на комментарий~№ 7: решение")),
        (KK, "reason.kk", "№ 7 пікірге жауап: негіздеме, қазақ тілінде"),
        (
            EN,
            "landed.revision",
            held("Answer to comment~№ 7: where it was taken up, number of the"),
        ),
    ],
)
def test_of_an_answer_its_part_is_named_too(locale: Locale, what: str, name: str) -> None:
    assert said(locale, what, "noted", COMMENT)[0].startswith(name)


def test_what_was_there_has_no_keys_and_no_brackets() -> None:
    was = [{"channel": "internet", "on": "2026-06-02"}, {"channel": "egov", "on": "2026-06-03"}]
    assert said(RU, "posted", was)[1] == "internet, 2026-06-02; egov, 2026-06-03"


CORRECTED = (
    *(RecordedConsultation, RecordedCounting, Posting, Extension),
    *(ReportNotice, Adoption, Withdrawal, Response, Decision, Landing),
)


@pytest.mark.parametrize("model", CORRECTED)
def test_every_part_that_can_be_corrected_has_a_name(model: type[BaseModel]) -> None:
    """A key of a file never stands on a page as the name of what was changed."""
    assert model.model_fields.keys() - NAMES.keys() <= {"schema_", "comment"}
