"""Tables of a web form, of typed letters, or of the ISO template: rows in, submissions out.

`docs/intake.md` prints the names of columns that are known. Columns of the authority (its position,
its reasons) and mere numbers are known, so that nobody asks about them, but nothing is taken from
them. The commenting template of ISO has more than a comment has; its columns: member body, line,
clause, paragraph/figure/table, type of comment (ge, te, ed), comments, proposed change,
observations of the secretariat (`legal-domain.md` 7.4).
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.comments import import_kinds
from talqy.comments.import_kinds import at
from talqy.comments.submission import Submission
from talqy.compare.quotes import folded
from talqy.model.problem import Problem
from talqy.office.grids import Grid, Place, Row

HEADS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "comment", "comments", "remark", "текст", "комментарий", "комментарии"),
        *("замечание", "замечания", "замечание или предложение", "замечания и предложения"),
        *("текст комментария", "мәтін", "пікір", "пікірлер", "ескертпе", "ескертпелер"),
        *("ескертпе немесе ұсыныс", "ескертпелер мен ұсыныстар", "пікір мәтіні"),
    ),
    "clause": (
        *("clause", "clause/subclause", "clause no", "пункт", "номер пункта", "пункт проекта"),
        *("структурный элемент", "пункт/подпункт", "тармақ", "тармақ нөмірі", "жоба тармағы"),
        *("құрылымдық элемент", "тармақ/тармақша"),
    ),
    "proposal": (
        *(
            "proposal",
            "proposed change",
            "proposed wording",
            "предложение",
            "предлагаемое изменение",
        ),
        *("предлагаемая редакция", "предлагаемая формулировка", "ұсыныс", "ұсынылатын өзгеріс"),
        *("ұсынылатын редакция", "ұсынылатын тұжырым"),
    ),
    "quote": ("quote", "quoted words", "цитата", "слова проекта", "дәйексөз", "үзінді"),
    "kind": (
        *("kind", "type", "type of comment", "вид", "вид комментария", "тип комментария", "тип"),
        *("түрі", "пікір түрі", "пікірдің түрі"),
    ),
    "language": ("language", "язык", "язык комментария", "тіл", "тілі", "пікір тілі"),
    "received": (
        *("received", "date", "timestamp", "date received", "дата", "дата поступления"),
        *("дата и время", "отметка времени", "күні", "келіп түскен күні", "уақыт белгісі"),
    ),
    "author": (
        *("author", "author kind", "автор", "вид автора", "категория автора", "кто вы"),
        *("ұсыныс енгізуші", "автор түрі", "автордың санаты"),
    ),
    "name": (
        *("name", "author name", "member body", "mb", "mb/nc", "organization", "имя", "фио"),
        *("ф.и.о", "имя автора", "наименование", "организация", "аты", "аты-жөні", "т.а.ә"),
        *("автордың аты", "атауы", "ұйым"),
    ),
    "foreign": ("foreign", "иностранный автор", "иностранец", "шетелдік", "шетелдік автор"),
    "channel": (
        *("channel", "канал", "способ", "способ поступления", "арна", "тәсіл"),
        "келіп түсу тәсілі",
    ),
    "consent": (
        *("consent", "согласие", "согласие на публикацию", "келісім", "жариялауға келісім"),
    ),
    "in_reply_to": ("in_reply_to", "in reply to", "ответ на", "ответ на комментарий"),
    "reference": (
        *("reference", "входящий номер", "вх. №", "вх. номер", "регистрационный номер"),
        *("кіріс нөмірі", "тіркеу нөмірі"),
    ),
    "line": ("line", "line number", "строка", "номер строки", "жол", "жол нөмірі"),
    "part": (
        *("paragraph/figure/table", "paragraph/figure/table/note", "paragraph", "figure/table"),
        *("абзац/рисунок/таблица", "абзац", "абзац/сурет/кесте"),
    ),
    "number": ("number", "no", "№", "№ п/п", "№ р/с", "номер", "п/п", "р/с", "нөмірі"),
    "observations": (
        *("observations", "observations of the secretariat", "secretariat observations"),
        *("observations of the secretariat on each comment submitted", "позиция разработчика"),
        *("обоснование", "изменение в проекте", "примечание", "әзірлеушінің ұстанымы"),
        *("негіздеме", "жобаға енгізілген өзгеріс", "ескерту"),
    ),
}
"""Names by field; capitals, what stands in brackets, spaces around a stroke do not matter."""


NOT_TAKEN = frozenset({"number", "observations"})


# Fields of the template that a comment has not; they go in front of the text.
_PLACES = ("line", "part")


# ge general, te technical, ed editorial: how weighty a comment is, not what its author wants.
_WEIGHTS = frozenset({"ge", "te", "ed", "general", "technical", "editorial"})


_EXAMPLE = re.compile(r"\s*\(.*", re.DOTALL)


_ASIDE = re.compile(r"\([^)]*\)?|[\d¹²³*]+$|[:.]+$")


_SPACES = re.compile(r"\s+")


_STROKE = re.compile(r"\s*/\s*")


def plain(name: str) -> str:
    """Bring the name of a column into the form in which names are compared."""
    words = _SPACES.sub(" ", _ASIDE.sub(" ", _SPACES.sub(" ", name).strip())).strip(" .:*")
    return folded(_STROKE.sub("/", words).strip("/ "))


_FIELDS = {plain(name): field for field, names in HEADS.items() for name in names}


def field_of(name: str) -> str:
    """Return the field that a column means; a head in two languages may have a stroke between."""
    known = _FIELDS.get(plain(name), "")
    if known or "/" not in name:
        return known
    meant = {_FIELDS.get(plain(half), "") for half in re.split(r"\s/\s|\n", name)}
    return meant.pop() if len(meant) == 1 else ""


def fields_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the fields of a row of heads, "" for those that are not known."""
    return tuple(field_of(cell) if cell else "" for cell in cells)


