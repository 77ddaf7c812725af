"""Links to sites that look like those of the authority or the state are seen, and no others."""

import pytest

from talqy.comments import kinds
from talqy.comments.links import links

HOSTS = frozenset({"justice.gov.example", "gov.kz", "egov.kz", "zan.kz"})


def said_of(text: str) -> set[str]:
    return {problem.kind.message for problem in links("a.yaml", ("text",), text, HOSTS)}


@pytest.mark.parametrize(
    "host",
    [
        "https://egov.kz.example.com/services",
        "egov.kz.example.com",
        "eg0v.kz",
        "https://\u0435g\u043ev.kz/",
        "https://xn--egv-kz-mrf.kz/",
        "https://egov-kz.com",
        "https://e-gov.kz",
        "www.egov.com",
        "egof.kz",
        "gov-kz.org",
        "justice.gov.example.ru",
    ],
)
def test_a_look_alike_is_seen(host: str) -> None:
    said = said_of(f"Срок велик, подробнее: {host}.")
    assert said & {kinds.LOOK_ALIKE_LINK.message, kinds.HIDDEN_LINK.message}


@pytest.mark.parametrize(
    "host",
    [
        "https://egov.kz/cms/ru",
        "adilet.zan.kz",
        "my.egov.kz",
        "https://legalacts.egov.kz/npa/view?id=1",
        "www.gov.uk",
        "https://zakon.kz",
        "primeminister.kz",
        "elicense.kz",
        "талқы.қаз",
        "justice.gov.example",
        "п.5.2",
        "файл.docx",
    ],
)
def test_a_site_of_its_own_is_none(host: str) -> None:
    assert said_of(f"Срок велик, подробнее: {host}.") == set()
