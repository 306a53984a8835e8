"""The application."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from .routes import bodies, files, pages, parameters, roots, security, streams

TITLE = "Depot"


def make_application() -> FastAPI:
    """Return the application with all its operations."""
    application = FastAPI(title=TITLE, version="1.10")
    for module in (parameters, bodies, roots, files, security, pages, streams):
        application.include_router(module.router)

    @application.exception_handler(security.ProblemError)
    def respond(_request: Request, _error: Exception) -> JSONResponse:
        problem = security.Problem(code=7, reason="conflict")
        return JSONResponse(problem.model_dump(), status_code=409)

    return application
