"""An answer that two have gone on with, put together: it is one statement, of one of both.

Its outcome, its reasons, where it landed, what it repeats, who decided and when: taken from two
officials they would say what neither has. Only the comment in short, which says what others have
said, may be of both.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from talqy.project.values_joined import GONE, Ways, by_key, keys_of_both, whole, words

_IN_SHORT = "gist"
_BY_LANGUAGE = by_key({}, words)
_Tree = Mapping[str, Any]


def joined_statement(trees: Sequence[_Tree], ways: Ways) -> dict[str, Any]:
    """Return the answer of both; `trees` are how it was, the one that leads, and the other."""
    answers = [{key: one[key] for key in one if key != _IN_SHORT} for one in trees]
    made = dict(ways.joined(whole, *answers))
    in_short = ways.joined(_BY_LANGUAGE, *(one.get(_IN_SHORT, GONE) for one in trees))
    if in_short is not GONE:
        made[_IN_SHORT] = in_short
    return {key: made[key] for key in keys_of_both(trees[1], trees[2]) if key in made}
