"""What the fixture `login_mock` gives a test: an address, a project, and what happens behind it."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from login_contract.suite.actors.control import Control, Message


@frozen(kw_only=True)
class LoginMock:
    """A mock Login server with a project of its own, for one test or for a whole run.

    ``base_url`` and ``project_id`` are what a client is configured with; ``control`` reaches everything else
    that the mock can do.
    """

    base_url: str
    project_id: str
    control: Control

    def messages(self, recipient: str | None = None, *, kind: str | None = None) -> list[Message]:
        """Return the mails and SMS of the project, newest first."""
        return self.control.messages(recipient, kind=kind, project_id=self.project_id)

    def last_message(self, recipient: str, *, kind: str | None = None) -> Message:
        """Return the newest mail or SMS to a recipient; wait up to five seconds for it.

        Raises:
            ControlError: none came.
        """
        return self.control.last_message(recipient, kind=kind, project_id=self.project_id)

    def last_code(self, recipient: str) -> str:
        """Return the newest one-time code sent to a recipient; wait up to five seconds for it.

        Raises:
            ControlError: none came.
        """
        return self.control.last_code(recipient, project_id=self.project_id)

    def create_user(
        self,
        username: str,
        *,
        password: str = "password123",
        email: str | None = None,
        confirmed: bool = True,
        **more: Any,
    ) -> dict[str, Any]:
        """Make a user and return it, ``user_id`` included; ``more`` may hold ``phone_number``, ``banned``, ….

        Without an ``email`` it is ``<username>@example.com``.
        """
        return self.control.create_user(
            self.project_id,
            username=username,
            password=password,
            email=email or f"{username}@example.com",
            confirmed=confirmed,
            **more,
        )

    def token(self, username: str, **more: Any) -> str:
        """Return a token of a user, found by username or e-mail address, as a login would give it.

        ``more`` may hold ``payload`` and a ``defect``: ``expired``, ``tampered``, ….

        Raises:
            ControlError: there is no such user.
        """
        return self.control.token(project_id=self.project_id, username=username, **more)

    def settings(self) -> dict[str, Any]:
        """Return the project's settings."""
        return self.control.project(self.project_id)

    def configure(self, **settings: Any) -> None:
        """Change some of the project's settings, e.g. ``confirmation_required=False``."""
        self.control.change_project(self.project_id, **settings)

    def advance(self, seconds: float) -> None:
        """Move the mock's time forward, e.g. beyond the life of a code.

        The seconds are added to the time of this process, and taken back after a test with ``login_mock``.
        """
        self.control.advance(seconds)
