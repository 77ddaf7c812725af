"""Links to sites that look like those of the authority or the state are seen, and no others."""

import pytest

from talqy.comments import kinds
from talqy.comments.judge import judge_texts
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


# Written before the rule of parts was; each of them could be bought by anybody.
MADE_OF_PARTS = [
    "adilet-zan.kz",
    "adilet-zan.com",
    "adiletzan.kz",
    "adilet.zan-kz.com",
    "zan-adilet.kz",
    "egovkz.info",
    "https://egovkz.info/login",
    "e-gov.kz.com",
    "e-gov.kz",
    "e-gov-kz.com",
    "gov-kz.site",
    "govkz.site",
    "gov.kz.site",
    "my-egov.kz",
    "myegov.kz",
    "egov-kz.online",
    "egov.kaz",
    "egov-portal.kz",
    "egovportal.kz",
    "portal-egov.kz",
    "www-egov.kz",
    "wwwegov.kz",
    "www-gov-kz.ru",
    "gov.kz-login.com",
    "login-gov.kz",
    "legalacts-egov.kz",
    "legalactsegov.kz",
    "egov.қаз",
    "egov.kg",
    "е-гов.кз",
    "elicense-kz.com",
    "elicensekz.site",
    "e-license.kz",
    "adilet.gov-kz.org",
    "kz-gov.com",
    "kzgov.info",
    "gosuslugi-egov.kz",
    "egov-mobile.kz",
    "egov.su",
    "egov24.kz",
    "egov.app",
    "zan.kz.org",
    "adilet.zan.online",
    "zankz.com",
    "online-zan.kz",
    "e-gov24.site",
]
OTHERS = [
    "egov.kz",
    "my.egov.kz",
    "legalacts.egov.kz",
    "adilet.zan.kz",
    "zan.kz",
    "online.zan.kz",
    "www.gov.kz",
    "betaegov.kz.gov.kz",
    "gov.kz/memleket/entities/adilet",
    "kaspi.kz",
    "kazanonline.kz",
    "ozan.kz",
    "tarzan.kz",
    "kazan.ru",
    "bazan.kz",
    "akorda.kz",
    "informburo.kz",
    "zakon.kz",
    "online.zakon.kz",
    "nur.kz",
    "goverment-news.com",
    "gov.uk",
    "data.gov.uk",
    "egov.gov.in",
    "gov.kg",
    "elicense.kz",
    "qamqor.kz",
    "enpf.kz",
    "almaty.kz",
    "hh.kz",
    "gosuslugi.ru",
    "usagov.org",
    "govtech.com",
    "zanger.kz",
    "zan-zibar.com",
    "zanzibar.kz",
    "adilet.org",
    "adilet-bureau.kz",
    "aitu.io",
    "govori.kz",
    "gov.ru",
]


@pytest.mark.parametrize("host", MADE_OF_PARTS)
def test_a_site_made_of_the_parts_of_another_is_seen(host: str) -> None:
    said = said_of(f"Подробнее на {host} можно прочитать.")
    assert said & {kinds.LOOK_ALIKE_LINK.message, kinds.HIDDEN_LINK.message}


@pytest.mark.parametrize("host", OTHERS)
def test_a_site_that_only_rhymes_with_another_is_none(host: str) -> None:
    assert said_of(f"Подробнее на {host} можно прочитать.") == set()


@pytest.mark.parametrize("key", ["text", "quote", "proposal"])
def test_it_is_seen_in_every_field(key: str) -> None:
    found = judge_texts("a.yaml", [((key,), "Подробнее: egovkz.info, срок.")], frozenset(), HOSTS)
    assert kinds.LOOK_ALIKE_LINK.message in {problem.kind.message for problem in found}


def test_it_is_seen_in_a_name() -> None:
    where = ("author", "name")
    found = judge_texts("a.yaml", [(where, "ТОО «egovkz.info»")], frozenset(), HOSTS)
    assert kinds.LOOK_ALIKE_LINK.message in {problem.kind.message for problem in found}
