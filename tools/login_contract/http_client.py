"""Makes every HTTP client of the tools and the suite: which proxy, which certificates, which gateway.

What is on this machine is reached directly, whatever the environment says about proxies: no proxy leads
here. Everything else honours ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from login_contract.gateway import OPEN, Gateway

# Shorter than a server's patience, so that no request meets a connection that is being closed.
KEPT_ALIVE = httpx.Limits(max_connections=200, keepalive_expiry=2)
DEFAULT_TIMEOUT = 30.0


def make_client(
    *,
    base_url: str = "",
    gateway: Gateway = OPEN,
    timeout: float = DEFAULT_TIMEOUT,
    headers: Mapping[str, str] | None = None,
    event_hooks: Mapping[str, list[Any]] | None = None,
    limits: httpx.Limits = KEPT_ALIVE,
    way: httpx.BaseTransport | None = None,
) -> httpx.Client:
    """Return a client that follows no redirects; ``timeout`` is in seconds for each step of a request.

    What ``gateway`` adds to a request is seen by the server alone, neither by hooks nor in an answer's
    ``request``. With ``way`` requests take that one and no other.
    """
    return httpx.Client(
        base_url=base_url,
        transport=way or Routes(gateway=gateway, limits=limits),
        timeout=timeout,
        headers=headers,
        event_hooks=event_hooks,
        follow_redirects=False,
        trust_env=False,
    )


def make_direct_client(url: str) -> httpx.AsyncClient:
    """Return a client for one address that somebody has registered: it asks that very address and no other.

    No proxy, no redirect and no name and password in the address come in between. The client waits for
    ever: whoever calls bounds the whole call.

    Raises:
        httpx.InvalidURL: the address has no host as URLs write one, or a port that there is not.
    """
    parts = urlsplit(url)
    try:
        # An event loop does not see to it: of a larger number, one takes the last 16 bits.
        _ = parts.port
    except ValueError as problem:
        raise httpx.InvalidURL(str(problem)) from None
    return httpx.AsyncClient(
        verify=OPEN.trust if parts.scheme == "https" else _plain(),
        timeout=None,
        # Else a name and a password in the address would take the place of a token.
        auth=lambda request: request,
        follow_redirects=False,
        trust_env=False,
    )


@cache
def _plain() -> ssl.SSLContext:
    """Return what connections without TLS are given, made once: that takes longer than a call."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def is_loopback(host: str | None) -> bool:
    """Say whether a host name or address can only be this machine."""
    name = (host or "").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def proxy_of(url: str) -> str | None:
    """Return the proxy that the environment names for an address, None when it is reached directly."""
    parts = urlsplit(url)
    if is_loopback(parts.hostname):
        return None
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


class Routes(httpx.BaseTransport):
    """Sends each request directly or through its proxy, with what its gateway asks for."""

    def __init__(self, *, gateway: Gateway, limits: httpx.Limits) -> None:
        self._gateway = gateway
        self._limits = limits
        self._ways: dict[tuple[str, str | None], httpx.HTTPTransport] = {}
        self._proxies: dict[tuple[str, str], str | None] = {}
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Raises:
            httpx.TransportError: no answer came, or the proxy that the environment names cannot be used.
        """
        url = request.url
        place = url.scheme, url.netloc.decode("ascii")
        if place not in self._proxies:
            self._proxies[place] = proxy_of(str(url))
        return self._way(url.scheme, self._proxies[place]).handle_request(self._completed(request))

    def _way(self, scheme: str, proxy: str | None) -> httpx.HTTPTransport:
        with self._lock:
            if (scheme, proxy) not in self._ways:
                self._ways[scheme, proxy] = self._new_way(scheme, proxy)
            return self._ways[scheme, proxy]

    def _new_way(self, scheme: str, proxy: str | None) -> httpx.HTTPTransport:
        verify = self._gateway.trust if scheme == "https" else _plain()
        try:
            return httpx.HTTPTransport(verify=verify, limits=self._limits, proxy=proxy, trust_env=False)
        except (ImportError, ValueError, httpx.InvalidURL):
            raise httpx.ProxyError(unusable(str(proxy))) from None

    def _completed(self, request: httpx.Request) -> httpx.Request:
        added = self._gateway.headers_for(str(request.url))
        if not added:
            return request
        headers = request.headers.copy()
        headers.update(added)
        return httpx.Request(
            request.method,
            request.url,
            headers=headers,
            stream=request.stream,
            extensions=request.extensions,
        )

    def close(self) -> None:
        """Close the connections."""
        for way in self._ways.values():
            way.close()


def unusable(proxy: str) -> str:
    """Return why a proxy that the environment names cannot be used, without its user and password."""
    parts = urlsplit(proxy)
    if parts.scheme.startswith("socks"):
        return (
            f"the {parts.scheme} proxy that the environment names needs more packages: "
            "pip install 'httpx[socks]' 'requests[socks]'"
        )
    return f"{parts.scheme}://{parts.hostname or ''}, which the environment names as proxy, is none"
