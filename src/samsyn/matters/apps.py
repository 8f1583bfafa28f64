"""The red thread as a Django app."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """Matters, what belongs to them, and their rules of permission."""

    name = "samsyn.matters"
    label = "matters"

    def ready(self) -> None:
        """Lay down who may do what, and let exports hold these tables and the log take changes back."""
        from samsyn.matters import permissions  # noqa: F401, PLC0415 - the rules exist once imported
        from samsyn.matters.actions.inverses import INVERSES  # noqa: PLC0415 - needs the models
        from samsyn.matters.handing.keeping import read_and_follow  # noqa: PLC0415 - needs the models
        from samsyn.matters.handing.marking import mark_unread  # noqa: PLC0415 - needs the models
        from samsyn.matters.mending import absorb_knots, mend_knots  # noqa: PLC0415 - needs the models
        from samsyn.matters.models import EXPORTED, PARTS, DutyTurn, FollowUp  # noqa: PLC0415 - needs the models
        from samsyn.matters.queries.conditions import AS_FOLLOWED  # noqa: PLC0415 - needs the models
        from samsyn.register.roles import add_owned  # noqa: PLC0415 - needs the models
        from samsyn.register.service import (  # noqa: PLC0415 - needs the models
            add_current,
            add_inverses,
            add_parts,
            add_tables,
            listen,
            listen_absorbed,
            mark_changed,
        )

        add_tables(EXPORTED)
        add_inverses(INVERSES)
        add_current(AS_FOLLOWED)
        add_parts(PARTS)
        add_owned(DutyTurn, FollowUp)
        mark_changed(mark_unread)
        listen(mend_knots)
        listen(read_and_follow)
        listen_absorbed(absorb_knots)
