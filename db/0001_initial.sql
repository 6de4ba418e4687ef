-- The ledger. Tables of records hold what desktop_app/domain/model.py names, in the same columns and order.
-- References are checked at COMMIT, so a set of changes may come in any order. Ordering columns are not UNIQUE:
-- a swap would fail half way through a set.

CREATE TABLE plan (
    key INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    notice_title TEXT,
    doc_number TEXT,
    issuer TEXT,
    issued_on TEXT,
    year INTEGER,
    addressees TEXT,
    source TEXT,
    file TEXT,
    file_name TEXT
) STRICT;

CREATE TABLE section (
    key INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    no TEXT,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE task (
    key INTEGER PRIMARY KEY,
    plan INTEGER REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    section INTEGER REFERENCES section DEFERRABLE INITIALLY DEFERRED,
    parent INTEGER REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    no TEXT,
    title TEXT NOT NULL,
    text TEXT,
    leader TEXT,
    start TEXT,
    deadline TEXT,
    deadline_raw TEXT,
    deadline_kind TEXT,
    state TEXT NOT NULL,
    note TEXT,
    span_start INTEGER,
    span_end INTEGER,
    title_start INTEGER,
    title_end INTEGER,
    unit_start INTEGER,
    unit_end INTEGER,
    deadline_start INTEGER,
    deadline_end INTEGER,
    withdrawn INTEGER NOT NULL
) STRICT;

CREATE TABLE target (
    key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    item TEXT,
    comparator TEXT NOT NULL,
    value REAL,
    unit TEXT,
    kind TEXT,
    scope TEXT,
    phrase TEXT,
    span_start INTEGER,
    span_end INTEGER
) STRICT;

CREATE TABLE node (
    key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT,
    due TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER
) STRICT;

CREATE TABLE unit (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    merged_into INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    contact TEXT,
    phone TEXT,
    withdrawn INTEGER NOT NULL
) STRICT;

CREATE TABLE alias (
    key INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    key INTEGER PRIMARY KEY,
    collective INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE assignment (
    key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE round (
    key INTEGER PRIMARY KEY,
    token TEXT NOT NULL,
    period TEXT NOT NULL,
    as_of TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;

CREATE TABLE round_row (
    key INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    targets TEXT,
    last_status TEXT,
    last_percent REAL,
    last_text TEXT,
    last_finished_on TEXT,
    last_problems TEXT,
    withdrawn INTEGER NOT NULL
) STRICT;

CREATE TABLE form (
    key INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    file TEXT NOT NULL
) STRICT;

CREATE TABLE answer (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    status TEXT,
    percent REAL,
    text TEXT,
    finished_on TEXT,
    problems TEXT
) STRICT;

CREATE TABLE report (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    status TEXT,
    percent REAL,
    text TEXT,
    finished_on TEXT,
    problems TEXT
) STRICT;

CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    row INTEGER REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    value TEXT,
    choice TEXT NOT NULL
) STRICT;

CREATE TABLE rule (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- The journal: one row a field change under one entry. `undoes` names the entry that this one takes back.

CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes INTEGER REFERENCES journal_entry,
    schema INTEGER NOT NULL
) STRICT;

CREATE TABLE journal_change (
    entry INTEGER NOT NULL REFERENCES journal_entry DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL,
    entity TEXT NOT NULL,
    key INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT,
    new TEXT,
    file TEXT,
    sheet TEXT,
    cell TEXT,
    PRIMARY KEY (entry, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_change_of_field ON journal_change (entity, key, field, entry);

-- Append-only logs beside the journal: files that came, and files that went out (written_at empty: 未写出).

CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    file TEXT,
    round INTEGER,
    unit INTEGER,
    modified TEXT,
    outcome TEXT NOT NULL,
    entry INTEGER REFERENCES journal_entry
) STRICT;

CREATE INDEX receipt_of_round ON receipt (round, unit);

CREATE TABLE outgoing (
    form INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    file TEXT,
    written_at TEXT
) STRICT;

-- One row: which ledger this is, which life of it (a restore starts a new epoch), and the next key to give.
-- The key counter is rewound by nothing, so that an old form can never land on a new record.

CREATE TABLE ledger (
    id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    next_key INTEGER NOT NULL
) STRICT;
