"""What may be odd about a comment, and what every door must say of it.

A case is written in the fields of a comment; each door says them in its own way (`doors.py`). A
verdict is the gravest level: clean, warned, person, refused. `at` names the doors where it may be
another one: `talqy.comments.doors` has the reason, or the door itself writes the file, composed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from builders import STANDARD, said
from gate_cases.building import EARLIER, SAID
from gate_cases.making import BIN, IIN

CLEAN, WARNED, PERSON, REFUSED = "clean", "warned", "person", "refused"
DOORS = ("gate", "mail", "csv", "xlsx", "docx", "new", "form", "check")
FILES = ("gate", "check")
OF_AUTHORS = ("gate", "new", "form", "check")
IMPORTS = ("mail", "csv", "xlsx", "docx")
# What the form of the service says itself, or leads to: nobody types it.
BY_THE_FORM = {"standard", "revision", "received", "channel", "consent", "in_reply_to"}
# Rules of the whole project that say the same of a file on disk.
OF_RULES = {"G13": {"A03", "A06"}}
# A wrong option ends a command before anything is judged: its exit status stands for a code.
ENDED = "exit 2"
# A field that is needed and empty is said at the field, in words of the page.
LACKING = "a needed field"
# The reader of Word documents knows such a sign for one of a symbol font.
OF_WORD = {"G09": {"I87"}}
MINISTRY = "Министерство юстиции"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One kind of problem: fields by name, a verdict, its code; `only` are the doors that have it.

    `tree` are keys that only a file can have; `coded` is the code of doors that read it themselves.
    """

    name: str
    verdict: str
    code: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    tree: Mapping[str, Any] = field(default_factory=dict)
    only: tuple[str, ...] = DOORS
    at: Mapping[str, str] = field(default_factory=dict)
    coded: Mapping[str, str] = field(default_factory=dict)

    @property
    def doors(self) -> tuple[str, ...]:
        """The doors that can be asked: a message has words and a day, the programs no controls."""
        doors = FILES if self.tree else self.only
        if self.fields.keys() - {"text", "received", "standard"}:
            doors = tuple(door for door in doors if door != "mail")
        if self.fields.keys() & BY_THE_FORM:
            doors = tuple(door for door in doors if door != "form")
        if any(
            ord(sign) < 32 and sign not in "\n\t" for text in self.fields.values() for sign in text
        ):
            doors = tuple(door for door in doors if door not in ("xlsx", "docx"))
        return doors

    def expected(self, door: str) -> str:
        """Return the verdict at a door; an author is told the same at the form as at a terminal."""
        alike = {"form": "new"}.get(door, door)
        return self.at.get(door, self.at.get(alike, self.verdict))

    def codes(self, door: str) -> set[str]:
        """Return the codes of which one must be named there."""
        if not self.code or self.expected(door) == CLEAN:
            return set()
        if door in self.coded:
            return {self.coded[door]}
        others = {"check": OF_RULES, "docx": OF_WORD}.get(door, {})
        return {self.code} | others.get(self.code, set())


def sentence(number: int) -> str:
    """Make words that no other case says: seven of syllables that are drawn."""
    drawn = Random(number)  # noqa: S311 - the same words in every run
    syllables = [drawn.choice("бвгдклмнпрст") + drawn.choice("аеиоу") for _ in range(21)]
    words = ("".join(syllables[at : at + 3]) for at in range(0, 21, 3))
    return " ".join(words).capitalize() + "."


# What a sign means in Word: its hyphens of its own are dropped, a sign of a symbol font is unsure.
_IN_WORD = {"soft_hyphens": {"docx": CLEAN}, "a_sign_of_ones_own": {"docx": REFUSED}}


def _texts(verdict: str, code: str, **texts: str) -> list[Case]:
    """Make cases of words that are said after a sentence of their own."""
    return [
        Case(
            name=name.replace("_", " "),
            verdict=verdict,
            code=code,
            fields={"text": f"… {text}"},
            at=_IN_WORD.get(name, {}),
        )
        for name, text in texts.items()
    ]


