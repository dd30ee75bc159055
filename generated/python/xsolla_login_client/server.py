"""Where the API is."""

#: The server that the description names first.
BASE_URL = "https://login.xsolla.com/api"
