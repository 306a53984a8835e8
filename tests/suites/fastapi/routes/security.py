"""Security schemes, and errors."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Response, Security
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)
from pydantic import BaseModel

router = APIRouter(tags=["security"])
password = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read."})


class Token(BaseModel):
    """A token, as in FastAPI's tutorial."""

    access_token: str
    token_type: str


@router.post("/token")
def login(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    if (form.username, form.password) != ("ada", "secret"):
        raise HTTPException(400, "Incorrect username or password")
    return Token(access_token=f"ada:{' '.join(form.scopes)}", token_type="bearer")


@router.get("/me")
def read_me(token: Annotated[str, Security(password, scopes=["read"])]) -> str:
    if not token.startswith("ada:"):
        raise HTTPException(401, "Invalid token")
    return token


@router.get("/secured/basic")
def read_basic(user: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]) -> str:
    return f"{user.username}:{user.password}"


@router.get("/secured/bearer")
def read_bearer(
    token: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())],
) -> str:
    return f"{token.scheme} {token.credentials}"


@router.get("/secured/header")
def read_key_header(key: Annotated[str, Depends(APIKeyHeader(name="X-Key"))]) -> str:
    return key


@router.get("/secured/query")
def read_key_query(key: Annotated[str, Depends(APIKeyQuery(name="query_key"))]) -> str:
    return key


@router.get("/secured/cookie")
def read_key_cookie(key: Annotated[str, Depends(APIKeyCookie(name="pass"))]) -> str:
    return key


class Problem(BaseModel):
    """An error of the application."""

    code: int
    reason: str


class ProblemError(Exception):
    """Raised to respond with a problem."""


@router.get("/errors/{status}", responses={409: {"model": Problem}})
def fail(status: int, limit: Annotated[int, Query(le=100)] = 1) -> str:
    if status == 409:
        raise ProblemError
    if status >= 400:
        raise HTTPException(status, detail={"why": "asked for", "limit": limit})
    return "fine"


@router.get("/reply")
def read_reply(response: Response) -> str:
    response.headers["X-Total"] = "3"
    response.set_cookie("seen", "yes")
    return "body"
