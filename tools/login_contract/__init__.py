"""The Xsolla Login API as a contract: its description, a mock server, a suite, generated clients."""

__version__ = "0.1.0"
