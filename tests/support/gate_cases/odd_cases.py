"""Odd ways to write what a comment and its commits say: each is a kind that somebody could try."""

from builders import STANDARD
from gate_cases.building import PLACE
from gate_cases.making import IIN, Case, at, named, on, plain, raw, says


def without(key: str, line: str) -> str:
    """Write a comment in which one key stands in another way."""
    return plain(**{key: None}) + line + "\n"


WRITTEN = (
    Case(
        "a key twice, once behind escapes",
        raw(plain() + '"te\\u0078t": Прошу убрать плату.\n'),
        "F:F12",
    ),
    Case(
        "a key of other letters", raw(plain() + "tехt: Прошу убрать плату за отметку.\n"), "F:F31"
    ),
    Case("a key to merge, in marks", raw(plain() + '"<<": {kind: support}\n'), "F:F31"),
    Case("an end of the document, and more", raw(plain() + "...\nkind: support\n"), "F:F10"),
    Case("a tag of nothing", raw(without("text", "text: ! Прошу сократить срок.")), "F:F15"),
    Case(
        "a tag that says what is so",
        raw(without("text", "text: !!str Прошу сократить срок.")),
        "F:F15",
    ),
    Case("an anchor of nobody", raw(without("text", "text: &x Прошу сократить срок.")), "F:F13"),
    Case(
        "a yes of another YAML", at(PLACE, author={"kind": "individual", "foreign": "yes"}), "F:F32"
    ),
    Case("a number of another base", at(PLACE, consent="0x1"), "F:G16"),
    Case("a number with a point", at(PLACE, revision="1.0"), "F:F32"),
    Case("a number with a sign", at(PLACE, revision="+1"), "F:F32"),
    Case("a number of Arabic digits", at(PLACE, revision="١"), "F:F32"),
    Case("a day of Arabic digits", at(PLACE, received="٢٠٢٦-١١-١٠"), "F:F35"),
    Case("a day of wide digits", at(PLACE, received="２０２６-11-10"), "F:F35"),
    Case("a day with an hour", at(PLACE, received="2026-11-10T00:00:00Z"), "F:F35"),
    Case("a day of a leap year that is none", on(STANDARD, "2026-02-29"), "F:F34"),
    Case("a format of wide digits", at(PLACE, schema="１"), "F:F42"),
    *(
        Case(f"{key} with a line end behind it", at(PLACE, **{key: f"{value}\n"}), found)
        for key, value, found in (
            ("id", "k7m2p9qx4a", "F:F41"),
            ("standard", STANDARD, "F:F41"),
            ("clause", "term", "F:F41"),
            ("language", "ru", "F:F41"),
            ("kind", "change", "F:F33"),
            ("received", "2026-11-10", "F:F35"),
            ("revision", "1", "F:F32"),
            ("consent", "1", "F:G16"),
        )
    ),
    Case("an id in capitals inside", at(PLACE, id="K7M2P9QX4A"), "F:F41"),
    Case(
        "before and after a clause", at(PLACE, clause={"after": "term", "before": "fee"}), "F:F31"
    ),
    Case("after the whole", at(PLACE, clause={"after": "whole"}), "F:F56"),
    Case("a name of two lines", named("Образцов А.\nОтвет: принято полностью"), "F:G15"),
    Case("an author that is a list", at(PLACE, author=["individual"]), "F:F32"),
    Case("a quotation that is a speech", at(PLACE, quote="Прошу сократить срок. " * 200), "F:F40"),
    Case("a text of points", says("." * 40), "F:G15 P:G30"),
    Case(
        "an attachment that is named",
        at(PLACE, attachments=[{"name": "x.pdf", "digest": f"sha256:{'0' * 64}"}]),
        "F:G16",
    ),
    Case(
        "a source on the portal",
        at(PLACE, source={"id": "1", "url": "https://legalacts.egov.kz"}),
        "P:G16",
    ),
    Case("an authority that speaks", at(PLACE, authority="ministry-justice"), "F:G16"),
    Case("a receipt of its own", at(PLACE, receipt="sha256:0", number="1"), "F:G16 F:G16"),
    Case("a correction of its own", at(PLACE, corrections=[{"on": "2026-11-10"}]), "F:G16"),
    Case("a channel of the portal", at(PLACE, channel="egov"), "P:G16"),
    Case("a channel of the mailbox", at(PLACE, channel="email")),
    Case("a counter", at(PLACE, channel="counter"), "P:G16"),
    Case("UTF-16 without a mark", raw(plain().encode("utf-16-le")), "F:G08"),
    Case("UTF-32", raw(plain().encode("utf-32")), "F:G08"),
    Case(
        "a pointer of an older LFS",
        raw("version https://hawser.github.com/spec/v1\noid sha256:00\nsize 1\n"),
        "F:F19",
    ),
    Case("a vertical tab", raw(plain() + "# a\x0bb\n"), "F:G09"),
    Case("a byte order mark inside", says("Прошу \ufeffсократить срок услуги."), "P:G09"),
    Case("an annotation that is not seen", says("Прошу \ufff9сократить срок услуги."), "P:G09"),
    Case("an empty Braille sign", says("Прошу \u2800сократить срок услуги."), "P:G09"),
    Case("signs upon signs in the name", named("О" + "\u0301" * 9 + "бразцов"), "P:G09"),
    Case("a name that is read backwards", named("\u202eвоцзарбО"), "F:G09"),
)

