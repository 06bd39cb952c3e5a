"""Which pages were not read: a count and runs that say neither too much nor too little."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Page, PageState
from ingest.unread import STATES, unread_pages


@given(st.lists(st.sampled_from(PageState), max_size=40))
def test_the_runs_are_the_pages(states: list[PageState]) -> None:
    """Every unread page stands in one run of its state, runs do not touch, and pages that were read stand in none."""
    pages = [Page(number, None, 1, 0, state) for number, state in enumerate(states, start=1)]
    found = unread_pages(pages)
    named = {number: one.state for one in found for first, last in one.runs for number in range(first, last + 1)}
    assert named == {page.number: page.state for page in pages if page.state in STATES}
    for one in found:
        assert one.count == sum(state is one.state for state in states)
        assert all(last + 1 < first for (_, last), (first, _) in zip(one.runs, one.runs[1:], strict=False))
