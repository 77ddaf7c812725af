"""Values of which two have another version each, put together: three ways, value by value.

What one side alone has changed is as that side has it. Where both say something else of the same,
there is nothing of both, or one of them stays. No value takes anything from another one, however
alike their lines are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from talqy.project.items_joined import ItemsApartError, is_counted_right, joined_items
from talqy.project.merged_lines import MergedSide, merged_lines

_ID = "id"
GONE: Final = object()
"""What a version does not have."""


class ValuesApartError(Exception):
    """Both say something else of the same value."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How two versions are put together; where both differ, `lead` stays if one may choose.

    What both have put in at one place stands in one order whichever leads: one's own comes last.
    """

    root: Path
    may_choose: bool = False
    own_leads: bool = False

    def joined(self, rule: "Rule", was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
        """Return one value of both; what both have changed is as a rule has it."""
        if other in (lead, was):
            return lead
        if lead == was:
            return other
        return rule(self, was, lead, other)

    def chosen(self, lead: Any) -> Any:  # noqa: ANN401
        """Return the value that stays, if one may choose."""
        if not self.may_choose:
            raise ValuesApartError
        return lead


Rule = Callable[[Ways, Any, Any, Any], Any]


def whole(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401, ARG001
    """Return a value that is of one piece: one of both stays."""
    return ways.chosen(lead)


def words(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
    """Return the words of one value: their lines are joined as git joins lines.

    Where git would bring back a line that one of both has taken out, or put one in twice, nothing
    is made.
    """
    if not all(isinstance(one, str) and "\n" in one for one in (was, lead, other)):
        return ways.chosen(lead)
    files = [(one + "\n").encode() for one in (was, lead, other)]
    stays = MergedSide.FIRST if ways.may_choose else None
    made = merged_lines(ways.root, files[0], files[1], files[2], stays)
    if made is None:
        return ways.chosen(lead)
    said = made.decode().removesuffix("\n")
    lines = [list(filter(str.strip, one.splitlines())) for one in (said, was, lead, other)]
    return said if is_counted_right(*lines) else ways.chosen(lead)


def paragraphs(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
    """Return words whose lines say each its own: what both have put in at one place is there."""
    if not all(isinstance(one, str) for one in (was, lead, other)):
        return ways.chosen(lead)
    try:
        lines = _items_of_both(ways, *(one.splitlines() for one in (was, lead, other)), adds=True)
    except ItemsApartError:
        return words(ways, was, lead, other)
    return "\n".join(lines)


def by_key(
    rules: Mapping[str, Rule], rest: Rule = whole, together: frozenset[str] = frozenset()
) -> Rule:
    """Return the rule of a mapping: each key by its own rule; some stay `together`."""

    def rule(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
        if not (isinstance(lead, Mapping) and isinstance(other, Mapping)):
            return ways.chosen(lead)
        old = was if isinstance(was, Mapping) else {}
        of_one = _of_one_side(ways, (old, lead, other), together)
        made = dict[str, Any]()
        for key in keys_of_both(lead, other):
            three = [one.get(key, GONE) for one in (old, lead, other)]
            by = rules.get(key, rest)
            value = of_one.get(key, GONE) if key in together else ways.joined(by, *three)
            if value is not GONE:
                made[key] = value
        return made or ways.chosen(lead)

    return rule


def _of_one_side(
    ways: Ways, three: Sequence[Mapping[str, Any]], together: frozenset[str]
) -> Mapping[str, Any]:
    """Return the values that mean something only together: all of them are as one side has them."""
    versions = [{key: one[key] for key in one if key in together} for one in three]
    made: Mapping[str, Any] = ways.joined(whole, *versions)
    return made


def keys_of_both(lead: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the keys of two mappings in the order of the first; new ones behind those before."""
    keys, before = list(lead), -1
    for key in other:
        if key in lead:
            before = keys.index(key)
        else:
            before += 1
            keys.insert(before, key)
    return keys