NUMBERS = (
    *(
        Case(f"an IIN {how}", raw(without("text", f"text: {written}")), "F:G17")
        for how, written in {
            "behind escapes": '"Мой номер ' + "".join(f"\\x3{d}" for d in IIN) + ', прошу."',
            "over a folded line": f'"Мой номер {IIN[:6]}\\\n  {IIN[6:]}, прошу."',
            "in a folded block": f">\n  Мой номер {IIN[:6]}\n  {IIN[6:]}, прошу.",
            "between marks of quotation": f"'Мой номер ''{IIN[:6]}''{IIN[6:]}, прошу.'",
        }.items()
    ),
    *(
        Case(f"an IIN {how}", says(f"Мой номер {number}, прошу учесть при рассмотрении."), "F:G17")
        for how, number in {
            "in circles": "".join(chr(0x24EA if d == "0" else 0x245F + int(d)) for d in IIN),
            "in black circles": "".join(chr(0x24FF if d == "0" else 0x2775 + int(d)) for d in IIN),
            "in brackets of one sign": IIN[:3]
            + "".join(d if d == "0" else chr(0x2473 + int(d)) for d in IIN[3:]),
            "with points of one sign": IIN[:3]
            + "".join(d if d == "0" else chr(0x2487 + int(d)) for d in IIN[3:]),
            "raised": "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in IIN),
            "of mathematics": "".join(chr(0x1D7CE + int(d)) for d in IIN),
            "of the seven segments": "".join(chr(0x1FBF0 + int(d)) for d in IIN),
            "with l for 1": IIN.replace("1", "l"),
            "with I for 1": IIN.replace("1", "I"),
            "between pictures": IIN[:6] + "👨\u200d👩\u200d👧" + IIN[6:],
            "struck through": "".join(d + "\u0336" for d in IIN),
        }.items()
    ),
    Case(
        "an IIN with unseen joiners between",
        says("Мой номер " + "\u2060".join(IIN) + ", прошу."),
        "F:G17 P:G09",
    ),
    Case(
        "an IIN as the schema of an editor",
        raw(f"# yaml-language-server: $schema={IIN}\n" + plain()),
        "F:G17 F:G20",
    ),
    Case(
        "an IIN behind a line of a program",
        raw(f"# yaml-language-server: $schema=x/{IIN}.json\n" + plain()),
        "F:G17 F:G20",
    ),
    Case(
        "a telephone as the schema of an editor",
        raw("# yaml-language-server: $schema=87011234567\n" + plain()),
        "F:G20 P:G18",
    ),
)

