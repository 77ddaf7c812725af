"""What questions of a form say of a whole row: whether it may be published, with a name, for whom.

A refusal of the name takes the name away, and nothing else; a refusal of the comment leaves the
row. An answer that is neither a plain yes nor a plain no is asked about, never passed over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from talqy.comments.attitude import attitude_of
from talqy.comments.consent_words import consent_of, refuses, said_of_objection
from talqy.comments.form_words import is_yes
from talqy.comments.patterns import pieces_of
from talqy.comments.publication import hides_the_name
from talqy.comments.publication_heads import is_unopposed, says_unopposed
from talqy.comments.table_heads import one_line
from talqy.comments.wishes import wish_of
from talqy.intake import import_kinds, row_kinds
from talqy.intake.author_words import body_below, public_name
from talqy.model.comment import CommentKind
from talqy.model.problem import Problem
from talqy.office.grids import Place, at

Cells = Mapping[str, str]
# Answers of which nothing is kept once they are weighed.
_ANSWERS = frozenset({"processing", "no_publication", "name_consent", "anonymous", "attitude"})
ANSWERED = frozenset({"consent", "processing", "no_publication", "name_consent", "anonymous"})
"""The fields to which a box or a cross may be the answer."""
# Stands where the author's name would, so that one said for the whole file does not either.
WITHHELD = "анонимно"
"""A name that is not taken; nobody has written it, and no report shows it."""
_EMPTY = re.compile(
    r"[-–—.\s]*|n/?a|none|no|нет(?: (?:предложени\w+|замечани\w+))?|отсутству\w+|не имеется"
    r"|(?:предложени\w+|замечани\w+) (?:нет|не имеется|отсутству\w+)|жоқ"
    r"|(?:ұсыныс\w*|ескертпе\w*|пікір\w*) жоқ",
    re.IGNORECASE,
)


def with_words(
    cells: Cells, places: Mapping[str, Place]
) -> tuple[dict[str, str], dict[str, Place]]:
    """Return cells and their places, where reasons or a proposal without a remark are the comment.

    «—», «нет» and «жоқ» in the columns of proposals, reasons and quotes are none.
    """
    said = {
        name: cell
        for name, cell in cells.items()
        if name not in {"proposal", "quote", "reason"} or not _is_empty(cell)
    }
    found = dict(places)
    instead = next((name for name in ("reason", "proposal") if name in said), "")
    if instead and _is_empty(said.get("text", "")):
        said["text"], found["text"] = said.pop(instead), places[instead]
    return said, found


def _is_empty(cell: str) -> bool:
    return bool(_EMPTY.fullmatch(cell.strip(" .")))


def of_answers(cells: Cells, heads: Cells, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Yield what answers of a row speak against publishing it, or do not plainly say."""
    if "processing" in places and refuses(cells.get("processing", "")):
        yield at(import_kinds.NO_CONSENT, places["processing"])
    head = heads.get("no_publication", "")
    if (answer := cells.get("no_publication", "")) or is_unopposed(head):
        yield from _against(answer, head, places["no_publication"])
    for name in ("name_consent", "anonymous"):
        if _hides_name(name, cells, heads) is None:
            value = cells.get(name, "")
            yield at(row_kinds.NAME_CONSENT_UNKNOWN, places[name], value=value)
    if _only_likely(cells, heads):
        yield at(import_kinds.KIND_ASSUMED, places["attitude"])


def _against(answer: str, head: str, place: Place) -> Iterator[Problem]:
    """Yield why a row is not published, by the answer to a question against publication."""
    agrees = _agrees(answer, head) if is_unopposed(head) else _agrees_below_refusal(answer)
    if agrees is None:
        yield at(import_kinds.CONSENT_UNKNOWN, place, value=f"{one_line(head)}: {answer}")
    elif not agrees:
        yield at(row_kinds.SET_ASIDE, place, words=f"{one_line(head)}: {answer}")


def _agrees_below_refusal(answer: str) -> bool | None:
    objects = is_yes(answer)
    agrees = consent_of(answer) if objects is None else not objects
    if objects is None and agrees and is_yes(re.split(r"[^\w]", answer.strip())[0]):
        return None  # «Да, пожалуйста» below «Не публиковать» is no consent
    return agrees


def _agrees(answer: str, head: str) -> bool | None:
    """Return whether an answer agrees to publication; None where it is not plain.

    To «Вы не против публикации?» people say yes and no for one and the same: only whole words
    («Не возражаю», «Да, возражаю») tell. A tick at «Не возражаю против публикации» says it.
    """
    said = is_yes(answer)
    if not is_unopposed(head):
        return consent_of(answer)
    if said is not None:
        return True if said and says_unopposed(head) else None
    return said_of_objection(answer)


def answered(cells: Cells, heads: Cells, remarks: Iterable[str]) -> dict[str, str]:
    """Return the fields of a row without the answers, as these change them: name, author, kind.

    `remarks` are what stands beside the fields, and may ask that the name not be published.
    """
    said = {name: cell for name, cell in cells.items() if name not in _ANSWERS}
    is_hidden = any(_hides_name(name, cells, heads) for name in ("name_consent", "anonymous"))
    if is_hidden or any(map(_is_of_nameless, remarks)):
        said["name"] = WITHHELD
    elif not said.get("author") and (
        kind := body_below(heads.get("name", ""), said.get("name", ""))
    ):
        said["author"] = kind
    if (
        not said.get("kind")
        and (kind := _attitude(cells, heads))
        and not _only_likely(cells, heads)
    ):
        said["kind"] = kind
    return said


def _is_of_nameless(remark: str) -> bool:
    """Return whether a remark, or a part of it, asks that the author not be named."""
    return hides_the_name(remark) or any(map(hides_the_name, pieces_of(remark)))


def _hides_name(name: str, cells: Cells, heads: Cells) -> bool | None:
    """Return whether an answer takes the name away; None where it is not plain, and matters."""
    if name not in cells:
        return False
    answer, is_named = cells[name], bool(public_name(cells.get("name", "")))
    if name == "name_consent" or is_unopposed(heads[name]):
        agrees = _agrees(answer, heads[name])
        hides = None if agrees is None else not agrees
    else:
        hides = is_yes(answer)
        if hides is None and not public_name(answer):
            hides = True
    return hides if is_named or hides is not None else True


def _attitude(cells: Cells, heads: Cells) -> str:
    return attitude_of(heads["attitude"], cells["attitude"]) if cells.get("attitude") else ""


def _only_likely(cells: Cells, heads: Cells) -> bool:
    """Return whether a yes to the draft stands beside words that ask for more: these tell, then."""
    if cells.get("kind") or _attitude(cells, heads) != CommentKind.SUPPORT:
        return False
    return wish_of(cells.get("text", ""), cells.get("proposal", "")).kind != CommentKind.SUPPORT
