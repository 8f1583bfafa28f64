"""The plan as a Django app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Plans, assessments and wording, and their rules of permission."""

    name = "samsyn.plan"
    label = "plan"

    def ready(self) -> None:
        """Lay down who may do what, and let exports hold these tables and the log take changes back."""
        from samsyn.plan import permissions  # noqa: F401, PLC0415 - the rules exist once imported
        from samsyn.plan.actions.inverses import INVERSES  # noqa: PLC0415 - needs the models
        from samsyn.plan.models import EXPORTED, PARTS  # noqa: PLC0415 - needs the models
        from samsyn.plan.notes.keeping import mark_unread, read_for_plans  # noqa: PLC0415 - needs the models
        from samsyn.register.service import (  # noqa: PLC0415 - needs the models
            add_inverses,
            add_parts,
            add_tables,
            listen,
            mark_changed,
        )

        add_tables(EXPORTED)
        add_inverses(INVERSES)
        add_parts(PARTS)
        mark_changed(mark_unread)
        listen(read_for_plans)
