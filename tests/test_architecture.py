"""What the code promises about its own shape, and every file about what it does not hold."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "talqy"
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE = [
    file
    for room in ("model", "law", "compare", "rules", "record")
    for file in (PACKAGE / room).glob("*.py")
]
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
EFFECTS = {
    *("pathlib", "os", "io", "shutil", "tempfile", "subprocess", "socket", "glob", "urllib", "time")
}
WITHOUT_EFFECTS = {"urllib.parse"}
"""Parts of the packages above that only read and write words."""
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCK_CALLS = {"today", "now", "utcnow"}
FACELESS = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "tools"}

# Written so that no pattern finds itself.
MACHINE_PATH = re.compile(
    r"(?:file://|(?<![\w./:$}>-]))/(?:work|home|root|Users|tmp|opt|mnt|private|var/folders)/[\w.]"
    r"|\b[A-Z]:\\{1,2}\w"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|crates\.io|golang\.org"
    r"|rubygems\.org|maven\.org|unpkg\.com|jsdelivr\.net|index-url\s*="
)
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC, LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")
LONELY_LATIN = re.compile(r"(?<=[\u0400-\u04ff,;] )[aceiopyACEIOPy](?= [\u0400-\u04ff])")
# Shown where the rule against it is explained.
MIXED_EXAMPLES = {"күнтiзбелiк"}
ESCAPE = re.compile(r"\\[a-z]")


def tracked() -> list[Path]:
    """List what is in the repository, or would be with the next `git add`."""
    options = ("--cached", "--others", "--exclude-standard", "-z")
    command = ("git", "ls-files", *options)
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return sorted(file for file in files if file.is_file())


TRACKED = tracked()
# The golden projects hold wrong files on purpose, and the judged pairs words that are put right.
WRONG = [ROOT / "tests" / "golden" / name for name in ("rules", "signs")]
SOUND = [file for file in TRACKED if not any(map(file.is_relative_to, WRONG))]


def with_ending(*endings: str) -> list[Path]:
    return [file for file in SOUND if file.suffix in endings]


def is_mixed(word: str) -> bool:
    return bool(CYRILLIC.search(word) and LATIN.search(word)) and word not in MIXED_EXAMPLES


def named(file: Path, line: int = 0) -> str:
    return f"{file.relative_to(ROOT).as_posix()}" + (f":{line}" if line else "")


def found(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Return every place that a pattern matches in text files.

    The bytes of a picture say anything; as for git, what has a zero byte is no text.
    """
    places = []
    for data, file in ((file.read_bytes(), file) for file in files):
        text = "" if b"\0" in data else data.decode("utf-8", "replace")
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            places.append(f"{named(file, line)} {match[0]!r}")
    return places


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for below in ast.walk(node):
        if isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef):
            yield below


