"""Trees, names of things and lines of commits that no ordinary program makes."""

from collections.abc import Callable

from builders import COMMENT, a_comment, a_response, comment_path
from gate_cases.building import (
    BLOCKING,
    EARLIER,
    LINK,
    MODULE,
    OLD_ANSWER,
    OLD_PLACE,
    PLACE,
    PROGRAM,
    RESPONSE,
    SAID,
    WORKFLOW,
    Files,
    Line,
    Repository,
    Thing,
)
from gate_cases.making import DAY, IIN, OTHER, Case, Making, at, plain

Entry = tuple[str, bytes, str]


def crafted(*names: bytes, text: str = "x", mode: str = "100644") -> Making:
    """Put entries of any name into the topmost tree, beside a sound comment."""

    def make(made: Repository) -> tuple[str, str]:
        sound = made.line(Line([at(PLACE)]))
        blob = made.blob(text.encode())
        entries = made.entries(f"{sound}^{{tree}}") + [(mode, name, blob) for name in names]
        return made.base, made.commit_tree(made.tree(sorted(entries, key=_place)), (made.base,))

    return make


def _place(entry: Entry) -> bytes:
    """Return by what git sorts an entry: folders as if they ended with a slash."""
    return entry[1] + (b"/" if entry[0] == "40000" else b"")


def in_the_day(change: Callable[[Repository, list[Entry]], list[Entry]]) -> Making:
    """Make the tree of the comment's day anew; all trees above it are as git makes them."""

    def make(made: Repository) -> tuple[str, str]:
        tree = made.line(Line([at(PLACE)])) + "^{tree}"
        above = []
        for name in DAY.encode().split(b"/"):
            entries = made.entries(tree)
            above.append((name, entries))
            tree = next(id_ for _, other, id_ in entries if other == name)
        below = made.tree(change(made, made.entries(tree)))
        for name, entries in reversed(above):
            kept = [entry for entry in entries if entry[1] != name]
            below = made.tree(sorted([*kept, ("40000", name, below)], key=_place))
        return made.base, made.commit_tree(below, (made.base,))

    return make


def one_path_as_a_name(made: Repository) -> tuple[str, str]:
    """Make one entry whose name looks like a path: where it would lie is not what is read."""
    entries = [*made.entries(made.base), ("100644", PLACE.encode(), made.blob(plain().encode()))]
    return made.base, made.commit_tree(made.tree(sorted(entries, key=_place)), (made.base,))


def then_mended(making: Making) -> Making:
    """Put a sound tree upon it: what came before is fetched by everybody all the same."""

    def make(made: Repository) -> tuple[str, str]:
        base, wrong = making(made)
        sound = made.line(Line([at(PLACE)]))
        return base, made.commit_tree(made.git("rev-parse", f"{sound}^{{tree}}"), (wrong,))

    return make


def twice(made: Repository, entries: list[Entry]) -> list[Entry]:
    """Give one name two contents."""
    evil = ("100644", b"k7m2p9qx4a.yaml", made.blob(b"x"))
    return sorted([*entries, evil], key=_place)


def unsorted(made: Repository, entries: list[Entry]) -> list[Entry]:
    """Turn the order around: who looks for a name halves the list, and misses it."""
    del made
    return sorted(entries, key=_place, reverse=True)


def many(made: Repository) -> tuple[str, str]:
    """Add as many files as nobody looks at."""
    blob = made.blob(b"x")
    full = made.tree([("100644", b"%05d" % n, blob) for n in range(5_001)])
    entries = [*made.entries(made.base), ("40000", b"many", full)]
    return made.base, made.commit_tree(made.tree(sorted(entries, key=_place)), (made.base,))


