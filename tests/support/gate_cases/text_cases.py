"""What comments say: their meaning, personal data, content, and whom they speak for."""

from builders import STANDARD
from gate_cases.building import PLACE, SAID
from gate_cases.making import BIN, DAY, IIN, LONG, Case, at, named, on, plain, says

MEANING = (
    Case("an older format", at(PLACE, schema="2"), "F:F42"),
    Case("a key with a slip", at(PLACE, propsal="Два дня."), "F:F31"),
    Case("without a text", at(PLACE, text=None), "F:F30"),
    Case("no consent", at(PLACE, consent=None), "F:F30"),
    Case("consent to something else", at(PLACE, consent="0"), "F:G16"),
    Case("a kind that is none", at(PLACE, kind="rage"), "F:F33"),
    Case("a channel that is none", at(PLACE, channel="telepathy"), "F:F33"),
    Case("an author without a kind", at(PLACE, author={"name": "Образцов"}), "F:F30"),
    Case("a text that is a list", at(PLACE, text=["Прошу", "сократить"]), "F:F32"),
    Case("a clause that is none", at(PLACE, clause="trem"), "F:F56"),
    Case("a clause that is a path", at(PLACE, clause="../../x"), "F:F41"),
    Case("after a clause that is none", at(PLACE, clause={"after": "nothing"}), "F:F56"),
    Case("a quotation that is not there", at(PLACE, quote="Плата составляет сорок тенге"), "W:G14"),
    Case("a reply to nobody", at(PLACE, in_reply_to="zzzzzzzzzz"), "F:L04"),
    Case("a reply to itself", at(PLACE, in_reply_to="k7m2p9qx4a"), "F:L04"),
    Case("a standard that is none", on("birth-registratoin"), "F:F54"),
    Case("a revision that is none", on(STANDARD, number=9), "F:F55"),
    Case("before it opens", on(STANDARD, "2026-11-08"), "F:G13"),
    Case("a draft that is planned", on("planned"), "F:G13"),
    Case("a draft that is not discussed", on("quiet"), "F:G13"),
    Case("a discussion that is over", on("closed"), "F:G13"),
    Case("late", on("considered", "2026-11-16"), "P:G13"),
    Case("dated back", on("considered", "2026-11-12"), "P:G13"),
    Case("in the future", on(STANDARD, "2026-11-25"), "F:G13"),
    Case("in another century", on(STANDARD, "2126-11-25"), "F:G13"),
    Case("in a year that is none", on(STANDARD, "0000-11-25"), "F:F34"),
    Case("a word", says("Долго"), "F:G15"),
    Case("spaces", says("          .          "), "F:G15 P:G30"),
    Case("too long a text", says(LONG * 120), "F:G15 W:G21"),
    Case("much too long a text", says("я" * 16_000), "F:G15 W:G21"),
    Case("too long a proposal", at(PLACE, proposal="Два дня, " * 1_200), "F:G15"),
    Case("too long a name", named("А" * 121), "F:G15"),
    Case("a language of others", at(PLACE, language="en"), "P:G15"),
    Case("a language that is none", at(PLACE, language="русский"), "F:F41"),
    Case("Russian that says it is Kazakh", says(LONG, language="kk"), "W:G15"),
    Case(
        "Kazakh that says it is Russian",
        says("Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын, өйткені бұл ұзақ."),
        "W:G15",
    ),
    Case(
        "English that says it is Russian",
        says("Please make the term shorter because three days are too long for one mark."),
        "W:G15",
    ),
    Case(
        "a forged outcome", at(PLACE, outcome="accepted", landed={"revision": "2"}), "F:G16 F:G16"
    ),
    Case("a forged number", at(PLACE, register_number="1", status="accepted"), "F:G16 F:G16"),
    Case(
        "a forged tombstone",
        at(
            PLACE,
            redacted={"on": "2026-11-11", "reason": {"kk": "Өтініш бойынша.", "ru": "По просьбе."}},
        ),
        "F:G16",
    ),
    Case("a broken base says nothing", at(PLACE, quote="Услуга оказывается")),
)

