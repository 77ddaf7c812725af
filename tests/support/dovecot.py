"""A real Dovecot for tests: of this machine's package, with a folder of its own, on 127.0.0.1."""

import imaplib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from pwd import getpwuid

from mail_server import certificate
from talqy.service.mailbox.imap_box import MailboxServer, MailboxTls

USER, PASSWORD = "comments@example.kz", "word-of-tests"
_LONGEST_START = 20.0
_WHO = "nobody"
_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/certificate.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = {who}
default_internal_group = {group}
default_login_user = {who}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={who} gid={group} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
}}
"""


@dataclass
class Dovecot:
    """A server: `mailbox` is how it is reached with TLS; each test has a user of its own."""

    folder: Path
    mailbox: MailboxServer
    plain_port: int
    users: int = 0
    _seen: list[str] = field(default_factory=list)

    def another_user(self) -> MailboxServer:
        """Return the mailbox of somebody who has no messages yet."""
        self.users += 1
        return replace(self.mailbox, user=f"user{self.users}@example.kz")

    def put(self, server: MailboxServer, data: bytes, folder: str = "INBOX") -> None:
        """Let a message come into a mailbox."""
        with self.asking(server) as client:
            status, said = client.append(f'"{folder}"', "", "", data)
            assert status == "OK", said

    def messages(self, server: MailboxServer, folder: str = "INBOX") -> list[bytes]:
        """Return the messages in a folder."""
        with self.asking(server) as client:
            status, _ = client.select(f'"{folder}"', readonly=True)
            if status != "OK":
                return []
            _, found = client.search(None, "ALL")
            parts = [client.fetch(one, "(BODY.PEEK[])")[1][0] for one in found[0].split()]
            return [part[1] for part in parts if isinstance(part, tuple)]

    @contextmanager
    def asking(self, server: MailboxServer) -> Iterator[imaplib.IMAP4]:
        """Sign in as the mail program of a person does."""
        client = imaplib.IMAP4("127.0.0.1", self.plain_port)
        try:
            client.login(server.user, server.password)
            yield client
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                client.logout()


@contextmanager
def a_dovecot() -> Iterator[Dovecot]:
    """Make a server, start it, and take all of it away at the end."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program, "dovecot is not here: “make dovecot” installs it"
    folder = Path(tempfile.mkdtemp(prefix="talqy-imap-"))
    folder.chmod(0o755)
    try:
        _, context = certificate(folder)
        who = _WHO if os.geteuid() == 0 else getpwuid(os.geteuid()).pw_name
        plain, tls = _free_port(), _free_port()
        group = "nogroup" if os.geteuid() == 0 else str(os.getegid())
        (folder / "mail").mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder / "mail", who, group)
        config = folder / "dovecot.conf"
        said = {"folder": folder, "who": who, "group": group, "plain": plain, "tls": tls}
        config.write_text(_CONFIG.format(**said, password=f"{{PLAIN}}{PASSWORD}"))
        server = MailboxServer("localhost", tls, USER, PASSWORD, MailboxTls.TLS, context=context)
        process = subprocess.Popen([program, "-F", "-c", str(config)], start_new_session=True)
        try:
            _wait(plain, process, folder / "log")
            yield Dovecot(folder, server, plain)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(_LONGEST_START)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _LONGEST_START
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as asked:
            if asked.recv(4).startswith(b"* OK"):
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text() if log.is_file() else "dovecot does not answer")
