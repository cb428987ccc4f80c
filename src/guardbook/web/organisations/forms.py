"""Forms about the provider itself."""

from guardbook.web import fields


class Details(fields.Form):
    """Facts that toolkit items ask for; all may wait."""

    marks_optional = False

    name = fields.Text("Name shown on pages and documents", max_length=160)
    legal_name = fields.Text(
        "Legal name", hint="As at Companies House or the Charity Commission", required=False, max_length=160
    )
    ods_code = fields.Text(
        "ODS code",
        hint="Care providers usually have one that starts with A or V",
        required=False,
        max_length=12,
        width=10,
    )
    cqc_provider_id = fields.Text(
        "CQC provider number", hint="Like 1-123456789", required=False, max_length=20, width=20
    )
    ico_number = fields.Text(
        "Data protection registration number",
        hint="On your certificate from the data protection regulator, like ZA123456",
        required=False,
        max_length=12,
        width=10,
    )
    ico_legal_name = fields.Text("Name on that registration", required=False, max_length=160)
    ico_expires_on = fields.Date("When that registration runs out", required=False)
    ico_exempt_reason = fields.LongText(
        "If you need not pay the fee, say why", hint="Only a few small charities are exempt", required=False
    )
    nhsmail_only = fields.YesNoUnsure("Is NHSmail your only email system?", required=False)
    cyber_essentials_until = fields.Date("Cyber Essentials certificate runs out", required=False)
    cyber_essentials_plus_until = fields.Date("Cyber Essentials Plus certificate runs out", required=False)
    people_supported = fields.Number("How many people do you support?", required=False, most=200_000)


class Site(fields.Form):
    name = fields.Text("Name of the site", max_length=160)
    ods_code = fields.Text("ODS code", required=False, max_length=12, width=10)
    cqc_location_id = fields.Text("CQC location number", required=False, max_length=20, width=20)
