"""Where a file that was brought and a text as it is by now differ: each place, with all words."""

from collections.abc import Iterator

from talqy.drafts import word_kinds
from talqy.drafts.onto_now import TwoVersions
from talqy.drafts.passages import short
from talqy.model.problem import Problem
from talqy.project.text_leaves import leaves
from talqy.project.yaml_read import parse


def both_changed(versions: TwoVersions) -> Iterator[Problem]:
    """Yield each place that both have changed, or that others have set back since."""
    if versions.is_whole:
        yield word_kinds.STAYS_WHOLE.at(versions.path)
    was, now, yours = (
        leaves(parse(one.encode(), versions.path).tree)
        for one in (versions.was, versions.now, versions.yours)
    )
    places = [
        place for place in dict.fromkeys((*now, *yours)) if now.get(place) != yours.get(place)
    ]
    both = [place for place in places if now.get(place) != was.get(place)]
    for place in both or places:
        said = (one.get(place, "") for one in (was, now, yours))
        old, here, own = (short(words) or "–" for words in said)
        where = ": ".join(filter(None, (place[0], ".".join(place[1:]))))
        yield word_kinds.BOTH_CHANGED.at(versions.path, place=where, was=old, now=here, words=own)
