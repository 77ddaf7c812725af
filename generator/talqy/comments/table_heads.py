"""Heads of columns: which field of a comment each one means.

`docs/intake.md` prints the names that are known. Columns of the authority (its position, its
reasons) and mere numbers are known, so that nobody asks about them, but nothing is taken from them.
Forms have whole questions as heads: they are known by their plain words where only one field fits,
and never guessed (`question_heads.py`). What nobody knows can be mapped: `--column text="…"`, or
`columns:` of project.yaml.

The commenting template of ISO has more than a comment has; its columns: member body, line, clause,
paragraph/figure/table, type of comment (ge, te, ed), comments, proposed change, observations of the
secretariat (`legal-domain.md` 7.4).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.comments.attitude import asks_attitude
from talqy.comments.lost_letters import destroyed
from talqy.comments.patterns import late
from talqy.comments.publication_heads import asked_of_publication
from talqy.comments.question_heads import asked_field, is_private
from talqy.comments.reason_heads import NAMES, settled_reasons
from talqy.compare.quotes import folded
from talqy.office.grids import letters

HEADS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "comment", "comments", "remark", "текст", "комментарий", "комментарии"),
        *("замечание", "замечания", "замечание или предложение", "замечания и предложения"),
        *("текст комментария", "мәтін", "пікір", "пікірлер", "ескертпе", "ескертпелер"),
        *("ескертпе немесе ұсыныс", "ескертпелер мен ұсыныстар", "пікір мәтіні"),
        *(
            "замечание/предложение",
            "замечания/предложения",
            "содержание замечания",
            "ескертпе/ұсыныс",
        ),
    ),
    "clause": (
        *("clause", "clause/subclause", "clause no", "пункт", "номер пункта", "пункт проекта"),
        *("структурный элемент", "пункт/подпункт", "тармақ", "тармақ нөмірі", "жоба тармағы"),
        *("құрылымдық элемент", "тармақ/тармақша"),
        *("пункт стандарта", "структурный элемент проекта", "жобаның құрылымдық элементі"),
        *("жобаның тармағы", "стандарт тармағы"),
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
    "reason": NAMES,
    "quote": (
        *("quote", "quoted words", "цитата", "слова проекта", "дәйексөз", "үзінді"),
        *("редакция проекта", "текст проекта", "жоба редакциясы", "жоба мәтіні"),
        *("жобаның редакциясы", "жобаның мәтіні", "редакция пункта", "тармақ редакциясы"),
    ),
    "in_force": ("действующая редакция", "қолданыстағы редакция", "text in force"),
    "started": ("start time", "время начала", "басталу уақыты", "last modified time"),
    "processing": (
        *("согласие на обработку персональных данных", "согласие на обработку данных"),
        "дербес деректерді өңдеуге келісім",
    ),
    "kind": (
        *("kind", "type", "type of comment", "вид", "вид комментария", "тип комментария", "тип"),
        *("түрі", "пікір түрі", "пікірдің түрі"),
    ),
    "attitude": (
        *("attitude", "отношение к проекту", "поддерживаете ли вы проект", "против проекта"),
        *("жобаға көзқарас", "жобаны қолдайсыз ба", "жобаға қарсымын"),
    ),
    "language": ("language", "язык", "язык комментария", "тіл", "тілі", "пікір тілі"),
    "received": (
        *("received", "date", "timestamp", "date received", "дата", "дата поступления"),
        *("дата и время", "отметка времени", "күні", "келіп түскен күні", "уақыт белгісі"),
        *("время создания", "время отправки", "время завершения", "время выполнения"),
        *("дата подачи", "дата получения", "completion time", "created", "submitted at"),
        *("жіберілген уақыты", "аяқталу уақыты", "келген күні"),
    ),
    "author": (
        *("author", "author kind", "автор", "вид автора", "категория автора", "кто вы"),
        *("ұсыныс енгізуші", "автор түрі", "автордың санаты"),
        *("кем вы являетесь", "статус автора", "сіз кімсіз"),
    ),
    "name": (
        *("name", "author name", "member body", "mb", "mb/nc", "organization", "имя", "фио"),
        *("ф.и.о", "имя автора", "наименование", "организация", "аты", "аты-жөні", "т.а.ә"),
        *("автордың аты", "атауы", "ұйым"),
        *("фамилия, имя, отчество", "автор, ф.и.о", "наименование организации"),
        *("наименование государственного органа", "государственный орган"),
        *("орган-разработчик замечания", "мемлекеттік органның атауы", "мемлекеттік орган"),
        *("ұйым атауы", "ұйымның атауы"),
    ),
    "foreign": ("foreign", "иностранный автор", "иностранец", "шетелдік", "шетелдік автор"),
    "channel": (
        *("channel", "канал", "способ", "способ поступления", "арна", "тәсіл"),
        "келіп түсу тәсілі",
    ),
    "consent": (
        *("consent", "согласие", "согласие на публикацию", "келісім", "жариялауға келісім"),
        *("публиковать", "жариялау"),
    ),
    "name_consent": (
        *("consent to publish the name", "согласие на публикацию имени", "публиковать имя"),
        *("атын жариялауға келісім", "атыңызды жариялауға келісесіз бе"),
    ),
    "anonymous": (
        *("anonymous", "анонимно", "не публиковать имя", "анонимді", "атымды жарияламау"),
    ),
    "no_publication": (
        *("do not publish", "не публиковать", "отказ от публикации", "жарияламау"),
        "жариялауға қарсымын",
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
    "number": (
        "number",
        "no",
        "№",
        "№ п/п",
        "№ р/с",
        "номер",
        "п/п",
        "р/с",
        "р/с №",
        "нөмірі",
        "id",
        "ид",
        "код",
    ),
    "observations": (
        *("observations", "observations of the secretariat", "secretariat observations"),
        *("observations of the secretariat on each comment submitted", "позиция разработчика"),
        *("изменение в проекте", "примечание", "әзірлеушінің ұстанымы"),
        *("жобаға енгізілген өзгеріс", "ескерту"),
    ),
}
"""Names by field; capitals, what stands in brackets, spaces around a stroke do not matter."""


IGNORE = "ignore"
"""What somebody maps a column to that is known, and not taken."""


NOT_TAKEN = frozenset({"number", "observations", "in_force", "started", IGNORE})


# Heads below which the authority writes, or people do: a sentence there may be anybody's.
_ANYBODYS = frozenset(map(folded, ("примечание", "ескерту")))
_REASONS = frozenset(map(folded, NAMES))
_ACCOUNTS = frozenset(map(folded, ("name", "имя", "аты")))
_POSITIONS = frozenset(
    map(folded, ("позиция разработчика", "әзірлеушінің ұстанымы", "изменение в проекте"))
)


_ASIDE = late(r"\([^)]*\)?|[\d¹²³*]+$|[:.]+$")


_LONGEST = 300  # letters of a head; what is longer is somebody's words
_SPACES = late(r"\s+")


_STROKE = late(r" ?/ ?")  # of words that one blank parts


def plain(name: str) -> str:
    """Bring the name of a column into the form in which names are compared."""
    if len(name) > _LONGEST:  # no column has such a name, and patterns go over it again and again
        return name
    bare = _SPACES.sub(" ", _ASIDE.sub(" ", _SPACES.sub(" ", name).strip())).strip(" .:*")
    return folded(_STROKE.sub("/", bare).strip("/ "))


# Remarks and proposals in one column, in whatever number and order people name them.
_REMARKS = (
    *("замечание", "замечания", "комментарий", "комментарии", "ескертпе", "ескертпелер", "ескерту"),
    *("ескертулер", "пікір", "пікірлер", "comment", "comments", "remark", "remarks"),
)
_PROPOSALS = (
    *("предложение", "предложения", "ұсыныс", "ұсыныстар", "proposal", "proposals"),
    *("suggestion", "suggestions"),
)
_ANDS = ("и", "или", "и/или", "/", ",", "мен", "бен", "пен", "және", "немесе", "and", "or")
_PAIRS = [
    f"{one} {sign} {other}"
    for remark in _REMARKS
    for proposal in _PROPOSALS
    for sign in _ANDS
    for one, other in ((remark, proposal), (proposal, remark))
]
_FIELDS = {
    **{plain(name): "text" for name in (*_PAIRS, *_REMARKS, "замечания")},
    **{plain(name): field for field, names in HEADS.items() for name in names},
}
# What a proposal is called where it is the comment itself, and no wording beside one.
_PROPOSAL = late(r"предложени|ұсыныс|ұсыны[сң]|proposal|suggest", re.IGNORECASE)
_REMARK_KK = frozenset({folded("ескерту")})


def field_of(name: str, *, asks: bool = True) -> str:
    """Return the field that a column means; a head in two languages may have a stroke between."""
    if not name or len(name) > _LONGEST:
        return ""
    if asked := asked_of_publication(name):
        return asked
    if is_private(name):
        return ""
    if known := _FIELDS.get(plain(name), ""):
        return known
    if re.search(r"\s/\s|\n", name):
        meant = {_of_one(half, asks=asks) for half in re.split(r"\s/\s|\n", name) if half.strip()}
        if len(meant - {""}) > 1 or "" not in meant:
            return meant.pop() if len(meant) == 1 else ""
    return _asked(name) if asks else ""


def _asked(name: str) -> str:
    return "attitude" if asks_attitude(name) else asked_field(name)


def _of_one(name: str, *, asks: bool) -> str:
    return _FIELDS.get(plain(name), "") or (_asked(name) if asks else "")


@dataclass(frozen=True, slots=True)
class Columns:
    """Fields of heads that somebody has mapped: `given` for this run, `usual` for the project."""

    given: tuple[tuple[str, str], ...] = ()
    usual: tuple[tuple[str, str], ...] = ()

    def fields(self, cells: Sequence[str], *, asks: bool = True) -> tuple[str, ...]:
        """Return the fields of a row of heads: what is mapped beats what is known; "" for others.

        A field that is mapped to one column is not guessed for another, and what other heads say
        changes nothing of it. Only where it `asks` may a head be a whole question.
        """
        mapped = [self._mapped(cell, letters(place)) for place, cell in enumerate(cells)]
        fields = [
            own or ("" if (known := field_of(cell, asks=asks)) in mapped else known)
            for cell, own in zip(cells, mapped, strict=True)
        ]
        settled = settled_heads(cells, fields)
        return tuple(own or one for own, one in zip(mapped, settled, strict=True))

    def maps_one_of(self, cells: Sequence[str]) -> bool:
        """Return whether a person has said of one of these heads what it means."""
        return any(self._mapped(cell, letters(place)) for place, cell in enumerate(cells))

    def _mapped(self, cell: str, letter: str) -> str:
        """Return the field of a column, by its letter (`C`) before its head."""
        for name, head in self.given:
            if cell.strip() and head == letter:
                return name
        for name, head in (*self.given, *self.usual):
            if cell.strip() and plain_head(head) == plain_head(cell):
                return name
        return ""

    def absent(self, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Return the heads given for this run that stand in none of the rows."""
        there = {plain_head(cell) for row in rows for cell in row}
        there |= {plain_head(letters(place)) for row in rows for place in range(len(row))}
        return tuple(head for _, head in self.given if plain_head(head) not in there)


