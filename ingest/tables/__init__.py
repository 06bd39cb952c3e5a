"""Tables: grids of slots become Tables with row paths and column paths."""

from ingest.tables.read import find_regions, read_tables
from ingest.tables.region import Region

__all__ = ["Region", "find_regions", "read_tables"]
