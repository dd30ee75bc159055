"""A certificate for 127.0.0.1 that only those trust who are told to."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@cache
def self_signed() -> tuple[bytes, bytes]:
    """Return certificate and key as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "staging")])
    now = datetime.now(UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    unlocked = serialization.NoEncryption()
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, unlocked)
    return certificate.public_bytes(encoding), private


def write_certificate(folder: Path) -> Path:
    """Write the certificate into a folder, for whoever shall trust it."""
    path = folder / "ca.pem"
    path.write_bytes(self_signed()[0])
    return path


def server_context(folder: Path) -> ssl.SSLContext:
    """Return what a server with this certificate needs."""
    both = folder / "server.pem"
    both.write_bytes(b"".join(self_signed()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context
