"""Pull requests of kinds that came later: commits that speak to programs, twins of names, modes."""

from collections.abc import Callable

from builders import STANDARD, a_comment, a_project, a_response
from gate_cases.building import (
    EARLIER,
    LINK,
    MODULE,
    OLD_ANSWER,
    OLD_PLACE,
    PLACE,
    SAID,
    Line,
    Repository,
    Thing,
)
from gate_cases.making import DAY, IIN, Case, Making, at, plain, says
from gate_cases.newer_texts import NEWER_TEXTS, NEWER_YAML
from gate_cases.tree_cases import Entry, crafted, in_the_day

_ESCAPE = "\x1b"


def told(message: str) -> Line:
    return Line([at(PLACE)], message=message)


def by(name: str) -> Line:
    return Line([at(PLACE)], name=name)


def written(head: Callable[[bytes], bytes]) -> Making:
    """Change the bytes of a sound commit."""

    def make(made: Repository) -> tuple[str, str]:
        return made.base, made.crafted(made.line(Line([at(PLACE)])), head)

    return make


def put_in_by(who: str) -> Making:
    """Let somebody else have put a sound commit in."""
    return written(lambda data: data.replace(b"committer Citizen", f"committer {who}".encode(), 1))


def ahead(line: str) -> Making:
    """Put a line ahead of the message, as signatures stand there."""
    return written(lambda data: data.replace(b"\n\n", f"\n{line}\n\n".encode(), 1))


def at_hours(author: int, committer: int) -> Making:
    """Let a sound commit say other hours."""

    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        for at_, line in enumerate(lines):
            for role, hour in ((b"author ", author), (b"committer ", committer)):
                if line.startswith(role):
                    lines[at_] = line.rsplit(b" ", 2)[0] + f" {hour} +0000".encode()
        return b"\n".join(lines)

    return written(change)


def of_mode(mode: str, make_id: Callable[[Repository], str] | None = None) -> Making:
    """Give the entry of the comment another mode, or another object."""

    def change(made: Repository, entries: list[Entry]) -> list[Entry]:
        return [
            (mode, name, make_id(made) if make_id else id_)
            if name == b"k7m2p9qx4a.yaml"
            else (was, name, id_)
            for was, name, id_ in entries
        ]

    return in_the_day(change)


NEWER_COMMITS = (
    *(
        Case(f"a message that a page or a log obeys, {said!r}", told(f"Comment\n{said}"), "F:G28")
        for said in (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "{{ cookiecutter }}",
            "<%= x %>",
            "##vso[task.setvariable variable=x]y",
            "text ##[error]x",
            "section_end:1:x",
            "\\033[2J",
            "::stop-commands::x",
        )
    ),
    Case("a message that clears a screen", told(f"Comment {_ESCAPE}[2J"), "F:G28"),
    Case("a name that a log obeys", put_in_by("::error::x"), "F:G28"),
    Case("a name that Azure obeys", by("x ##vso[task.complete]"), "F:G28"),
    Case("a message that moves a comment", told("Комментарий перемещён в другой раздел."), "P:G28"),
    Case("a message with an account", told("Comment\n\nvk.com/id12345678"), "P:G28"),
    Case("an office that has put it in", put_in_by("Служба ЗАГС"), "P:G28"),
    Case("a number that has put it in", put_in_by(IIN), "F:G28"),
    Case("a ministry that has put it in", put_in_by("Министерство юстиции"), "P:G28"),
    Case("a signature that a log obeys", ahead("gpgsig ##vso[task.complete]"), "F:G28"),
    Case("a merged tag with a number", ahead(f"mergetag object x\n tagger {IIN}"), "F:G28"),
    Case(
        "a trailer of a court",
        told("Comment\n\nAcked-by: Аудандық сот <x@users.noreply.example>"),
        "P:G28",
    ),
    # What a commit says of its hours decides nothing, and clocks differ.
    Case("a commit of the year 2099", at_hours(4_070_908_800, 4_070_908_800)),
    Case("a commit of the year 1970", at_hours(0, 1)),
    Case("a commit of no year", at_hours(99_999_999_999, 99_999_999_999)),
)

