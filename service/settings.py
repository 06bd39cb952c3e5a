"""Every setting, with its default: from the environment (KILDESVAR_…) or from a file named .env."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.invalid import in_words

PREFIX = "KILDESVAR_"


class SettingsError(Exception):
    """A setting that cannot be used; the message names it."""


class Settings(BaseSettings):
    """What can be set. Each name is an environment variable with the prefix KILDESVAR_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="forbid")

    index: Path = Field(default=Path(".kildesvar/index"), description="The folder of the index.")
    documents: Path = Field(default=Path("documents/pdf"), description="The folder of the documents.")
    encoder: str | None = Field(
        default=None, description="A sentence-transformers model, by folder or name; the one that ships when unset."
    )
    host: str = Field(default="127.0.0.1", description="The address the service listens on.")
    port: int = Field(default=8000, ge=1, le=65535, description="The port the service listens on.")
    question_length: int = Field(default=2000, ge=1, description="The longest question, in characters.")
    upload_bytes: int = Field(default=50_000_000, ge=1, description="The largest file that can be uploaded, in bytes.")
    feedback: Path = Field(default=Path(".kildesvar/feedback.jsonl"), description="Where feedback is written.")


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
