"""Files of words of the search index, as the browser reads them."""


def read(file: bytes) -> dict[str, str]:
    """Return the words of a file, and what is told of each."""
    heads, told = (row.split(" ") for row in file.decode().split("\n"))
    words: list[str] = []
    for head in heads:
        last = words[-1] if words else ""
        words.append(last[: int(head[0], 36)] + head[1:])
    return dict(zip(words, told, strict=True))
