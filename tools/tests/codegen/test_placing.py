from __future__ import annotations

from pathlib import Path

import pytest

from login_contract.codegen import placing
from login_contract.codegen.placing import LISTING
from login_contract.errors import UsageError


def tree(folder: Path, *names: str, content: str = "made") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_are_written_and_listed(tmp_path: Path) -> None:
    place = tmp_path / "out" / "python"
    assert placing.put(tree(tmp_path / "fresh", "a.py", "api/b.py"), place)
    assert names(place) == [LISTING, "a.py", "api/b.py"]
    assert (place / LISTING).read_text("utf-8") == "a.py\napi/b.py\n"


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    fresh, place = tree(tmp_path / "fresh", "a.py"), tmp_path / "python"
    placing.put(fresh, place)
    before = (place / "a.py").stat().st_mtime_ns
    assert not placing.put(fresh, place)
    assert (place / "a.py").stat().st_mtime_ns == before


def test_what_is_no_longer_made_goes_and_files_of_others_stay(tmp_path: Path) -> None:
    place = tmp_path / "python"
    placing.put(tree(tmp_path / "old", "a.py", "api/gone/b.py", "api/gone/c.py", "kept/d.py"), place)
    tree(place, "api/gone/__pycache__/b.pyc", "kept/mine.txt", "mine.txt", content="mine")
    (place / "a.py").write_text("edited", "utf-8")

    placing.refuse_foreign(tmp_path, ["python"])
    assert placing.put(tree(tmp_path / "new", "a.py", "e.py"), place)
    assert names(place) == [LISTING, "a.py", "e.py", "kept/mine.txt", "mine.txt"]
    assert (place / "a.py").read_text("utf-8") == "made"
    assert not (place / "api").exists()


def test_a_list_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    place, other = tmp_path / "python", tree(tmp_path / "other", "a.txt") / "a.txt"
    placing.put(tree(tmp_path / "fresh", "a.py"), place)
    (place / LISTING).write_text(f"a.py\n../other/a.txt\n{other}\n", "utf-8")
    placing.put(tree(tmp_path / "fresh", "b.py"), place)
    assert other.is_file()


@pytest.mark.parametrize("name", ["python/mine.txt", "python"])
def test_a_folder_that_generation_did_not_write_is_refused(tmp_path: Path, name: str) -> None:
    tree(tmp_path, name)
    with pytest.raises(
        UsageError, match=r"python: a file stands there|python is not empty and was not written"
    ):
        placing.refuse_foreign(tmp_path, ["openapi", "python"])


def test_a_folder_whose_first_writing_was_killed_is_taken(tmp_path: Path) -> None:
    tree(tmp_path, "python/.draft-killed/a.py")
    placing.refuse_foreign(tmp_path, ["python"])
    tree(tmp_path, "python/mine.txt")
    with pytest.raises(UsageError, match="python is not empty"):
        placing.refuse_foreign(tmp_path, ["python"])


def test_an_empty_and_a_missing_folder_are_taken(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    placing.refuse_foreign(tmp_path, ["openapi", "python"])
    placing.refuse_foreign(tmp_path / "missing", ["python"])


@pytest.mark.parametrize(("blocked", "by"), [("z.py", "z.py/mine.txt"), ("sub/z.py", "sub")])
def test_nothing_is_written_where_something_else_stands_in_the_place_of_one_file(
    tmp_path: Path, blocked: str, by: str
) -> None:
    place = tmp_path / "python"
    placing.put(tree(tmp_path / "old", "a.py"), place)
    tree(place, by, content="mine")
    before = names(place)
    with pytest.raises(OSError, match=f"'{place / by.partition('/')[0]}'"):
        placing.put(tree(tmp_path / "new", "a.py", "b.py", blocked, content="new"), place)

    assert names(place) == before
    assert (place / "a.py").read_text("utf-8") == "made"
