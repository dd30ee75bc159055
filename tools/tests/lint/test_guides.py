"""The words of guides are read where people read them, and code is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import guides
from lint.guides import Line, words

GUIDE = """# A titel

Call `pytestt` or ``a `tickk` b`` as [the page](https://xmpl.example/pagge) says, <br clazz="x">
<!-- a comentt
of two lines --> over docs/guidez/page.md by x@mailx.example, api.xsollla.com or `two
linez`, and my_namme.

```sh
recieve --mesage
```

````markdown
```
innerr
```
````

The ende's and “the ende”.
"""


def test_words_are_told_with_their_first_line_and_code_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guides, "CHECKOUT", tmp_path)
    (tmp_path / "guide.md").write_text(GUIDE)

    found = words([tmp_path / "guide.md"])

    assert found["titel"] == Line("guide.md", 1)
    assert found["ende"] == Line("guide.md", 18)
    plain = {"titel", "Call", "or", "as", "the", "page", "says", "over", "by", "and", "The", "ende"}
    assert found.keys() == plain


def test_guides_and_decisions_are_read() -> None:
    read = {path.relative_to(guides.CHECKOUT).as_posix() for path in guides.guides()}

    assert {"docs/guides/oauth2.md", "openapi/decisions/tokens.md", "openapi/README.md"} <= read