def _personal(verdict: str, code: str, **texts: str) -> list[Case]:
    """Make cases of personal data that a person looks at: kept out where nothing is public yet."""
    closed = dict.fromkeys((*IMPORTS, "new"), REFUSED)
    return [
        Case(
            name=name.replace("_", " "),
            verdict=verdict,
            code=code,
            fields={"text": f"… {text}"},
            at=closed,
        )
        for name, text in texts.items()
    ]


def _named(verdict: str, name: str, author: str, code: str = "G22", kind: str = "") -> Case:
    fields = {"name": author, **({"author": kind} if kind else {})}
    return Case(name=name, verdict=verdict, code=code, fields=fields)


REVIEW = (
    Case(name="two letters", verdict=REFUSED, code="G15", fields={"text": "ок"}),
    Case(
        name="twenty thousand letters", verdict=REFUSED, code="G15", fields={"text": "я " * 9_999}
    ),
    _named(REFUSED, "a name of 200 letters", "Образцов" * 25, "G15"),
    *_texts(REFUSED, "G20", a_script="<script>alert(1)</script>"),
    *_texts(REFUSED, "G20", a_link_that_runs="[x](javascript:alert(1))"),
    _named(REFUSED, "a ministry as the author", "Министерство юстиции Республики Казахстан"),
    *_texts(PERSON, "G09", a_sign_without_width="два\u200bдня"),
    Case(
        name="Kazakh that says it is Russian",
        verdict=WARNED,
        code="G15",
        fields={
            "text": "Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын.",
            "language": "ru",
        },
    ),
)
"""The eight kinds that the review found to be judged otherwise at every door."""

_BY_OPTION = dict.fromkeys((*IMPORTS, "new"), ENDED)


def _in_cells(code: str) -> dict[str, str]:
    """Return what is said of a cell, and that the option of the same name ends the command."""
    return {**dict.fromkeys(IMPORTS, code), "new": ENDED}


PLACES = (
    Case(
        name="a standard that is none",
        verdict=REFUSED,
        code="F54",
        fields={"standard": "birth-registratoin"},
        coded=_BY_OPTION,
    ),
    Case(
        name="a revision that is none",
        verdict=REFUSED,
        code="F55",
        fields={"revision": "9"},
        coded=_BY_OPTION,
    ),
    Case(name="a clause that is none", verdict=REFUSED, code="F56", fields={"clause": "trem"}),
    Case(
        name="after a clause that is none",
        verdict=REFUSED,
        code="F56",
        fields={"clause": "after:nothing"},
    ),
    Case(
        name="after the whole text", verdict=REFUSED, code="F56", fields={"clause": "after:whole"}
    ),
    Case(name="after a clause", verdict=CLEAN, fields={"clause": "after:term"}),
    Case(name="the whole text", verdict=CLEAN, fields={"clause": "whole"}),
    Case(
        name="a quotation that is not there",
        verdict=WARNED,
        code="G14",
        fields={"quote": "Плата составляет сорок тенге"},
    ),
    Case(name="a quotation", verdict=CLEAN, fields={"quote": "Услуга оказывается"}),
    Case(name="a quotation of nothing", verdict=CLEAN, fields={"quote": " "}),
    Case(name="a proposal of nothing", verdict=CLEAN, fields={"proposal": "\u00a0\n"}),
    Case(
        name="a reply to nobody", verdict=REFUSED, code="L04", fields={"in_reply_to": "zzzzzzzzzz"}
    ),
    Case(name="a reply", verdict=CLEAN, fields={"in_reply_to": EARLIER}),
    Case(name="a reply to itself", verdict=REFUSED, code="L04", tree={"in_reply_to": "own"}),
    Case(name="an id of another file", verdict=REFUSED, code="F50", tree={"id": "zzzzzzzzzz"}),
    Case(
        name="a day of another folder", verdict=REFUSED, code="F50", tree={"received": "2026-11-11"}
    ),
)