COMMANDS = (
    Case(
        "a schema from elsewhere for the editor",
        raw("# yaml-language-server: $schema=https://evil.example/s.json\n" + plain()),
        "F:G20",
    ),
    Case(
        "a schema of no protocol",
        raw("# yaml-language-server: $schema=//evil.example/s.json\n" + plain()),
        "F:G20",
    ),
    Case(
        "a schema on a share",
        raw("# yaml-language-server: $schema=file://evil/s.json\n" + plain()),
        "F:G20",
    ),
    Case(
        "a schema at the end",
        raw(plain() + "# yaml-language-server: $schema=https://evil.example/s.json\n"),
        "F:G20",
    ),
    Case(
        "a schema that is our own",
        raw(
            "# yaml-language-server: $schema=../../../../docs/formats/comment.schema.json\n"
            + plain()
        ),
    ),
    Case(
        "a line of settings for Vim",
        raw(plain() + "# vim: set modeline foldexpr=system('id'):\n"),
        "F:G20",
    ),
    Case(
        "a line of settings for Emacs",
        raw('# -*- eval: (shell-command "id") -*-\n' + plain()),
        "F:G20",
    ),
    Case(
        "local variables of Emacs",
        raw(plain() + '# Local Variables:\n# eval: (shell-command "id")\n# End:\n'),
        "F:G20",
    ),
    Case(
        "a tag over two lines",
        says("Прошу сократить срок. <img\nsrc=x\nonerror=alert(1)>"),
        "F:G20",
    ),
    Case(
        "a link with another host ahead",
        says("Подробнее: https://egov.kz@203.0.113.7/x, прошу учесть."),
        "P:G18 P:G21",
    ),
    Case(
        "a link with a password ahead",
        says("Подробнее: https://egov.kz:443@evil.example/x, прошу учесть."),
        "P:G18 P:G21",
    ),
    Case("a link to a number", says("Подробнее: http://3405803783/x, прошу учесть."), "P:G21"),
    Case(
        "a link with an escaped host",
        says("Подробнее: https://%65gov%2ekz.evil.example/, прошу учесть."),
        "P:G21",
    ),
    Case("a link in a name", named("www.evil.example"), "F:G18"),
)

NAMES = (
    *(
        Case(f"speaks for {name!r}", named(name), "F:G22")
        for name in (
            "М🔹инистерство юстиции",
            "𝐌𝐢𝐧𝐢𝐬𝐭𝐫𝐲 of Justice",
            "M1n1stry of Justice",
            "М̶и̶н̶и̶с̶т̶е̶р̶с̶т̶в̶о̶",
            "от Министерства юстиции",
            "Администрация Президента",
            "Аппарат Правительства",
            "Президент Республики Казахстан",
            "Судья Верховного Суда",
            "Генеральная прокуратура",
            "Минцифры РК",
            "Минэкономики",
            "Миннацэкономики РК",
            "Минсельхоз",
            "МЧС РК",
            "Парламент Республики Казахстан",
            "Поддержка портала eGov",
            "Служба поддержки egov.kz",
            "Әкімдік",
            "ҚР Әділет министрлігі",
            "Ресми жауап",
            "Республика Казахстан",
        )
    ),
    *(
        Case(f"speaks for nobody else, {name!r}", named(name))
        for name in (
            "Министров Олег",
            "Судьин А. Б.",
            "Президентова Мария",
            "Комитетов Е.",
            "Әкімбай Қ.",
            "Сенатов Павел",
            "Казахстанов Арман",
            "Админбеков Т.",
            "Полицеймако М.",
            "Парламентов И.",
        )
    ),
    Case("a firm that serves citizens", named("ТОО «Поддержка семьи»", "legal-entity")),
)
