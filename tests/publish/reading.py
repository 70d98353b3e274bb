"""Written pages read back as a browser would: what nests in what, ids, links, headings, text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"meta", "br", "link", "img", "hr", "input"}


@dataclass
class Page(HTMLParser):
    """`text` is that of the report's paragraphs; `wrong` says where tags do not close as they opened."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    all_text: str = ""
    wrong: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _in_text: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        self._in_text |= tag == "section" and dict(attrs).get("class") == "text"
        if tag == "a" and "a" in self._open:
            self.wrong.append("a link inside a link")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")
        self._in_text &= tag != "section"

    def handle_data(self, data: str) -> None:
        self.all_text += data
        if self._in_text and "p" in self._open:
            self.text += data

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]


def read_page(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    page.wrong += page._open
    return page


def read_pages(folder: Path) -> dict[str, Page]:
    return {path.name: read_page(path) for path in sorted(folder.glob("*.html"))}
