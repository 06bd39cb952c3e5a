"""Following up: whether a question leans on the ones before it, and what it is when it stands alone."""

from retrieval.conversation.complete import complete, is_follow_up
from retrieval.conversation.swap import Similarity

__all__ = ["Similarity", "complete", "is_follow_up"]
