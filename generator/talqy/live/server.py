"""HTTP for one person at work: files of a live site, and word of every change.

No path of a request ever reaches the disk: it is looked up among the addresses of the site. On an
address of this machine alone, only requests that name it are answered: a page of another site must
not read a draft through a name that leads here.
"""

import secrets
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import MimeTypes
from urllib.parse import parse_qs, quote, unquote, urlsplit

from talqy.errors import ConfigurationError
from talqy.live.site import LiveFile, LiveSite
from talqy.model.hosts import host_and_port, is_here
from talqy.project.reasons import reason_of

_OWN = "/_talqy/"
# A browser holds few connections to one host, and each tab keeps one while it waits.
_WAIT = 2.0
_RUN = secrets.token_hex(4)
_HERE = "127.0.0.1"
# The table of Python alone: what a system says of its programs is no kind of ours.
_KINDS = MimeTypes()
# Asks whether there is a newer state, and whether this page is another one in it.
_SCRIPT = """\
(() => {
  const own = document.currentScript.dataset;
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const seen = () => document.hidden
    ? new Promise((done) => document.addEventListener("visibilitychange", done, {once: true}))
    : Promise.resolve();
  (async () => {
    for (;;) {
      await seen();
      try {
        const answer = await fetch(`/_talqy/state?after=${own.state}`, {cache: "no-store"});
        const state = await answer.text();
        if (state === own.state) continue;
        const page = await fetch(location.href, {method: "HEAD", cache: "no-store"});
        if (page.headers.get("ETag") !== `"${own.page}"`) { location.reload(); return; }
        own.state = state;
      } catch (gone) {
        await sleep(1000);
      }
    }
  })();
})();
"""


class LiveServer(ThreadingHTTPServer):
    """Answers at an address; it is taken when the server is made."""

    daemon_threads = True
    # On Windows this would let two programs answer at one address.
    allow_reuse_address = not hasattr(socket, "SO_EXCLUSIVEADDRUSE")

    def __init__(self, address: str, live: LiveSite) -> None:
        port_alone = address.removeprefix(":")
        place = host_and_port(address if ":" in port_alone else f"{_HERE}:{port_alone}", least=0)
        if place is None:
            raise ConfigurationError(
                "“{address}” is no address to show the site at; write it as {example}",
                address=address,
                example=f"{_HERE}:8000",
            )
        self.live, (self.host, port) = live, place
        if ":" in self.host:
            self.address_family = socket.AF_INET6
        try:
            super().__init__((self.host, port), _Handler)
        except OSError as error:
            raise ConfigurationError(
                "the site cannot be shown at {address}: {reason}",
                address=address,
                reason=reason_of(error),
            ) from error

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong with a request; that a browser has left is nothing wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def is_asked_for(self, host: str) -> bool:
        """Return whether a request names this server; the address that is bound decides."""
        if not is_here(str(self.server_address[0])):
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name == self.host.lower() or is_here(name)


class _Handler(BaseHTTPRequestHandler):
    """One request; only GET and HEAD are known."""

    server: LiveServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "talqy", ""

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the file."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http
        """Say nothing: who works on texts reads what is wrong with them."""

    def _answer(self) -> None:
        try:
            asked = urlsplit(self.path)
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"")
            return
        if not self.server.is_asked_for(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif asked.path == f"{_OWN}state":
            after = parse_qs(asked.query).get("after", [""])[0]
            self._send(HTTPStatus.OK, "text/plain", self._state(after).encode())
        elif asked.path == f"{_OWN}live.js":
            self._send(HTTPStatus.OK, "text/javascript", _SCRIPT.encode())
        else:
            self._file(unquote(asked.path).removeprefix("/"))

    def _state(self, after: str) -> str:
        """Return the state of the site, as soon as it is another than the page has."""
        run, _, number = after.partition("-")
        if run != _RUN or not number.isdigit():
            return f"{_RUN}-{self.server.live.number}"
        return f"{_RUN}-{self.server.live.wait(int(number), _WAIT)}"

    def _file(self, path: str) -> None:
        """Answer with a file, or lead to the page in the folder of that name."""
        state = f"{_RUN}-{self.server.live.number}"
        name = path.rpartition("/")[2]
        if name and "." not in name:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{quote(name)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        found = self.server.live.file(path if name else f"{path}index.html")
        status = HTTPStatus.OK if found.is_there else HTTPStatus.NOT_FOUND
        kind = _KINDS.guess_type(found.path)[0] or "application/octet-stream"
        self._send(status, kind, _with_script(found, state), found.digest)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, digest: str = "") -> None:
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        if digest:
            self.send_header("ETag", f'"{digest}"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _with_script(found: LiveFile, state: str) -> bytes:
    """Return a page with the script that waits for changes; other files as they are."""
    if not found.path.endswith(".html"):
        return found.content
    script = (
        f'<script src="{_OWN}live.js" data-state="{state}" data-page="{found.digest}"></script>'
    )
    before, end, after = found.content.rpartition(b"</body>")
    return before + script.encode() + end + after
