"""A mail server of the tests' own, on this machine: what it took, and what it answers."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from talqy.service.messages.post import MailServer, Tls


@dataclass
class Mailbox:
    """Letters that came, as bytes; answers are given in their order, then all is taken."""

    server: MailServer
    letters: list[bytes] = field(default_factory=list)
    to: list[list[str]] = field(default_factory=list)
    answers_to_address: list[str] = field(default_factory=list)
    answers_to_words: list[str] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)

    @property
    def messages(self) -> list[EmailMessage]:
        """The letters as a mail program reads them."""
        return [message_from_bytes(one, policy=default) for one in self.letters]

    async def handle_RCPT(  # noqa: N802 - as aiosmtpd has it
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        """Answer to an address."""
        if self.answers_to_address and not (said := self.answers_to_address.pop(0)).startswith("2"):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a letter."""
        if self.answers_to_words and not (said := self.answers_to_words.pop(0)).startswith("2"):
            return said
        self.letters.append(cast("bytes", envelope.content))
        self.to.append(list(envelope.rcpt_tos))
        return "250 OK"

    def authenticate(self, _: object, __: object, ___: object, ____: str, data: Any) -> AuthResult:
        """Let one name with one password in."""
        self.signed_in.append(data.login.decode())
        return AuthResult(success=data.password == b"word", handled=False)


@contextmanager
def a_mail_server(
    server: MailServer | None = None, server_context: Any = None, *, asks_name: bool = False
) -> Iterator[Mailbox]:
    """Let a server listen on this machine."""
    box = Mailbox(server or MailServer("127.0.0.1", 0, Tls.NONE))
    more: dict[str, Any] = {}
    if server_context and box.server.tls is Tls.STARTTLS:
        more["tls_context"] = server_context
    if server_context and box.server.tls is Tls.TLS:
        more["ssl_context"] = server_context
    if asks_name:
        more |= {"authenticator": box.authenticate, "auth_require_tls": False}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    box.server = replace(box.server, port=port)
    controller = Controller(box, hostname="127.0.0.1", port=port, **more)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def certificate(folder: Path, name: str = "localhost") -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what a server shows of itself, and what a client holds it to."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    no_word = serialization.NoEncryption()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no_word
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ours.load_cert_chain(file)
    return ours, ssl.create_default_context(cafile=str(file))
