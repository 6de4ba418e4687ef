"""What the codes in the ledger are called on the screen, by entity and field."""

from desktop_app.texts import ledger, review, units

TARGET_KINDS = {
    "cumulative": "累计",
    "ratio": "比率",
    "growth": "增长",
    "cap": "上限",
    "zero": "零发生",
    "coverage": "覆盖",
    "frequency": "频次",
    "document": "文件成果",
}
CODES = {
    ("task", "state"): ledger.STATES,
    ("task", "deadline_kind"): {
        "date": "日期",
        "period_end": "期末",
        "ongoing": "长期",
        "recurring": "定期",
        "relative": "相对时限",
        "event": "事件",
        "start": "起始",
        "default": "默认",
    },
    ("target", "kind"): TARGET_KINDS,
    ("target", "comparator"): {**review.COMPARATORS, "=": "等于"},
    ("unit", "kind"): units.KINDS,
    ("plan", "kind"): {"plan": "工作要点", "summary": "工作总结", "ledger": "台账"},
    ("assignment", "role"): {"lead": "牵头", "co": "配合"},
    ("round", "state"): {"open": "填报中", "voided": "已作废"},
    ("decision", "choice"): {"take": "采用填报的值", "keep": "保留台账的值"},
}


def of(entity: str, field: str, written: str) -> str:
    """A value as the clerk reads it; what is no code is what it is."""
    return CODES.get((entity, field), {}).get(written, written)
