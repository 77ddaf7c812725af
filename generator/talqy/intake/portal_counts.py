"""Whether all of a discussion on the portal was given: its own counter, its pages and its tabs.

The counter counts comments and replies of all tabs, and a page shows ten comments of one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.errors import Listed, Named, Saying, Spoken
from talqy.intake import portal_kinds
from talqy.intake.portal import TABS
from talqy.model.codes import CodeLists
from talqy.model.problem import Level, Problem
from talqy.office.grids import Place, at
from talqy.office.portal_values import PortalPage

Pages = Sequence[tuple[str, PortalPage]]
"""The pages that were given, each with the name of its file."""


def wrong_counts(pages: Pages, codes: CodeLists) -> Mapping[str, tuple[Problem, ...]]:
    """Return by file what is missing: it is said of the first page of each draft."""
    found: dict[str, list[Problem]] = defaultdict(list)
    drafts: dict[str, list[tuple[str, PortalPage]]] = {}
    for file, page in pages:
        drafts.setdefault(page.draft, []).append((file, page))
    for draft, own in drafts.items():
        (file, _), *_ = own
        found[file] += _missing(Place(file), [page for _, page in own], codes)
        first = next(iter(drafts))
        if draft != first:
            reason = portal_kinds.other_draft(draft, first)
            told = portal_kinds.of_page(Place(file), reason)
            found[file].append(told.weighing(Level.WARNING))
    return {file: tuple(problems) for file, problems in found.items()}


def _missing(place: Place, pages: Sequence[PortalPage], codes: CodeLists) -> Iterator[Problem]:
    counters = {page.entries for page in pages if page.entries is not None}
    entries, found = max(counters, default=0), len(frozenset().union(*(p.ids for p in pages)))
    if not counters or (entries == found and len(counters) == 1):
        return
    lacking = tuple(_lacking(pages, codes)) if found < entries else ()
    if lacking or entries != found:
        reason = portal_kinds.lacking(Listed(lacking)) if lacking else portal_kinds.SAVED_APART
        kind = portal_kinds.ENTRIES_COUNTED
        yield at(kind, place, entries=entries, found=found, reason=reason)


def _lacking(pages: Iterable[PortalPage], codes: CodeLists) -> Iterator[Spoken]:
    """Yield the pages of known tabs that were not given, and the tabs of which none was."""
    seen: dict[int, set[int]] = defaultdict(set)
    last: dict[int, int] = defaultdict(int)
    for page in pages:
        if page.tab is not None and page.tab in TABS:
            seen[page.tab].add(page.page)
            last[page.tab] = max(last[page.tab], page.pages)
    for tab, given in seen.items():
        for number in sorted(set(range(1, last[tab] + 1)) - given):
            values = {"page": number, "tab": tab_name(tab, codes)}
            yield Saying("page {page} of the tab “{tab}”", values)
    if others := [tab_name(tab, codes) for tab in TABS if tab not in seen]:
        yield Saying("what stands on the tabs {tabs}", {"tabs": Listed(tuple(others), ", ")})


def tab_name(tab: int, codes: CodeLists) -> Spoken:
    """Return what a tab is called: its body of experts, or that it is everybody's."""
    group = TABS[tab]
    return Named(codes.named("comment-group", group)) if group else Saying("Comments")
