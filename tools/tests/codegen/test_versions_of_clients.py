from __future__ import annotations

import pytest

from login_contract.codegen.release import npm_release, python_release


@pytest.mark.parametrize(
    ("version", "python", "npm"),
    [
        ("1.2.3", "1.2.3", "1.2.3"),
        ("1.2", "1.2", "1.2.0"),
        ("1.2.3rc1", "1.2.3rc1", "1.2.3"),
        ("1.2.3-beta.1", "1.2.3", "1.2.3-beta.1"),
        ("2022-11-28", "2022.11.28", "2022.11.28"),
        ("v4", "4.0.0", "4.0.0"),
        ("01.02.03", "01.02.03", "1.2.3"),
        ('latest "x"', "0.0.0", "0.0.0"),
        ("1.2.3.4.5", "1.2.3.4.5", "1.2.3"),
        ("1.2.3\n", "1.2.3", "1.2.3"),
    ],
)
def test_a_version_is_one_that_the_registry_of_a_language_takes(version: str, python: str, npm: str) -> None:
    assert (python_release(version), npm_release(version)) == (python, npm)
