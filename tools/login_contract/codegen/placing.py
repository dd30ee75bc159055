"""Puts what was generated where it belongs, without a loss of what is not its own.

In the checkout, `generated/` holds nothing else: a folder there is replaced whole. Elsewhere a folder keeps
a list of the files that generation wrote; these are replaced, and taken away when they are no longer made.
Other files stay, and a folder without the list is not touched unless it is empty.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path, PurePosixPath

from login_contract.codegen.compare import differences
from login_contract.errors import UsageError
from login_contract.output import write

#: The files that generation wrote into a folder, one path a line.
LISTING = ".generated-files"
# What begins so is on its way into a folder, or was when its writing was killed.
_DRAFT = ".draft-"


def replace(fresh: Path, place: Path) -> bool:
    """Makes a folder of the checkout the same as a fresh one; answers whether it had to change."""
    if not any(differences(fresh, place)):
        return False
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(fresh, place)
    return True


def replace_file(fresh: Path, place: Path) -> bool:
    """Makes a file of the checkout the same as a fresh one; answers whether it had to change."""
    if _same(fresh, place):
        return False
    write(fresh.read_bytes(), place)
    return True


def refuse_foreign(target: Path, names: list[str]) -> None:
    """Makes sure that folders of these names may be written into `target`.

    Raises:
        FileExistsError: `target` is no folder.
        UsageError: one of them holds what generation did not write.
    """
    if target.exists() and not target.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    for place in (target / name for name in names):
        if place.exists() and not place.is_dir():
            raise UsageError(f"{place}: a file stands there")
        if place.exists() and _is_in_use(place) and not (place / LISTING).is_file():
            raise UsageError(
                f"{place} is not empty and was not written by this command: name another folder, or empty it"
            )


def put(fresh: Path, place: Path) -> bool:
    """Writes what is in a fresh folder into a place of a user's; answers whether anything had to change.

    Raises:
        OSError: a file cannot be written.
    """
    names = sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file())
    gone = listed(place) - set(names)
    if not gone and listed(place) == set(names) and all(_same(fresh / one, place / one) for one in names):
        return False
    _refuse_blocked(place, names)
    place.mkdir(parents=True, exist_ok=True)
    # On the same disk, so that what does not fit is known before the first file is replaced.
    with tempfile.TemporaryDirectory(dir=place, prefix=_DRAFT) as draft:
        shutil.copytree(fresh, draft, dirs_exist_ok=True)
        Path(draft, LISTING).write_text("".join(f"{name}\n" for name in names), "utf-8")
        for name in [LISTING, *names]:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            Path(draft, name).replace(place / name)
    for name in gone:
        _take_away(place, place / name)
    return True


def _is_in_use(place: Path) -> bool:
    return any(not each.name.startswith(_DRAFT) for each in place.iterdir())


def _refuse_blocked(place: Path, names: list[str]) -> None:
    """Makes sure that no folder stands where a file goes, and no file where a folder goes."""
    for path in (place / name for name in names):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    for folder in {above for name in names for above in PurePosixPath(name).parents}:
        if (place / folder).exists() and not (place / folder).is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place / folder))


def listed(place: Path) -> set[str]:
    """The files that generation wrote into a folder, none where it keeps no list."""
    try:
        names = (place / LISTING).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {one for one in names if one and ".." not in PurePosixPath(one).parts and one[0] != "/"}


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _take_away(place: Path, path: Path) -> None:
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == place:
            return
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        with suppress(OSError):  # Something else stands there.
            folder.rmdir()
