"""What is published with a comment: remarks, earlier versions, and what commits say."""

from builders import comment_path
from gate_cases.building import LINK, PLACE, PROGRAM, Files, Line, Thing
from gate_cases.making import IIN, OTHER, Case, another, at, plain, raw, says

PHONE = "+7 701 123 45 67"


def mended(*earlier: Files) -> Line:
    """Put a sound comment after what was committed before it."""
    return Line([*earlier, at(PLACE)])


def told(message: str) -> Line:
    """Put a sound comment into a commit that says this."""
    return Line([at(PLACE)], message=message)


def by(name: str = "Citizen", email: str = "citizen@users.noreply.example") -> Line:
    """Put a sound comment into a commit of somebody."""
    return Line([at(PLACE)], name=name, email=email)


REMARKS = (
    Case("an IIN in a remark", raw(f"# Мой ИИН {IIN}\n" + plain()), "F:G17"),
    Case("an IIN in a remark at the end", raw(plain() + f"# {IIN}\n"), "F:G17"),
    Case(
        "an IIN behind a value",
        raw(plain().replace("clause: term", f"clause: term # {IIN}")),
        "F:G17",
    ),
    Case("an IIN in two remarks", raw(f"# {IIN[:6]}\n# {IIN[6:]}\n" + plain()), "F:G17"),
    Case("a telephone in a remark", raw(f"# Звоните {PHONE}\n" + plain()), "P:G18"),
    Case(
        "a telephone in a remark and in the text",
        raw(f"# {PHONE}\n" + plain(text=f"Прошу ответить: {PHONE}.")),
        "P:G18 P:G18",
    ),
    Case("markup in a remark", raw("# <script>alert(1)</script>\n" + plain()), "F:G20"),
    Case("a command in a remark", raw("# x\n" + plain() + "# {{ config }}\n"), "F:G20"),
    Case("an IIN in a remark of a batch", raw(f"# {IIN}\n" + plain()), "F:G17", "batch"),
    Case("an IIN in what is no YAML", raw(f"Мой ИИН {IIN}\n: [\n"), "F:F10 F:G17"),
    Case(
        "an IIN in a file that says a key twice",
        raw(plain() + f"kind: support\nname: '{IIN}'\n"),
        "F:F12 F:G17",
    ),
    Case("an IIN in UTF-16", raw(plain(text=f"Номер {IIN}, да.").encode("utf-16")), "F:G08 F:G17"),
    Case("a sound remark", raw("# Черновик 2, пункт 3\n" + plain() + "# конец\n")),
    Case("a hash in the text", says("Смотрите строку #12 и строку #14 приложения, там ошибка.")),
)

EARLIER = (
    Case(
        "an IIN in an earlier version",
        mended(says(f"Мой ИИН {IIN}, прошу сократить срок.")),
        "F:G27",
    ),
    Case("an IIN in an earlier version that is no YAML", mended(raw(f"ИИН {IIN}\n: [")), "F:G27"),
    Case(
        "an IIN in an earlier version in Windows-1251",
        mended(raw(plain(text=f"Номер {IIN}, да.").encode("cp1251"))),
        "F:G27",
    ),
    Case(
        "an IIN in an earlier version in UTF-16",
        mended(raw(f"ИИН {IIN}".encode("utf-16"))),
        "F:G27",
    ),
    Case("an IIN in an earlier remark", mended(raw(f"# {IIN}\n" + plain())), "F:G27"),
    Case(
        "a telephone in an earlier version",
        mended(says(f"Прошу ответить мне: {PHONE}. Спасибо.")),
        "P:G27",
    ),
    Case(
        "an IIN in the first of three versions",
        mended(says(f"Мой ИИН {IIN}, прошу ответить."), says("Прошу ответить мне скорее.")),
        "F:G27",
    ),
    Case("a huge earlier version", mended(raw(b"#" * 5_000_000)), "F:G27"),
    Case("many large versions", mended(*(raw(f"{n}" * 30_000) for n in range(9))), "F:G06"),
    Case("a link before the comment", mended({PLACE: Thing(b"/etc/passwd", LINK)}), "F:G27"),
    Case(
        "a program before the comment", mended({PLACE: Thing(plain().encode(), PROGRAM)}), "F:G27"
    ),
    Case(
        "an IIN in another file that is taken out",
        Line([{"note.txt": IIN}, {"note.txt": None, **at(PLACE)}]),
        "F:G27 P:G06",
    ),
    Case(
        "an IIN in the name of a file that is taken out",
        Line([{f"{IIN}.txt": "x"}, {f"{IIN}.txt": None, **at(PLACE)}]),
        "F:G27 P:G06",
    ),
    Case(
        "an earlier version of a batch",
        Line([says(f"Мой ИИН {IIN}, прошу."), {**at(PLACE), comment_path(OTHER): another(OTHER)}]),
        "F:G27",
        "batch",
    ),
    Case("a fault of form that was mended", mended(at(PLACE, clause="trem", consent="0"))),
    Case("markup that was mended", mended(says("Прошу <b>срочно</b> сократить срок услуги."))),
    Case("what is no YAML, mended", mended(raw("Прошу сократить срок!\n\n: [\n"))),
    Case("an empty file that was filled", mended(raw(""))),
    Case("the number of a firm, taken out", mended(says("Наш БИН 980440000125, мы ждем ответа."))),
)

