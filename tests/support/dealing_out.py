"""Tests are dealt out to workers group by group, as xdist does it; what is done is forgotten.

xdist counts after each test all that a worker ever had: of twenty thousand tests, seconds.
"""

from xdist.scheduler import LoadGroupScheduling
from xdist.workermanage import WorkerController


class ForgetfulScheduling(LoadGroupScheduling):  # type: ignore[misc]  # xdist has no types
    """The same order, the same groups; a group that is done is no longer counted."""

    def mark_test_complete(
        self, node: WorkerController, item_index: int, duration: float = 0
    ) -> None:
        """Note that a test is done, and give the worker more where it has little left."""
        super().mark_test_complete(node, item_index, duration)
        had = self.assigned_work[node]
        name = self._split_scope(self.registered_collections[node][item_index])
        if name in had and all(had[name].values()):
            del had[name]
