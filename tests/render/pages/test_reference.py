"""The reference in `api.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.render.pet_shop import generated

if TYPE_CHECKING:
    from sdksmith.render.rendered import RenderedFile


EXPECTED = """\
- `client.ping() -> Any`: `GET /ping`
- `client.admin.events.list(...) -> Page[models.Report, list[models.Report]]`: `GET /admin/events`
- `client.admin.events.live() -> Stream[models.AdminEventLiveResponse]`: `GET /admin/events/live`
- `client.admin.keys.list() -> Page[models.Report, models.AdminKeyListResponse]`: `GET /admin/keys`
- `client.admin.logs.list(...) -> Page[models.Report, list[models.Report]]`: `GET /admin/logs`
- `client.admin.logs.stream() -> Stream[models.Report]`: `GET /admin/logs/stream`
- `client.admin.reports.list(...) -> Page[models.Report, models.AdminReportListResponse]`: `GET /admin/reports`
- `client.admin.users.list(...) -> Page[models.Report, models.AdminUserListResponse]`: `GET /admin/users`
- `client.pets.list(...) -> Page[models.Pet, list[models.Pet]]`: `GET /pets` (deprecated)
- `client.pets.create(name=..., ...) -> models.Pet`: `POST /pets`
- `client.pets.retrieve(pet_id, ...) -> models.Pet`: `GET /pets/{pet id}`
- `client.pets.update(pet_id, body=..., if_match=..., ...) -> None`: `PUT /pets/{pet id}`
- `client.pets.photos.create(pet, file=..., ...) -> str`: `POST /pets/{pet}/photos`
- `client.pets.toys.delete(pet, toy) -> None`: `DELETE /pets/{pet}/toys/{toy}`
- `client.pets.toys.follow() -> Stream[models.Toy]`: `GET /toys`
- `client.pets.toys.import_(body=...) -> Stream[models.Toy]`: `POST /toys`
- `client.pets.toys.picture() -> bytes`: `GET /toys/picture`
- `parse_pet_born(payload) -> models.Pet`: Parse the payload of the petBorn webhook
- `parse_toy_lost(payload) -> models.Toy`: Parse the payload of the toyLost webhook (deprecated)
- `parse_webhook(payload, headers) -> models.Pet | models.Toy`: Parse the payload of any webhook, identified by the X-Event header
"""


def test_api_md_lists_every_method_once(files: tuple[RenderedFile, ...]) -> None:
    lines = [x for x in generated(files)["api.md"].splitlines() if x.startswith("- ")]
    assert lines == EXPECTED.splitlines()
