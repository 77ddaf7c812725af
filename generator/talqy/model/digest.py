"""How a digest is written, and which bytes it is over."""

from hashlib import sha256


def as_digest(found: bytes) -> str:
    """Return a hash as it is written: `sha256:…`."""
    return f"sha256:{found.hex()}"


def digest_of_bytes(data: bytes) -> str:
    """Return the digest of bytes as they are: pictures, papers, parts of archives."""
    return as_digest(sha256(data).digest())


def digest_of_text_file(data: bytes) -> str:
    """Return the digest of a file of text with line ends LF: what `sha256sum` prints of it in git.

    Git for Windows and editors write CRLF into a working tree, and the file is still the same one.
    """
    return digest_of_bytes(data.replace(b"\r\n", b"\n"))


def key_of(*values: str) -> str:
    """Return one digest over texts in their order; no two lists of texts have the same one."""
    digest = sha256()
    for value in values:
        data = value.encode("utf-8", "surrogateescape")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
