"""Words between which no line ends, typed as TeX has them: 19~июня~2026~года."""


def held(typed: str) -> str:
    """Return words with the space that holds them where a tilde was typed."""
    return typed.replace("~", "\u00a0")