def settled(said: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says in the fields of a comment; `names` are the heads by field."""
    places = [f"{_named(names[key])}: {said[key]}" for key in _PLACES if said.get(key)]
    kept = {key: text for key, text in said.items() if key not in _PLACES}
    if kept.get("kind", "").strip().lower().rstrip(".") in _WEIGHTS:
        del kept["kind"]
    if places and kept.get("text"):
        kept["text"] = "\n".join([*places, kept["text"]])
    return kept


def _named(head: str) -> str:
    return " ".join(_EXAMPLE.sub("", head).split()).rstrip(":/ ")


# How far below the top a row of heads is looked for.
_FIRST_ROWS = 15
_DELIMITERS = (",", ";", "\t")
_COUNTED = re.compile(r"\(?\d{1,2}\)?\.?")


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a file holds; `problems` are those of the file itself, `facts` what was found out."""

    submissions: tuple[Submission, ...] = ()
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def read_csv(data: bytes, file: str) -> ReadTable:
    """Read a CSV file in whichever of the usual encodings and with whichever delimiter it has."""
    encoding = _encoding(data)
    if encoding is None:
        return ReadTable(problems=(at(import_kinds.NO_ENCODING, Place(file)),))
    text = data.decode(encoding)
    delimiter = max(_DELIMITERS, key=lambda sign: _known_heads(text, sign))
    facts = {"encoding": encoding, "delimiter": "tab" if delimiter == "\t" else delimiter}
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows += _numbered(reader)
    except csv.Error:
        place = Place(file, reader.line_num)
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, place, form="CSV"),), facts=facts)
    found = read_grids((Grid(file, "", tuple(rows)),), file)
    return ReadTable(found.submissions, found.problems, {**facts, **found.facts})


def read_grids(grids: Sequence[Grid], file: str) -> ReadTable:
    """Read all tables of a file that have known heads; one at least must have them."""
    heads = [(grid, _head(grid)) for grid in grids]
    tables = [_read_table(grid, head) for grid, head in heads if head]
    if not tables:
        return ReadTable(problems=(at(import_kinds.NO_HEAD, Place(file)),))
    others = dict.fromkeys(name for table in tables for name in table.facts.values())
    return ReadTable(
        tuple(submission for table in tables for submission in table.submissions),
        tuple(problem for table in tables for problem in table.problems),
        {"columns not taken": ", ".join(others)} if others else {},
    )


def _encoding(data: bytes) -> str | None:
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    likely = [code for mark, code in marks if data.startswith(mark)]
    for code in likely or ["utf-8", "cp1251"]:
        try:
            data.decode(code)
        except UnicodeDecodeError:
            continue
        return code
    return None


def _known_heads(text: str, delimiter: str) -> int:
    """Count the known heads among the first rows, were this the delimiter."""
    lines = io.StringIO("\n".join(text.splitlines()[: 2 * _FIRST_ROWS]), newline="")
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))[:_FIRST_ROWS]
    except csv.Error:
        return 0
    return max((sum(map(bool, fields_of(row))) for row in rows), default=0)


def _numbered(reader: Iterator[list[str]]) -> Iterator[Row]:
    """Number rows by the line on which they begin: a cell may have several lines."""
    number = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Row(number, tuple(cell.strip() for cell in cells))
        number = reader.line_num + 1  # type: ignore[attr-defined]


def _head(grid: Grid) -> Row | None:
    """Find the row of heads: among the first ones that have a column for the text, the fullest."""
    rows = [row for row in grid.rows[:_FIRST_ROWS] if "text" in fields_of(row.cells)]
    return max(rows, key=lambda row: sum(map(bool, fields_of(row.cells))), default=None)


def _read_table(grid: Grid, head: Row) -> ReadTable:
    fields = fields_of(head.cells)
    twice = sorted(
        {name for name in fields if name not in {"", *NOT_TAKEN} if fields.count(name) > 1}
    )
    if twice:
        place = grid.place(head.number, fields.index(twice[0]))
        return ReadTable(problems=(at(import_kinds.HEAD_TWICE, place, field=twice[0]),))
    below = [row for row in grid.rows if row.number > head.number]
    if below and _only_counts(below[0]):
        del below[0]
    others = {
        str(place): name
        for place, name in enumerate(head.cells)
        if name
        and not fields[place]
        and any(row.cells[place : place + 1] != ("",) for row in below)
    }
    return ReadTable(tuple(_submission(grid, head, fields, row) for row in below), (), others)


def _only_counts(row: Row) -> bool:
    """Return whether a row only numbers the columns, as templates have it."""
    said = [cell for cell in row.cells if cell]
    return len(said) > 2 and all(_COUNTED.fullmatch(cell) for cell in said)


def _submission(grid: Grid, head: Row, fields: Sequence[str], row: Row) -> Submission:
    columns = {name: place for place, name in enumerate(fields) if name and name not in NOT_TAKEN}
    said = {name: row.cells[place] for name, place in columns.items() if place < len(row.cells)}
    places = {name: grid.place(row.number, place) for name, place in columns.items()}
    notes = () if said.get("text") else (at(import_kinds.NO_WORDS, places["text"]),)
    origin = said.pop("reference", "")
    names = {name: head.cells[place] for name, place in columns.items()}
    return Submission(
        place=grid.place(row.number, columns["text"]),
        said={"consent": "", **settled(said, names)}
        if "consent" in columns
        else settled(said, names),
        places=places,
        origin=origin,
        notes=notes,
    )
