"""What a draft says of itself, put into its file."""

from collections.abc import Mapping, Sequence

from talqy.drafts.draft_fields import FIELDS, Said, settled_fields
from talqy.project.yaml_edit import KEPT, recast
from talqy.project.yaml_read import parse


def with_fields(text: str, said: Mapping[str, Said], languages: Sequence[str]) -> str:
    """Return the text of a file with other words in these fields; all other lines stay."""
    tree = parse(text.encode(), "").tree
    old = tree if isinstance(tree, Mapping) else {}
    settled = settled_fields(said, old, languages)
    if all((old.get(name) or {}) == words for name, words in settled.items()):
        return text
    values: dict[str, object] = dict.fromkeys(_in_order(list(old), settled), KEPT)
    values |= {name: words for name, words in settled.items() if words != old.get(name)}
    return recast(text, {name: value for name, value in values.items() if value != {}})


def _in_order(keys: Sequence[str], settled: Mapping[str, Said]) -> Sequence[str]:
    """Return the keys of a file and the new ones: each stands behind the field before it."""
    order = list(keys)
    names = [field.name for field in FIELDS]
    for name in settled:
        if name not in order:
            before = [order.index(one) for one in names[: names.index(name)] if one in order]
            order.insert(max(before, default=len(order) - 1) + 1, name)
    return order
