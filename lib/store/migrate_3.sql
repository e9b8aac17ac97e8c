-- From version 3 to version 4: the deals of a company in their order, and what need not be counted any more. counts.c fills the
-- new tables in the same transaction.
ALTER TABLE event_party ADD COLUMN day INTEGER;
UPDATE event_party SET day = (SELECT date_from FROM event WHERE id = event);
DROP INDEX event_party_by_company;
CREATE INDEX event_party_by_company ON event_party (company, day, event);

CREATE TABLE event_count (
	type       TEXT NOT NULL,
	status     TEXT NOT NULL,
	year       TEXT NOT NULL,
	deals      INTEGER NOT NULL,
	reports    INTEGER NOT NULL,
	first_date TEXT,
	last_date  TEXT,
	PRIMARY KEY (type, status, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE company_count (
	company    INTEGER PRIMARY KEY REFERENCES company,
	deals      INTEGER NOT NULL,
	reports    INTEGER NOT NULL,
	articles   INTEGER NOT NULL,
	first_date TEXT,
	last_date  TEXT
) STRICT;
CREATE INDEX company_count_by_deals ON company_count (deals DESC, company);
CREATE TABLE store_count (
	name   TEXT PRIMARY KEY,
	number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
