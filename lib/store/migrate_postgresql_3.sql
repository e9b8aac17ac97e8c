-- From version 3 to version 4 in PostgreSQL, as migrate_3.sql; counts.c fills the tables in the same transaction.
SET LOCAL statement_timeout = 0;
ALTER TABLE event_party ADD COLUMN day BIGINT;
UPDATE event_party SET day = e.date_from FROM event e WHERE e.id = event_party.event;
DROP INDEX event_party_by_company;
CREATE INDEX event_party_by_company ON event_party (company, day NULLS FIRST, event);

CREATE TABLE event_count (
	type       TEXT COLLATE "C" NOT NULL,
	status     TEXT COLLATE "C" NOT NULL,
	year       TEXT COLLATE "C" NOT NULL,
	deals      BIGINT NOT NULL,
	reports    BIGINT NOT NULL,
	first_date TEXT COLLATE "C",
	last_date  TEXT COLLATE "C",
	PRIMARY KEY (type, status, year)
);
CREATE TABLE company_count (
	company    BIGINT PRIMARY KEY REFERENCES company,
	deals      BIGINT NOT NULL,
	reports    BIGINT NOT NULL,
	articles   BIGINT NOT NULL,
	first_date TEXT COLLATE "C",
	last_date  TEXT COLLATE "C"
);
CREATE INDEX company_count_by_deals ON company_count (deals DESC, company);
CREATE TABLE store_count (
	name   TEXT COLLATE "C" PRIMARY KEY,
	number BIGINT NOT NULL
);
