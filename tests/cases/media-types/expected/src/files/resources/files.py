"""The `client.files` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    FileInput,
    Formatted,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from .. import models

_CREATE: Operation[models.File] = Operation(
    "POST",
    "/files",
    returns="File",
    body="multipart/form-data",
    body_required=True,
    formats={"body": {"file": Formatted("file")}},
)
_CREATE_AS_JSON: Operation[models.File] = Operation(
    "POST", "/files", returns="File", body="application/json", body_required=True
)
_RETRIEVE: Operation[models.File] = Operation("GET", "/files/{id}", returns="File")
_RETRIEVE_AS_CSV: Operation[str] = Operation(
    "GET", "/files/{id}", returns=str, accept="text/csv"
)
_RETRIEVE_AS_PDF: Operation[bytes] = Operation(
    "GET", "/files/{id}", returns=bytes, accept="application/pdf"
)
_UPDATE: Operation[models.File] = Operation(
    "PATCH", "/files/{id}", returns="File", body="application/merge-patch+json"
)
_REPLACE: Operation[None] = Operation(
    "PUT", "/files/{id}", body="image/png", formats={"body": {"": Formatted("file")}}
)


class Files(Resource):
    """Files: `create`, `create_as_json`, `retrieve` and 4 more."""

    def create(
        self,
        *,
        file: FileInput,
        name: str | Omit = omit,
        options: Options | None = None,
    ) -> models.File:
        """Upload a file.

        Returns:
            Done.
        """
        return self._client.request(
            _CREATE, body={"file": file, "name": name}, options=options
        )

    def create_as_json(
        self, *, url: str, name: str | Omit = omit, options: Options | None = None
    ) -> models.File:
        """Upload a file.

        Same as `create`, but sends the body as `application/json`.

        Returns:
            Done.
        """
        return self._client.request(
            _CREATE_AS_JSON, body={"url": url, "name": name}, options=options
        )

    def retrieve(self, id: str, *, options: Options | None = None) -> models.File:
        """Call `GET /files/{id}`."""
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)

    def retrieve_as_csv(self, id: str, *, options: Options | None = None) -> str:
        """Call `GET /files/{id}`.

        Same as `retrieve`, but returns the response as `text/csv`.
        """
        return self._client.request(_RETRIEVE_AS_CSV, path={"id": id}, options=options)

    def retrieve_as_pdf(self, id: str, *, options: Options | None = None) -> bytes:
        """Call `GET /files/{id}`.

        Same as `retrieve`, but returns the response as `application/pdf`.
        """
        return self._client.request(_RETRIEVE_AS_PDF, path={"id": id}, options=options)

    def update(
        self,
        id: str,
        *,
        body: Mapping[str, object] | Omit = omit,
        content_type: (
            Literal[
                "application/merge-patch+json", "application/strategic-merge-patch+json"
            ]
            | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.File:
        """Call `PATCH /files/{id}`.

        Args:
            body: Request body.
            content_type: Media type of the request body. Default:
                `"application/merge-patch+json"`.
        """
        return self._client.request(
            _UPDATE,
            path={"id": id},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )

    def replace(
        self,
        id: str,
        *,
        body: FileInput | Omit = omit,
        content_type: Literal["image/png", "image/jpeg"] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Call `PUT /files/{id}`.

        Args:
            body: Request body.
            content_type: Media type of the request body. Default: `"image/png"`.
        """
        return self._client.request(
            _REPLACE,
            path={"id": id},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )


class AsyncFiles(AsyncResource):
    """Asynchronous version of `Files`."""

    async def create(
        self,
        *,
        file: FileInput,
        name: str | Omit = omit,
        options: Options | None = None,
    ) -> models.File:
        """Upload a file: see `Files.create`."""
        return await self._client.request(
            _CREATE, body={"file": file, "name": name}, options=options
        )

    async def create_as_json(
        self, *, url: str, name: str | Omit = omit, options: Options | None = None
    ) -> models.File:
        """Upload a file: see `Files.create_as_json`."""
        return await self._client.request(
            _CREATE_AS_JSON, body={"url": url, "name": name}, options=options
        )

    async def retrieve(self, id: str, *, options: Options | None = None) -> models.File:
        """Call `GET /files/{id}`: see `Files.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)

    async def retrieve_as_csv(self, id: str, *, options: Options | None = None) -> str:
        """Call `GET /files/{id}`: see `Files.retrieve_as_csv`."""
        return await self._client.request(
            _RETRIEVE_AS_CSV, path={"id": id}, options=options
        )

    async def retrieve_as_pdf(
        self, id: str, *, options: Options | None = None
    ) -> bytes:
        """Call `GET /files/{id}`: see `Files.retrieve_as_pdf`."""
        return await self._client.request(
            _RETRIEVE_AS_PDF, path={"id": id}, options=options
        )

    async def update(
        self,
        id: str,
        *,
        body: Mapping[str, object] | Omit = omit,
        content_type: (
            Literal[
                "application/merge-patch+json", "application/strategic-merge-patch+json"
            ]
            | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.File:
        """Call `PATCH /files/{id}`: see `Files.update`."""
        return await self._client.request(
            _UPDATE,
            path={"id": id},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )

    async def replace(
        self,
        id: str,
        *,
        body: FileInput | Omit = omit,
        content_type: Literal["image/png", "image/jpeg"] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Call `PUT /files/{id}`: see `Files.replace`."""
        return await self._client.request(
            _REPLACE,
            path={"id": id},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )
