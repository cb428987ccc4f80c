"""Makes the frozen values that rules and pages use from the shapes of files."""

from collections.abc import Mapping

from guardbook.content.packfiles.assembling import Sketch
from guardbook.content.packfiles.shapes import FrameworkShape, ItemShape, KnowledgeShape, KnownShape, PackShape
from guardbook.rules.frameworks import items, packs
from guardbook.rules.verdict import Confidence

Notes = Mapping[Confidence, str]


def pack(sketch: Sketch) -> packs.Pack:
    """The pack as a value, its questions in the toolkit's order."""
    shape = sketch.pack
    notes = shape.confidence_notes
    return packs.Pack(
        code=shape.code,
        version=shape.version,
        year=shape.year,
        name=shape.name,
        origin=shape.origin,
        items=tuple(item(each, notes) for each in sketch.items),
        category=shape.category,
        opened_on=shape.opened_on,
        closes_on=shape.closes_on,
        previous=shape.previous,
        based_on=shape.based_on,
        totals=_totals(shape, notes),
        doubts=tuple(packs.Doubt(each.ref, each.why) for each in shape.doubts),
        standards=tuple(packs.Standard(each.number, each.name, each.theme) for each in shape.standards),
        assertions=tuple(packs.Assertion(each.ref, each.title) for each in shape.assertions),
        topics=tuple(packs.Topic(each.name, each.parts) for each in shape.topics),
        sources=tuple(packs.Source(each.key, each.title, each.address) for each in shape.sources),
        migrations=_migrations(shape, notes),
        retired=tuple(packs.Retirement(each.ref, each.why, each.merged_into) for each in shape.retired),
        notes=shape.notes,
        made_up_names=shape.made_up_names,
        imported=packs.Imported(**shape.imported.model_dump()) if shape.imported else None,
        fingerprint=shape.fingerprint,
    )


def item(shape: ItemShape, notes: Notes) -> items.Item:
    """One question as a value; ``notes`` say in words what each confidence word means."""
    group, subgroup = shape.topic or (None, None)
    return items.Item(
        ref=shape.ref,
        level=shape.level,
        answer=shape.answer,
        question=shape.question,
        known=_knowledge(shape.known, notes),
        group=group,
        subgroup=subgroup,
        also_accepts=shape.also_accepts,
        why=shape.why,
        good=shape.good,
        example=shape.example,
        who_helps=shape.who_helps,
        term=shape.term,
        not_applicable=items.NotApplicable(**shape.not_applicable.model_dump()),
        exemptions=shape.exemptions,
        exemptions_elsewhere=shape.exemptions_elsewhere,
        threshold=items.Threshold(**shape.threshold.model_dump()) if shape.threshold else None,
        window=items.Window(**shape.window.model_dump()) if shape.window else None,
        register=shape.source_register,
        rule=shape.rule,
        why_no_rule=shape.why_no_rule,
        minutes=shape.minutes,
        prior_refs=tuple(sorted(shape.prior_refs.items())),
        changed=shape.changed,
        note=shape.note,
        sources=shape.sources,
        official_help=shape.official_help,
    )


def framework(shape: FrameworkShape) -> packs.Framework:
    """The toolkit across its versions, as a value."""
    return packs.Framework(
        code=shape.code,
        name=shape.name,
        versions=shape.versions,
        deadlines=tuple(
            packs.Deadline(each.year, each.version, each.on, known(each.known, {}), each.sources)
            for each in shape.deadlines
        ),
        next_version=shape.next_version,
        getting_the_list=shape.getting_the_list,
        sources=tuple(packs.Source(each.key, each.title, each.address) for each in shape.sources),
    )


def known(shape: KnownShape, notes: Notes) -> items.Known:
    """How well a fact is known; without a note of its own it takes the pack's words for that confidence."""
    return items.Known(shape.confidence, shape.note or notes.get(shape.confidence, ""))


def _knowledge(shape: KnowledgeShape, notes: Notes) -> items.Knowledge:
    facts = {name: getattr(shape, name) for name in type(shape).model_fields}
    return items.Knowledge(**{name: known(fact, notes) for name, fact in facts.items() if fact is not None})


def _totals(shape: PackShape, notes: Notes) -> packs.Totals | None:
    totals = shape.totals
    if totals is None:
        return None
    return packs.Totals(totals.mandatory, totals.approaching, known(totals.known, notes), totals.shown, totals.sources)


def _migrations(shape: PackShape, notes: Notes) -> tuple[packs.Migration, ...]:
    return tuple(
        packs.Migration(
            each.from_version,
            each.standards,
            tuple(packs.Renumbering(one.old, one.new, known(one.known, notes)) for one in each.renumbered),
        )
        for each in shape.migrations
    )
