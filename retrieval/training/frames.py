"""Frames that turn a heading into something a person might ask."""

import tomllib
from importlib.resources import files

import numpy as np

Frames = dict[str, list[str]]
_FILE = "frames.toml"


def load_frames() -> Frames:
    """The frames of every language."""
    return check_frames(tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8")))


def check_frames(content: dict[str, object]) -> Frames:
    """The frames, each with exactly one place for its subject."""
    frames: Frames = {}
    for language, values in content.items():
        if not isinstance(values, list) or not values:
            raise ValueError(f"{_FILE}: «{language}» must be a list of frames that is not empty")
        for frame in values:
            if not isinstance(frame, str) or frame.count("{}") != 1:
                raise ValueError(f"{_FILE}: «{language}»: frame {frame!r} needs exactly one {{}} for its subject")
        frames[language] = values
    return frames


def ask(frames: Frames, language: str, subject: str, rng: np.random.Generator) -> str:
    """The subject in one of the language's frames."""
    choices = frames[language]
    return choices[int(rng.integers(len(choices)))].replace("{}", subject)
