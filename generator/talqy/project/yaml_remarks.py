"""The remarks of a YAML file: what stands behind “#” beside its values."""

import re

import yaml

_REMARK = re.compile(r"#.*")


def remarks(text: str) -> list[str]:
    """Return the remarks of a file that can be read, each from its sign to the end of the line."""
    found, at = list[str](), 0
    for token in yaml.scan(text, Loader=yaml.CLoader):
        start, end = token.start_mark.index, token.end_mark.index
        found += _REMARK.findall(text[at:start])
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            found += _REMARK.findall(text[start:end].partition("\n")[0])
        at = max(at, end)
    return [*found, *_REMARK.findall(text[at:])]
