"""Published advisories of code generators, and the tests that repeat their attacks."""

from __future__ import annotations

from typing import Final, NamedTuple


class Advisory(NamedTuple):
    """Advisories of one generator with the same vector.

    Attributes:
        generator: Name of the generator.
        ids: Identifiers of the advisories, or issues without one.
        vector: Where the attack is in the document or the input.
        tests: Names of the sinks in `sinks.py`, or of test functions.
    """

    generator: str
    ids: tuple[str, ...]
    vector: str
    tests: tuple[str, ...]


ADVISORIES: Final = (
    Advisory(
        "openapi-python-client",
        ("GHSA-9x4c-63pf-525f", "CVE-2020-15142"),
        "names in generated code",
        ("schema-names", "property-names", "parameter-names", "operation-ids"),
    ),
    Advisory(
        "openapi-python-client",
        ("GHSA-7wgr-7666-7pwj", "CVE-2020-15141"),
        "names of generated files",
        ("test_names_stay_inside_the_folder",),
    ),
    Advisory(
        "openapi-python-client",
        ("GHSA-5293-mq8x-g3xj",),
        "text that leaves strings, docstrings and f-strings",
        ("descriptions", "defaults", "media-types", "paths"),
    ),
    Advisory(
        "datamodel-code-generator",
        ("CVE-2026-63720", "GHSA-7x49-hhjc-29rg"),
        "code in a schema",
        ("schema-names", "property-names", "defaults", "enums", "constants"),
    ),
    Advisory(
        "datamodel-code-generator",
        ("GHSA-5578-w22f-pfx9",),
        "`x-python-import` and `customTypePath`",
        ("extensions",),
    ),
    Advisory(
        "datamodel-code-generator",
        (
            "GHSA-386q-5hp3-95m9",
            "GHSA-m34r-v34r-rf9q",
            "GHSA-wjv6-jcfj-mf9r",
            "GHSA-8m8r-38jm-f355",
        ),
        "`default_factory`, `x-python-type`, comments and validators",
        ("extensions", "defaults", "descriptions"),
    ),
    Advisory(
        "datamodel-code-generator",
        ("GHSA-j884-q54q-mmx3",),
        "carriage return in the description of a union",
        ("unions",),
    ),
    Advisory(
        "datamodel-code-generator",
        ("GHSA-rfr2-mq9m-x2qx", "GHSA-954p-556p-r752"),
        "requests to internal addresses by references",
        ("test_references_send_no_requests", "test_private_addresses_are_refused"),
    ),
    Advisory(
        "datamodel-code-generator",
        ("PR 2428",),
        "name of the input file in a header comment",
        ("test_file_names_are_not_code",),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-41134", "GHSA-2hx3-vp6r-mg3f"),
        "defaults, enum values, property names, descriptions",
        ("defaults", "enums", "property-names", "descriptions"),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-59862", "GHSA-7f3j-j7jj-r3vr"),
        "line break in a description of `x-ms-enum`",
        ("enums",),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-59859", "CVE-2026-59860", "CVE-2026-59861"),
        "string interpolation and line breaks in comments",
        ("descriptions", "defaults"),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-59866", "GHSA-4vv7-jj25-4gh6"),
        "class and namespace of `x-ms-kiota-info`",
        ("extensions", "test_names_stay_inside_the_folder"),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-59863", "GHSA-4jwf-m4wg-8p66", "GHSA-p5rm-jg5c-8c77"),
        "output paths with `..`, also percent-encoded and with homoglyphs",
        ("test_names_stay_inside_the_folder", "test_manifests_stay_inside_the_folder"),
    ),
    Advisory(
        "Kiota",
        ("CVE-2026-59867", "GHSA-rg4h-fpcp-2qm8"),
        "local files and requests by references",
        ("test_references_read_no_other_files", "test_references_send_no_requests"),
    ),
    Advisory(
        "OpenAPI.NET",
        ("PR 3000",),
        "YAML aliases that multiply",
        ("test_yaml_aliases_do_not_multiply",),
    ),
    Advisory(
        "orval",
        (
            "CVE-2026-22785",
            "CVE-2026-23947",
            "CVE-2026-24132",
            "CVE-2026-25141",
            "CVE-2026-71869",
            "GHSA-2h9g-j24r-h63g",
        ),
        "summaries, `x-enumDescriptions`, constants, defaults, server URLs, paths",
        ("descriptions", "enums", "constants", "defaults", "servers", "paths"),
    ),
    Advisory(
        "swagger-typescript-api",
        (
            "GHSA-38c3-wv3c-v3xj",
            "GHSA-hqj5-cw9f-rx67",
            "GHSA-5f94-x226-ccpm",
            "GHSA-w284-33mx-6g9v",
        ),
        "server URLs, enum values, paths",
        ("servers", "enums", "paths"),
    ),
    Advisory(
        "swagger-typescript-api",
        ("GHSA-h754-fxp7-88wx",),
        "credentials for the document sent to hosts of references",
        ("test_credentials_are_not_sent_to_other_origins",),
    ),
    Advisory(
        "swagger-typescript-api",
        ("GHSA-x36r-4347-pm5x",),
        "requests by references",
        ("test_references_send_no_requests", "test_private_addresses_are_refused"),
    ),
    Advisory(
        "oapi-codegen",
        ("GHSA-rjwr-m7qx-3fjr", "GHSA-xrqw-w576-xgj2", "GHSA-jwgf-6xff-4hvp"),
        "server descriptions, enum values, paths",
        ("servers", "enums", "paths"),
    ),
    Advisory(
        "oapi-codegen",
        ("GHSA-9c2f-gr95-7wqw",),
        "`x-go-type-import`",
        ("extensions",),
    ),
    Advisory(
        "openapi-typescript-codegen",
        ("issue 2809",),
        "paths, parameters, media types, headers, servers, versions",
        ("paths", "parameter-names", "media-types", "headers", "servers", "info"),
    ),
    Advisory(
        "swagger-codegen",
        ("CVE-2016-5641", "issue 11309", "PR 12257"),
        "quotes in paths and descriptions",
        ("paths", "descriptions"),
    ),
    Advisory(
        "swagger-codegen",
        ("CVE-2017-1000207", "CVE-2017-1000208"),
        "YAML tags that create objects",
        ("test_yaml_tags_create_no_objects",),
    ),
    Advisory(
        "openapi-generator",
        ("CVE-2024-35219",),
        "output folder outside of the intended one",
        ("test_manifests_stay_inside_the_folder", "test_links_are_not_followed"),
    ),
    Advisory(
        "openapi-generator",
        ("CVE-2023-27162",),
        "requests to the URL of a document",
        ("test_private_addresses_are_refused",),
    ),
    Advisory(
        "openapi-generator",
        ("issue 9809",),
        "code in paths",
        ("paths",),
    ),
    Advisory(
        "tapir",
        ("GHSA-gpcc-36pq-8qxr",),
        "unsafe identifiers",
        ("schema-names", "property-names", "operation-ids", "tags"),
    ),
)
