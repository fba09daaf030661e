"""Runs AvatarForge on a machine that has nothing but Python.

    python install.py                 check what the pack needs (ComfyUI Manager's hook)
    python install.py run             install what is missing and start the server
    python install.py bench [NAME]    measure
    python install.py test            run the tests
    python install.py keys            make, list and revoke keys

Only the standard library is used. Every Python must understand this file, so that an old
one gets a sentence and not a SyntaxError: hence the types in comments. The rest is in
`installer/`.
"""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
OLDEST_PYTHON = (3, 10)


def too_old(version):
    # type: (tuple[int, ...]) -> str | None
    """What to tell a Python of this version, or None where it will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    text = "AvatarForge needs Python %d.%d or newer; this is Python %d.%d. See python.org."
    return text % (OLDEST_PYTHON + tuple(version[:2]))


def main():
    # type: () -> int
    problem = too_old(tuple(sys.version_info[:2]))
    if problem:
        sys.stderr.write("install.py: " + problem + "\n")
        return 1
    import importlib.util

    # By path, and under a name of its own: "installer" is also a package on PyPI.
    package = os.path.join(ROOT, "installer")  # noqa: PTH118
    spec = importlib.util.spec_from_file_location(
        "avatarforge_installer",
        os.path.join(package, "__init__.py"),  # noqa: PTH118
        submodule_search_locations=[package],
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["avatarforge_installer"] = module
    spec.loader.exec_module(module)
    return int(importlib.import_module("avatarforge_installer.cli").main(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