def one_line(head: str) -> str:
    """Return a head without its line breaks."""
    return " ".join(head.split())


def typed(head: str) -> str:
    """Return a head as it is typed between quotation marks on a command line."""
    return one_line(head).replace("\\", "\\\\").replace('"', '\\"')


def may_hold_words(head: str, field: str) -> bool:
    """Return whether words of an author may stand in a column of which nothing is taken.

    Below the heads of the authority (its position) and of the text in force they are another's, and
    what somebody has mapped to `ignore` is settled.
    """
    return field not in {"observations", "in_force", IGNORE} or plain(head) in _ANYBODYS


def is_reason(head: str) -> bool:
    """Return whether a column holds reasons: the author's own, or the authority's."""
    return plain(head) in _REASONS


_SIGNATURES = frozenset(
    map(plain, ("подпись", "подписи", "личная подпись", "қолы", "қол", "қолтаңба", "қолтаңбасы"))
)
_BESIDE_SIGNATURES = frozenset(
    map(
        plain,
        ("адрес", "телефон", "мекенжайы", "мекенжай", "паспорт", "иин", "жсн", "т.а.ә", "ф.и.о"),
    )
)
_OF_PEOPLE = frozenset({"name", "number", "author", "received"})


def is_signature(head: str) -> bool:
    """Return whether people sign below a head: no comment stands there."""
    return plain(head) in _SIGNATURES


