"""Pull requests, good, faulty and hostile, each with all that the gate must find in it.

A finding is written by its level and code: `F:` must be mended, `P:` needs a person, `W:` a warning.
"""

from dataclasses import dataclass
from typing import Any

from builders import (
    MINISTRY,
    STANDARD,
    Tree,
    a_comment,
    a_project,
    a_response,
    a_revision,
    comment_path,
    revision_path,
    standard_path,
)
from gate.building import (
    ANSWER,
    BLOCKING,
    EARLIER,
    LINK,
    MODULE,
    OLD_ANSWER,
    OLD_PLACE,
    PLACE,
    PROGRAM,
    SAID,
    WORKFLOW,
    Files,
    Line,
    Thing,
)
from talqy.sources.yaml_edit import dumped


@dataclass(frozen=True)
class Case:
    """One pull request, and what is found in it."""

    name: str
    change: Files | Line
    found: str = ""
    profile: str = "single"

    @property
    def line(self) -> Line:
        """The commits of the pull request."""
        return self.change if isinstance(self.change, Line) else Line([self.change])

    @property
    def status(self) -> int:
        """The exit status: warnings alone do not keep it from passing."""
        return int("F:" in self.found or "P:" in self.found)


OTHER = "b3c4d5e6f7"
LONG = "Прошу пересмотреть срок, потому что люди ждут дольше, чем нужно для одной отметки в книге. "
# A person's number that fits all its tests, and belongs to nobody who is known.
IIN = "990101300122"
BIN = "980440000125"


def at(path: str, **changes: Any) -> Files:
    """Add one comment at a place."""
    return {path: a_comment(**changes)}


def says(text: str, **changes: Any) -> Files:
    """Add one comment that says this."""
    return at(PLACE, text=text, **changes)


def named(name: str, kind: str = "individual") -> Files:
    """Add one comment by somebody of this name."""
    return at(PLACE, author={"kind": kind, "name": name})


def raw(data: bytes | str) -> Files:
    """Add bytes where a comment belongs."""
    return {PLACE: data}


def plain(**changes: Any) -> str:
    """Write a comment as a text."""
    return dumped(a_comment(**changes))


def on(standard: str, day: str = "2026-11-10", number: int = 1, **changes: Any) -> Files:
    """Add one comment on another standard or day."""
    path = f"comments/{standard}/r{number}/{day}/k7m2p9qx4a.yaml"
    said = a_comment(standard=standard, received=day, revision=str(number), **changes)
    return {path: said}


def another(name: str, **changes: Any) -> Tree:
    """Make a further comment that says something else."""
    return a_comment(name, **{"text": f"Другое замечание о приеме документов, {name}.", **changes})


def changed_text() -> Tree:
    """Make the text that is under discussion, changed."""
    clauses = a_revision()["clauses"]
    return a_revision(clauses=[{**clauses[0], "number": "7"}, *clauses[1:]])


