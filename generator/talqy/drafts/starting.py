"""What a new project starts with: the site's name and the prose pages, by language."""

from collections.abc import Iterator, Sequence

from talqy.language.catalogue import catalogue
from talqy.project.shipped import shipped_templates


def site_names(languages: Sequence[str]) -> dict[str, str]:
    """Return the usual name of such a site, in the languages that come with the tool."""
    folder = shipped_templates() / "messages"
    return {
        language: catalogue(language, [folder])("Discussion of draft standards of public services")
        for language in languages
        if (folder / f"{language}.po").is_file()
    }


def shipped_prose(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the prose pages that come with the tool, by their path below `pages/`.

    A language that we have none in gets an empty folder, so that its people see where theirs go.
    """
    for language in languages:
        found = sorted((shipped_templates() / "pages" / language).glob("*.md"))
        for page in found:
            yield f"{language}/{page.name}", page.read_text("utf-8")
        if not found:
            yield f"{language}/.gitkeep", ""
