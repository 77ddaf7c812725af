"""What commits say in odd ways, what lies beside them in git, and many comments at once."""

from builders import STANDARD, a_comment, comment_path
from gate_cases.building import PLACE, Files, Line, Repository
from gate_cases.making import IIN, OTHER, Case, Making, another, at, says


def crafted(head: bytes, message: bytes = b"A change\n") -> Making:
    """Put a line ahead of the message of a sound commit, as it lies in git."""

    def make(made: Repository) -> tuple[str, str]:
        like = made.line(Line([at(PLACE)]))
        return made.base, made.crafted(
            like, lambda data: data.partition(b"\n\n")[0] + head + b"\n\n" + message
        )

    return make


def told(message: str, profile: str = "single") -> Line:
    return Line([at(PLACE)], message=message)


SAYS = (
    Case(
        "a message in Windows-1251",
        crafted(b"\nencoding windows-1251", "Срок".encode("cp1251")),
        "F:G28",
    ),
    Case(
        "a message that hides digits in UTF-7",
        crafted(b"\nencoding UTF-7", b"+ADkAOQAwADEAMAAxADMAMAAwADEAMgAy-\n"),
        "F:G28",
    ),
    Case("a message of EBCDIC", crafted(b"\nencoding IBM037", b"abc\n"), "F:G28"),
    Case(
        "a message that says it is UTF-8",
        crafted(b"\nencoding UTF-8", "Мой комментарий\n".encode()),
    ),
    Case("a message behind a NUL", crafted(b"", b"A change\n\0" + IIN.encode()), "F:G28 F:G28"),
    Case(
        "two authors",
        crafted(f"\nauthor {IIN} <x@users.noreply.example> 1 +0000".encode()),
        "F:G28",
    ),
    Case("a day that is a number", crafted(f"\nx-day {IIN}".encode()), "F:G28"),
    Case("no message", crafted(b"", b"")),
    *(
        Case(
            f"an authority that approves, {trailer}",
            told(f"Comment\n\n{trailer}: Министерство юстиции <x@users.noreply.example>"),
            "P:G28",
        )
        for trailer in (
            "Approved-by",
            "Reviewed-by",
            "Signed-off-by",
            "Co-authored-by",
            "On-behalf-of",
        )
    ),
    *(
        Case(f"a message that stops programs, {said}", told(f"Comment {said}"), "F:G28")
        for said in ("[skip ci]", "[ci skip]", "[no ci]", "[skip actions]", "***NO_CI***")
    ),
    Case("a trailer that stops programs", told("Comment\n\nskip-checks: true"), "F:G28"),
    Case(
        "a message that runs a workflow command", told("Comment\n::set-output name=x::y"), "F:G28"
    ),
    Case("an office in another language", Line([at(PLACE)], name="Minister of Justice"), "P:G28"),
    Case("an author who is the site", Line([at(PLACE)], name="admin"), "P:G28"),
    *(
        Case(f"an author who is an office, {name}", Line([at(PLACE)], name=name), "P:G28")
        for name in ("Служба ЗАГС", "Аппарат акима", "Д-т юстиции г. Алматы", "Мәжіліс депутаты")
    ),
    *(
        Case(f"an author whose name is like an office, {name}", Line([at(PLACE)], name=name))
        for name in ("Судьин А.", "bot", "Ким ПД")
    ),
    Case(
        "an office that signs",
        told("Comment\n\nReviewed-by: Отдел ЗАГС <x@users.noreply.example>"),
        "P:G28",
    ),
    Case("a name of unseen signs", Line([at(PLACE)], name="\u2800\u3164x"), "P:G28 P:G28"),
    Case("a home in the message", told("Живу по адресу: ул. Абая, дом 5, кв. 12"), "P:G28"),
    Case("an account in the message", told("Пишите: vk.com/id12345678"), "P:G28"),
    Case("a telephone of Roman figures in the message", told("VIII 7o1 123 45 67"), "P:G28"),
    Case(
        "an IIN in words in the message",
        told("тоғыз жүз тоқсан, жүз бір, үш жүз, жүз жиырма екі"),
        "F:G28",
    ),
    Case("a card in the message", told("4111 1111 1111 1111"), "P:G28"),
)


def noted(made: Repository) -> tuple[str, str]:
    """Write a note to a commit: nobody merges notes."""
    head = made.line(Line([at(PLACE)]))
    made.git("notes", "--ref", "x", "add", "-m", IIN, head)
    return made.base, head


def replaced(made: Repository) -> tuple[str, str]:
    """Let a sound commit stand in for another one, here alone."""
    evil = made.line(Line([{**at(PLACE), "evil.txt": "x"}]))
    made.git("replace", evil, made.line(Line([at(PLACE)])))
    return made.base, evil


def grafted(made: Repository) -> tuple[str, str]:
    """Let a commit have other parents, here alone: what lies between would not be looked at."""
    line = made.line(Line([says(f"Мой ИИН {IIN}, прошу."), at(PLACE)]))
    (made.folder / ".git/info").mkdir(exist_ok=True)
    (made.folder / ".git/info/grafts").write_text(f"{line} {made.base}\n")
    return made.base, line


REFS = (
    Case("a note beside a commit", noted),
    Case("a sound commit in place of another", replaced, "F:G02 F:G04"),
    Case("other parents than a commit has", grafted, "F:G27"),
)


def cut(**mark: str) -> Files:
    reason = {"kk": "Өтініш бойынша.", "ru": "По просьбе автора."}
    return at(PLACE, redacted={"on": "2026-11-11", "reason": reason, **mark})


BATCHES = (
    Case(
        "one id on two days in a batch",
        {
            **at(PLACE),
            comment_path(day="2026-11-11"): a_comment(
                received="2026-11-11", text="Другие слова о сроке."
            ),
        },
        "F:F52",
        "batch",
    ),
    Case(
        "a batch with an answer",
        {**at(PLACE), comment_path(OTHER).replace(".yaml", ".response.yaml"): "x"},
        "F:G04",
        "batch",
    ),
    Case(
        "a batch that touches the text",
        {**at(PLACE), f"standards/{STANDARD}/standard.yaml": "x"},
        "F:G03 F:G04",
        "batch",
    ),
    Case(
        "a batch with a telephone",
        {
            **at(PLACE),
            comment_path(OTHER): another(OTHER, text="Звоните мне: +7 701 123 45 67, да."),
        },
        "P:G18",
        "batch",
    ),
    Case(
        "a comment of which words were taken out before anybody could read them",
        cut(original=f"sha256:{'0' * 64}"),
        "P:G16",
        "batch",
    ),
    Case("words taken out, and no digest of what was sent", cut(), "F:G16", "batch"),
    Case("a citizen who says that words were taken out", cut(original="sha256:0"), "F:G16"),
)
