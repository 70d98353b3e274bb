"""Records projected from claims and judgements under a stated rule: updated, rebuilt, asked, judged."""

from tawthiq.register.judge import judge_all, judge_claim, judge_pair, restore, retract, separate, undo
from tawthiq.register.project import project_all
from tawthiq.register.queries import (
    Behind,
    claims_behind,
    counted,
    find_mention,
    find_records,
    get_record,
    record_ids_of,
    record_of,
    records,
    stored_hash,
    to_review,
)
from tawthiq.register.rule import Rule, default_rule, load_rule
from tawthiq.register.update import Changes, rebuild, update

__all__ = [
    "Behind",
    "Changes",
    "Rule",
    "claims_behind",
    "counted",
    "default_rule",
    "find_mention",
    "find_records",
    "get_record",
    "judge_all",
    "judge_claim",
    "judge_pair",
    "load_rule",
    "project_all",
    "rebuild",
    "record_ids_of",
    "record_of",
    "records",
    "restore",
    "retract",
    "separate",
    "stored_hash",
    "to_review",
    "undo",
    "update",
]