SAID = (
    Case("an IIN in the message", told(f"Мой ИИН {IIN}"), "F:G28"),
    Case("an IIN below the message", told(f"Comment\n\nSigned-off-by: {IIN}\n"), "F:G28"),
    Case("a telephone in the message", told(f"Звоните {PHONE}"), "P:G28"),
    Case(
        "the address of somebody else", told("Comment\n\nCo-authored-by: O <o@example.kz>"), "P:G28"
    ),
    Case("a message that is too long", told("Прошу сократить срок.\n" * 500_000), "F:G28"),
    Case("a message that colours a terminal", told("Comment \x1b[31m\x1b[2J"), "F:G28"),
    Case("a message that is read backwards", told("Comment \u202etnemmoc"), "F:G28"),
    Case("a message with unseen words", told("Comment \U000e0068\U000e0069"), "P:G28 P:G28"),
    Case("an IIN as the author", by(name=IIN), "F:G28"),
    Case("a ministry as the author", by(name="Министерство юстиции РК"), "P:G28"),
    Case("a ministry of other letters", by(name="Mинистерство юстиции"), "P:G28"),
    Case("a telephone as the author", by(name=PHONE), "P:G28"),
    Case("an IIN in an address of a forge", by(email=f"{IIN}@noreply.mail.ru"), "F:G28"),
    Case(
        "an IIN as the number of an account", by(email=f"{IIN}+x@users.noreply.github.com"), "F:G28"
    ),
    Case("an IIN in an address", by(email=f"{IIN}@example.kz"), "F:G28 W:G06"),
    Case("an address that only sounds like none", by(email="ivan+noreply@example.kz"), "W:G06"),
    Case(
        "signed with one's own address",
        Line(
            [at(PLACE)], email="o@example.kz", message="Comment\n\nSigned-off-by: O <o@example.kz>"
        ),
        "W:G06",
    ),
    Case(
        "by a program that is a ministry's",
        by(name="Министерство юстиции", email="bot@noreply.example.kz"),
        "",
        "batch",
    ),
    *(
        Case(f"as {forge} writes it", Line([at(PLACE)], name=name, email=email, message=message))
        for forge, name, email, message in (
            (
                "GitHub",
                "Айгүл Үлгі",
                "49699333+aigul-2001@users.noreply.github.com",
                "Create k7m2p9qx4a.yaml",
            ),
            (
                "GitHub, signed",
                "aigul",
                "49699333+aigul@users.noreply.github.com",
                (
                    "Add files via upload\r\n\r\n"
                    "Signed-off-by: aigul <49699333+aigul@users.noreply.github.com>\r\n"
                ),
            ),
            (
                "GitHub, of two",
                "aigul",
                "1+a@users.noreply.github.com",
                (
                    "Update k7m2p9qx4a.yaml\n\n"
                    "Co-authored-by: Иван О. <77012345+ivan@users.noreply.github.com>"
                ),
            ),
            (
                "GitLab",
                "Иван Образцов",
                "1234567-ivan@users.noreply.gitlab.com",
                "Update k7m2p9qx4a.yaml",
            ),
            (
                "Forgejo",
                "qazaq-dev_7",
                "qazaq-dev_7@noreply.codeberg.org",
                "Add comments/birth-registration/r1/2026-11-10/k7m2p9qx4a.yaml\n",
            ),
            (
                "Gitea",
                "user87",
                "user87@noreply.localhost",
                'Revert "Comment"\n\nThis reverts commit 8b1f0b8d7c3e0f1d2c3b4a5968778695a4b3c2d1.',
            ),
        )
    ),
)
