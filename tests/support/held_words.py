"""Words between which no line ends, typed as TeX has them: 19~июня~2026~года, 2-~редакция, –~23.

A range of numbers is 10~–23.
"""


def held(typed: str) -> str:
    """Return words with the sign that holds them where a tilde was typed."""
    ranges = typed.replace("~–", "–\u2060")
    return ranges.replace("-~", "\u2011").replace("–~", "–\u2060~").replace("~", "\u00a0")
