"""Upgrade stage: conversion of Swagger 2.0 and OpenAPI 3.0 documents to OpenAPI 3.1."""

from .dialects import to_31, upgrade

__all__ = ["to_31", "upgrade"]
