"""Text of a long file line by line: its encoding from the whole file, its line ends set right."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from app.importing.errors import UnreadableList
from app.importing.reading.delimited import with_line_feeds
from app.importing.reading.encodings import decode, without_marks

Tell = Callable[[float], None]
_BLOCK = 1 << 20
_SAMPLED = 4 << 20


@contextmanager
def one_version(path: Path) -> Iterator[None]:
    """What is read in here is of one version of the file: raises `UnreadableList` where it was written to
    meanwhile, since half of one list and half of another, or half of one, look like a list, too."""
    before = _version_of(path)
    yield
    if _version_of(path) != before:
        raise UnreadableList(
            "The file was written to while it was read",
            mend="Wait until it has been written whole, and choose it again.",
        )


def _version_of(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


class LongText:
    """A file of text that is never held whole. `warnings` say what was set right, once it was read.

    `tell` is told the share of the file that was read, and may raise to stop.
    """

    def __init__(self, path: Path, encoding: str = "", tell: Tell | None = None) -> None:
        self._path = path
        self._size = max(1, path.stat().st_size)
        self._tell = tell or (lambda _share: None)
        self.encoding = encoding or self._found_encoding()
        self.replaced = self.zeros = 0

    def lines(self) -> Iterator[str]:
        """Every line, ended by a line feed alone; marks of byte order are left out."""
        return chain.from_iterable(map(io.StringIO, self._whole_lines()))

    def _whole_lines(self) -> Iterator[str]:
        """The same, many lines together."""
        self.replaced = self.zeros = 0
        rest, is_first = "", True
        for text in self._decoded():
            text = rest + text
            if is_first:
                text, is_first = text.removeprefix("ï»¿"), False
            held = len(text) - len(text.rstrip("\r"))
            kept, ends = (text[:-held], text[-held:]) if held else (text, "")
            kept = with_line_feeds(kept)
            cut = kept.rfind("\n") + 1
            rest = kept[cut:] + ends
            yield kept[:cut]
        if rest:
            yield with_line_feeds(rest) + "\n"

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about bytes that are no text."""
        told = ("Zero bytes inside the text were left out.",) if self.zeros else ()
        if not self.replaced:
            return told
        return (*told, f"{self.replaced} places are not valid {self.encoding}; they are shown as \ufffd.")

    def _decoded(self) -> Iterator[str]:
        name = "utf-8" if self.encoding == "utf-8-sig" else self.encoding
        decoder = codecs.getincrementaldecoder(name)("replace")
        genuine = "\ufffd".encode() if name == "utf-8" else b""
        for block, is_last in self._blocks():
            text = decoder.decode(block, is_last)
            if "\ufffd" in text:
                self.replaced += text.count("\ufffd") - (block.count(genuine) if genuine else 0)
            if "\x00" in text:
                self.zeros += text.count("\x00")
                text = text.replace("\x00", "")
            yield without_marks(text, is_last)

    def _blocks(self) -> Iterator[tuple[bytes, bool]]:
        done = 0
        with self._path.open("rb") as file:
            while block := file.read(_BLOCK):
                done += len(block)
                self._tell(min(1.0, done / self._size))
                yield block, done >= self._size

    def _found_encoding(self) -> str:
        """UTF-8 where the whole file is; else what its beginning and lines with other letters say."""
        decoder = codecs.getincrementaldecoder("utf-8")("strict")
        sample, is_utf8 = bytearray(), True
        for block, is_last in self._blocks():
            if sample and block.isascii() and not decoder.getstate()[0]:
                continue
            if len(sample) < _SAMPLED:
                sample += block
            try:
                decoder.decode(block, is_last)
            except UnicodeDecodeError:
                is_utf8 = False
                break
        found = decode(bytes(sample)).encoding
        return found if not is_utf8 or found.startswith("utf") or found == "gb18030" else "utf-8"
