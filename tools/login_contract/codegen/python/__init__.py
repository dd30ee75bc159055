"""The Python client: the distribution `xsolla-login-client`."""
