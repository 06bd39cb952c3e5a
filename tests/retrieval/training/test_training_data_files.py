"""The frames of questions and the list of licences."""

import re

import numpy as np
import pytest

from retrieval.training.frames import ask, check_frames, load_frames
from retrieval.training.licences import check_sources, load_sources


def test_frames_hold_the_three_languages() -> None:
    """Bokmål, nynorsk and English are asked in."""
    frames = load_frames()
    assert set(frames) == {"nb", "nn", "en"}
    asked = ask(frames, "nn", "brøyting", np.random.default_rng(1))
    assert "brøyting" in asked
    assert asked != "brøyting"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"nb": []}, "not empty"),
        ({"nb": ["Hva?"]}, "exactly one"),
        ({"nb": ["{} {}"]}, "exactly one"),
        ({"nb": [3]}, "3"),
    ],
)
def test_bad_frames_are_refused(content: dict[str, object], complaint: str) -> None:
    """The error names the file, the key and the remedy."""
    with pytest.raises(ValueError, match=rf"frames\.toml: «nb».*{re.escape(complaint)}"):
        check_frames(content, "frames.toml")


def test_every_source_has_a_licence() -> None:
    """The list is complete and names no source twice."""
    sources = load_sources()
    assert len({source.name for source in sources}) == len(sources) >= 9
    assert all(source.licence for source in sources)


@pytest.mark.parametrize(
    "content", [{}, {"source": []}, {"source": [{"name": "x"}]}, {"source": [{"name": "", "licence": "y"}]}]
)
def test_a_source_without_a_licence_is_refused(content: dict[str, object]) -> None:
    """What may not be named may not be used."""
    with pytest.raises(ValueError, match=r"licences\.toml.*«licence»"):
        check_sources(content)
