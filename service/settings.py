"""Every setting, with its default: from the environment (KILDESVAR_…) or from a file named .env."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ingest.errors import ToldError
from service.invalid import in_words

PREFIX = "KILDESVAR_"


class SettingsError(ToldError):
    """A setting that cannot be used; the message names it."""


def _several(given: object) -> object:
    """Values with commas or spaces between them, as they are written in an environment variable."""
    return tuple(given.replace(",", " ").split()) if isinstance(given, str) else given


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_several)]


class Settings(BaseSettings):
    """What can be set. Each name is an environment variable with the prefix KILDESVAR_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="forbid")

    index: Path = Field(default=Path(".kildesvar/index"), description="The folder of the index.")
    documents: Path = Field(default=Path("documents/pdf"), description="The folder of the documents.")
    encoder: str | None = Field(
        default=None, description="A sentence-transformers model, by folder or name; the one that ships when unset."
    )
    qdrant: str | None = Field(
        default=None, description="The address of a Qdrant server that keeps what is searched; this machine when unset."
    )
    qdrant_key: SecretStr | None = Field(default=None, description="The key of the Qdrant server.")
    feedback: Path = Field(default=Path(".kildesvar/feedback.jsonl"), description="Where feedback is written.")

    host: str = Field(default="127.0.0.1", description="The address the service listens on.")
    port: int = Field(default=8000, ge=1, le=65535, description="The port the service listens on.")
    hosts: Names = Field(default=(), description="Names the service is reached under, beside addresses and localhost.")
    origins: Names = Field(default=(), description="Other sites whose pages may use the API (CORS).")
    keys: SecretStr | None = Field(default=None, description="API keys, each as read:… or write:….")
    keys_file: Path | None = Field(default=None, description="A file of API keys.")

    question_length: int = Field(default=2000, ge=1, description="The longest question, in characters.")
    upload_bytes: int = Field(default=50_000_000, ge=1, description="The largest file that can be uploaded, in bytes.")
    body_bytes: int = Field(default=2_000_000, ge=1, description="The largest request that is no upload, in bytes.")
    rate: int | None = Field(default=None, ge=0, description="Requests a minute from one machine; 0 is no limit.")
    concurrent: int = Field(default=64, ge=1, description="Requests worked on at a time.")
    shutdown_seconds: int = Field(default=30, ge=0, description="How long what is being answered may go on at a stop.")

    log_level: Literal["debug", "info", "warning", "error"] = Field(default="warning", description="What is logged.")
    log_format: Literal["text", "json"] = Field(default="text", description="For people or for programs.")
    log_questions: bool = Field(default=False, description="Whether the log holds what is asked.")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process. Raises SettingsError, naming the variable, when one cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper().removeprefix(PREFIX)
        message = f"Innstillingene kan ikke brukes. {in_words({**first, 'loc': [name]})} Se docs/settings.md."
        raise SettingsError(message) from error
