"""The closed vocabularies that code depends on. Labels and mappings of each code stand in data/codes."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a mention speaks of, and what kind of record it becomes."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    INCIDENT = "incident"
    CASUALTY = "casualty"
    AFFILIATION = "affiliation"
    MEETING = "meeting"
    DELEGATION = "delegation"
    AGREEMENT = "agreement"
    CLAUSE = "clause"
    RESPONSE = "response"
    TALLY = "tally"
    LISTING = "listing"
    INITIATIVE = "initiative"
    POST = "post"
    STATEMENT = "statement"


class Stance(StrEnum):
    """What the speaker does with what is said."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    CALLS_FOR = "calls_for"


class Bound(StrEnum):
    """How a number is limited by the words around it."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    PERCENT = "percent"


class Voice(StrEnum):
    """Who speaks: the outlet itself, a named source, or one that is not named."""

    OUTLET = "outlet"
    NAMED = "named"
    ANONYMOUS = "anonymous"


class Fate(StrEnum):
    """What became of a person; HURIDOCS status at the end of the act, in the short form used here."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    SURVIVED = "survived"
    NONE = "none"


class IncidentType(StrEnum):
    """What was done; mapped to ACLED, PLOVER and HURIDOCS in data/codes/incident_types.toml."""

    ASSASSINATION = "assassination"
    ATTEMPTED_ASSASSINATION = "attempted_assassination"
    KILLING = "killing"
    EXPLOSION = "explosion"
    SUICIDE_ATTACK = "suicide_attack"
    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    ARMED_CLASH = "armed_clash"
    KIDNAPPING = "kidnapping"
    ARREST = "arrest"
    TORTURE = "torture"
    EXECUTION = "execution"
    ROBBERY = "robbery"
    SEIZURE = "seizure"
    PROTEST = "protest"
    OTHER = "other"


class Weapon(StrEnum):
    GUNFIRE = "gunfire"
    IED = "ied"
    CAR_BOMB = "car_bomb"
    SUICIDE_BELT = "suicide_belt"
    MINE = "mine"
    GRENADE = "grenade"
    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    KNIFE = "knife"
    OTHER = "other"


class VictimGroup(StrEnum):
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    GOVERNMENT_FORCES = "government_forces"
    SECURITY_FORCES = "security_forces"
    ARMED_GROUP = "armed_group"
    FORMER_OPPOSITION = "former_opposition"
    JOURNALISTS = "journalists"
    MEDICS = "medics"
    FOREIGNERS = "foreigners"
    UNKNOWN = "unknown"


class Metric(StrEnum):
    """What a tally counts."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    SURVIVED = "survived"
    OPERATIONS = "operations"
    OTHER = "other"


class AgreementStatus(StrEnum):
    PROPOSED = "proposed"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    BROKEN = "broken"
    LAPSED = "lapsed"
    FAILED = "failed"
    DENIED = "denied"


class AffiliationStatus(StrEnum):
    CURRENT = "current"
    FORMER = "former"
    CLOSE_TO = "close_to"


class DelegationMode(StrEnum):
    PRESENT = "present"
    PROXY = "proxy"
    ABSENT = "absent"


class Conduct(StrEnum):
    """What a party did with what a clause asks of it."""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    BREACHED = "breached"


class Verdict(StrEnum):
    """What is judged: a claim (the first three), a pair of mentions (to unsure), a report, a judgement (undone)."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RETRACTED = "retracted"
    RESTORED = "restored"
    UNDONE = "undone"


class Standing(StrEnum):
    """What a claim counts for in the register, once judgements, stance and rule are applied."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    CONTESTED = "contested"
    REJECTED = "rejected"

    @property
    def counts(self) -> bool:
        """Whether a value of this standing feeds its record; any other is only shown beside it."""
        return self in (Standing.ACCEPTED, Standing.PROPOSED)
