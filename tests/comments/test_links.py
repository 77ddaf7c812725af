"""Links to sites that look like those of the authority or the state are seen, and no others."""

import pytest

from talqy.comments import kinds
from talqy.comments.links import links

HOSTS = frozenset({"justice.gov.example", "mvd.gov.example", "gov.kz", "egov.kz", "zan.kz"})


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
        *("egov\u3002kz.example.com", "https://e\u00adg0v\uff0ekz", "eg0v\u2024kz", "ｅｇ０ｖ.kz"),
        *(
            "justice-gov.example",
            "justice.gov.exarnple",
            "justice.gov.exampIe",
            "justlce.gov.example",
        ),
        *("justice.gov.example.invalid", "adllet.zan.kz.example.com", "https://egov-kz.example/x"),
        *("bit.ly/3abcd", "Goo.su/Ab1", "https://bit.ly/3abcd"),
        *("https://news.kz/go?url=https://egov.kz", "https://news.kz/?to=egov.kz/services"),
        *("https://egov.kz/login?next=https%3A%2F%2Fnews.kz", "https://news.kz/r?u=//egov.kz"),
        *(
            "[egov.kz](https://news.kz/x)",
            "[https://egov.kz](news.kz)",
            "[egov.kz][1]\n[1]: https://news.kz",
        ),
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
        *(
            "[egov.kz](https://egov.kz/cms)",
            "[наш сайт](https://news.kz)",
            "https://news.kz/?id=1.5",
        ),
        *(
            "https://docs.kz/?v=2.0&f=a.pdf",
            "п.5.2.1",
            "bit.ly",
            "legalacts.egov.example",
            "mid.gov.example",
            "ст.12.1-бап",
        ),
        *(
            "https://adilet.zan.kz/rus/docs/V2000020192#z14",
            "и т.д.",
            "РК.Прошу",
            "gov.kz/memleket",
        ),
    ],
)
def test_a_site_of_its_own_is_none(host: str) -> None:
    assert said_of(f"Срок велик, подробнее: {host}.") == set()