NEWER_TREES = (
    *(
        Case(f"a comment of mode {mode}", of_mode(mode), found)
        for mode, found in (
            ("100600", "F:G03"),
            ("0100644", "F:G03"),
            ("100777", "F:G03"),
        )
    ),
    # So did git once write a file that a group may change; it reads it as any other.
    Case("a comment of an old mode", of_mode("100664")),
    Case("a link with a comment in it", {PLACE: Thing(plain().encode(), LINK)}, "F:G03"),
    Case("modules as a link", crafted(b".gitmodules", mode="120000"), "F:G02 F:G03 F:G04"),
    Case(
        "another repository and its way in",
        {
            f"{DAY}/x": Thing(b"", MODULE),
            ".gitmodules": f'[submodule "x"]\n\tpath = {DAY}/x\n\turl = -u./evil\n',
        },
        "F:G02 F:G03 F:G04 F:G04",
    ),
    *(
        Case(f"beside, at {path!r:.60}", {path: plain()}, "F:G04")
        for path in (
            f"comments/{STANDARD}./r1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/2026-11-10./k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/２０２６-11-10/k7m2p9qx4a.yaml",
            f"соmments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml\u200d",
            f"comments/{STANDARD}/rI/2026-11-10/k7m2p9qx4a.yaml",
            f"{DAY}/aux.yaml",
            f"{DAY}/k7m2p9qx4a.response.yml",
            "standards./project.yaml",
            "standards/PROJECT.yaml",
            f"standards/{STANDARD}/documents/x.svg",
            f"standards/{STANDARD}/.gitattributes",
            f"standards/{STANDARD}/revisions/r1.yaml.bak",
            "site_templates/theme/main.html",
            "site_templates/records/report.html",
            "mkdocs.yaml",
            ".forgejo/workflows/x.yml",
            ".woodpecker.yml",
            "sitecustomize.py",
            ".git-blame-ignore-revs",
            ".well-known/security.txt",
        )
    ),
)

NEWER_STEPS = (
    Case(
        "a redaction by a stranger",
        {OLD_PLACE: a_comment(EARLIER, text=SAID.replace("три дня", "[…]"))},
        "F:G03",
    ),
    Case(
        "a redaction by a stranger that adds",
        {OLD_PLACE: a_comment(EARLIER, text=f"{SAID} […] И так хорошо.")},
        "F:G03",
    ),
    Case(
        "a day off of a stranger",
        {
            "standards/project.yaml": a_project(
                gate={"batch": "3"}, calendar={"closed": ["2026-11-25"]}
            )
        },
        "F:G03 F:G04",
    ),
    Case(
        "an answer that landed elsewhere",
        {OLD_ANSWER: a_response(EARLIER, landed={"revision": "1", "clauses": ["docs"]})},
        "F:G03 F:G04",
    ),
    Case("a name of an answer for a comment", {OLD_ANSWER: None, **at(PLACE)}, "F:G02 F:G03 F:G04"),
    Case("hundreds of empty commits", Line([*({} for _ in range(200)), at(PLACE)]), "F:G06"),
    Case(
        "a text that came and went",
        Line([{f"standards/{STANDARD}/x": "x"}, {f"standards/{STANDARD}/x": None, **at(PLACE)}]),
        "P:G06",
    ),
    Case(
        "an earlier version with a sign of a program",
        Line([says("Прошу сократить. ##vso[task.complete]"), at(PLACE)]),
        "",
    ),
    Case(
        "an earlier version with an account",
        Line([says("Пишите vk.com/id12345678, да."), at(PLACE)]),
        "P:G27",
    ),
)
UNREADABLE = (
    of_mode("40000"),
    of_mode("100644", lambda made: made.tree([])),
    of_mode("100644", lambda made: made.base),
    of_mode("100644", lambda _: "1" * 40),
)
"""Objects that are no file where a file is named: the run ends, and that is never a pass."""
NEWER = (*NEWER_TEXTS, *NEWER_YAML, *NEWER_COMMITS, *NEWER_TREES, *NEWER_STEPS)