def calls(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the last name of everything that is called, with its line."""
    for below in ast.walk(node):
        if isinstance(below, ast.Call):
            if isinstance(below.func, ast.Name):
                yield below.func.id, below.lineno
            elif isinstance(below.func, ast.Attribute):
                yield below.func.attr, below.lineno


def imports(node: ast.AST) -> Iterator[tuple[str, int]]:
    for below in ast.walk(node):
        if isinstance(below, ast.Import):
            yield from ((alias.name.split(".")[0], below.lineno) for alias in below.names)
        elif isinstance(below, ast.ImportFrom):
            module = below.module or ""
            name = module if module in WITHOUT_EFFECTS else module.split(".")[0]
            yield name, below.lineno


def public_definitions(node: ast.Module | ast.ClassDef) -> Iterator[ast.AST]:
    """Yield the public classes and functions of a module, and the methods of its public classes."""
    for below in node.body:
        if isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not (
            below.name.startswith("_")
        ):
            yield below
            if isinstance(below, ast.ClassDef):
                yield from public_definitions(below)


@pytest.mark.parametrize(
    "command",
    [
        ("lint-imports",),
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
    ],
    ids=" ".join,
)
def test_the_tools_that_look_at_the_code_find_nothing(command: tuple[str, ...]) -> None:
    """Floors and doors (import-linter), style (ruff), types (mypy): all set in pyproject.toml."""
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [str(tool), *command[1:]], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_a_module_stays_below_the_walls() -> None:
    """No file over 400 lines, no function over 60."""
    lines = {named(file): len(file.read_text("utf-8").splitlines()) for file in MODULES}
    long = {
        f"{named(file, function.lineno)} {function.name}": length
        for file in MODULES
        for function in functions(tree(file))
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert {file: length for file, length in lines.items() if length > LONGEST_FILE} == {}
    assert long == {}


def test_the_core_has_no_files_no_processes_and_no_clock() -> None:
    """Facts about values: `today` is an argument, and reading is done elsewhere."""
    assert PURE
    effects = [
        f"{named(file, line)} {name}"
        for file in PURE
        for name, line in imports(tree(file))
        if name in EFFECTS
    ]
    effects += [
        f"{named(file, line)} {name}()"
        for file in PURE
        for name, line in calls(tree(file))
        if name in FILE_CALLS | CLOCK_CALLS
    ]
    assert effects == []


def test_every_module_says_by_its_name_what_it_is() -> None:
    code = [*MODULES, *(ROOT / "tests").rglob("*.py")]
    assert [named(file) for file in code if file.stem in FACELESS] == []


def says_what_it_should_compare(code: ast.AST) -> bool:
    """Return whether an assertion has a comparison where what it says when it fails belongs."""
    message = code.msg if isinstance(code, ast.Assert) else None
    return message is not None and any(isinstance(one, ast.Compare) for one in ast.walk(message))


def test_no_assertion_has_a_comparison_behind_its_comma() -> None:
    """What follows the comma is not weighed: `assert a, b == c` holds of all that is not empty."""
    assert any(map(says_what_it_should_compare, ast.walk(ast.parse("assert a, b == c"))))
    tests = sorted((ROOT / "tests").rglob("*.py"))
    faults = [
        named(file, code.lineno)
        for file in tests
        for code in ast.walk(tree(file))
        if isinstance(code, ast.Assert) and says_what_it_should_compare(code)
    ]
    assert faults == []


def test_what_is_public_is_explained() -> None:
    silent = [named(file) for file in MODULES if not ast.get_docstring(tree(file))]
    silent += [
        f"{named(file, below.lineno)} {below.name}"
        for file in MODULES
        for below in public_definitions(tree(file))
        if isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not ast.get_docstring(below)
    ]
    assert silent == []


def test_sources_have_neither_carriage_returns_nor_tabs() -> None:
    endings = (".py", ".html", ".css", ".js", ".po", ".md", ".toml", ".yaml", ".yml", ".json")
    files = with_ending(*endings)
    assert files
    assert found(re.compile(r"[\r\t]"), files) == []


@pytest.mark.parametrize("ending", [".md", ".po", ".yaml", ".html"])
def test_no_latin_letter_stands_in_a_cyrillic_word(ending: str) -> None:
    """A look-alike is seen by no reader, and found by no search."""
    mixed = []
    for file in with_ending(ending):
        text = ESCAPE.sub("  ", file.read_text("utf-8"))
        matches = [*WORD.finditer(text), *LONELY_LATIN.finditer(text)]
        mixed += [
            f"{named(file, text.count(chr(10), 0, match.start()) + 1)} {match[0]!r}"
            for match in matches
            if match.re is LONELY_LATIN or is_mixed(match[0])
        ]
    assert mixed == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert found(MACHINE_PATH, TRACKED) == []


def test_no_file_names_a_host_of_a_package_registry() -> None:
    assert found(REGISTRY, TRACKED) == []


def test_every_decision_says_its_context_and_its_consequences() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    records = [file for file in decisions if file.name != "README.md"]
    assert records
    lacking = [
        f"{named(file)}: {heading}"
        for file in records
        for heading in ("Context", "Decision", "Consequences")
        if not re.search(rf"^(?:##+ |\*\*){heading}\b", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert lacking == []


def test_no_name_of_a_module_is_given_twice() -> None:
    """A second kind of the same name would take the place of the first without a word."""
    given = Counter(
        (named(module), target.id)
        for module in MODULES
        for node in tree(module).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    assert [name for name, times in given.items() if times > 1] == []


# Where a path of a project, and an address of its site, is made and read.
PATH_MAKERS = {PACKAGE / "model/paths.py", PACKAGE / "model/addresses.py"}
PROJECT_PATH = re.compile(
    r"(?:standards|comments|site_templates)/|mkdocs\.yml$"
    r"|\S*/(?:revisions/|(?:history|standard|project)\.yaml)|\S*\.response\."
)
FOLDERS = {"standards", "comments"}


def literals(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each text of the code with its line, `{}` for what is put in; docstrings are none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        yield "".join(map(str, parts)), node.lineno
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, node.lineno
    for below in ast.iter_child_nodes(node):
        yield from literals(below)


def is_sentence(text: str) -> bool:
    """Say whether a text is for people; what is told of a place there is translated with it."""
    return " " in text


def test_a_path_of_a_project_is_made_in_one_place() -> None:
    """What lies where in a project is said in `model/paths.py`, which also reads it."""
    others = sorted({*MODULES} - PATH_MAKERS)
    made = [
        f"{named(file, line)} {text!r}"
        for file in others
        for text, line in literals(tree(file))
        if PROJECT_PATH.match(text) and not is_sentence(text)
    ]
    listed = [
        f"{named(file, below.lineno)} folders of a project"
        for file in others
        for below in ast.walk(tree(file))
        if isinstance(below, ast.Tuple | ast.List | ast.Set)
        and {one.value for one in below.elts if isinstance(one, ast.Constant)} >= FOLDERS
    ]
    assert made + listed == []


MOST_IMPORTS, MOST_AT_THE_EDGE = 5.1, 9.0
"""Imports of our own a file, on average: in the rooms, and where all rooms meet (decision 0018)."""
EDGE = ("cli/", "site/pages/", "service/form/", "service/desk/")


def test_files_do_not_lean_on_ever_more_others() -> None:
    leaning: dict[bool, list[int]] = {True: [], False: []}
    for module in MODULES:
        if module.name != "__init__.py":
            is_edge = module.relative_to(PACKAGE).as_posix().startswith(EDGE)
            leaning[is_edge].append(len(own_imports(module)))
    assert sum(leaning[False]) / len(leaning[False]) <= MOST_IMPORTS
    assert sum(leaning[True]) / len(leaning[True]) <= MOST_AT_THE_EDGE


def own_imports(module: Path) -> set[str]:
    """Return the modules of ours that a module names."""
    return {
        node.module
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("talqy")
    }


def test_no_two_classes_have_one_name() -> None:
    """Whoever reads a name has one thing to think of, private or not."""
    homes: dict[str, list[str]] = {}
    for file in MODULES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(file.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
