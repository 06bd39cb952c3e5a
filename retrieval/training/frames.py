"""Frames that turn a heading into something a person might ask, or into the label of a table's row."""

import tomllib
from importlib.resources import files

import numpy as np

Frames = dict[str, list[str]]
_QUESTIONS, _COLUMNS = "frames.toml", "columns.toml"


def load_frames() -> Frames:
    """The frames of questions, in every language."""
    return _load(_QUESTIONS)


def load_columns() -> Frames:
    """The frames of labels, in every language."""
    return _load(_COLUMNS)


def check_frames(content: dict[str, object], source: str) -> Frames:
    """The frames, each with exactly one place for its subject. Raises ValueError, naming the source."""
    frames: Frames = {}
    for language, values in content.items():
        if not isinstance(values, list) or not values:
            raise ValueError(f"{source}: «{language}» must be a list of frames that is not empty")
        for frame in values:
            if not isinstance(frame, str) or frame.count("{}") != 1:
                raise ValueError(f"{source}: «{language}»: frame {frame!r} needs exactly one {{}} for its subject")
        frames[language] = values
    return frames


def _load(name: str) -> Frames:
    return check_frames(tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8")), name)


def ask(frames: Frames, language: str, subject: str, rng: np.random.Generator) -> str:
    """The subject in one of the language's frames."""
    choices = frames[language]
    return choices[int(rng.integers(len(choices)))].replace("{}", subject)