PERSONAL = (
    *(
        Case(f"an IIN {how}", says(f"Мой номер {number}, прошу учесть при рассмотрении."), "F:G17")
        for how, number in {
            "plain": IIN,
            "in two parts": f"{IIN[:6]} {IIN[6:]}",
            "with dashes": f"{IIN[:6]}-{IIN[6:9]}-{IIN[9:]}",
            "with points": f"{IIN[:6]}.{IIN[6:]}",
            "digit by digit": " ".join(IIN),
            "in Arabic digits": "".join(chr(0x660 + int(digit)) for digit in IIN),
            "in wide digits": "".join(chr(0xFF10 + int(digit)) for digit in IIN),
            "with spaces that do not break": f"{IIN[:6]}\u00a0{IIN[6:]}",
            "over two lines": f"{IIN[:6]}\n{IIN[6:]}",
            "after a date": f"от 12.05.2026 {IIN}",
            "that says so, with a slip": "ИИН 123456789012",
            "that says so in Kazakh": "ЖСН: 123456789012",
        }.items()
    ),
    *(
        Case(f"an IIN, {how}", says(f"Мой номер {number}, прошу учесть при рассмотрении."), "F:G17")
        for how, number in {
            "with a comma": f"{IIN[:6]},{IIN[6:]}",
            "over a blank line": f"{IIN[:6]}\n\n{IIN[6:]}",
            "of keycaps": "".join(f"{digit}\ufe0f\u20e3" for digit in IIN),
            "with letters for digits": "99О1О1 ЗОО122",
            "with a digit too many": f"{IIN}7",
            "with the word behind it": "123456789012 (ИИН)",
        }.items()
    ),
    Case("an IIN in the name", named(f"Образцов {IIN}"), "F:G17"),
    Case("an IIN in the quotation", at(PLACE, quote=f"Номер {IIN}"), "F:G17 W:G14"),
    Case("an IIN as a key", at(PLACE, **{IIN: "мой"}), "F:F31 F:G17"),
    Case("an IIN as a kind", at(PLACE, kind=IIN), "F:F33 F:G17"),
    Case("an IIN of its own field", at(PLACE, iin=IIN), "F:G17 F:G19"),
    Case("an IIN in the name of the file", {f"{DAY}/{IIN}.yaml": plain()}, "F:G04"),
    Case("twelve digits of something else", says("Номер заявления 123456789012, ответа нет."), ""),
    Case(
        "the number of a firm",
        says(
            f"Наш номер {BIN}, мы обращались дважды.",
            author={"kind": "legal-entity", "name": "ТОО «Үлгі»"},
        ),
        "W:G17",
    ),
    *(
        Case(f"a telephone, {number}", says(f"Прошу ответить мне: {number}. Спасибо."), "P:G18")
        for number in (
            "+7 701 123 45 67",
            "8 (701) 123-45-67",
            "87011234567",
            "+77172551234",
            "701 123 45 67",
            "٨٧٠١١٢٣٤٥٦٧",
            "тел. 55-12-34",
            "+44 20 7946 0958",
            "8,701,123,45,67",
            "wa.me/77011234567",
        )
    ),
    Case("a card", says("Верните деньги на карту 4111 1111 1111 1111, пожалуйста."), "P:G18"),
    *(
        Case(f"an address in words, {said}", says(f"Ответьте мне, {said}, прошу вас."), "P:G18")
        for said in ("ivan(at)example.kz", "ivan собака example точка kz", "@ivan_obrazcov")
    ),
    Case("a call that is free", says("Звоните: 8 800 080 7777, там говорят другой срок."), ""),
    Case("a card with commas", says("Верните на карту 4111,1111,1111,1111, пожалуйста."), "P:G18"),
    Case("an account in small letters", says("Счет kz86125kzt5004100100, верните."), "P:G18"),
    Case("a home by its numbers", says("Живу по адресу: ул. Абая 5-12, и ждал неделю."), "P:G18"),
    Case("an account", says("Верните деньги на счет KZ86125KZT5004100100, пожалуйста."), "P:G18"),
    Case(
        "an address to write to",
        says("Ответьте мне на ivan.obrazcov@example.kz, пожалуйста."),
        "P:G18",
    ),
    Case("an address in Cyrillic", says("Ответьте мне на иван@пример.қаз, пожалуйста."), "P:G18"),
    Case("an identity card", says("Мое удостоверение личности № 012345678 потеряно."), "P:G18"),
    Case("a plate", says("Моя машина 123 ABC 02 стоит у вас на учете с весны."), "P:G18"),
    Case("a home", says("Живу по адресу: ул. Абая, дом 5, кв. 12, и ждал неделю."), "P:G18"),
    Case(
        "a home in Kazakh",
        says("Мекенжайым: Абай көшесі, 5-үй, 12-пәтер, бір апта күттім.", language="kk"),
        "P:G18",
    ),
    Case("a telephone in the name", named("Образцов +7 701 123 45 67"), "F:G18"),
    Case("an address in the name", named("ivan@example.kz"), "F:G18"),
    Case("a field for the telephone", at(PLACE, phone="есть"), "F:G19"),
    Case(
        "a field for the address",
        at(PLACE, author={"kind": "individual", "email": "a@b.kz"}),
        "F:G19 P:G18",
    ),
    Case("fields for the machine", at(PLACE, ip="10.0.0.1"), "F:G19"),
)

