"""The picture of an account: uploaded, shown to whoever knows its address, removed."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock import picture_kinds
from login_contract.mock.contract.multipart import Upload
from login_contract.mock.contract.refusals import CONTENT_TOO_LARGE, INVALID_VALUE, NOT_FOUND
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.randomness import Randomness
from login_contract.mock.store import pictures
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.pictures import Picture

NO_PICTURE = "The part picture is no PNG, JPEG, GIF or WebP picture."


@frozen
class Pictures:
    """Keeps one picture of a user; ``origin`` is where they are shown."""

    _store: Store
    _tokens: Tokens
    _randomness: Randomness
    _origin: str = field(kw_only=True)

    def address(self, picture: str | None) -> str | None:
        """Return where a user's picture is, be it here or at a social network."""
        return f"{self._origin}/pictures/{picture}" if picture and "://" not in picture else picture

    async def upload(self, bearer: Bearer, upload: Upload) -> str:
        """Make an upload the picture of a token's user, and return its address.

        Raises:
            LoginError: 413, it is larger than the project allows; 400 002-027, it is no picture; 401 002-016,
                the token has ended meanwhile.
        """
        most = bearer.project["picture_max_bytes"]
        if upload.size > most:
            told = f"The picture is larger than {most} bytes."
            because = f"the picture has {upload.size} bytes, picture_max_bytes = {most}"
            raise LoginError(CONTENT_TOO_LARGE, told, because=because)
        content = upload.content()
        media_type = picture_kinds.media_type(content)
        if media_type is None:
            raise LoginError(INVALID_VALUE, NO_PICTURE)
        name = self._randomness.token()

        def keep(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            pictures.replace(tx, user.user_id, name, Picture(media_type, content))

        await self._store.transaction(keep)
        return str(self.address(name))

    async def remove(self, bearer: Bearer) -> None:
        """Take the picture of a token's user away.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile.
        """
        await self._store.transaction(lambda tx: pictures.remove(tx, self._tokens.holder(tx, bearer).user_id))

    async def show(self, name: str) -> Picture:
        """Return the picture at an address.

        Raises:
            LoginError: 404 003-061, there is none, or none any more.
        """
        picture = await self._store.read(lambda tx: pictures.named(tx, name))
        if picture is None:
            raise LoginError(NOT_FOUND)
        return picture
