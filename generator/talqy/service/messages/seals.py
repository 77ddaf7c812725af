"""Addresses under a seal, and the links of letters that nobody can guess.

All keys come from the secret of the service: a copy of the queue alone tells no address, and
makes no link.
"""

import hmac
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from talqy.errors import TalqyError
from talqy.service.keys import Keys

_NONCE = 12
_SIGNS = 32


class SealBrokenError(TalqyError):
    """An address cannot be read: the secret of the service is another one than before."""


@dataclass(frozen=True, slots=True)
class Seals:
    """Seals addresses, and signs links."""

    keys: Keys

    def person(self, address: str) -> str:
        """Return by what an address is known again; capitals are no difference to people."""
        key = self.keys.of("who gets letters")
        return hmac.digest(key, address.lower().encode(), "sha256").hex()

    def sealed(self, address: str, addressee: str) -> bytes:
        """Return an address that only the secret opens, and only for one addressee."""
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(self.keys.of("addresses"))
        return nonce + cipher.encrypt(nonce, address.encode(), addressee.encode())

    def opened(self, sealed: bytes, addressee: str) -> str:
        """Return an address that was sealed for an addressee."""
        cipher = AESGCM(self.keys.of("addresses"))
        try:
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], addressee.encode()).decode()
        except InvalidTag as error:
            raise SealBrokenError(
                "an address for letters cannot be read: TALQY_SERVICE_SECRET is another one than "
                "before"
            ) from error

    def leave(self, addressee: str) -> str:
        """Return the sign that ends letters: the same in each of them."""
        return self._sign("leave", addressee)

    def confirm(self, addressee: str, asked: str) -> str:
        """Return the sign that confirms an address: another one each time that it is asked for."""
        return self._sign("confirm", f"{addressee} {asked}")

    def _sign(self, purpose: str, what: str) -> str:
        key = self.keys.of(f"letters: {purpose}")
        return hmac.digest(key, what.encode(), "sha256").hex()[:_SIGNS]


def is_same(sign: str, wanted: str) -> bool:
    """Return whether two signs are the same, in a time that tells nothing."""
    return hmac.compare_digest(sign.encode("utf-8", "replace"), wanted.encode())


def new_addressee() -> str:
    """Return the id of a new addressee: 128 random bits."""
    return secrets.token_hex(16)
