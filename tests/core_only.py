"""Imports every module of the package with nothing but the core in reach (run by test_core_only)."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.metadata import PackageNotFoundError, packages_distributions, requires

import tawthiq

NAME = re.compile(r"[A-Za-z0-9._-]+")

# Rooms that an extra brings; of these, and of no other, a module may need what the core lacks.
OF_EXTRAS = (
    "tawthiq.figures.",
    "tawthiq.publish.report.",
    "tawthiq.agreements.matching",
    "tawthiq.agreements.compliance",
    "tawthiq.agreements.monitor",
    "tawthiq.agreements.telling",
)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str, found: set[str]) -> set[str]:
    """The distributions that this one needs without its extras, itself included."""
    if name not in found:
        found.add(name)
        for line in _requires(name):
            match = NAME.match(line)
            if match and "extra ==" not in line:
                needed(plain(match[0]), found)
    return found


def _requires(name: str) -> Sequence[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # needed on other systems only
        return []


class Blocked(MetaPathFinder):
    """Refuses modules that belong to other distributions alone."""

    def __init__(self, core: set[str]) -> None:
        owners = packages_distributions()
        self.names = {top for top, dists in owners.items() if core.isdisjoint(map(plain, dists))}

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if fullname.split(".")[0] in self.names:
            raise ModuleNotFoundError(f"{fullname} is no part of the core", name=fullname)


def main() -> None:
    blocked = Blocked(needed("tawthiq", set()))
    sys.meta_path.insert(0, blocked)
    modules = [found.name for found in pkgutil.walk_packages(tawthiq.__path__, "tawthiq.")]
    for name in modules:
        if name.endswith((".__main__", ".migrations.env")):  # these run when they are imported
            continue
        try:
            import_module(name)
        except ModuleNotFoundError:
            if not name.startswith(OF_EXTRAS):
                raise
    sys.stdout.write(" ".join([str(len(modules)), *sorted(blocked.names)]))


if __name__ == "__main__":
    main()
