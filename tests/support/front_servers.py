"""nginx and Caddy themselves, run as the examples in docs/deploy have them."""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from certificates import a_certificate
from working import free_address

PLACES = "/usr/sbin:/sbin:/usr/bin:/bin:/usr/local/bin"


@contextmanager
def running(line: list[str], address: str, cwd: Path, **more: str) -> Iterator[Path]:
    """Run something that listens at an address, and give the file of what it says."""
    said = cwd / f"{secrets.token_hex(4)}.log"
    with (
        said.open("wb") as out,
        subprocess.Popen(
            line, stdout=out, stderr=out, cwd=cwd, env={**os.environ, **more}
        ) as process,
    ):
        try:
            until = time.monotonic() + 60
            while not answers(address):
                assert process.poll() is None, said.read_text("utf-8")
                assert time.monotonic() < until
                time.sleep(0.1)
            yield said
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def answers(address: str) -> bool:
    """Return whether somebody listens."""
    host, _, port = address.rpartition(":")
    with socket.socket() as asking:
        return asking.connect_ex((host, int(port))) == 0


def nginx(folder: Path, text: str, host: str, secure: str) -> list[str]:
    """Write an example of nginx, for an address of ours; return the line that runs it."""
    certificate, key = a_certificate(folder, host)
    text = re.sub(r"/etc/ssl/[\w-]+/fullchain\.pem", str(certificate), text)
    text = re.sub(r"/etc/ssl/[\w-]+/key\.pem", str(key), text)
    text = re.sub(r"listen \[::\].*;", "", text).replace("listen 443", f"listen {secure}")
    text = text.replace("listen 80;", f"listen {free_address()};")
    own = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"events {{}}\nhttp {{ {own} access_log off;\n{text}\n}}\n"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    options = f"daemon off; pid {folder}/pid; error_log stderr;"
    if os.geteuid() == 0:
        options += " user root;"
    return [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", options]


def caddy(folder: Path, text: str, host: str, secure: str) -> list[str]:
    """Write an example of Caddy, for an address of ours; return the line that runs it."""
    certificate, key = a_certificate(folder, host)
    port = secure.rpartition(":")[2]
    here = f"{host}:{port} {{\n\ttls {certificate} {key}\n\tbind 127.0.0.1"
    own = f"{{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system {folder}\n}}\n"
    whole = own + text.replace(f"{host} {{", here)
    (folder / "Caddyfile").write_text(whole, "utf-8")
    line = ["run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    return [program("caddy"), *line]


def program(name: str) -> str:
    """Return where a program of the system is."""
    found = shutil.which(name, path=PLACES)
    assert found, f"{name} is not here: “make servers” installs it"
    return found