TREES = (
    Case("one name that looks like a path", one_path_as_a_name, "F:G03"),
    Case("one name twice in a folder", in_the_day(twice), "F:F19 F:G03 W:G08"),
    Case("a folder out of its order", in_the_day(unsorted), "F:G03"),
    *(
        Case(f"a name that git forbids, {name!r}", crafted(name), "F:G03")
        for name in (b".git", b".GIT", b"..", b".", b"git~1", b".g\xe2\x80\x8cit")
    ),
    Case("a name that Windows reads as a way", crafted(b"a\\..\\b"), "F:G02 F:G04"),
    Case("a wrong tree in an earlier commit", then_mended(in_the_day(twice)), "F:G03"),
    Case("more files than anybody looks at", many, "F:G02 P:G06" + " F:G04" * 21),
    Case("a path of many folders", {"a/" * 900 + "x": "x"}, "F:G04"),
    Case("at the comment's name as a folder", {f"{PLACE}/{OTHER}.yaml": plain()}, "F:G04"),
    Case("a stream of NTFS", {f"{PLACE}::$DATA": plain()}, "F:G04"),
    Case("a device of Windows", {f"{DAY}/con.yaml": plain()}, "F:G04"),
    Case("a short name of Windows", {"STANDA~1/project.yaml": "x"}, "F:G04"),
    Case("a name that Windows parts", {f"{DAY}\\k7m2p9qx4a.yaml": plain()}, "F:G04"),
    Case("a receipt", {f"{DAY}/k7m2p9qx4a.receipt.json": "{}"}, "F:G04"),
    Case("an attachment", {f"{DAY}/k7m2p9qx4a.pdf": b"%PDF-1.7"}, "F:G04"),
    Case("a calendar", {"standards/calendar.yaml": "schema: 1\n"}, "F:G04"),
    Case("a list of words", {"site_templates/messages/en.po": 'msgid ""\n'}, "F:G04"),
    Case("a page of the site", {"site_templates/records/home.html": "{{ x }}"}, "F:G04"),
    Case("who owns the code", {".github/CODEOWNERS": "* @mine\n"}, "F:G04"),
    Case("the tool itself", {"wheels/talqy-9-py3-none-any.whl": b"PK"}, "F:G04"),
    Case("what is installed", {"requirements.txt": "evil\n"}, "F:G04"),
    Case("a file that git skips", {"comments/.gitignore": "*\n"}, "F:G04"),
    Case("a name of a person", {".mailmap": "Министерство <x@users.noreply.example>\n"}, "F:G04"),
    Case(
        "bits of a comment's mode",
        {OLD_PLACE: Thing(plain(id=EARLIER).encode(), PROGRAM)},
        "F:G03 F:G03",
    ),
)


# --- lines of commits ---------------------------------------------------------------------------


def upon(files: Files, *lines: Files) -> Making:
    """Put a line upon a base that went on: the branch began before."""

    def make(made: Repository) -> tuple[str, str]:
        return made.commit(files, (made.base,)), made.line(Line(lines))

    return make


def of_parents(*which: str, again: bool = False) -> Making:
    """Make a merge of these parents that has the tree of a sound branch."""

    def make(made: Repository) -> tuple[str, str]:
        line = made.line(Line([at(PLACE)]))
        known = {
            "line": line,
            "base": made.base,
            "orphan": made.commit({"other.txt": "x"}, ()),
            "aside": made.commit({"other.txt": "x"}, (made.base,)),
        }
        tree = made.git("rev-parse", f"{line}^{{tree}}")
        head = made.commit_tree(tree, [known[name] for name in which])
        above = f"parent {known[which[0]]}\n".encode()
        return made.base, made.crafted(
            head, lambda raw: raw.replace(above, above * 2)
        ) if again else head

    return make


def taken_back(made: Repository) -> tuple[str, str]:
    """Take a redaction back, as `git revert` does."""
    words = a_comment(EARLIER, text=SAID)
    now = made.commit({OLD_PLACE: {**words, "text": "[…]"}}, (made.base,))
    return now, made.commit({OLD_PLACE: words}, (now,))


