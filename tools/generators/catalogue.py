"""The generators that are tried, and what is tried of each."""

from __future__ import annotations

from . import openapi_generator, pins, postman, python_client, typescript, typescript_tools
from .generator import Generator, Step

JAR = "openapi-generator-cli"
#: So that what was written takes what a server has grown: further properties, further values of a list.
OPEN_OPTIONS = (
    "--additional-properties=disallowAdditionalPropertiesIfNotPresent=false,enumUnknownDefaultCase=true"
)
#: What Go needs beyond that: prefixes, since constants of all types share one namespace, and other names
#: where a type is called like the function that makes another.
GO_OPTIONS = (
    "--additional-properties=enumClassPrefix=true",
    "--model-name-mappings="
    "NewAttribute=AttributeToAdd,NewEventWebhook=EventWebhookToAdd,NewUserGroup=UserGroupToAdd",
)


def generators() -> tuple[Generator, ...]:
    """Returns all of them, the fastest first."""
    return (
        Generator(
            name="hey-api",
            tool="@hey-api/openapi-ts",
            version=pins.of_node("hey-api", "@hey-api/openapi-ts"),
            writes="TypeScript, fetch",
            generate=typescript_tools.hey_api,
            compile=typescript.compiles("hey_api"),
            log_in=typescript.logs_in("hey_api"),
        ),
        Generator(
            name="orval",
            tool="orval",
            version=pins.of_node("orval", "orval"),
            writes="TypeScript, fetch",
            generate=typescript_tools.orval,
            compile=typescript.compiles("orval"),
            log_in=typescript.logs_in("orval"),
        ),
        Generator(
            name="postman",
            tool="openapi-to-postmanv2",
            version=pins.of_node("postman", "openapi-to-postmanv2"),
            writes="Postman collection",
            generate=postman.converts,
            compile=postman.opens,
            log_in=postman.logs_in,
        ),
        _of_the_jar(
            "typescript-fetch",
            "TypeScript, fetch",
            compile=typescript.compiles("typescript_fetch"),
            log_in=typescript.logs_in("typescript_fetch"),
        ),
        _of_the_jar("python", "Python, pydantic", compile=python_client.loads, log_in=python_client.logs_in),
        _of_the_jar("java", "Java, okhttp", OPEN_OPTIONS, needs="Maven"),
        _of_the_jar("csharp", "C#, .NET", needs="NuGet"),
        _of_the_jar("go", "Go", OPEN_OPTIONS, *GO_OPTIONS, needs="the Go proxy"),
    )


def _of_the_jar(
    name: str,
    writes: str,
    *options: str,
    compile: Step | None = None,
    log_in: Step | None = None,
    needs: str = "",
) -> Generator:
    return Generator(
        name=name,
        tool="openapi-generator",
        version=pins.of_python(JAR),
        writes=writes,
        generate=openapi_generator.generates(name, *options),
        compile=compile,
        log_in=log_in,
        needs=needs,
    )
