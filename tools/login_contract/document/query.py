"""JSONPath queries as RFC 9535 has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs
import jsonpath
from jsonpath.exceptions import JSONPathRecursionError
from jsonpath.function_extensions import ExpressionType, FilterFunction
from jsonpath.lex import Lexer

from login_contract.document import iregexp

Node = jsonpath.JSONPathMatch


class QueryError(ValueError):
    """A text that is no JSONPath query, or a document that one cannot be asked of."""


@attrs.frozen
class Query:
    """A compiled query; `text` is how it was written."""

    text: str
    _path: Any = attrs.field(repr=False, eq=False)

    @classmethod
    def compile(cls, text: str) -> Query:
        """Reads a query.

        Raises:
            QueryError: it is no RFC 9535 JSONPath.
        """
        try:
            return cls(text, _ENVIRONMENT.compile(text))
        except jsonpath.JSONPathError as error:
            place = f" at character {error.token.index + 1}" if error.token else ""
            raise QueryError(f"no JSONPath: {error.message}{place}") from None
        except (ValueError, RecursionError):
            raise QueryError("no JSONPath") from None

    def nodes(self, document: Any) -> list[Node]:
        """The nodes of a document that the query selects, each once, in the order of the query.

        Raises:
            QueryError: the document is nested too deeply.
        """
        try:
            return list({node.parts: node for node in self._path.finditer(document)}.values())
        except (RecursionError, JSONPathRecursionError):
            raise QueryError("the document is nested too deeply") from None


class _Lexer(Lexer):
    # The library's own names take hyphens, `$.x-origin`, and stop at U+FFFF; other tools' do neither.
    key_pattern = r"[A-Za-z_\u0080-\uD7FF\uE000-\U0010FFFF][A-Za-z0-9_\u0080-\uD7FF\uE000-\U0010FFFF]*"


class _Expression(FilterFunction):
    """The functions `match` and `search`; what is no regular expression matches nothing."""

    return_type = ExpressionType.LOGICAL

    def __init__(self, find: Callable[[re.Pattern[str], str], re.Match[str] | None]) -> None:
        self._find = find

    @property
    def arg_types(self) -> list[ExpressionType]:
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    def __call__(self, value: object, pattern: object) -> bool:
        if not (isinstance(value, str) and isinstance(pattern, str)):
            return False
        expression = iregexp.translate(pattern)
        return expression is not None and self._find(expression, value) is not None


class _Environment(jsonpath.JSONPathEnvironment):
    lexer_class = _Lexer
    # As deep as Python lets the library's own recursion go.
    max_recursion_depth = 500

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _Expression(re.Pattern.fullmatch)
        self.function_extensions["search"] = _Expression(re.Pattern.search)

    def getitem(self, obj: Any, key: Any) -> Any:
        # The library slices texts as well as arrays.
        return [] if isinstance(obj, str) else super().getitem(obj, key)


_ENVIRONMENT = _Environment(strict=True)
