"""Keys of the service, each for one purpose, all from the one secret of its environment."""

import hmac
from dataclasses import dataclass, field

SHORTEST_SECRET = 32
"""So many signs a secret has at least: `openssl rand -hex 32` prints 64."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes keys: what one of them has sealed, no other one opens."""

    secret: str = field(repr=False)

    def of(self, purpose: str) -> bytes:
        """Return the key of a purpose, 32 bytes, always the same while the secret is."""
        # HKDF with the secret as it is: it is random already (RFC 5869, 3.3).
        return hmac.digest(self.secret.encode(), f"talqy service: {purpose}\x01".encode(), "sha256")