_NOT_TOLD = dict.fromkeys((*IMPORTS, "check"), CLEAN)
DAYS = (
    Case(name="a day to come", verdict=REFUSED, code="G13", fields={"received": "2026-11-25"}),
    Case(name="tomorrow, as clocks differ", verdict=CLEAN, fields={"received": "2026-11-21"}),
    Case(
        name="the day after tomorrow",
        verdict=REFUSED,
        code="G13",
        fields={"received": "2026-11-22"},
    ),
    Case(name="before it opens", verdict=REFUSED, code="G13", fields={"received": "2026-11-08"}),
    Case(
        name="a draft that is planned", verdict=REFUSED, code="G13", fields={"standard": "planned"}
    ),
    Case(
        name="a draft that is not discussed",
        verdict=REFUSED,
        code="G13",
        fields={"standard": "quiet"},
    ),
    Case(
        name="a discussion whose result is published",
        verdict=REFUSED,
        code="G13",
        fields={"standard": "closed"},
    ),
    Case(
        name="late",
        verdict=PERSON,
        code="G13",
        fields={"standard": "considered", "received": "2026-11-16"},
        at={"check": CLEAN},
    ),
    Case(
        name="dated back",
        verdict=PERSON,
        code="G13",
        fields={"standard": "considered", "received": "2026-11-12"},
        at=_NOT_TOLD,
    ),
)

PERSONAL = (
    *_texts(REFUSED, "G17", an_IIN=f"Мой номер {IIN}.", an_IIN_with_a_slip="ИИН 123456789012."),
    *_texts(
        REFUSED,
        "G17",
        an_IIN_in_words="ИИН девять ноль ноль один ноль один три ноль ноль один два два.",
        an_IIN_partly_in_words="ЖСН 900101 үш нөл нөл бір екі екі.",
    ),
    *(
        Case(name=f"an IIN in the {key}", verdict=REFUSED, code="G17", fields={key: f"Номер {IIN}"})
        for key in ("quote", "proposal", "name")
    ),
    *_texts(WARNED, "G17", the_number_of_a_firm=f"Наш номер {BIN}, мы обращались."),
    *_personal(
        PERSON,
        "G18",
        a_telephone="Звоните: 8 (701) 123-45-67.",
        an_address_to_write_to="Пишите на ivan.obrazcov@example.kz, пожалуйста.",
        a_telephone_of_a_house="Звоните: 8 (7172) 55-12-34.",
        an_account_in_a_messenger="Пишите на t.me/ivan_obrazcov, пожалуйста.",
        an_address_in_words="Пишите на ivan собака example точка kz, пожалуйста.",
        a_card="Карта 4111 1111 1111 1111, пожалуйста.",
        an_account="Счет KZ86125KZT5004100100, пожалуйста.",
        an_identity_card="Удостоверение личности № 012345678 потеряно.",
        a_plate="Машина 123 ABC 02 стоит на учете.",
        a_home="Живу: ул. Абая, дом 5, кв. 12, и ждал.",
        a_child_with_an_illness="У моего сына Иванова Пети аутизм, а очередь живая.",
    ),
    _named(REFUSED, "a telephone in the name", "Образцов +7 701 123 45 67", "G18"),
    _named(REFUSED, "an address in the name", "ivan@example.kz", "G18"),
    Case(name="a field for the telephone", verdict=REFUSED, code="G19", tree={"phone": "есть"}),
    Case(
        name="a field for the address",
        verdict=REFUSED,
        code="G19",
        tree={"author": {"kind": "individual", "address": "есть"}},
    ),
)

