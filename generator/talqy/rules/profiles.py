"""S: the rule profiles by which discussions are counted: that they exist, and hold on the day."""

from collections.abc import Iterator

from talqy.errors import Named, Saying
from talqy.law.periods import posting_day
from talqy.model import paths
from talqy.model.problem import Path, Problem
from talqy.model.project import RulesChoice
from talqy.model.register import Register
from talqy.model.revision import Consultation
from talqy.model.standing import Stage, is_mendable
from talqy.rules.rule import CheckContext, breach, rule

_RULES: Path = ("consultation", "rules")


@rule(
    "S07",
    is_together=True,
    source="standards/project.yaml: rules; lists/profiles.yaml: the days of each wording",
)
def profiles_are_known(context: CheckContext) -> Iterator[Problem]:
    """Every discussion is counted by a rule profile that exists, for its act and its posting."""
    rules = context.register.project.rules
    for at, choice in enumerate(rules if isinstance(rules, tuple) else (rules,)):
        path: Path = ("rules", at) if isinstance(rules, tuple) else ("rules",)
        yield from _unknown_profile(context, paths.PROJECT, path, choice)
    for record, revision, standing in context.revisions():
        consultation = revision.consultation
        if consultation is None:
            continue
        file = paths.revision_file(record.id, revision.revision)
        own = consultation.rules
        yield from _unknown_profile(context, file, _RULES, own)
        if own is not None:
            yield from _of_other_days(context, file, consultation, own, standing.stage)
        elif not isinstance(rules, tuple):
            yield from _of_other_days(context, file, consultation, rules, standing.stage)
        elif standing.counting is None:
            yield _none_holds(file, consultation)


def _unknown_profile(
    context: CheckContext, file: str, path: Path, choice: object
) -> Iterator[Problem]:
    profiles = context.register.profiles
    if isinstance(choice, str) and choice not in profiles:
        yield breach(
            file,
            path,
            "there is no rule profile “{name}”",
            "known profiles: {known}; or give days, unit, law, article and wording of your own",
            name=choice,
            known=", ".join(sorted(profiles)),
        )


def _none_holds(file: str, consultation: Consultation) -> Problem:
    return breach(
        file,
        ("consultation",),
        "none of the project's rule profiles is known to hold for {act} posted on {posted}",
        "find the rule that holds, and name its profile under consultation: rules",
        act=consultation.act or Saying("an act"),
        posted=posting_day(consultation),
    )


def _of_other_days(
    context: CheckContext,
    file: str,
    consultation: Consultation,
    choice: RulesChoice,
    stage: Stage,
) -> Iterator[Problem]:
    """Name a profile that is the only choice, and is not known to hold for the act and the day.

    Where another one holds, that is an error while it can be mended. Where none is known to hold,
    it may be right: somebody has to read the wording of that day.
    """
    register = context.register
    profile = register.profiles.get(choice) if isinstance(choice, str) else choice
    act, posted = consultation.act, posting_day(consultation)
    if profile is None or profile.holds(act, posted):
        return
    path: Path = _RULES if consultation.rules else ("consultation",)
    said = {
        "name": choice if isinstance(choice, str) else Named(profile.law),
        "act": act or Saying("an act"),
        "posted": posted,
    }
    if known := _holding(register, consultation):
        yield breach(
            file,
            path,
            "the rule profile “{name}” does not hold for {act} posted on {posted}",
            "name “{known}” under consultation: rules; it holds there, by what was read of the law",
            mild=not is_mendable(stage),
            known=known,
            **said,
        )
    else:
        yield breach(
            file,
            path,
            "that the rule profile “{name}” holds for {act} posted on {posted} is not known",
            "read the wording of that day, and give its days, unit, law, article and wording under "
            "consultation: rules",
            mild=True,
            **said,
        )


def _holding(register: Register, consultation: Consultation) -> str:
    """Return the shipped profile that is known to hold for an act and a day; empty where none is.

    Of several for acts of different kinds none is offered: which it is, the act decides.
    """
    posted = posting_day(consultation)
    found = [n for n, p in register.profiles.items() if p.holds(consultation.act, posted)]
    return found[0] if len(found) == 1 else ""