def moved_folder(made: Repository) -> tuple[str, str]:
    """Bring a comment to a folder that the base has renamed meanwhile: git would move it along."""
    full = made.commit({f"a/{n}.txt": f"{n}\n" * 9 for n in range(4)}, (made.base,))
    files: Files = {f"{at_}/{n}.txt": "x" if at_ == "b" else None for at_ in "ab" for n in range(4)}
    now = made.commit({**files, **{f"b/{n}.txt": f"{n}\n" * 9 for n in range(4)}}, (full,))
    return now, made.commit({"a/k.txt": "x", **at(PLACE)}, (full,))


def behind(made: Repository) -> tuple[str, str]:
    """Propose what the base had before."""
    return made.commit({"other.txt": "x"}, (made.base,)), made.base


def emptied(made: Repository) -> tuple[str, str]:
    """Take all files out in one commit, and put them back in the next."""
    gone = made.commit_tree(made.tree([]), (made.base,))
    line = made.line(Line([at(PLACE)]))
    return made.base, made.commit_tree(made.git("rev-parse", f"{line}^{{tree}}"), (gone,))


def known_content_of_a_telling_name(made: Repository) -> tuple[str, str]:
    """Name a file after a number, with a content that the base has: only its name is new."""
    content = made.git("show", f"{made.base}:{WORKFLOW}") + "\n"
    return made.base, made.line(Line([{f"{IIN}.txt": content}, {f"{IIN}.txt": None, **at(PLACE)}]))


LINES = (
    Case("a merge of three", of_parents("line", "aside", "orphan"), "F:G06"),
    Case("a merge with itself", of_parents("line", again=True), "F:G06"),
    Case("a merge of the base with itself", of_parents("base", again=True), "F:G06"),
    Case("a redaction taken back", taken_back, "F:G03"),
    Case("into a folder that was moved", moved_folder, "F:G02 F:G04 F:G26"),
    Case("what the base had before", behind, "F:G02"),
    Case("all taken out and put back", emptied, "P:G06"),
    Case("a telling name of a known content", known_content_of_a_telling_name, "F:G27 P:G06"),
    Case(
        "a comment that was moved meanwhile, changed",
        upon(
            {OLD_PLACE: None, comment_path(EARLIER, "2026-11-11"): a_comment(EARLIER, text=SAID)},
            {OLD_PLACE: a_comment(EARLIER, text=SAID + " Нет.")},
        ),
        "F:G03 P:G06",
    ),
    Case(
        "the id was taken meanwhile",
        upon(
            {comment_path(day="2026-11-12"): a_comment(received="2026-11-12", text="Иное совсем.")},
            at(PLACE),
        ),
        "F:F52",
    ),
    *(
        Case(f"an id of which there is {what} alone", upon({path: text}, at(PLACE)), found)
        for what, path, text, found in (
            ("an answer", RESPONSE, a_response(), "F:F52"),
            ("a record elsewhere", "standards/quiet/history.yaml", f"- id: {COMMENT}\n", "F:F52"),
            ("a longer word", "standards/quiet/history.yaml", f"- id: {COMMENT}x\n", ""),
        )
    ),
    Case(
        "another repository that was taken out",
        Line([{"theme": Thing(b"", MODULE)}, {"theme": None, **at(PLACE)}]),
        "F:G27 P:G06",
    ),
    Case(
        "a link out of the project that was taken out",
        Line([{"x": Thing(b"/etc/passwd", LINK)}, {"x": None, **at(PLACE)}]),
        "F:G27 P:G06",
    ),
    Case(
        "an answer that was taken out",
        Line(
            [
                {**at(PLACE), OLD_ANSWER: a_response(EARLIER, outcome="rejected")},
                {OLD_ANSWER: a_response(EARLIER)},
            ]
        ),
        "P:G06",
    ),
    Case(
        "a folder in the way that was moved aside",
        Line([{BLOCKING: None}, {BLOCKING: "Not a folder\n", **at(PLACE)}]),
        "P:G06",
    ),
)
