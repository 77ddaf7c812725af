"""The account that a proxy names in a head, and what no head can name."""

MOST_BYTES = 200
"""So long an account may be."""


def account_of(head: str) -> str:
    """Return the account of a head, which is read as Latin-1: its bytes may be UTF-8 all the same.

    Sign-ins write UTF-8, and proxies pass the bytes on.
    """
    try:
        return head.encode("latin-1").decode()
    except UnicodeDecodeError:
        return head


def can_be_named(account: str) -> bool:
    """Return whether a head can carry an account: blanks around it are lost on the way."""
    return account == account.strip() and 0 < len(account.encode()) <= MOST_BYTES