SOUND = (
    Case("a sound comment in Russian", at(PLACE)),
    Case(
        "a sound comment in Kazakh",
        says("Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын.", language="kk"),
    ),
    Case("on the whole text", at(PLACE, clause="whole")),
    Case("on something missing", at(PLACE, clause={"after": "term"})),
    Case("with a quotation", at(PLACE, quote="Услуга оказывается")),
    Case("with a proposal and a name", at(PLACE, proposal="Два дня.", author={
        "kind": "individual", "foreign": "true", "name": "Образцова А. Б."})),
    Case("in reply to another", at(PLACE, in_reply_to=EARLIER)),
    Case("of today", on(STANDARD, "2026-11-20")),
    Case("of tomorrow, as clocks differ", on(STANDARD, "2026-11-21")),
    Case("of the first day", on(STANDARD, "2026-11-09")),
    Case("with a link or two", says("См. https://adilet.zan.kz/rus и https://egov.kz/cms, пункт 3.")),
    Case("with sums, dates, acts and hotlines", says(
        "По приказу № 832 от 31.05.2023 срок 5 (пять) дней, а сумма – 87 500 000 000 тенге; "
        "звонок на 8 800 080 77 77 и 1414 не помог. Было 12.05.2026, стало 15.11.2026.")),
    Case("with strong feelings", says("Почему так долго??? Это же одна отметка!!! Прошу сократить.")),
    Case("with a picture that joins signs", says("Вся семья ждет решения три дня 👨‍👩‍👧 – это долго.")),
    Case("with letters that need a joiner", says("Прошу разрешить и заявления на фарси: می\u200cخواهم.")),
    Case("with a smaller sign", says("Если доход < 100 МРП, а детей > 3, то срок нужно сократить.")),
    Case("with braces", says("Добавьте {имя} и [номер] в форму заявления, чтобы не ошибаться.")),
    Case("with a remark in the file", raw("# Мой комментарий\n" + plain())),
    Case("a firm with a Latin name", named("ТОО «ABC-Строй»", "legal-entity")),
    Case("a state body of another kind", named("Аппарат акима села «Үлгі»", "state-body")),
    Case("branch brought up to date", Line([at(PLACE), {}], joined=("base+1",))),
    Case("two commits of one file", Line([says("Сначала так, и довольно коротко."), at(PLACE)])),
)  # fmt: skip

SCOPE = (
    Case("nothing", Line([{}]), "F:G02"),
    Case("no commit at all", Line([]), "F:G02"),
    Case("two comments", {**at(PLACE), comment_path(OTHER): another(OTHER)}, "F:G02"),
    Case("three in a batch", {**at(PLACE), comment_path(OTHER): another(OTHER),
        comment_path("c3c4d5e6f7"): another("c3c4d5e6f7", text=LONG)}, "", "batch"),
    Case("four in a batch", {**at(PLACE), **{comment_path(f"{n}3c4d5e6f7"): another(
        f"{n}3c4d5e6f7", text=f"{LONG * n} {n}") for n in (1, 3, 5)}}, "F:G02", "batch"),
    Case("a batch with a fault", {**at(PLACE), comment_path(OTHER): another(OTHER, kind="x")},
        "F:F33", "batch"),
    Case("a batch that says the same", {**says(LONG), comment_path(OTHER): a_comment(
        OTHER, text=LONG)}, "P:G23", "batch"),
    Case("a comment is changed", {OLD_PLACE: a_comment(EARLIER, text=SAID + " Нет.")}, "F:G03"),
    Case("a comment is removed", {OLD_PLACE: None}, "F:G03"),
    Case("a comment is renamed", {OLD_PLACE: None, PLACE: a_comment(text=SAID)},
        "F:G02 F:G03 P:G23"),
    Case("a comment becomes a link", {OLD_PLACE: Thing(b"../x", LINK)}, "F:G03 F:G03"),
    Case("a comment becomes a program", {OLD_PLACE: Thing(b"x", PROGRAM)}, "F:G03 F:G03"),
    Case("a link", {PLACE: Thing(b"../../../../standards/project.yaml", LINK)}, "F:G03"),
    Case("a link out of the project", {PLACE: Thing(b"/etc/passwd", LINK)}, "F:G03"),
    Case("another repository", {PLACE: Thing(b"", MODULE)}, "F:G03"),
    Case("a program", {PLACE: Thing(plain().encode(), PROGRAM)}, "F:G03"),
    Case("a comment and a removal", {**at(PLACE), OLD_ANSWER: None}, "F:G02 F:G03 F:G04"),
    Case("a forged response", {ANSWER: a_response()}, "F:G04"),
    Case("a forged response beside a comment", {**at(PLACE), ANSWER: a_response()}, "F:G02 F:G04"),
    Case("a response with other letters", {ANSWER.replace(".response", ".Response"): "x"},
        "F:G04"),
    Case("a response is changed", {OLD_ANSWER: a_response(EARLIER, outcome="accepted")},
        "F:G03 F:G04"),
    Case("a forged history", {f"standards/{STANDARD}/history.yaml": "schema: 1\n"}, "F:G04"),
    Case("the text under discussion", {revision_path(): changed_text()}, "F:G03 F:G04"),
    Case("a new text", {revision_path(2): a_revision(2)}, "F:G04"),
    Case("a new standard", {standard_path("mine"): "schema: 1\n"}, "F:G04"),
    Case("the settings", {"standards/project.yaml": a_project(gate={"batch": "999"})},
        "F:G03 F:G04"),
    Case("settings that let it in", {**at(PLACE), "standards/project.yaml": a_project(
        languages=["kk", "ru", "en"])}, "F:G02 F:G03 F:G04"),
    Case("a workflow is changed", {WORKFLOW: "on: pull_request_target\n"}, "F:G03 F:G04"),
    Case("a workflow is added", {".github/workflows/mine.yml": "on: push\n"}, "F:G04"),
    Case("a job of GitLab", {".gitlab-ci.yml": "x:\n  script: id\n"}, "F:G04"),
    Case("attributes at the top", {".gitattributes": "*.yaml filter=evil\n"}, "F:G04"),
    Case("attributes among comments", {"comments/.gitattributes": "* filter=evil\n"}, "F:G04"),
    Case("modules", {".gitmodules": "[submodule \"x\"]\n"}, "F:G04"),
    Case("the words of the site", {"site_templates/messages/ru.po": "x"}, "F:G04"),
    Case("mkdocs.yml", {"mkdocs.yml": "hooks: [evil.py]\n"}, "F:G04"),
    Case("code", {"generator/talqy/intake/gate.py": "import os\n"}, "F:G04"),
    Case("a note", {"README.md": "Привет\n"}, "F:G04"),
)  # fmt: skip

