"""Install the tool from this folder, without a network: python install.py [FOLDER].

It looks at the digest of each file, makes an environment of its own in FOLDER, and lets pip install
what `requirements.txt` names, by digest, from `wheels/` and from nowhere else. It is written for
older Pythons too, so that it can say that one is too old.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
SAID = {
    "python": (
        "Python нұсқасы сәйкес келмейді: {0}. Мына нұсқалардың бірі керек: {1}.",
        "Эта версия Python не подходит: {0}. Нужна одна из версий: {1}.",
        "This version of Python does not fit: {0}. One of these is needed: {1}.",
    ),
    "system": (
        "Бұл жинақ басқа жүйеге арналған: {0}.",
        "Этот комплект для другой системы: {0}.",
        "This bundle is for another system: {0}.",
    ),
    "damaged": (
        "Файл бүлінген немесе жоқ: {0}. Жинақты қайта көшіріп алыңыз.",
        "Файл повреждён или отсутствует: {0}. Скопируйте комплект заново.",
        "A file is damaged or missing: {0}. Copy the bundle anew.",
    ),
    "taken": (
        "Қалтада басқа файлдар бар: {0}. Бос қалтаны көрсетіңіз.",
        "В папке лежат другие файлы: {0}. Укажите пустую папку.",
        "Something else is in the folder: {0}. Name an empty one.",
    ),
    "failed": (
        "Орнату аяқталмады: {0}.",
        "Установка не завершена: {0}.",
        "Nothing was installed: {0}.",
    ),
    "done": (
        "Talqy {0} орнатылды: {1}",
        "Talqy {0} установлена: {1}",
        "Talqy {0} is installed: {1}",
    ),
}


class Refused(Exception):  # noqa: N818
    """Why nothing is installed: a key of what is said, and its values."""


def bundle() -> dict[str, Any]:
    """Return what this bundle says of itself."""
    said: dict[str, Any] = json.loads((HERE / "bundle.json").read_text("utf-8"))
    return said


def look_at_python(said: dict[str, Any]) -> None:
    """Refuse a Python or a system that this bundle has nothing for."""
    if said["platform"] != sys.platform or said["machine"] != platform.machine():
        raise Refused("system", "{platform}, {machine}".format(**said))
    here = "{}.{}".format(*sys.version_info)
    if here not in said["pythons"]:
        raise Refused("python", here, ", ".join(said["pythons"]))


def look_at_files() -> None:
    """Refuse a bundle of which a file is missing or is not what it was."""
    for line in (HERE / "SHA256SUMS").read_text("utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        file = HERE / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            raise Refused("damaged", name)


def place(words: list[str]) -> Path:
    """Return the folder of the environment; it is empty, new, or an environment of before."""
    if words:
        folder = Path(words[0]).absolute()
    elif WINDOWS:
        folder = Path(os.environ["LOCALAPPDATA"]) / "Talqy"
    else:
        folder = Path.home() / ".local" / "share" / "talqy-tool"
    if folder.exists() and not (folder / "pyvenv.cfg").exists() and os.listdir(str(folder)):
        raise Refused("taken", folder)
    return folder


def install(folder: Path) -> Path:
    """Make the environment, fill it, and return the command; half an environment is not left."""
    try:
        venv.EnvBuilder(clear=True, symlinks=not WINDOWS).create(str(folder))
        return fill(folder)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(str(folder), ignore_errors=True)
        raise


def fill(folder: Path) -> Path:
    """Let pip install what is locked, and return the command."""
    programs = folder / ("Scripts" if WINDOWS else "bin")
    (pip,) = (HERE / "wheels").glob("pip-*.whl")
    # No setting of this machine leads pip to an index.
    line = [str(programs / "python"), "-I", str(pip / "pip"), "--isolated", "--no-cache-dir"]
    here = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    wheels = ["--no-index", "--find-links", str(HERE / "wheels")]
    locked = ["--no-deps", "--require-hashes", "-r", str(HERE / "requirements.txt")]
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([*line, "install", *quiet, *wheels, *locked], check=True, env=here)
    subprocess.run([*line, "check", *quiet], check=True, env=here)
    return programs / ("talqy.exe" if WINDOWS else "talqy")


def link(command: Path) -> Path:
    """Put the command where shells look for it, unless something else has that name there."""
    place = Path.home() / ".local" / "bin" / "talqy"
    if place.is_symlink() and os.readlink(str(place)) == str(command):
        return place
    if place.exists() or place.is_symlink():
        return command
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(command)
    return place


def say(key: str, *values: object) -> None:
    """Say something in Kazakh, in Russian and in English."""
    for words in SAID[key]:
        print(words.format(*values))


def main(words: list[str]) -> int:
    """Install, and return the status."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        said = bundle()
        look_at_python(said)
        look_at_files()
        command = install(place(words))
    except Refused as why:
        say(*why.args)
        return 2
    except (OSError, subprocess.CalledProcessError) as why:
        say("failed", why)
        return 1
    say("done", said["version"], command if words or WINDOWS else link(command))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
