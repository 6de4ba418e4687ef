BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'duban','0001_initial','2026-11-22 14:55:42.653185+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'duban','0002_asked','2026-11-22 14:55:42.659007+00:00');
CREATE TABLE alias (
    key INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL
) STRICT;
INSERT INTO "alias" VALUES(20,19,'清溪区养老服务科');
CREATE TABLE answer (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    status TEXT,
    percent REAL,
    text TEXT,
    finished_on TEXT,
    problems TEXT
, next_steps TEXT, evidence TEXT, heard TEXT) STRICT;
INSERT INTO "answer" VALUES(56,55,'清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
CREATE TABLE assignment (
    key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO "assignment" VALUES(29,27,28,'清溪区养老服务科',3);
CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    row INTEGER REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    value TEXT,
    choice TEXT NOT NULL
) STRICT;
INSERT INTO "decision" VALUES(72,71,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
CREATE TABLE form (
    key INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    file TEXT NOT NULL
, stamped_on TEXT) STRICT;
INSERT INTO "form" VALUES(48,46,47,'清溪区养老服务科','2026-06-30');
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
INSERT INTO "journal_change" VALUES(1,0,'plan',1,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(2,0,'plan',2,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(2,1,'section',3,'*',NULL,'{"plan": 2, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(3,0,'plan',4,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(3,1,'plan',5,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(3,2,'section',6,'*',NULL,'{"plan": 5, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(3,3,'task',7,'*',NULL,'{"plan": 4, "section": 6, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(4,0,'plan',8,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(4,1,'plan',9,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(4,2,'section',10,'*',NULL,'{"plan": 9, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(4,3,'task',11,'*',NULL,'{"plan": 8, "section": 10, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(4,4,'target',12,'*',NULL,'{"task": 11, "position": 3, "item": "清溪区养老服务科", "comparator": "清溪区养老服务科", "value": 92.5, "unit": "清溪区养老服务科", "kind": "清溪区养老服务科", "scope": "清溪区养老服务科", "phrase": "清溪区养老服务科", "span_start": 3, "span_end": 3, "soft": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(5,0,'plan',13,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(5,1,'plan',14,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(5,2,'section',15,'*',NULL,'{"plan": 14, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(5,3,'task',16,'*',NULL,'{"plan": 13, "section": 15, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(5,4,'node',17,'*',NULL,'{"task": 16, "position": 3, "title": "清溪区养老服务科", "due": "2026-06-30", "span_start": 3, "span_end": 3}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(6,0,'unit',18,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(7,0,'unit',19,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(7,1,'alias',20,'*',NULL,'{"unit": 19, "name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(8,0,'unit',21,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(8,1,'unit',22,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(8,2,'member',23,'*',NULL,'{"collective": 21, "unit": 22}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,0,'plan',24,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,1,'plan',25,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,2,'section',26,'*',NULL,'{"plan": 25, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,3,'task',27,'*',NULL,'{"plan": 24, "section": 26, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,4,'unit',28,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(9,5,'assignment',29,'*',NULL,'{"task": 27, "unit": 28, "role": "清溪区养老服务科", "position": 3}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(10,0,'round',30,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,0,'round',31,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,1,'plan',32,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,2,'plan',33,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,3,'section',34,'*',NULL,'{"plan": 33, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,4,'task',35,'*',NULL,'{"plan": 32, "section": 34, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,5,'unit',36,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(11,6,'round_row',37,'*',NULL,'{"round": 31, "task": 35, "unit": 36, "position": 3, "title": "清溪区养老服务科", "targets": "清溪区养老服务科", "last_status": "清溪区养老服务科", "last_percent": 92.5, "last_text": "清溪区养老服务科", "last_finished_on": "2026-06-30", "last_problems": "清溪区养老服务科", "withdrawn": 0, "co": 0, "last_next_steps": "清溪区养老服务科", "last_evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,0,'round',38,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,1,'plan',39,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,2,'plan',40,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,3,'section',41,'*',NULL,'{"plan": 40, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,4,'task',42,'*',NULL,'{"plan": 39, "section": 41, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,5,'unit',43,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,6,'round_row',44,'*',NULL,'{"round": 38, "task": 42, "unit": 43, "position": 3, "title": "清溪区养老服务科", "targets": "清溪区养老服务科", "last_status": "清溪区养老服务科", "last_percent": 92.5, "last_text": "清溪区养老服务科", "last_finished_on": "2026-06-30", "last_problems": "清溪区养老服务科", "withdrawn": 0, "co": 0, "last_next_steps": "清溪区养老服务科", "last_evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(12,7,'row_target',45,'*',NULL,'{"row": 44, "position": 3, "target": 3, "item": "清溪区养老服务科", "comparator": "清溪区养老服务科", "value": 92.5, "unit": "清溪区养老服务科", "last": 92.5, "accepted": 92.5, "held": 92.5}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(13,0,'round',46,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(13,1,'unit',47,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(13,2,'form',48,'*',NULL,'{"round": 46, "unit": 47, "file": "清溪区养老服务科", "stamped_on": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,0,'round',49,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,1,'plan',50,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,2,'plan',51,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,3,'section',52,'*',NULL,'{"plan": 51, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,4,'task',53,'*',NULL,'{"plan": 50, "section": 52, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,5,'unit',54,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,6,'round_row',55,'*',NULL,'{"round": 49, "task": 53, "unit": 54, "position": 3, "title": "清溪区养老服务科", "targets": "清溪区养老服务科", "last_status": "清溪区养老服务科", "last_percent": 92.5, "last_text": "清溪区养老服务科", "last_finished_on": "2026-06-30", "last_problems": "清溪区养老服务科", "withdrawn": 0, "co": 0, "last_next_steps": "清溪区养老服务科", "last_evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(14,7,'answer',56,'*',NULL,'{"row": 55, "status": "清溪区养老服务科", "percent": 92.5, "text": "清溪区养老服务科", "finished_on": "2026-06-30", "problems": "清溪区养老服务科", "next_steps": "清溪区养老服务科", "evidence": "清溪区养老服务科", "heard": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,0,'round',57,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,1,'plan',58,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,2,'plan',59,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,3,'section',60,'*',NULL,'{"plan": 59, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,4,'task',61,'*',NULL,'{"plan": 58, "section": 60, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,5,'unit',62,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,6,'round_row',63,'*',NULL,'{"round": 57, "task": 61, "unit": 62, "position": 3, "title": "清溪区养老服务科", "targets": "清溪区养老服务科", "last_status": "清溪区养老服务科", "last_percent": 92.5, "last_text": "清溪区养老服务科", "last_finished_on": "2026-06-30", "last_problems": "清溪区养老服务科", "withdrawn": 0, "co": 0, "last_next_steps": "清溪区养老服务科", "last_evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(15,7,'report',64,'*',NULL,'{"row": 63, "status": "清溪区养老服务科", "percent": 92.5, "text": "清溪区养老服务科", "finished_on": "2026-06-30", "problems": "清溪区养老服务科", "next_steps": "清溪区养老服务科", "evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,0,'round',65,'*',NULL,'{"token": "清溪区养老服务科", "period": "清溪区养老服务科", "as_of": "2026-06-30", "due": "2026-06-30", "state": "清溪区养老服务科", "asked": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,1,'plan',66,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,2,'plan',67,'*',NULL,'{"title": "清溪区养老服务科", "kind": "清溪区养老服务科", "notice_title": "清溪区养老服务科", "doc_number": "清溪区养老服务科", "issuer": "清溪区养老服务科", "issued_on": "2026-06-30", "year": 3, "addressees": "清溪区养老服务科", "source": "清溪区养老服务科", "file": "清溪区养老服务科", "file_name": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,3,'section',68,'*',NULL,'{"plan": 67, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,4,'task',69,'*',NULL,'{"plan": 66, "section": 68, "position": 3, "no": "清溪区养老服务科", "title": "清溪区养老服务科", "text": "清溪区养老服务科", "leader": "清溪区养老服务科", "start": "2026-06-30", "deadline": "2026-06-30", "deadline_raw": "清溪区养老服务科", "deadline_kind": "清溪区养老服务科", "state": "清溪区养老服务科", "note": "清溪区养老服务科", "span_start": 3, "span_end": 3, "title_start": 3, "title_end": 3, "unit_start": 3, "unit_end": 3, "deadline_start": 3, "deadline_end": 3, "withdrawn": 0, "person": "清溪区养老服务科", "contact": "清溪区养老服务科", "soft_deadline": "2026-06-30"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,5,'unit',70,'*',NULL,'{"name": "清溪区养老服务科", "kind": "清溪区养老服务科", "position": 3, "contact": "清溪区养老服务科", "phone": "清溪区养老服务科", "withdrawn": 0}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,6,'round_row',71,'*',NULL,'{"round": 65, "task": 69, "unit": 70, "position": 3, "title": "清溪区养老服务科", "targets": "清溪区养老服务科", "last_status": "清溪区养老服务科", "last_percent": 92.5, "last_text": "清溪区养老服务科", "last_finished_on": "2026-06-30", "last_problems": "清溪区养老服务科", "withdrawn": 0, "co": 0, "last_next_steps": "清溪区养老服务科", "last_evidence": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(16,7,'decision',72,'*',NULL,'{"row": 71, "field": "清溪区养老服务科", "value": "清溪区养老服务科", "choice": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(17,0,'rule',73,'*',NULL,'{"name": "清溪区养老服务科", "value": "清溪区养老服务科"}',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(18,0,'task',7,'title','清溪区养老服务科','新建社区食堂',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(19,0,'task',7,'note','清溪区养老服务科','备注',NULL,NULL,NULL);
INSERT INTO "journal_change" VALUES(20,0,'task',7,'note','备注','清溪区养老服务科',NULL,NULL,NULL);
CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes INTEGER REFERENCES journal_entry,
    schema INTEGER NOT NULL
) STRICT;
INSERT INTO "journal_entry" VALUES(1,'2026-06-30T14:55:42.668290','clerk','建立plan','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(2,'2026-06-30T14:55:42.671042','clerk','建立section','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(3,'2026-06-30T14:55:42.674763','clerk','建立task','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(4,'2026-06-30T14:55:42.677797','clerk','建立target','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(5,'2026-06-30T14:55:42.680104','clerk','建立node','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(6,'2026-06-30T14:55:42.683657','clerk','建立unit','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(7,'2026-06-30T14:55:42.684456','clerk','建立alias','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(8,'2026-06-30T14:55:42.685903','clerk','建立member','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(9,'2026-06-30T14:55:42.690198','clerk','建立assignment','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(10,'2026-06-30T14:55:42.692735','clerk','建立round','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(11,'2026-06-30T14:55:42.696172','clerk','建立round_row','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(12,'2026-06-30T14:55:42.698851','clerk','建立row_target','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(13,'2026-06-30T14:55:42.700714','clerk','建立form','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(14,'2026-06-30T14:55:42.704525','clerk','建立answer','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(15,'2026-06-30T14:55:42.705684','clerk','建立report','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(16,'2026-06-30T14:55:42.706806','clerk','建立decision','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(17,'2026-06-30T14:55:42.708712','clerk','建立rule','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(18,'2026-06-30T14:55:42.710469','clerk','改标题','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(19,'2026-06-30T14:55:42.712885','clerk','改备注','edit',NULL,2);
INSERT INTO "journal_entry" VALUES(20,'2026-06-30T14:55:42.718198','clerk','撤销“改备注”','edit',19,2);
CREATE TABLE ledger (
    id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    next_key INTEGER NOT NULL
) STRICT;
INSERT INTO "ledger" VALUES('3b424089fafea970',1,74);
CREATE TABLE member (
    key INTEGER PRIMARY KEY,
    collective INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "member" VALUES(23,21,22);
CREATE TABLE node (
    key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT,
    due TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER
) STRICT;
INSERT INTO "node" VALUES(17,16,3,'清溪区养老服务科','2026-06-30',3,3);
CREATE TABLE outgoing (
    form INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    file TEXT,
    written_at TEXT
) STRICT;
INSERT INTO "outgoing" VALUES(48,'发出','0000000000000000000000000000000000000000000000000000000000000000','2026-06-30T14:55:42.725825');
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
INSERT INTO "plan" VALUES(1,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(2,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(4,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(5,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(8,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(9,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(13,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(14,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(24,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(25,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(32,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(33,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(39,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(40,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(50,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(51,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(58,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(59,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(66,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "plan" VALUES(67,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30',3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
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
INSERT INTO "receipt" VALUES(1,'2026-06-30T14:55:42.721387','表.xlsx','0000000000000000000000000000000000000000000000000000000000000000',NULL,NULL,NULL,'merged',1);
CREATE TABLE report (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES round_row DEFERRABLE INITIALLY DEFERRED,
    status TEXT,
    percent REAL,
    text TEXT,
    finished_on TEXT,
    problems TEXT
, next_steps TEXT, evidence TEXT) STRICT;
INSERT INTO "report" VALUES(64,63,'清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科');
CREATE TABLE round (
    key INTEGER PRIMARY KEY,
    token TEXT NOT NULL,
    period TEXT NOT NULL,
    as_of TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL
, asked TEXT) STRICT;
INSERT INTO "round" VALUES(30,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(31,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(38,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(46,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(49,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(57,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round" VALUES(65,'清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科');
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
, co INTEGER NOT NULL DEFAULT 0, last_next_steps TEXT, last_evidence TEXT) STRICT;
INSERT INTO "round_row" VALUES(37,31,35,36,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科',0,0,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round_row" VALUES(44,38,42,43,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科',0,0,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round_row" VALUES(55,49,53,54,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科',0,0,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round_row" VALUES(63,57,61,62,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科',0,0,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "round_row" VALUES(71,65,69,70,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','2026-06-30','清溪区养老服务科',0,0,'清溪区养老服务科','清溪区养老服务科');
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
INSERT INTO "row_target" VALUES(45,44,3,3,'清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科',92.5,92.5,92.5);
CREATE TABLE rule (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "rule" VALUES(73,'清溪区养老服务科','清溪区养老服务科');
CREATE TABLE section (
    key INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    no TEXT,
    title TEXT NOT NULL
) STRICT;
INSERT INTO "section" VALUES(3,2,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(6,5,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(10,9,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(15,14,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(26,25,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(34,33,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(41,40,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(52,51,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(60,59,3,'清溪区养老服务科','清溪区养老服务科');
INSERT INTO "section" VALUES(68,67,3,'清溪区养老服务科','清溪区养老服务科');
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
, soft INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "target" VALUES(12,11,3,'清溪区养老服务科','清溪区养老服务科',92.5,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,0);
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
, person TEXT, contact TEXT, soft_deadline TEXT, carried_from INTEGER REFERENCES task DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO "task" VALUES(7,4,6,NULL,3,'清溪区养老服务科','新建社区食堂','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(11,8,10,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(16,13,15,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(27,24,26,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(35,32,34,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(42,39,41,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(53,50,52,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(61,58,60,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
INSERT INTO "task" VALUES(69,66,68,NULL,3,'清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','2026-06-30','2026-06-30','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科','清溪区养老服务科',3,3,3,3,3,3,3,3,0,'清溪区养老服务科','清溪区养老服务科','2026-06-30',NULL);
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
INSERT INTO "unit" VALUES(18,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(19,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(21,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(22,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(28,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(36,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(43,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(47,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(54,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(62,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
INSERT INTO "unit" VALUES(70,'清溪区养老服务科','清溪区养老服务科',3,NULL,'清溪区养老服务科','清溪区养老服务科',0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX journal_change_of_field ON journal_change (entity, key, field, entry);
CREATE INDEX receipt_of_round ON receipt (round, unit);
COMMIT;
PRAGMA user_version=2;
