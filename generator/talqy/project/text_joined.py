"""Files of a text that two have gone on with, put together.

What they say is joined first, by ids (`text_sense.py`). Lines are joined as git joins them only
where the file then says that; else all versions are made to say it, and what is left to join is how
people have written it: remarks, the order of keys.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from talqy.project.clause_tree import CLAUSES
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.reasons_joined import APART
from talqy.project.text_sense import Sense, joined_sense, sense
from talqy.project.values_joined import ValuesApartError, Ways
from talqy.project.yaml_edit import KEPT, recast, with_items, without
from talqy.project.yaml_read import parse
from talqy.project.yaml_remarks import remarks
from talqy.project.yaml_write import LayoutError

_Tree = Mapping[str, Any]
_Files = tuple[bytes, bytes, bytes]


def joined_text(
    root: Path,
    versions: Sequence[bytes],
    stays: MergedSide | None = None,
    says: Sense = joined_sense,
) -> bytes | None:
    """Return the file of both texts; None where they differ in one place, and none `stays`.

    `versions` are how it was, that of others and one's own; `says` is how it is known what both
    say.
    """
    was, first, second = versions
    own_leads = stays is MergedSide.SECOND
    ways = Ways(root, may_choose=stays is not None, own_leads=own_leads)
    files = (was, second, first) if own_leads else (was, first, second)
    trees = [one for data in files if isinstance(one := _tree(data), dict)]
    if len(trees) < len(files):
        return None
    try:
        wanted = says(trees, ways)
        old, lead, other = (
            _body(data.decode(), tree).encode() for data, tree in zip(files, trees, strict=True)
        )
        body = _joined_bodies((old, lead, other), wanted, ways)
        made = _with(body, wanted) if body is not None else None
    except (ValuesApartError, LayoutError, YAMLError, LookupError):
        return None
    return made if made and _keeps_remarks(made, files, ways) else None


def says_what_both_say(
    root: Path, made: bytes, versions: Sequence[bytes], says: Sense = joined_sense
) -> bool:
    """Return whether a text says all that two have made of one, and nothing else.

    `versions` are how it was, that of others and one's own.
    """
    trees = [one for data in versions if isinstance(one := _tree(data), dict)]
    if len(trees) < len(versions):
        return False
    try:
        return bool(sense(says(trees, Ways(root))) == sense(_tree(made)))
    except ValuesApartError:
        return False


def _joined_bodies(bodies: _Files, wanted: _Tree, ways: Ways) -> bytes | None:
    """Return all but the reasons: both by lines where that says what is wanted, else made so."""
    says = {key: one for key, one in wanted.items() if key not in APART}
    lines = merged_lines(ways.root, *bodies)
    if lines is not None and _tree(lines) == says:
        return lines
    was, lead, other = (_saying(one.decode(), says).encode() for one in bodies)
    lines = merged_lines(ways.root, was, lead, other, MergedSide.FIRST)
    # Lines that say the same in another order may not fit; remarks are looked at by who asks.
    return next((one for one in (lines, lead) if one is not None and _tree(one) == says), None)


def _saying(text: str, says: _Tree) -> str:
    """Return a file that says what is wanted; lines that say it already stay as they are."""
    tree = parse(text.encode(), "").tree
    known = tree if isinstance(tree, dict) else {}
    if CLAUSES in known and known[CLAUSES] != says[CLAUSES]:
        text = with_items(text, CLAUSES, says[CLAUSES])
        known[CLAUSES] = says[CLAUSES]
    if list(known.items()) == list(says.items()):
        return text
    is_kept = {key: key in known and known[key] == one for key, one in says.items()}
    return recast(text, {key: KEPT if is_kept[key] else one for key, one in says.items()})


def _body(text: str, tree: _Tree) -> str:
    """Return a file without what is joined by its sense."""
    for key in APART:
        text = without(text, (key,)) if key in tree else text
    return text


def _with(body: bytes, wanted: _Tree) -> bytes:
    values = {key: one if key in APART else KEPT for key, one in wanted.items()}
    return recast(body.decode(), values).encode()


def _tree(data: bytes) -> Any:  # noqa: ANN401 - a tree
    return parse(data, "").tree


def _keeps_remarks(made: bytes, files: Sequence[bytes], ways: Ways) -> bool:
    """Return whether all remarks are there; where one may choose, all of the one that leads.

    But for those that one of both has taken out, with a clause perhaps.
    """
    was, lead, other = map(_remarks, files)
    wanted = (lead if ways.may_choose else lead | other) - (was - (lead & other))
    return wanted <= _remarks(made) <= lead | other


def _remarks(data: bytes) -> set[str]:
    return {said for _, said in remarks(data)}
