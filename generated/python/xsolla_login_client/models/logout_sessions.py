from typing import Literal

LogoutSessions = Literal["all", "sso"]

LOGOUT_SESSIONS_VALUES: set[LogoutSessions] = {
    "all",
    "sso",
}


def check_logout_sessions(value: str) -> LogoutSessions:
    if value in LOGOUT_SESSIONS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOGOUT_SESSIONS_VALUES!r}")