def _items_of_both(
    ways: Ways,
    was: Sequence[Any],
    lead: Sequence[Any],
    other: Sequence[Any],
    *,
    adds: bool,
) -> list[Any]:
    how = {"may_choose": ways.may_choose, "own_leads": ways.own_leads}
    return joined_items(was, lead, other, adds=adds, **how)


def in_a_row(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
    """Return a list that says one thing: what both have put in at one place are two versions."""
    return _row(ways, (was, lead, other), adds=False)


def added_to(*about: str) -> Rule:
    """Return the rule of a list of things: what both have put in at one place is there of both.

    Two new ones that say the same in all of some keys (`about`) are two versions of one.
    """

    def rule(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
        made = _row(ways, (was, lead, other), adds=True)
        if not about or not (isinstance(made, list) and isinstance(other, list)):
            return made  # one of both has taken all of it out, and another one stays
        old = was if isinstance(was, list) else []
        own = [_said_of(one, about) for one in lead if one not in old]
        twice = [
            one
            for one in other
            if one not in old and one not in lead and _said_of(one, about) in own
        ]
        if twice:
            ways.chosen(lead)
        return [one for one in made if one not in twice]

    return rule


def _said_of(thing: Any, keys: Sequence[str]) -> Sequence[Any]:  # noqa: ANN401
    return [thing.get(key) for key in keys] if isinstance(thing, Mapping) else [thing]


def _row(ways: Ways, versions: Sequence[Any], *, adds: bool) -> Any:  # noqa: ANN401
    was, lead, other = versions
    old = [] if was is GONE else was
    if not all(isinstance(one, list) for one in (old, lead, other)):
        return ways.chosen(lead)
    try:
        return _items_of_both(ways, old, lead, other, adds=adds)
    except ItemsApartError:
        return ways.chosen(lead)


def table(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
    """Return a table: rows of both, where its head is the same in all versions."""
    tables = (was, lead, other)
    if not all(isinstance(one, Mapping) and one.keys() == {"head", "rows"} for one in tables):
        return ways.chosen(lead)
    if not was["head"] == lead["head"] == other["head"]:
        return ways.chosen(lead)
    return {**lead, "rows": added_to()(ways, *(one["rows"] for one in tables))}


def by_name(key: str) -> Rule:
    """Return the rule of a list of things that a key names, as long as no two have one name."""

    def rule(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
        versions = [[] if one is GONE else one for one in (was, lead, other)]
        if all(isinstance(one, list) and _have_names(one, key) for one in versions):
            return _named(ways, key, versions)
        return added_to(key)(ways, was, lead, other)

    return rule


def _named(ways: Ways, key: str, lists: Sequence[Any]) -> Any:  # noqa: ANN401
    """Return a list of things that have a name each, in the order of the lead."""
    versions = [{one[key]: one for one in items} for items in lists]
    rows = [list(one) for one in versions]
    try:
        order = _items_of_both(ways, rows[0], rows[1], rows[2], adds=True)
    except ItemsApartError:
        order = ways.chosen(rows[1])
    made = {}
    for name in keys_of_both(dict.fromkeys(order), {**versions[1], **versions[2]}):
        value = ways.joined(anything, *(one.get(name, GONE) for one in versions))
        if value is not GONE:
            made[name] = value
    return list(made.values())


def _have_names(items: Sequence[Any], key: str) -> bool:
    names = [one.get(key) for one in items if isinstance(one, Mapping)]
    known = {one for one in names if isinstance(one, str)}
    return len(known) == len(items)


def anything(ways: Ways, was: Any, lead: Any, other: Any) -> Any:  # noqa: ANN401
    """Return any value by what it is: a mapping, a list, words."""
    if isinstance(lead, Mapping):
        return by_key({}, anything)(ways, was, lead, other)
    if isinstance(lead, list):
        return by_name(_ID)(ways, was, lead, other)
    return words(ways, was, lead, other)
