"""How a rule profile names its ground: as acts cite it, else the law and then its article."""

from talqy.model.project import RuleProfile
from talqy.project.shipped import shipped_profiles

OWN = {
    "days": 30,
    "unit": "calendar-day",
    "law": {"kk": "Үлгі заңы", "ru": "Закон об образцах"},
    "article": {"kk": "5-бап", "ru": "статья 5"},
    "wording": "2020-01-01",
}


def test_the_shipped_ground_is_said_as_the_law_says_it() -> None:
    for profile in shipped_profiles().values():
        assert profile.legal_basis["ru"] == (
            "пункт 3 статьи 15 Закона Республики Казахстан от 15 апреля 2013 года № 88-V "
            "«О государственных услугах»"
        )
        assert profile.legal_basis["kk"] == (
            "«Мемлекеттік көрсетілетін қызметтер туралы» Қазақстан Республикасының 2013 жылғы "
            "15 сәуірдегі № 88-V Заңының 15-бабының 3-тармағы"
        )


def test_a_ground_of_ones_own_is_the_law_and_its_article_until_it_is_said_in_one() -> None:
    assert RuleProfile.model_validate(OWN).legal_basis == {
        "kk": "Үлгі заңы, 5-бап",
        "ru": "Закон об образцах, статья 5",
    }
    said = {"kk": "Үлгі заңының 5-бабы", "ru": "статья 5 Закона об образцах"}
    assert RuleProfile.model_validate({**OWN, "basis": said}).legal_basis == said
    apart = RuleProfile.model_validate({**OWN, "article": {"en": "article 5"}})
    assert apart.legal_basis == OWN["law"]


def test_the_law_is_read_in_the_language_of_the_page_or_at_its_one_address() -> None:
    for profile in shipped_profiles().values():
        assert "/kaz/" in profile.url_in("kk")
        assert "/rus/" in profile.url_in("ru")
    own = RuleProfile.model_validate({**OWN, "url": "https://law.example/5"})
    assert {own.url_in(language) for language in ("kk", "ru", "uz")} == {"https://law.example/5"}
    assert RuleProfile.model_validate({**OWN, "url": None}).url_in("kk") == ""