CONTENT = (
    *(
        Case(f"markup {text!r:.40}", says(f"Прошу сократить срок. {text}"), "F:G20")
        for text in (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<b>Срочно</b>",
            "</textarea>",
            "<!-- a -->",
            "&lt;script&gt;",
            "<svg/onload=alert(1)>",
            "<?php x ?>",
            "[x](javascript:alert(1))",
            "[x](java\tscript:alert(1))",
            "&#106;avascript:alert(1)",
            "data:text/html;base64,PHN2Zz4=",
            "{{ config }}",
            "{% include 'x' %}",
            '--8<-- "standards/project.yaml"',
            ";--8<--",
            "${{ secrets.TOKEN }}",
        )
    ),
    *(
        Case(f"marker {text!r:.40}", says(f"Прошу сократить срок.\n{text}\nСпасибо."), "F:G20")
        for text in (
            '!!! note "Ответ министерства"',
            '??? note "Ответ"',
            "/// note",
            "::: talqy.x",
            "::set-output name=x::y",
            "::add-mask::x",
            "%0A::error::x",
            "##[command]x",
        )
    ),
    Case("markup in a proposal", at(PLACE, proposal="<b>Два</b> дня."), "F:G20"),
    Case("markup in a name", named("<b>Образцов</b>"), "F:G20 P:G22"),
    Case(
        "three links",
        says("См. https://a.kz/1, https://b.kz/2 и https://c.kz/3, пункт 3."),
        "P:G21",
    ),
    Case("a short link", says("Подробнее о сроке: https://bit.ly/3xYz, прошу учесть."), "P:G21"),
    Case(
        "a link in disguise", says("Подробнее: https://xn--80ak6aa92e.com/, прошу учесть."), "P:G21"
    ),
    Case("a link of two alphabets", says("Подробнее: https://eгov.kz/, прошу учесть."), "P:G21"),
    Case("in capitals", says(LONG.upper()), "W:G21"),
    Case("over and over", says("Прошу сократить срок услуги. " * 5), "W:G21"),
    Case("the same words as another", says(SAID), "P:G23"),
    Case("nearly the same words", says(SAID.replace("Прошу", "Просим") + " Вот."), "P:G23"),
    Case("a ministry with a Latin letter", named("Министерcтво юстиции"), "F:G22"),
    Case("a state body with a Latin letter", named("Министерcтво юстиции", "state-body"), "F:G22"),
    Case("a ministry of Latin letters", named("Mинистерство финансов"), "F:G22"),
    Case("a ministry in Kazakh", named("Әділет министрлігі"), "F:G22"),
    Case("a ministry with gaps", named("М и н и с т е р с т в о  юстиции"), "F:G22"),
    Case("a ministry that is one", named("Министерство юстиции", "state-body"), "P:G22"),
    Case("a ministry by its sound", named("Ministerstvo yustitsii"), "F:G22"),
    Case("a ministry of Cherokee letters", named("Ꮇinistry"), "F:G22"),
    Case("a minister", named("Әділет министрі"), "F:G22"),
    Case("a surname like an office", named("Прокуроров Иван"), ""),
    Case("a state body without a name", at(PLACE, author={"kind": "state-body"}), "P:G22"),
    Case("paper", at(PLACE, channel="paper"), "P:G16"),
    Case("paper of a program", at(PLACE, channel="paper"), "", "batch"),
    Case("an administrator", named("Администратор сайта"), "F:G22"),
    Case("an administrator of digits", named("Администрат0р"), "F:G22"),
    Case(
        "a council at a ministry",
        named("Общественный совет при Министерстве культуры", "legal-entity"),
        "P:G22",
    ),
    Case("a name of two alphabets", named("Oбразцов Иван"), "P:G22"),
    Case(
        "everything at once",
        says(f"<b>{IIN}</b> {{{{ x }}}}", clause="trem", consent="0"),
        "F:F56 F:G16 F:G17 F:G20 F:G20",
    ),
)