FORM = (
    Case(
        name="an empty text",
        verdict=REFUSED,
        code="F37",
        fields={"text": ""},
        coded={**_in_cells("I07"), "form": LACKING},
    ),
    Case(name="a bare number", verdict=REFUSED, code="G15", fields={"text": "3"}),
    Case(name="a yes", verdict=REFUSED, code="G15", fields={"text": "Иә"}),
    Case(name="a cell that is an error", verdict=REFUSED, code="G15", fields={"text": "#NAME?"}),
    Case(
        name="too long a proposal",
        verdict=REFUSED,
        code="G15",
        fields={"proposal": "два дня " * 1_300},
    ),
    Case(
        name="too long a quotation", verdict=REFUSED, code="F40", fields={"quote": "Услуга " * 300}
    ),
    Case(
        name="too big a file",
        verdict=REFUSED,
        code="G07",
        fields={"text": "… " + "сроки и дни, " * 760, "proposal": "дни и сроки, " * 760},
    ),
    Case(
        name="a consent to something else",
        verdict=REFUSED,
        code="G16",
        fields={"consent": "0"},
        coded=_in_cells("I16"),
        only=("gate", "csv", "xlsx", "docx", "check"),
    ),
    Case(
        name="no consent",
        verdict=REFUSED,
        code="F30",
        fields={"consent": ""},
        coded=_in_cells("I16"),
    ),
    Case(
        name="a language of others",
        verdict=PERSON,
        code="G15",
        fields={"language": "en"},
        at={"check": CLEAN},
    ),
    Case(
        name="a language that is none",
        verdict=REFUSED,
        code="F41",
        fields={"language": "русского"},
    ),
    *(
        Case(name=name, verdict=REFUSED, code="F33", fields={key: value}, coded={"new": ENDED})
        for name, key, value in (
            ("a kind that is none", "kind", "rage"),
            ("a channel that is none", "channel", "telepathy"),
        )
    ),
    Case(
        name="an author of no kind",
        verdict=REFUSED,
        code="F33",
        fields={"author": "robot"},
        coded={**_in_cells("I15"), "form": "I15"},
    ),
    Case(
        name="foreign, perhaps",
        verdict=REFUSED,
        code="F32",
        fields={"foreign": "perhaps"},
        coded=_in_cells("I15"),
        only=("gate", "csv", "xlsx", "docx", "check"),
    ),
    Case(name="foreign", verdict=CLEAN, fields={"foreign": "true"}),
    Case(name="an outcome", verdict=REFUSED, code="G16", tree={"outcome": "accepted"}),
    Case(
        name="a number of the register", verdict=REFUSED, code="G16", tree={"register_number": "1"}
    ),
    Case(name="a key with a slip", verdict=REFUSED, code="F31", tree={"propsal": "Два дня."}),
    Case(
        name="a tombstone",
        verdict=REFUSED,
        code="G16",
        tree={"redacted": {"on": "2026-11-11", "reason": said("Өтініш бойынша.", "По просьбе.")}},
        at={"check": CLEAN},
    ),
    Case(
        name="a tombstone with a digest",
        verdict=REFUSED,
        code="G16",
        tree={
            "redacted": {
                "on": "2026-11-11",
                "reason": said("Өтініш бойынша.", "По просьбе."),
                "original": f"sha256:{'0' * 64}",
            }
        },
        at={"check": CLEAN},
    ),
)

SIGNS = (
    *_texts(
        REFUSED,
        "G09",
        a_bell="два \x07 дня",
        a_sign_that_turns_the_order="срок \u202eйинилд\u202c тут",
        an_isolate="срок \u2066длинный\u2069 тут",
        a_separator_of_lines="срок\u2028длинный",
    ),
    *_texts(
        PERSON,
        "G09",
        stacked_signs="Срок\u0301\u0301\u0301\u0301\u0301 длинный",
        a_letter_without_ink="срок\u3164длинный",
        an_empty_pattern_of_Braille="срок\u2800длинный",
        a_sign_of_ones_own="срок \ue000 длинный",
        a_joiner_that_joins_nothing="срок\u200dдлинный",
    ),
    *_texts(WARNED, "G09", soft_hyphens="сокра\u00adщение срока"),
    *_texts(CLEAN, "", a_joined_picture="семья 👨\u200d👩\u200d👧 ждет", a_tab="срок:\tдва дня"),
    Case(
        name="letters of two signs",
        verdict=WARNED,
        code="G08",
        fields={"text": "… Прошу убрать лишнии\u0306 документ"},
        at=dict.fromkeys((*IMPORTS, "new"), CLEAN),
    ),
)