def lists_signatures(heads: Sequence[str]) -> bool:
    """Return whether heads are those of a list of signatures, and of nothing else."""
    filled = [head for head in heads if head.strip()]
    others = (head for head in filled if not is_signature(head))
    return any(map(is_signature, filled)) and all(
        field_of(head) in _OF_PEOPLE or plain(head) in _BESIDE_SIGNATURES for head in others
    )


def plain_head(name: str) -> str:
    """Return a head in the form in which mapped heads are compared: all its words count."""
    return folded(" ".join(name.split())).strip(" .:*")


def settled_heads(cells: Sequence[str], fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields of heads that mean something else in company.

    Reasons («Обоснование») may be of the author or of the authority. «Ескерту» is a remark, and
    «Предложение» the comment itself, where no other head holds one. Microsoft Forms begins with
    times, an address and the name of an account, which nobody gave to be published.
    """
    settled, names = list(fields), [plain(cell) for cell in cells]
    reasons = [at for at, name in enumerate(names) if name in _REASONS]
    of_authority = bool(_POSITIONS.intersection(names))
    settled = settled_reasons(names, reasons, settled, of_authority=of_authority)
    if "text" not in settled:
        settled = _with_text(names, settled)
    if "started" in fields:
        settled = [
            IGNORE if name in _ACCOUNTS else one for one, name in zip(settled, names, strict=True)
        ]
    return tuple(settled)


def _with_text(names: Sequence[str], fields: Sequence[str]) -> list[str]:
    """Return fields of heads of which none holds a comment: a remark or a proposal does, then."""
    remarks = [place for place, name in enumerate(names) if name in _REMARK_KK]
    proposals = [
        place
        for place, name in enumerate(names)
        if fields[place] == "proposal" and _PROPOSAL.search(name)
    ]
    found = list(fields)
    for places in (remarks, proposals):
        if len(places) == 1:
            found[places[0]] = "text"
            break
    return found


def destroyed_head(head: str) -> str:
    """Return a head in which letters were destroyed («Тарма?»); "" where none is seen."""
    if word := destroyed(head):
        return word
    if "?" not in head or len(head) > _LONGEST:
        return ""
    known = late(re.escape(plain(head)).replace(r"\?", "."))
    return head if any(known.fullmatch(name) for name in _FIELDS) else ""
