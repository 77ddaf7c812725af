"""What a reader of office files says where a file is not to be read; never leaves this room."""


class UnsoundError(Exception):
    """An office file that cannot be read, or is not safe to read."""


class TooBigError(UnsoundError):
    """An office file that is too big."""


class DamagedError(UnsoundError):
    """A part of an office file that is no XML, as some programs write it; `line` is the fault's."""

    def __init__(self, part: str, line: int) -> None:
        super().__init__(part, line)
        self.part, self.line = part, line
