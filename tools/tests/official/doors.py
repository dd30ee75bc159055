"""A description that somebody might publish: of doors, with one operation."""

from __future__ import annotations

from typing import Any

PIN = {"type": "string", "enum": ["a", "b"], "maxLength": 9, "x-origin": "inferred"}


def described() -> dict[str, Any]:
    door = {
        "type": "object",
        "x-origin": "doc",
        "required": ["pin"],
        "properties": {
            "pin": PIN,
            "near": {"$ref": "#/components/schemas/Door"},
            "size": {"type": "integer"},
        },
    }
    media = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Door"}}}}
    return {
        "openapi": "3.1.0",
        "servers": [{"url": "https://doors.example/api"}],
        "components": {
            "schemas": {"Door": door},
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-KEY"}},
        },
        "paths": {
            "/doors/{door}": {
                "put": {
                    "operationId": "put-door",
                    "x-origin": "seed",
                    "security": [{"key": []}],
                    "parameters": [
                        {"name": "door", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": "lang", "in": "query", "schema": {"type": "string", "default": "en"}},
                    ],
                    "requestBody": {"required": True, **media},
                    "responses": {
                        "200": {"description": "", **media},
                        "404": {"description": "", "x-origin": "sdk"},
                    },
                }
            }
        },
    }


def put(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/doors/{door}"]["put"]
    return found


def door(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]["Door"]
    return found
