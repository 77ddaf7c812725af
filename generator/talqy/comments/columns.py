"""The names of columns that forms and templates have, and the field that each one means.

`docs/intake.md` prints them. Columns of the authority (its position, its reasons) and mere numbers
are known, so that nobody asks about them, but nothing is taken from them.

The commenting template of ISO has more than a comment has. Its columns: member body, line, clause,
paragraph/figure/table, type of comment (ge, te, ed), comments, proposed change, observations of the
secretariat (`legal-domain.md` 7.4).
"""

import re
from collections.abc import Mapping, Sequence

from talqy.compare.quotes import folded

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


# --- the commenting template of ISO ---


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