DAY = f"comments/{STANDARD}/r1/2026-11-10"
PLACES = tuple(
    Case(f"at {path!r:.70}", {path: plain()}, "F:G04")
    for path in (
        f"Comments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD.upper()}/r1/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/R1/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r01/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r0/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/1/2026-11-10/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r1/2026-11-1/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r1/10.11.2026/k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r1/2026-11-10 /k7m2p9qx4a.yaml",
        f"comments/{STANDARD}/r1/k7m2p9qx4a.yaml",
        f"{DAY}/K7M2P9QX4A.yaml",
        f"{DAY}/k7m2p9qx4a.YAML",
        f"{DAY}/k7m2p9qx4a.yml",
        f"{DAY}/k7m2p9qx4a.yaml.",
        f"{DAY}/k7m2p9qx4a.yaml ",
        f"{DAY}/k7m2p9qx4a.yaml\n",
        f"{DAY}/k7m2p9qx4a.yaml~",
        f"{DAY}/.k7m2p9qx4a.yaml",
        f"{DAY}/k7m2p9qx4.yaml",
        f"{DAY}/k7m2p9qx4ab.yaml",
        f"{DAY}/k7m2p9qxil.yaml",
        f"{DAY}/k7m2p9qx4а.yaml",  # the last letter is Cyrillic
        f"{DAY}/ｋ7m2p9qx4a.yaml",
        f"{DAY}/k7m2p9qx4\u200ba.yaml",
        f"{DAY}/\u202ek7m2p9qx4a.yaml",
        f"{DAY}/$(touch hacked).yaml",
        f"{DAY}/`id`;id|id.yaml",
        f"{DAY}/--upload-pack=x.yaml",
        f"{DAY}/new\nline.yaml",
        f"{DAY}/::set-output name=x::y.yaml",
        f"{DAY}/{'a' * 200}.yaml",
        f"{DAY}/a/k7m2p9qx4a.yaml",
        f"{DAY}/ivan@example.kz.yaml",
        f"comments/{STANDARD}/r1/2026\u201311\u201310/k7m2p9qx4a.yaml",
        f"comments/{'a' * 81}/r1/2026-11-10/k7m2p9qx4a.yaml",
        f"comments /{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
        f"a/comments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
        "::error file=x::y",
        "-rf",
        "comments",
    )
) + (
    Case("at a name that is no text", {f"{DAY}/".encode() + b"\xff\xfe.yaml": plain()}, "F:G04"),
    Case("beside an old name in capitals", {f"{DAY}/aaaaaaaaaa.yaml": a_comment("aaaaaaaaaa")},
        "F:G05"),
    Case("where a file is in the way", {f"{BLOCKING}/k7m2p9qx4a.yaml": a_comment(
        received="2026-11-12"), BLOCKING: None}, "F:G02 F:G03 F:G04 F:G05"),
    Case("at a day that is none", on(STANDARD, "2026-13-45"), "F:F34"),
    Case("at the right day, saying another", {PLACE: a_comment(received="2026-11-11")}, "F:F50"),
    Case("at the right id, saying another", {PLACE: a_comment(OTHER)}, "F:F50"),
    Case("at the right standard, saying another", {PLACE: a_comment(standard="quiet")}, "F:F50"),
    Case("at the right revision, saying another", {PLACE: a_comment(revision="2")}, "F:F50"),
    Case("with an id that is taken", {comment_path(EARLIER, "2026-11-13"): a_comment(
        EARLIER, received="2026-11-13")}, "F:F52"),
)  # fmt: skip

