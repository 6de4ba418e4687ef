-- What a round asks is chosen: columns, units that help, a figure for each target. Who keeps a task at hand, the soft
-- half of a deadline or a target, and the task of an earlier year that a task goes on from.

ALTER TABLE task ADD COLUMN person TEXT;
ALTER TABLE task ADD COLUMN contact TEXT;
ALTER TABLE task ADD COLUMN soft_deadline TEXT;
ALTER TABLE task ADD COLUMN carried_from INTEGER REFERENCES task DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE target ADD COLUMN soft INTEGER NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN asked TEXT;
ALTER TABLE round_row ADD COLUMN co INTEGER NOT NULL DEFAULT 0;
ALTER TABLE round_row ADD COLUMN last_next_steps TEXT;
ALTER TABLE round_row ADD COLUMN last_evidence TEXT;
ALTER TABLE form ADD COLUMN stamped_on TEXT;
ALTER TABLE answer ADD COLUMN next_steps TEXT;
ALTER TABLE answer ADD COLUMN evidence TEXT;
ALTER TABLE answer ADD COLUMN heard TEXT;
ALTER TABLE report ADD COLUMN next_steps TEXT;
ALTER TABLE report ADD COLUMN evidence TEXT;

-- `target` is the key of the target as it then was: a revised plan may take it away while forms are out (law 8).

CREATE TABLE row_target (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    target INTEGER NOT NULL,
    item TEXT,
    comparator TEXT NOT NULL,
    value REAL,
    unit TEXT,
    last REAL,
    accepted REAL,
    held REAL
) STRICT;
