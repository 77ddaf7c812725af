"""One language for all that is said: nothing that a command prints is left in English."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from builders import STANDARD, a_project, write, write_project
from msgids import said_in
from said_words import commands, helps, printed_as_written, sentences, words_of_click
from talqy.cli.main import main

LATIN = re.compile(r"[A-Za-z]{2,}")
# What no language translates: programs, formats, names of signs and files, and words of examples.
NAMES = {
    *("talqy", "git", "MkDocs", "Material", "Babel", "Jinja", "Word", "Excel", "Windows", "README"),
    *("JSON", "HTML", "Markdown", "CSV", "YAML", "Ctrl", "BASE", "HEAD", "TALQY", "LANGUAGE"),
    *("ID", "QR", "PDF", "COLOR", "pull", "request", "rN", "branch", "ministry", "justice"),
    *("Akoma", "Ntoso", "XML"),
}
# Words of click that only a program with a mistake in it, or none of our commands, can bring up.
NEVER_SAID = {
    *("d", "{editor}: Editing failed", "{editor}: Editing failed: {e}", "deprecated"),
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to pass '--{name}'?",  # noqa: E501
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    *("Do you want to continue?", "Confirm the action without prompting."),
    *("%(prog)s, version %(version)s", "Show the version and exit."),
    *("Invalid start character for option ({option})", "Press any key to continue..."),
    *("Unknown color {colour!r}", "Choice({choices})", "{value!r} is not a valid UUID."),
}
WRONG = (
    (("chek",), "chek"),
    (("check", "--oops"), "--oops"),
    (("check", "--format"), "--format"),
    (("check", "--format", "xml"), "xml"),
    (("check", "--today", "tomorrow"), "tomorrow"),
    (("check", "--project", "nowhere"), "nowhere"),
    (("check", "--profile", "single"), "--pull-request"),
    (("check", "more"), "more"),
    (("check", "--strict=yes"), "--strict"),
    (("diff",), "--pull-request"),
    (("diff", "nothing"), "nothing"),
    (("diff", STANDARD, "r9"), "r9"),
    (("diff", STANDARD, "--language", "fi"), "fi"),
    (("report",), ""),
    (("report", STANDARD, "r1", "--to"), "--to"),
    (("merge",), "--all"),
    (("verify", "nothing"), "nothing"),
    (("export", "figures"), "--quarter"),
    (("export", "figures", "--quarter", "x"), "x"),
    (("new", "standard", "No Slug"), "No Slug"),
    (("new", "standard", "good", "--authority", "nobody"), "nobody"),
    (("new", "standard", STANDARD), STANDARD),
    (("new", "revision", STANDARD, "--kind", "sudden"), "sudden"),
    (("respond", "nothing", "--outcome", "noted"), "nothing"),
    (("comment", "import", "--standard", STANDARD), ""),
    (("comment", "import", "nowhere.eml", "--standard", STANDARD), "nowhere.eml"),
    (("comment", "redact", "nothing"), "--words"),
    (("new", "comment", STANDARD), "--text"),
    (("build", "--project", ".", "--to", "standards"), "standards"),
)


def talqy(*words: str, language: str = "", env: dict[str, str] | None = None) -> Result:
    """Run a command as a person does; `language` is that of the program."""
    asked = ("--language", language) if language else ()
    return CliRunner().invoke(main, [*asked, *words], env=env, prog_name="talqy")


def in_english(said: str, *known: str) -> list[str]:
    """Return the Latin words of an output that name no option, file, code or program."""
    said = re.sub(r"«[^»]*»|'[^']*'|--[\w-]+|\[[\w|.-]+\]|\S*[./=_:]\S*", " ", said)
    names = NAMES | {name for words in known for name in LATIN.findall(words)}
    return [word for word in LATIN.findall(said) if word not in names]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_sentence_and_every_help_text_is_translated(language: str) -> None:
    known = said_in(language, "problem")
    wanted = {**sentences(), **helps()}
    assert {words: place for words, place in wanted.items() if words not in known} == {}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_word_of_click_that_can_come_up_is_translated(language: str) -> None:
    known = said_in(language, "click").keys() | NEVER_SAID
    assert {w: module for w, module in words_of_click().items() if w not in known} == {}


def test_nothing_is_printed_that_no_catalogue_hears_of() -> None:
    assert printed_as_written() == []


def test_every_option_and_argument_is_one_that_speaks() -> None:
    silent = [
        (name, param.name)
        for name, command in commands()
        for param in command.params
        if type(param) in (click.Option, click.Argument)
        or (isinstance(param.type, click.Path) and type(param.type) is click.Path)
    ]
    assert silent == []


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[n for n, _ in commands()])
def test_help_is_in_one_language(name: str, command: click.Command, language: str) -> None:
    shown = talqy(*name.split()[1:], "--help", language=language)
    assert shown.exit_code == 0
    parts = command.commands if isinstance(command, click.Group) else {}
    codes = [str(c) for p in command.params for c in getattr(p.type, "choices", ())]
    defaults = [str(param.default) for param in command.params]
    assert in_english(shown.output, name, *parts, *codes, *defaults, *EXAMPLES) == []


EXAMPLES = (
    "kk ru en",
    "in force in-force",
    "family documents term fee birth-registration main",
    "email web text both",
)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("words", "named"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_wrong_use_is_said_in_one_language(
    words: tuple[str, ...], named: str, language: str, project: Path
) -> None:
    refused = talqy(*words, language=language)
    assert refused.exit_code == 2
    assert named in refused.output
    codes = [str(c) for _, each in commands() for p in each.params for c in _choices(p)]
    names = [name for name, _ in commands()]
    assert (
        in_english(refused.output, *words, *codes, *names, "kk ru both", str(project), STANDARD)
        == []
    )
    assert refused.output != talqy(*words, language="en").output


def _choices(param: click.Parameter) -> tuple[str, ...]:
    return tuple(getattr(param.type, "choices", ()))


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("words", [(), ("comment",), ("export",), ("new",), ("respond",)])
def test_a_list_of_commands_says_each_line_to_its_end(
    words: tuple[str, ...], language: str
) -> None:
    """What is too long for its line would end in dots."""
    assert "..." not in talqy(*words, "--help", language=language).output.partition("\n\n")[2]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_a_person_fills_in_has_one_name(language: str) -> None:
    """A help text speaks of STANDARD by the name that stands in the line of its use."""
    known = said_in(language, "problem")
    named = [
        (name, known[words][0])
        for words in helps()
        for name in re.findall(r"(?<!\.)\b[A-Z]{4,}\b", words)
        if not words.isupper() and name in known
    ]
    assert named
    assert [words for name, words in named if known[name][0][:4] not in words] == []


# --- who chooses --------------------------------------------------------------------------------

SAID = {"kk": "қателер: 0, ескертулер: 0", "ru": "ошибок: 0, предупреждений: 0", "en": "errors: 0"}


@pytest.mark.parametrize(
    ("program", "command", "variable", "messages", "locale", "spoken"),
    [
        ("kk", "ru", "en", "en", "en", "kk"),
        ("", "ru", "kk", "kk", "kk", "ru"),
        ("", "", "ru", "kk", "kk", "ru"),
        ("", "", "", "kk", "ru", "kk"),
        ("", "", "", "", "ru_RU.UTF-8", "ru"),
        ("", "", "", "", "kk_KZ", "kk"),
        ("", "", "", "", "de_DE.UTF-8", "en"),
        ("", "", "", "", "C", "en"),
        ("", "", "", "tr", "ru", "ru"),
    ],
)
def test_the_language_is_chosen_in_one_order(  # noqa: PLR0913, PLR0917 - who has a say
    program: str,
    command: str,
    variable: str,
    messages: str,
    locale: str,
    spoken: str,
    tmp_path: Path,
) -> None:
    own = a_project(**({"messages": messages} if messages else {}))
    root = write_project(tmp_path / "project", project=own)
    words = ("check", "--project", str(root), *(("--language", command) if command else ()))
    env = {"TALQY_LANGUAGE": variable, "LC_ALL": "", "LC_MESSAGES": "", "LANG": locale}
    said = talqy(*words, language=program, env=env).output
    assert SAID[spoken].partition(":")[0] in said
    assert ("F33" in said) is (messages == "tr")


def test_the_first_variable_of_the_locale_that_is_set_decides(project: Path) -> None:
    env = {"LC_ALL": "", "LC_MESSAGES": "kk_KZ.UTF-8", "LANG": "ru_RU.UTF-8"}
    assert SAID["kk"] in talqy("check", env=env).output


@pytest.mark.parametrize("where", ["option", "variable"])
def test_a_language_without_words_is_refused(where: str, project: Path) -> None:
    env = {"TALQY_LANGUAGE": "fi"} if where == "variable" else {}
    refused = talqy("check", language="fi" if where == "option" else "", env=env)
    assert refused.exit_code == 2
    assert "no words in the language “fi”; known: en, kk, ru" in refused.output


def test_a_project_that_cannot_be_read_is_complained_of_in_its_language(project: Path) -> None:
    write(project, "standards/project.yaml", 'messages: ru\nname: "Суд\n')
    assert "кавычка, которая открывает текст, не закрыта" in talqy("check").output


def test_a_document_may_be_in_another_language_than_what_is_said_of_it(project: Path) -> None:
    words = ("new", "comment", STANDARD, "--language", "kk", "--clause", "99", "--kind", "change")
    both = talqy(*words, "--text", "Мерзім ұзақ.", "--consent", language="ru").output
    assert "ештеңе жазылған жоқ" in both  # its author is spoken to in the language of the comment
    refused = talqy("diff", STANDARD, "--language", "fi", language="ru").output
    assert "языка «fi» нет среди языков сайта" in refused


def test_a_pull_request_is_judged_in_our_own_words(project: Path) -> None:
    """A stranger's branch may bring a catalogue that says that all is well."""
    write(
        project,
        "site_templates/messages/ru.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "problem"\nmsgid "the folder is in no git repository"\nmsgstr "все хорошо"\n',
    )
    said = talqy("check", "--pull-request", "a..b", language="ru").output
    assert "репозитори" in said