CONTENT = (
    *_texts(
        REFUSED,
        "G20",
        a_tag="<b>Срочно</b>",
        entities="&lt;script&gt;",
        an_image="<img src=x onerror=alert(1)>",
        a_comment_of_HTML="<!-- a -->",
        a_text_as_an_address="data:text/html;base64,PHN2Zz4=",
        a_mark_of_templates="{{ config }}",
        a_snippet='--8<-- "standards/project.yaml"',
        an_admonition='\n!!! note "Ответ министерства"\n',
        a_command_of_workflows="\n::set-output name=x::y\n",
    ),
    Case(
        name="markup in the proposal",
        verdict=REFUSED,
        code="G20",
        fields={"proposal": "<i>Два</i>"},
    ),
    Case(
        name="markup in the quotation", verdict=REFUSED, code="G20", fields={"quote": "<i>Два</i>"}
    ),
    _named(REFUSED, "markup in the name", "<b>Образцов</b>", "G20"),
    *_texts(
        PERSON,
        "G21",
        three_links="https://a.kz/1, https://b.kz/2, https://c.kz/3.",
        a_short_link="https://bit.ly/3xYz подробнее.",
        a_link_in_disguise="https://xn--80ak6aa92e.com/ подробнее.",
        a_link_of_two_alphabets="https://eгov.kz/ подробнее.",
    ),
    *_texts(
        CLEAN,
        "",
        a_link="https://adilet.zan.kz/rus/docs подробнее.",
        a_picture_in_Markdown="![план](https://a.kz/x.png)",
        words_of_an_outcome="Принято: замечание учтено.",
        a_comparison="2 < 3 и 5 > 4, это ясно.",
    ),
    Case(
        name="capitals",
        verdict=WARNED,
        code="G21",
        fields={"text": "ПОЧЕМУ СРОКИ ТАКИЕ ДЛИННЫЕ, КОГДА У СОСЕДЕЙ ТОЛЬКО ОДИН ЧАС ОЖИДАНИЯ?"},
    ),
    Case(
        name="over and over",
        verdict=WARNED,
        code="G21",
        fields={"text": "Пожалуйста, отмените очереди утром. " * 5},
    ),
    Case(
        name="letters of nothing",
        verdict=WARNED,
        code="G21",
        fields={"text": "Ааааааааааааааааааааа!"},
    ),
)

NAMES = (
    _named(REFUSED, "a ministry with a Latin letter", "Министерcтво юстиции"),
    _named(REFUSED, "a ministry in Kazakh", "Әділет министрлігі"),
    _named(REFUSED, "a ministry with gaps", "М и н и с т е р с т в о  юстиции"),
    _named(REFUSED, "an administrator of digits", "Администрат0р"),
    _named(REFUSED, "a state body with a Latin letter", "Министерcтво юстиции", kind="state-body"),
    _named(PERSON, "a state body of the project", MINISTRY, kind="state-body"),
    _named(
        PERSON,
        "a council at a ministry",
        "Общественный совет при Министерстве культуры",
        kind="legal-entity",
    ),
    _named(PERSON, "a name of two alphabets", "Oбразцов Иван"),
    _named(REFUSED, "a ministry by its sound", "Ministerstvo yustitsii"),
    _named(REFUSED, "an office", "Вице-министр"),
    *(
        Case(name=name, verdict=PERSON, code="G08", fields={"text": words}, only=OF_AUTHORS)
        for name, words in (
            ("letters that were destroyed", "Ð¡Ñ€Ð¾Ðº Ð²ÐµÐ»Ð¸Ðº, прошу два дня."),
            ("letters of another alphabet", "Cpoк окaзания вeлик, прошу два дня."),
        )
    ),
    _named(PERSON, "a department in the place of a name", "Отдел стандартов"),
    _named(PERSON, "a name of signs", "★Образцов★"),
    _named(REFUSED, "a telephone in words as a name", "Иван, восемь семьсот один", "G18"),
    _named(CLEAN, "a name", "Иван Образцов", ""),
    Case(
        name="a channel that a stranger cannot have",
        verdict=PERSON,
        code="G16",
        fields={"channel": "paper"},
        at=dict.fromkeys((*IMPORTS, "new", "check"), CLEAN),
    ),
)