COMMITS = (
    Case("twenty commits", Line([{**says(f"{LONG}{n}")} for n in range(19)] + [at(PLACE)])),
    Case("thirty commits", Line([{**says(f"{LONG}{n}")} for n in range(29)] + [at(PLACE)]),
        "F:G06"),
    Case("a merge of something else", Line([at(PLACE), {}], joined=("orphan",)), "F:G06"),
    Case("a merge of a line of its own", Line([at(PLACE), {}], joined=("aside",)), "F:G06 P:G06"),
    Case("something added and taken out", Line([{**at(PLACE), "evil.yml": "x"}, {"evil.yml": None}]),
        "P:G06"),
    Case("a text changed and changed back", Line([{WORKFLOW: "x"}, {
        **at(PLACE), WORKFLOW: "on: pull_request\n"}]), "P:G06"),
    Case("an address of one's own", Line([at(PLACE)], email="ivan@example.kz"), "W:G06"),
    Case("an address that is no address", Line([at(PLACE)], email="::set-output\tname=x::y"),
        "W:G06"),
)  # fmt: skip

BYTES = (
    Case("no bytes", raw(b""), "F:G07"),
    Case("one byte too many", raw(plain() + "#" * (32_769 - len(plain().encode()))), "F:G07"),
    Case("as many as may be", raw(plain() + "#" * (32_767 - len(plain().encode())) + "\n")),
    Case("a huge file", raw(b"#" * 20_000_000), "F:G07"),
    Case("a pointer of LFS", raw("version https://git-lfs.github.com/spec/v1\n"
        "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12\n"),
        "F:G07"),
    Case("no text", raw(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "F:G08"),
    Case("a NUL", raw(plain().encode() + b"# \x00\n"), "F:G08"),
    Case("a byte order mark", raw("\ufeff" + plain()), "F:G08"),
    Case("UTF-16", raw(plain().encode("utf-16")), "F:G08"),
    Case("Windows-1251", raw(plain().encode("cp1251")), "F:G08"),
    Case("half a letter", raw(plain().encode() + b"# \xd0\n"), "F:G08"),
    Case("letters written too long", raw(plain().encode() + b"# \xc0\xaf\n"), "F:G08"),
    Case("half a pair", raw(plain().encode() + b"# \xed\xa0\x80\n"), "F:G08"),
    Case("line ends of Windows", raw(plain().replace("\n", "\r\n")), "W:G08"),
    Case("no last line end", raw(plain().rstrip("\n")), "W:G08"),
    Case("letters of two signs", says("Прошу сократить срок, мои\u0306 дядя ждал неделю."), "W:G08"),
    Case("a bell", raw(plain() + "# \x07\n"), "F:G09"),
    Case("a bell behind an escape", raw(plain(text=None) + 'text: "Прошу \\x07 сократить срок."\n'),
        "F:G09"),
    Case("a lone carriage return", raw(plain() + "# a\rb\n"), "F:G09"),
    Case("a colour of a terminal", raw(plain() + "# \x1b[31m\n"), "F:G09"),
    Case("a next line sign", raw(plain() + "# a\x85b\n"), "F:G09"),
    Case("turned reading", says("Прошу \u202eкорс ьтитаркос срок оказания услуги."), "F:G09"),
    Case("turned reading behind an escape", raw(
        plain(text=None) + 'text: "Прошу \\u2067сократить срок услуги."\n'), "F:G09"),
    Case("a line separator", says("Прошу сократить срок.\u2028Спасибо за внимание."), "F:G09"),
    Case("no character", says("Прошу сократить срок\ufdd0 оказания услуги."), "F:G09"),
    Case("a sign without width", says("Прошу сокра\u200bтить срок оказания услуги."), "P:G09"),
    Case("a sign without width behind an escape", raw(
        plain(text=None) + 'text: "Прошу сокра\\u200bтить срок."\n'), "P:G09"),
    Case("a joiner in a Russian word", says("Прошу сокра\u200dтить срок оказания услуги."), "P:G09"),
    Case("a mark of direction", says("Прошу сократить срок\u200f оказания услуги."), "P:G09"),
    Case("words hidden in tags", says("Прошу сократить срок.\U000e0068\U000e0069"), "P:G09 P:G09"),
    Case("a sign for private use", says("Прошу сократить срок \ue000 оказания."), "P:G09"),
    Case("a sign that is not assigned", says("Прошу сократить срок \u0378 оказания."), "P:G09"),
    Case("a letter that prints nothing", says("Прошу сократить\u3164срок оказания."), "P:G09"),
    Case("signs upon signs", says("Прошу" + "\u0301\u0302\u0303\u0304\u0305" * 3 + " сократить срок."),
        "P:G09"),
    Case("a soft hyphen", says("Прошу сокра\u00adтить срок оказания услуги."), "W:G09"),
)  # fmt: skip

YAML = (
    Case("no YAML", raw("Прошу сократить срок!\n\n: [\n"), "F:F10"),
    Case("an open quotation mark", raw(plain() + 'quote: "abc\n'), "F:F10"),
    Case("a tab ahead", raw(plain() + "\tquote: abc\n"), "F:F11"),
    Case("a key twice", raw(plain() + "kind: support\n"), "F:F12"),
    Case("an anchor and its alias", raw(plain(text=None) + "text: &a Прошу сократить\nquote: *a\n"),
        "F:F13 F:F14"),
    Case("laughs by the billion", raw("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"),
        "F:F13 F:F13 F:F13 F:F14 F:F14 F:F14 F:F14 F:F14 F:F14"),
    Case("a key to merge", raw(plain() + "<<: {kind: support}\n"), "F:F31"),
    Case("a tag", raw(plain(text=None) + "text: !!python/object/apply:os.system [id]\n"), "F:F15"),
    Case("a tag of Python", raw("!!python/object:x {}\n"), "F:F15"),
    Case("two documents", raw(plain() + "---\n" + plain()), "F:F16"),
    Case("a directive", raw("%YAML 1.1\n---\n" + plain()), "F:F21"),
    Case("only remarks", raw("# Прошу сократить срок\n"), "F:F17"),
    Case("a list", raw("- a\n- b\n"), "F:F19"),
    Case("one text", raw("Прошу сократить срок\n"), "F:F19"),
    Case("a deep pit", raw("a: " + "[" * 5_000 + "\n"), "F:F18"),
    Case("a deep pit of braces", raw("a: " + "{a: " * 5_000 + "\n"), "F:F18"),
    Case("a deep pit of dashes", raw("a:\n" + "- " * 5_000 + "x\n"), "F:F18"),
    Case("a key that is a list", raw(plain() + "? [a, b]\n: c\n"), "F:F20"),
    Case("a merge conflict", raw("<<<<<<< HEAD\n" + plain() + "=======\n>>>>>>> x\n"), "F:F10"),
    Case("a page of HTML", raw("<!DOCTYPE html>\n<html><body>x</body></html>\n"), "F:F19"),
    Case("JSON", raw('{"schema": "1", "id": "k7m2p9qx4a"}\n'),
        "F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30"),
    Case("a thousand keys", raw("".join(f"k{n}: x\n" for n in range(1_000))),
        " ".join(["F:F30"] * 12 + ["F:F31"] * 1_000)),
)  # fmt: skip

MEANING = (
    Case("an older format", at(PLACE, schema="2"), "F:F42"),
    Case("a key with a slip", at(PLACE, propsal="Два дня."), "F:F31"),
    Case("no text", at(PLACE, text=None), "F:F30"),
    Case("no consent", at(PLACE, consent=None), "F:F30"),
    Case("consent to something else", at(PLACE, consent="0"), "F:G16"),
    Case("a kind that is none", at(PLACE, kind="rage"), "F:F33"),
    Case("a channel that is none", at(PLACE, channel="telepathy"), "F:F33"),
    Case("an author without a kind", at(PLACE, author={"name": "Образцов"}), "F:F30"),
    Case("a text that is a list", at(PLACE, text=["Прошу", "сократить"]), "F:F32"),
    Case("a clause that is none", at(PLACE, clause="trem"), "F:F56"),
    Case("a clause that is a path", at(PLACE, clause="../../x"), "F:F41"),
    Case("after a clause that is none", at(PLACE, clause={"after": "nothing"}), "F:F56"),
    Case("a quotation that is not there", at(PLACE, quote="Плата составляет сорок тенге"),
        "W:G14"),
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
    Case("spaces", says("          .          "), "F:G15"),
    Case("too long a text", says(LONG * 120), "F:G15 W:G21"),
    Case("much too long a text", says("я" * 16_000), "F:G15 W:G21"),
    Case("too long a proposal", at(PLACE, proposal="Два дня, " * 1_200), "F:G15"),
    Case("too long a name", named("А" * 121), "F:G15"),
    Case("a language of others", at(PLACE, language="en"), "F:G15"),
    Case("a language that is none", at(PLACE, language="русский"), "F:F41"),
    Case("Russian that says it is Kazakh", says(LONG, language="kk"), "W:G15"),
    Case("Kazakh that says it is Russian", says(
        "Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын, өйткені бұл ұзақ."), "W:G15"),
    Case("English that says it is Russian", says(
        "Please make the term shorter because three days are too long for one mark."), "W:G15"),
    Case("a forged outcome", at(PLACE, outcome="accepted", landed={"revision": "2"}),
        "F:G16 F:G16"),
    Case("a forged number", at(PLACE, register_number="1", status="accepted"), "F:G16 F:G16"),
    Case("a forged tombstone", at(PLACE, redacted={"on": "2026-11-11", "reason": {
        "kk": "Өтініш бойынша.", "ru": "По просьбе."}}), "F:G16"),
    Case("a broken base says nothing", at(PLACE, quote="Услуга оказывается")),
)  # fmt: skip

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
    Case("an IIN in the name", named(f"Образцов {IIN}"), "F:G17"),
    Case("an IIN in the quotation", at(PLACE, quote=f"Номер {IIN}"), "F:G17 W:G14"),
    Case("an IIN as a key", at(PLACE, **{IIN: "мой"}), "F:F31 F:G17"),
    Case("an IIN as a kind", at(PLACE, kind=IIN), "F:F33 F:G17"),
    Case("an IIN of its own field", at(PLACE, iin=IIN), "F:G17 F:G19"),
    Case("an IIN in the name of the file", {f"{DAY}/{IIN}.yaml": plain()}, "F:G04"),
    Case("twelve digits of something else", says("Номер заявления 123456789012, ответа нет."), ""),
    Case("the number of a firm", says(f"Наш номер {BIN}, мы обращались дважды.", author={
        "kind": "legal-entity", "name": "ТОО «Үлгі»"}), "W:G17"),
    *(
        Case(f"a telephone, {number}", says(f"Прошу ответить мне: {number}. Спасибо."), "P:G18")
        for number in ("+7 701 123 45 67", "8 (701) 123-45-67", "87011234567", "+77172551234",
            "701 123 45 67", "٨٧٠١١٢٣٤٥٦٧", "тел. 55-12-34", "+44 20 7946 0958")
    ),
    Case("a card", says("Верните деньги на карту 4111 1111 1111 1111, пожалуйста."), "P:G18"),
    Case("an account", says("Верните деньги на счет KZ86125KZT5004100100, пожалуйста."), "P:G18"),
    Case("an address to write to", says("Ответьте мне на ivan.obrazcov@example.kz, пожалуйста."),
        "P:G18"),
    Case("an address in Cyrillic", says("Ответьте мне на иван@пример.қаз, пожалуйста."), "P:G18"),
    Case("an identity card", says("Мое удостоверение личности № 012345678 потеряно."), "P:G18"),
    Case("a plate", says("Моя машина 123 ABC 02 стоит у вас на учете с весны."), "P:G18"),
    Case("a home", says("Живу по адресу: ул. Абая, дом 5, кв. 12, и ждал неделю."), "P:G18"),
    Case("a home in Kazakh", says(
        "Мекенжайым: Абай көшесі, 5-үй, 12-пәтер, бір апта күттім.", language="kk"), "P:G18"),
    Case("a telephone in the name", named("Образцов +7 701 123 45 67"), "F:G18"),
    Case("an address in the name", named("ivan@example.kz"), "F:G18"),
    Case("a field for the telephone", at(PLACE, phone="есть"), "F:G19"),
    Case("a field for the address", at(PLACE, author={"kind": "individual", "email": "a@b.kz"}),
        "F:G19 P:G18"),
    Case("fields for the machine", at(PLACE, ip="10.0.0.1"), "F:G19"),
)  # fmt: skip

