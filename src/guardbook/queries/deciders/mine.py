"""Which working pages are somebody's own."""

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.roles import held
from guardbook.rules.access import AccessRole, Permission
from guardbook.rules.roles.vocabulary import Role

_BY_ACCESS = {
    AccessRole.DPO: Role.DPO,
    AccessRole.CALDICOTT_GUARDIAN: Role.CALDICOTT_GUARDIAN,
    AccessRole.SIRO: Role.SIRO,
}


def roles(ctx: Context) -> tuple[Role, ...]:
    """The roles whose working page is this person's own: they hold it today, or were given its access. One query."""
    if Permission.OVERSIGHT_VIEW not in ctx.by.permissions or ctx.by.user_id is None:
        return ()
    today = clock.uk_today(ctx.now)
    mine = {
        each.role
        for each in held.holdings(ctx.organisation_id)
        if each.user_id == ctx.by.user_id and each.holds_on(today)
    }
    given = {role for access, role in _BY_ACCESS.items() if access == ctx.by.role}
    return tuple(role for role in Role if role in mine | given)
