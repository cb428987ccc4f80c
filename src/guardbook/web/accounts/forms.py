"""Forms for signing in, passwords and colleagues."""

from guardbook.rules.access import AccessRole
from guardbook.web import fields

_CHOOSE_WELL = "At least 12 characters. Three random words are easy to remember and hard to guess."


class SignIn(fields.Form):
    sign_in_name = fields.Text(
        "Email address or sign-in name",
        missing="Enter your email address or sign-in name",
        autocomplete="username",
        max_length=254,
    )
    password = fields.Password()


class FirstRun(fields.Form):
    organisation = fields.Text("Name of your organisation", hint="For example, Rose House Care Ltd", max_length=160)
    name = fields.Text("Your name", autocomplete="name", max_length=120)
    email = fields.Email("Your email address", hint="You will sign in with it. Nothing is sent to it.")
    password = fields.Password(
        "Choose a password", hint=_CHOOSE_WELL, missing="Choose a password", autocomplete="new-password"
    )


class ChangePassword(fields.Form):
    old_password = fields.Password("Password you have now")
    new_password = fields.Password(
        "New password", hint=_CHOOSE_WELL, missing="Choose a new password", autocomplete="new-password"
    )


class Invite(fields.Form):
    name = fields.Text("Your colleague's name", max_length=120)
    email = fields.Email(
        "Their email address",
        required=False,
        hint="If mail is set up, the link is sent to it. You can also pass the link on yourself.",
    )
    role = fields.Radios(
        "What may they do?",
        [
            fields.Choice(
                AccessRole.MANAGER, AccessRole.MANAGER.label, hint="Everything except removing the organisation"
            ),
            fields.Choice(
                AccessRole.CONTRIBUTOR,
                AccessRole.CONTRIBUTOR.label,
                hint="Keeps staff and training records and drafts answers",
            ),
            fields.Choice(AccessRole.READER, AccessRole.READER.label, hint="Looks, and changes nothing"),
            fields.Choice(
                AccessRole.DPO, "Data Protection Officer", hint="Reads everything and advises, and cannot decide"
            ),
            fields.Choice(
                AccessRole.CALDICOTT_GUARDIAN, AccessRole.CALDICOTT_GUARDIAN.label, hint="Reads everything and advises"
            ),
            fields.Choice(AccessRole.SIRO, AccessRole.SIRO.label, hint="Reads everything and advises"),
            fields.Choice(
                AccessRole.OWNER, AccessRole.OWNER.label, hint="Everything, including removing the organisation"
            ),
        ],
        coerce=AccessRole,
        missing="Choose what they may do",
    )


class Accept(fields.Form):
    sign_in_name = fields.Email("Your email address", hint="You will sign in with it.")
    password = fields.Password(
        "Choose a password", hint=_CHOOSE_WELL, missing="Choose a password", autocomplete="new-password"
    )


class NewPassword(fields.Form):
    password = fields.Password(
        "Choose a new password", hint=_CHOOSE_WELL, missing="Choose a password", autocomplete="new-password"
    )


class Access(fields.Form):
    role = fields.Radios(
        "What may they do from now on?",
        [
            *[(role.value, role.label) for role in AccessRole if role is not AccessRole.STAFF],
            ("none", "Nothing: end their access"),
        ],
        missing="Choose what they may do",
    )