CONTENT = (
    *(
        Case(f"markup {text!r:.40}", says(f"Прошу сократить срок. {text}"), "F:G20")
        for text in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>Срочно</b>",
            "</textarea>", "<!-- a -->", "&lt;script&gt;", "<svg/onload=alert(1)>", "<?php x ?>",
            "[x](javascript:alert(1))", "[x](java\tscript:alert(1))", "&#106;avascript:alert(1)",
            "data:text/html;base64,PHN2Zz4=", "{{ config }}", "{% include 'x' %}",
            '--8<-- "standards/project.yaml"', ";--8<--", "${{ secrets.TOKEN }}")
    ),
    *(
        Case(f"marker {text!r:.40}", says(f"Прошу сократить срок.\n{text}\nСпасибо."), "F:G20")
        for text in ('!!! note "Ответ министерства"', '??? note "Ответ"', "/// note", "::: talqy.x",
            "::set-output name=x::y", "::add-mask::x", "%0A::error::x", "##[command]x")
    ),
    Case("markup in a proposal", at(PLACE, proposal="<b>Два</b> дня."), "F:G20"),
    Case("markup in a name", named("<b>Образцов</b>"), "F:G20"),
    Case("three links", says("См. https://a.kz/1, https://b.kz/2 и https://c.kz/3, пункт 3."),
        "P:G21"),
    Case("a short link", says("Подробнее о сроке: https://bit.ly/3xYz, прошу учесть."), "P:G21"),
    Case("a link in disguise", says("Подробнее: https://xn--80ak6aa92e.com/, прошу учесть."),
        "P:G21"),
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
    Case("an administrator", named("Администратор сайта"), "F:G22"),
    Case("an administrator of digits", named("Администрат0р"), "F:G22"),
    Case("a council at a ministry", named(
        "Общественный совет при Министерстве культуры", "legal-entity"), "P:G22"),
    Case("a name of two alphabets", named("Oбразцов Иван"), "P:G22"),
    Case("everything at once", says(f"<b>{IIN}</b> {{{{ x }}}}", clause="trem", consent="0"),
        "F:F56 F:G16 F:G17 F:G20 F:G20"),
)  # fmt: skip

ALL = (*SOUND, *SCOPE, *PLACES, *COMMITS, *BYTES, *YAML, *MEANING, *PERSONAL, *CONTENT)
