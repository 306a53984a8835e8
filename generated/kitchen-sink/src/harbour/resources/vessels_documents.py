"""The `client.vessels.documents` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    FileInput,
    Formatted,
    ListOf,
    Omit,
    Operation,
    Options,
    Part,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models, params

_UPLOAD: Operation[models.Receipt] = Operation(
    "POST",
    "/vessels/{imo}/documents",
    returns="Receipt",
    body="multipart/form-data",
    body_required=True,
    parts={
        "manifest": Part(content_type="application/json"),
        "scans": Part(content_type="image/png"),
    },
    accept="application/vnd.harbour.receipt+json",
    formats={"body": {"scans": ListOf(Formatted("file"))}},
)


class VesselsDocuments(Resource):
    """Documents: `upload`."""

    def upload(
        self,
        imo: int,
        *,
        manifest: params.ManifestParam | models.Manifest,
        scans: Sequence[FileInput],
        seal: bytes | str | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        remark: str | None | Omit = omit,
        options: Options | None = None,
    ) -> models.Receipt:
        """Hand in papers.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            Filed.
        """
        return self._client.request(
            _UPLOAD,
            path={"imo": imo},
            body={
                "manifest": manifest,
                "scans": scans,
                "seal": seal,
                "tags": tags,
                "remark": remark,
            },
            options=options,
        )


class AsyncVesselsDocuments(AsyncResource):
    """Asynchronous version of `VesselsDocuments`."""

    async def upload(
        self,
        imo: int,
        *,
        manifest: params.ManifestParam | models.Manifest,
        scans: Sequence[FileInput],
        seal: bytes | str | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        remark: str | None | Omit = omit,
        options: Options | None = None,
    ) -> models.Receipt:
        """Hand in papers: see `VesselsDocuments.upload`."""
        return await self._client.request(
            _UPLOAD,
            path={"imo": imo},
            body={
                "manifest": manifest,
                "scans": scans,
                "seal": seal,
                "tags": tags,
                "remark": remark,
            },
            options=options,
        )
