"""What commands say: every sentence of theirs in the code, every help text, every word of click."""

import ast
import inspect
import pkgutil
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

import click

import talqy.service
from msgids import CODE
from talqy.cli import words
from talqy.cli.main import main
from talqy.cli.words import PLACEHOLDER, help_paragraphs
from talqy.errors import TalqyError
from talqy.project.reasons import REASONS

# Who says a sentence: its words are written out where one of these is called.
COMMANDS = {"say", "tell", "WrongUseError"}
SAYING = {"Saying", "_of_mkdocs"}
# Where the sentence comes from elsewhere: the plumbing itself.
PLUMBING = {
    *("errors.py", "cli/speech.py", "cli/words.py", "host.py", "mkdocs_plugin.py"),
    "project/reasons.py",
    "rules/periods.py",  # its words are names of stages, which have a test of their own
}


def commands(of: click.Command = main, name: str = "talqy") -> Iterator[tuple[str, click.Command]]:
    """Yield the program, its groups and its commands with their full names."""
    yield name, of
    if isinstance(of, click.Group):
        for part, command in of.commands.items():
            yield from commands(command, f"{name} {part}")


@cache
def sentences() -> dict[str, str]:
    """Return every sentence that is said, and the place in the code that says it."""
    for module in pkgutil.walk_packages(talqy.service.__path__, "talqy.service."):
        import_module(module.name)  # no other command loads it, and its errors are known by then
    names = SAYING | {error.__name__ for error in _errors(TalqyError)}
    found = dict.fromkeys(REASONS, "project/reasons.py")
    trees = {file: ast.parse(file.read_text("utf-8")) for file in sorted(CODE.rglob("*.py"))}
    constants = {file: _constants(tree) for file, tree in trees.items()}
    everywhere: dict[str, list[ast.expr]] = {}
    for name, value in ((n, v) for of in constants.values() for n, v in of.items()):
        everywhere.setdefault(name, []).extend(value)
    for file, tree in trees.items():
        place = file.relative_to(CODE).as_posix()
        # What the plumbing is given has a name of its own wherever it comes from.
        others = {} if place in PLUMBING else everywhere
        known = ChainMap(constants[file], others)
        here = names | COMMANDS if place.startswith("cli/") else names
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _name(call.func) in here and call.args:
                said = list(_texts(call.args[0], known))
                assert said or place in PLUMBING, f"{place}:{call.lineno}: words by no name"
                found |= dict.fromkeys(said, f"{place}:{call.lineno}")
    return {words: place for words, place in found.items() if words}


@cache
def helps() -> dict[str, str]:
    """Return every paragraph of help, and every name of what a person fills in."""
    found: dict[str, str] = {}
    for name, command in commands():
        context = click.Context(command, info_name=name)
        texts = [command.help_words, *(getattr(p, "help_words", None) for p in command.params)]  # type: ignore[attr-defined]
        for text in filter(None, texts):
            found |= dict.fromkeys(help_paragraphs(text), name)
        usage = " ".join([*command.collect_usage_pieces(context), "OPTIONS COMMAND ARGS"])
        shown = [usage, *(_shown_name(param, context) for param in command.params)]
        found |= {word: name for part in shown for word in PLACEHOLDER.findall(part)}
    return found


def _shown_name(param: click.Parameter, context: click.Context) -> str:
    return "" if getattr(param, "is_flag", False) else param.make_metavar(context)


@cache
def words_of_click() -> dict[str, str]:
    """Return every word that the installed click says, by the module that says it."""
    found = {}
    for module in words.ASKING:
        for call in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(call, ast.Call) and _name(call.func) in ("_", "ngettext"):
                first = call.args[0]
                if isinstance(first, ast.Constant):
                    found[str(first.value)] = module.__name__
    return found


def printed_as_written() -> list[str]:
    """Return what commands print without saying it: words that no catalogue hears of."""
    found = []
    for file in sorted((CODE / "cli").glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _name(call.func) in _PRINTING:
                parts = [text for argument in call.args for text in _written(argument)]
                found += [f"{file.name}:{call.lineno}: {text}" for text in parts]
    return found


_PRINTING = {"echo", "prompt", "confirm", "UsageError", "ClickException", "BadParameter", "fail"}
_TRANSLATING = {"consent_sentence", "say", "said", "translate", "formatted", "reported", "words"}


def _written(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Call) and _name(argument.func) in _TRANSLATING:
        return
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        words = argument.value.split()
        if "talqy" not in words and any(len(word) > 1 and word.isalpha() for word in words):
            yield argument.value
        return
    for part in ast.iter_child_nodes(argument):
        if isinstance(part, ast.expr):
            yield from _written(part)


def _errors(base: type[TalqyError]) -> Iterator[type[TalqyError]]:
    for error in base.__subclasses__():
        yield error
        yield from _errors(error)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _constants(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Return what names stand for, in a module and in its functions."""
    known: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            known.setdefault(node.targets[0].id, []).append(node.value)
    return known


def _texts(
    node: ast.expr, known: Mapping[str, list[ast.expr]], passed: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Yield the words that an expression may be; names that were passed stand for nothing more."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, known, passed)
        yield from _texts(node.orelse, known, passed)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value, known, passed)
    elif isinstance(node, ast.Subscript):
        yield from _texts(node.value, known, passed)
    elif isinstance(node, ast.Name) and node.id not in passed:
        for value in known.get(node.id, []):
            yield from _texts(value, known, passed | {node.id})
