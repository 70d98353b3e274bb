"""The templates, with everything that they may call."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawthiq.model.codes import code_list, label
from tawthiq.publish.pages.bidi import cut, isolate, isolate_plain


@cache
def environment() -> Environment:
    """Every page is escaped, and carries its style with the digest by which a browser allows it."""
    made = Environment(
        loader=PackageLoader("tawthiq.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(isolate=isolate, isolate_plain=isolate_plain, cut=cut)
    css = files("tawthiq.publish").joinpath("templates", "style.css").read_text(encoding="utf-8")
    made.globals.update(label=label, plural=plural, css=Markup(css), css_digest=_digest(css))
    return made


def plural(kind: str) -> str:
    """What a page of records of this kind is headed."""
    return code_list("kinds")[kind].maps["plural_ar"]


def _digest(css: str) -> str:
    return base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")


def render(template: str, **context: object) -> str:
    return environment().get_template(template).render(context)
