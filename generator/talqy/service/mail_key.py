"""The key of a comment that came by mail: told in the reply, made anew for it, never kept."""

import hmac

from talqy.service.form.comment_key import key_of_bytes
from talqy.service.keys import Keys


def mail_key(keys: Keys, comment: str, origin: str) -> str:
    """Return the key of a comment of a message, by the number of the message."""
    said = f"{comment} {origin}".encode("utf-8", "replace")
    return key_of_bytes(hmac.digest(keys.of("comment of a message"), said, "sha256"))