OTHERS = (
    Case(
        name="the words of another comment",
        verdict=PERSON,
        code="G23",
        fields={"text": SAID},
        at={"check": CLEAN, "form": CLEAN},
    ),
    Case(
        name="nearly the words of another comment",
        verdict=PERSON,
        code="G23",
        fields={"text": SAID.replace("Прошу", "Просим") + " Вот."},
        at={"check": CLEAN, "form": CLEAN},
    ),
    Case(
        name="words of its own",
        verdict=CLEAN,
        fields={"text": "Выходные дни отдела надо печатать на двери, чтобы никто не ездил зря."},
    ),
    Case(
        name="words of one that came with it",
        verdict=PERSON,
        code="G23",
        fields={
            "text": "Выходные дни отдела надо печатать на двери, чтобы никто не ездил зря.",
            "name": "Иван Образцов",
        },
        only=("gate", "csv", "xlsx", "docx"),
    ),
)

# Rows of tables here have a column of the kind: a comment whose kind the clerk knows is one.
_KIND_IS_SAID = dict.fromkeys(("csv", "xlsx", "docx"), CLEAN)
_WISH = {**dict.fromkeys((*IMPORTS, "new"), REFUSED), "check": CLEAN}
WISHES = (
    *(
        Case(
            name=name,
            verdict=PERSON,
            code=code,
            fields={"text": words},
            at={**_WISH, **_KIND_IS_SAID},
        )
        for name, code, words in (
            ("thanks", "G30", "Спасибо, всё понятно."),
            ("a wish to take back", "G31", "Прошу отозвать мое предыдущее замечание."),
            ("a mark of receipt", "G33", "Письмо получено, зарегистрировано за № 4512"),
        )
    ),
    Case(
        name="only pointing elsewhere",
        verdict=PERSON,
        code="G34",
        fields={"text": "То же, что в предыдущем письме."},
        at=_WISH,
    ),
    *(
        Case(
            name=name,
            verdict=PERSON,
            code=code,
            fields={"text": words},
            at=dict.fromkeys((*IMPORTS, "new"), REFUSED),
        )
        for name, code, words in (
            ("not for publication", "G32", "Не для публикации: срок слишком велик."),
            ("lines of a messenger", "G35", "[18.11.26, 10:15] Иван Образцов: срок велик, два дня"),
        )
    ),
    *_texts(
        PERSON,
        "G22",
        words_of_a_ministry="Министерство юстиции отвечает: срок не меняется.",
        words_of_a_ministry_in_Kazakh="Біз, министрлік, мерзімді өзгертпейміз.",
        words_of_a_decision="Принято решение отклонить все замечания граждан.",
    ),
    *_texts(
        PERSON,
        "G21",
        a_host_ahead_of_another="https://egov.kz.example.com/a подробнее.",
        a_host_with_a_digit="Смотрите на eg0v.kz подробнее.",
    ),
)

CASES = (
    Case(name="nothing odd", verdict=CLEAN),
    *REVIEW,
    *PLACES,
    *DAYS,
    *PERSONAL,
    *FORM,
    *SIGNS,
    *CONTENT,
    *NAMES,
    *OTHERS,
    *WISHES,
)
PLAIN = {
    "standard": STANDARD,
    "revision": "1",
    "clause": "term",
    "language": "ru",
    "kind": "change",
    "received": "2026-11-10",
    "channel": "web",
    "author": "individual",
    "consent": "1",
}
_DAYS_OF = {"closed": "2026-10-09", "considered": "2026-11-12", "planned": "2026-11-10"}


def fields_of(case: Case) -> dict[str, str]:
    """Return all fields of a case: what it names, words of its own, and what is right."""
    own = sentence(CASES.index(case) + 1)
    text = case.fields.get("text", own).replace("… ", f"{own} ", 1)
    day = _DAYS_OF.get(case.fields.get("standard", ""), PLAIN["received"])
    return {**PLAIN, "received": day, **case.fields, "text": text}
