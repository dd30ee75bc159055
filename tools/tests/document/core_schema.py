"""Plain scalars by the core schema of YAML 1.2.2, section 10.3.2, and by nothing else."""

from __future__ import annotations

NULLS = ("null", "Null", "NULL", "~", "")
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NUMBERS: dict[str, int | float] = {
    "0": 0,
    "-0": 0,
    "12345": 12345,
    "+12": 12,
    "-19": -19,
    "0o0": 0,
    "0o7": 7,
    "0o14": 12,
    "0o17": 15,
    "0o017": 15,
    "0x0": 0,
    "0xC": 12,
    "0x3A": 58,
    "0xff": 255,
    "0xFF": 255,
    "0x00ff": 255,
    "0.": 0.0,
    "-0.0": -0.0,
    ".5": 0.5,
    "+.5": 0.5,
    "-1.5": -1.5,
    "1.": 1.0,
    "12e03": 12000.0,
    "-2E+05": -200000.0,
    "1e3": 1000.0,
    "1E-3": 0.001,
    "+12.3": 12.3,
    ".5e1": 5.0,
    "1.e1": 10.0,
    "685230.15": 685230.15,
}
NOT_FINITE = (".inf", ".Inf", ".INF", "+.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN")
# Texts that YAML 1.1, or a careless reader, takes for something else.
LOOKALIKES = (
    *("y", "Y", "yes", "Yes", "NO", "no", "on", "Off", "tRUE", "nULL", "None", "nil"),
    *("0b1010", "-0b1", "0O17", "0X1F", "-0o7", "+0xF", "-0x1F", "0o8", "0o", "0x", "0xG", "0o1_7", "0xF_F"),
    *("1_000", "1_0.5", "1,000", "190:20:30", "12:30", "1:2.5", "2026-01-31", "2026-01-31T00:00:00Z"),
    *("inf", "Infinity", "-Infinity", "NaN", "nan", ".iNF", ".Nan", "+.nan", "-.nan"),
    *("1e", "e3", "1e3.5", ".", "+", "+-1", "--1", "1-1", "1.2.3", ".e1", "010-012", "12e", "<<", "="),
)
# Numbers in 1.2, octal in 1.1: refused, because the two readers differ and neither complains.
OCTAL_IN_1_1 = ("010", "-017", "+00", "089")
