"""The addresses of the service that letters lead to."""

LETTERS = "letters"
CONFIRM, LEAVE = f"{LETTERS}/confirm", f"{LETTERS}/leave"


def confirm_link(base: str, addressee: str, sign: str) -> str:
    """Return where an address is confirmed; `base` ends with a stroke."""
    return f"{base}{CONFIRM}/{addressee}/{sign}"


def leave_link(base: str, addressee: str, sign: str) -> str:
    """Return where letters are ended."""
    return f"{base}{LEAVE}/{addressee}/{sign}"


def in_language(link: str, language: str) -> str:
    """Return a link of a letter that opens in the language of the letter."""
    return f"{link}?language={language}"
