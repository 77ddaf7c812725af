"""Heads of reasons: the author's own, or those of the authority for what it decided.

«Обоснование» beside «Замечание» gives the author's reasons: they follow the remark. Beside a column
of what the authority says («Позиция разработчика») they are its own; beside one that may be such
(«Учтено», «Статус») nobody knows whose they are. Where no column holds a comment, they are it.
"""

import re
from collections.abc import Sequence

from talqy.comments.patterns import late

NAMES = (
    *("reason", "rationale", "justification", "reasons", "reasoning", "обоснование", "обоснования"),
    *("аргументация", "аргументы", "доводы", "причина", "причины", "мотивировка", "негіздеме"),
    *("обоснование замечания", "обоснование предложения", "обоснование замечания/предложения"),
    *("обоснование изменения", "обоснование изменений", "причина замечания", "негіздемесі"),
    *("обоснование предлагаемых изменений", "негіздеу", "дәлел", "дәлелдер", "дәлелдеме", "себеп"),
    *("себебі", "ескертпенің негіздемесі", "ұсыныстың негіздемесі", "өзгерістің негіздемесі"),
)
"""The names of such columns, as the guide prints them."""

_DECIDES = late(
    r"\b(?:ответ|позици|решени|принят|учтен|учтён|уч[её]т|результат|рассмотр|статус|отклон|вывод"
    r"|итог|заключени|разработчик|жауап|шешім|ұстаным|қабылда|ескеріл|нәтиже|қарау|мәртебе"
    r"|response|decision|decided|accepted|resolution|disposition|status|outcome)"
    r"|комментари\w* (?:разработчик|орган|министерств)",
    re.IGNORECASE,
)
_LONGEST = 300


def settled_reasons(
    heads: Sequence[str], reasons: Sequence[int], fields: Sequence[str], *, of_authority: bool
) -> list[str]:
    """Return fields of heads, where those at `reasons` are not settled yet.

    `of_authority`: one of the heads is the authority's for sure.
    """
    settled = list(fields)
    for at in reasons:
        settled[at] = "observations" if of_authority else ""
    if not reasons or of_authority:
        return settled
    if "text" not in settled and len(reasons) == 1:
        settled[reasons[0]] = "text"
    elif not any(_may_decide(heads[at], field) for at, field in enumerate(fields)):
        for at in reasons:
            settled[at] = "reason"
    return settled


def _may_decide(head: str, field: str) -> bool:
    """Return whether the authority may write below a head of which nothing is taken."""
    return field in {"", "observations"} and bool(_DECIDES.search(head[:_LONGEST]))
