from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Writes the files of a description, by path below `openapi/`, and answers its entry document."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "openapi" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip(), "utf-8")
        return tmp_path / "openapi" / "login.yaml"

    return write


@pytest.fixture
def sound() -> dict[str, Any]:
    """A small bundled description in which everything is as it must be."""
    refusals = {
        name: {
            "description": name,
            "x-error-codes": {"002-027": "Something is invalid."},
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Envelope"}}},
        }
        for name in ("BadRequest", "PayloadTooLarge", "UnsupportedMediaType", "TooManyRequests")
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sound", "version": "1"},
        "tags": [{"name": "users"}],
        "paths": {
            "/users/{id}": {
                "parameters": [{"$ref": "#/components/parameters/Id"}],
                "put": {
                    "operationId": "put-user",
                    "tags": ["users"],
                    "x-origin": "doc",
                    "x-audience": "client",
                    "security": [],
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}
                    },
                    "responses": {
                        "200": {
                            "description": "Done.",
                            "headers": {"X-Age": {"schema": {"type": "integer"}, "example": 1}},
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/User"},
                                    "examples": {"jane": {"value": {"email": "jane@example.com"}}},
                                }
                            },
                            "links": {
                                "again": {
                                    "operationId": "put-user",
                                    "parameters": {"id": "$request.path.id"},
                                    "requestBody": {"email": "jane@example.com"},
                                }
                            },
                        },
                        "400": {"$ref": "#/components/responses/BadRequest"},
                        "413": {"$ref": "#/components/responses/PayloadTooLarge"},
                        "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                        "429": {"$ref": "#/components/responses/TooManyRequests"},
                    },
                },
            }
        },
        "components": {
            "schemas": {
                "User": {
                    "type": "object",
                    "required": ["email"],
                    "properties": {
                        "email": {"type": "string", "format": "email", "examples": ["joe@example.com"]},
                        "tags": {"type": ["array", "null"], "items": {"type": "string", "examples": ["vip"]}},
                    },
                    "examples": [{"email": "joe@example.com"}],
                },
                "Envelope": {"type": "object", "examples": [{"error": {}}]},
            },
            "parameters": {
                "Id": {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string", "format": "uuid"},
                    "example": "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10",
                    "x-error-code": "002-056",
                }
            },
            "responses": refusals,
        },
    }
