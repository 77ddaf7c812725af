"""The proof of work: what the browser has to compute before it sends, and whether it has.

The library `altcha` makes and checks it (PBKDF2 with SHA-256); the number that is looked for is
drawn, so that no device has bad luck. A challenge is bound to the token of its page, and how old it
may be is told by that.
"""

import hashlib
import json
import secrets
from base64 import b64decode
from dataclasses import dataclass

from altcha import Challenge, Payload, create_challenge, verify_solution

from talqy.service.form.tokens import PageToken

_ALGORITHM = "PBKDF2/SHA-256"
_MOST_SIGNS = 4_096
# What a payload of another shape makes of the library that reads it.
_ODD = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)


@dataclass(frozen=True, slots=True)
class ProofWork:
    """How much work is asked for: rounds of one try, and how many tries at least and at most."""

    rounds: int = 1_000
    least: int = 100
    most: int = 200


def challenge_for(token: PageToken, key: bytes, work: ProofWork) -> str:
    """Return what the script of the page reads: a challenge as JSON."""
    counter = work.least + secrets.randbelow(work.most - work.least + 1)
    made = create_challenge(
        _ALGORITHM,
        work.rounds,
        counter=counter,
        data={"page": _named(token)},
        hmac_secret=key,
        hmac_key_secret=key,
    )
    return json.dumps(made.to_dict())


def proven(written: str, token: PageToken, key: bytes) -> str | None:
    """Return the name of the challenge that was solved for the page of a token; None where none."""
    if not written or len(written) > _MOST_SIGNS or not written.isascii():
        return None
    try:
        tree = json.loads(b64decode(written, validate=True))
        payload = Payload.from_dict(tree)
        is_solved = verify_solution(payload, key, hmac_key_secret=key).verified
        return payload.challenge.parameters.nonce if is_solved and _is_of(payload, token) else None
    except _ODD:
        return None


def _is_of(payload: Payload, token: PageToken) -> bool:
    challenge: Challenge = payload.challenge
    return challenge.parameters.data == {"page": _named(token)}


def _named(token: PageToken) -> str:
    """Return a name of a page from which nobody can make its token."""
    return hashlib.sha256(b"page:" + token.nonce).hexdigest()[:32]
