-- The tables of an accord store, version 3 (PRAGMA user_version). docs/store.md explains them with sample queries. How an older
-- store gets there is in lib/store/migrate_*.sql: what is added later stands at the end of its table.
-- Times are seconds since 1970; dates are ISO 8601 at the precision that is known; `..._from` and `..._to` are the first
-- and last day of such a date, counted from 1970-01-01. JSON where a list would otherwise need a table that nobody joins.

-- Raw pages: equal bytes once, zstd.
CREATE TABLE page_body (
	id     INTEGER PRIMARY KEY,
	sha256 BLOB NOT NULL UNIQUE,
	size   INTEGER NOT NULL,
	packed BLOB NOT NULL
) STRICT;

-- One row for each URL and content that it ever had.
CREATE TABLE page (
	id            INTEGER PRIMARY KEY,
	body          INTEGER NOT NULL REFERENCES page_body,
	url           TEXT NOT NULL,
	content_type  TEXT,
	etag          TEXT,
	last_modified TEXT,
	http_status   INTEGER NOT NULL DEFAULT 0,
	fetched       INTEGER NOT NULL,
	address       TEXT,                    -- the IP address that answered
	UNIQUE (url, body)
) STRICT;

-- Articles, in their newest version.
CREATE TABLE document (
	id        INTEGER PRIMARY KEY,
	key       TEXT NOT NULL UNIQUE,        -- the id that the outside knows
	own_key   INTEGER NOT NULL,            -- 1: the input brought it; 0: made from the URL or text
	url       TEXT,
	site      TEXT,
	lang      TEXT,
	title     TEXT,
	authors   TEXT,                        -- JSON list
	published TEXT,
	published_day INTEGER,                 -- day number, NULL if unknown
	modified  TEXT,
	source    TEXT,
	text      TEXT NOT NULL,
	content   BLOB NOT NULL,               -- SHA-256 of title and text
	tags      TEXT,                        -- JSON: companies, dates, amounts
	tags_hash BLOB NOT NULL,               -- SHA-256 of all that was found, deals included
	extra     TEXT,                        -- further members of the input, as JSON members
	sketch    BLOB,                        -- smallest hashes of its shingles (lib/store/copies.c)
	copy_of   INTEGER REFERENCES document, -- the first document with the same text
	page      INTEGER REFERENCES page,
	rules     TEXT,                        -- version of the rules that tagged it
	version   INTEGER NOT NULL DEFAULT 1,
	stored    INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_day ON document (published_day);
CREATE INDEX document_by_site ON document (site, published_day);
CREATE INDEX document_by_content ON document (content);

-- Every URL that leads to a document.
CREATE TABLE document_url (
	url      TEXT PRIMARY KEY,
	document INTEGER NOT NULL REFERENCES document
) STRICT, WITHOUT ROWID;

-- What a document said before it was changed.
CREATE TABLE document_version (
	document  INTEGER NOT NULL REFERENCES document,
	version   INTEGER NOT NULL,
	title     TEXT,
	published TEXT,
	text      BLOB NOT NULL,               -- zstd
	page      INTEGER REFERENCES page,
	stored    INTEGER NOT NULL,
	PRIMARY KEY (document, version)
) STRICT, WITHOUT ROWID;

-- Full text of the newest versions, kept up to date by documents.c (a trigger may not write to a virtual table while the
-- schema is not trusted).
CREATE VIRTUAL TABLE article_text USING fts5 (
	title, text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
-- The smallest shingle hashes of each text, by which copies find each other; and who was found.
CREATE TABLE shingle (
	hash     INTEGER NOT NULL,
	document INTEGER NOT NULL REFERENCES document,
	PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX shingle_by_document ON shingle (document);
CREATE TABLE near_copy (
	document INTEGER NOT NULL REFERENCES document,
	other    INTEGER NOT NULL REFERENCES document,
	PRIMARY KEY (document, other)          -- both directions stand here
) STRICT, WITHOUT ROWID;

CREATE TABLE company (
	id     INTEGER PRIMARY KEY,
	key    TEXT NOT NULL UNIQUE,           -- slug: "hmd-global"
	name   TEXT NOT NULL,
	folded TEXT NOT NULL                   -- without case, diacritics, legal form, blanks
) STRICT;
CREATE INDEX company_by_folded ON company (folded);

-- How articles call it.
CREATE TABLE company_name (
	folded  TEXT NOT NULL,
	company INTEGER NOT NULL REFERENCES company,
	name    TEXT NOT NULL,
	PRIMARY KEY (folded, company)
) STRICT, WITHOUT ROWID;

-- Which document names which company, and how often.
CREATE TABLE document_company (
	company  INTEGER NOT NULL REFERENCES company,
	document INTEGER NOT NULL REFERENCES document,
	mentions INTEGER NOT NULL,
	PRIMARY KEY (company, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_company_by_document ON document_company (document);

-- A deal as one document tells it.
CREATE TABLE deal (
	id         INTEGER PRIMARY KEY,
	document   INTEGER NOT NULL REFERENCES document,
	type       TEXT NOT NULL,
	status     TEXT NOT NULL,
	date       TEXT,
	amount     REAL,
	currency   TEXT,
	object     TEXT,
	rule       TEXT,
	confidence REAL NOT NULL,
	evidence   TEXT,                       -- JSON: [["text", 0, 70], …]
	sentence   TEXT,                       -- the words of the first evidence
	fresh      INTEGER NOT NULL            -- news of its day
) STRICT;
CREATE INDEX deal_by_document ON deal (document);
CREATE INDEX deal_by_rule ON deal (rule);
CREATE TABLE deal_party (
	deal    INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,
	n       INTEGER NOT NULL,
	company INTEGER NOT NULL REFERENCES company,
	role    TEXT NOT NULL,
	kind    TEXT NOT NULL,
	PRIMARY KEY (deal, n)
) STRICT, WITHOUT ROWID;

-- Under which keys a deal looks for others that tell the same (lib/store/blocks.c), and with which it went together there.
CREATE TABLE deal_block (
	block     TEXT NOT NULL,
	deal      INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,
	gathering INTEGER,                     -- the smallest deal of those that went together
	PRIMARY KEY (block, deal)
) STRICT, WITHOUT ROWID;
CREATE INDEX deal_block_by_deal ON deal_block (deal);
CREATE INDEX deal_block_by_gathering ON deal_block (block, gathering);

-- What the next merge has to look at.
CREATE TABLE dirty_block (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE dirty_event (event INTEGER PRIMARY KEY) STRICT;

-- A deal as all its reports tell it.
CREATE TABLE event (
	id         INTEGER PRIMARY KEY,
	key        TEXT NOT NULL UNIQUE,       -- "d-…"
	type       TEXT NOT NULL,
	status     TEXT NOT NULL,
	date       TEXT,
	date_from  INTEGER,
	date_to    INTEGER,
	last_from  INTEGER,                    -- first day of its latest step or report of the day
	amount     REAL,
	currency   TEXT,
	object     TEXT,
	confidence REAL NOT NULL,
	reports    INTEGER NOT NULL,
	sources    INTEGER NOT NULL,           -- sites that tell it in words of their own
	langs      TEXT NOT NULL,              -- "de en"
	headline   TEXT,
	fresh      INTEGER NOT NULL,           -- some report is news of its day
	first_seen INTEGER NOT NULL,
	changed    INTEGER NOT NULL,           -- number of the merge that last changed what it says
	print      TEXT                        -- what it says, to see whether it changed
) STRICT;
CREATE INDEX event_by_date ON event (date_from, key);
CREATE INDEX event_by_type ON event (type, date_from, key);
CREATE INDEX event_by_status ON event (status, date_from, key);
CREATE INDEX event_by_changed ON event (changed, date_from, key);
CREATE INDEX event_by_amount ON event (amount, date_from, key);
CREATE INDEX event_by_sources ON event (sources, reports, date_from, key);
CREATE INDEX event_by_confidence ON event (confidence, date_from, key);
CREATE TABLE event_party (
	event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
	n       INTEGER NOT NULL,
	company INTEGER NOT NULL REFERENCES company,
	role    TEXT NOT NULL,
	kind    TEXT NOT NULL,
	PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_by_company ON event_party (company, event);
CREATE TABLE event_report (
	event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
	deal     INTEGER NOT NULL,
	document INTEGER NOT NULL,
	block    TEXT NOT NULL,                -- by which an event finds itself again after its deals were replaced
	why      TEXT,
	PRIMARY KEY (event, deal)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_report_by_deal ON event_report (deal);
CREATE INDEX event_report_by_document ON event_report (document);
CREATE TABLE event_step (
	event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
	n        INTEGER NOT NULL,
	status   TEXT NOT NULL,
	date     TEXT,
	document INTEGER NOT NULL,
	PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
-- Ids of events that have since been found to be one with another.
CREATE TABLE event_former_key (
	key   TEXT PRIMARY KEY,
	event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX event_former_key_by_event ON event_former_key (event);

-- Subscriptions.
CREATE TABLE feed (
	id              INTEGER PRIMARY KEY,
	url             TEXT NOT NULL UNIQUE,
	title           TEXT,
	lang            TEXT,
	folder          TEXT,                  -- "News/Tech"
	link            TEXT,
	etag            TEXT,
	last_modified   TEXT,
	added           INTEGER NOT NULL,
	poll_interval   INTEGER NOT NULL DEFAULT 0,
	next_due        INTEGER NOT NULL DEFAULT 0,
	last_try        INTEGER NOT NULL DEFAULT 0,
	last_success    INTEGER NOT NULL DEFAULT 0,
	last_change     INTEGER NOT NULL DEFAULT 0,
	errors          INTEGER NOT NULL DEFAULT 0,
	last_error      TEXT,
	entries_seen    INTEGER NOT NULL DEFAULT 0,
	articles_stored INTEGER NOT NULL DEFAULT 0,
	disabled        INTEGER NOT NULL DEFAULT 0,
	requests        INTEGER NOT NULL DEFAULT 0, -- answers of any kind, of which
	unchanged       INTEGER NOT NULL DEFAULT 0, -- ... were 304
	bytes           INTEGER NOT NULL DEFAULT 0, -- on the wire
	last_status     INTEGER NOT NULL DEFAULT 0, -- HTTP, of the last answer; 0 if none came
	ttl             INTEGER NOT NULL DEFAULT 0, -- minutes: what the feed itself says of when to ask
	skip_hours      INTEGER NOT NULL DEFAULT 0, -- bit h: not in hour h, GMT
	skip_days       INTEGER NOT NULL DEFAULT 0, -- bit d: not on day d, 0 is Sunday
	failing_since   INTEGER NOT NULL DEFAULT 0,
	told            INTEGER NOT NULL DEFAULT 0  -- when its failure was last told to a person
) STRICT;
CREATE INDEX feed_by_due ON feed (disabled, next_due);

-- Articles to fetch. A row stays when it is done, so that nothing is fetched twice.
CREATE TABLE due (
	id         INTEGER PRIMARY KEY,
	url        TEXT NOT NULL UNIQUE,       -- canonical
	link       TEXT,
	feed       INTEGER REFERENCES feed ON DELETE SET NULL,
	title      TEXT,
	published  TEXT,
	lang       TEXT,
	added      INTEGER NOT NULL,
	not_before INTEGER NOT NULL DEFAULT 0,
	attempts   INTEGER NOT NULL DEFAULT 0,
	reason     TEXT,
	state      INTEGER NOT NULL DEFAULT 0, -- 0 waiting, 1 done, 2 given up
	guid       TEXT,                       -- the entry's own id
	categories TEXT,                       -- of the entry, one a line
	print      INTEGER NOT NULL DEFAULT 0, -- hash of title and time of the entry: another one is an edit
	revisits   INTEGER NOT NULL DEFAULT 0, -- how often it was asked for again
	later      INTEGER NOT NULL DEFAULT 0  -- 1: an old article, when no news waits
) STRICT;
CREATE INDEX due_by_state ON due (state, later, not_before);
CREATE INDEX due_by_feed ON due (feed, guid);

-- Which entries are wanted (docs/man/accord-filters.1).
CREATE TABLE filter (
	id      INTEGER PRIMARY KEY,
	feed    INTEGER REFERENCES feed ON DELETE CASCADE, -- NULL: all feeds
	keep    INTEGER NOT NULL,              -- 1 keep, 0 block
	field   TEXT NOT NULL,                 -- title, url, category, content, any
	pattern TEXT NOT NULL,                 -- PCRE2, without case
	added   INTEGER NOT NULL
) STRICT;

-- What each fetch did.
CREATE TABLE run (
	id              INTEGER PRIMARY KEY,
	began           INTEGER NOT NULL,
	ended           INTEGER NOT NULL DEFAULT 0, -- 0: at work, or killed
	feeds           INTEGER NOT NULL DEFAULT 0,
	unchanged       INTEGER NOT NULL DEFAULT 0,
	feeds_failed    INTEGER NOT NULL DEFAULT 0,
	queued          INTEGER NOT NULL DEFAULT 0,
	stored          INTEGER NOT NULL DEFAULT 0,
	changed         INTEGER NOT NULL DEFAULT 0,
	articles_failed INTEGER NOT NULL DEFAULT 0,
	deferred        INTEGER NOT NULL DEFAULT 0,
	deals           INTEGER NOT NULL DEFAULT 0,
	bytes           INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What hosts asked for.
CREATE TABLE host (
	origin         TEXT PRIMARY KEY,
	robots         BLOB,
	robots_status  INTEGER NOT NULL DEFAULT 0,
	robots_expires INTEGER NOT NULL DEFAULT 0,
	not_before     INTEGER NOT NULL DEFAULT 0,
	last_request   INTEGER NOT NULL DEFAULT 0,
	delay          REAL NOT NULL DEFAULT 0,
	errors         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;

-- For people with an SQLite client ------------------------------------------------------------------------------------

CREATE VIEW deals AS
SELECT e.key AS id, e.type, e.status, e.date, e.amount, e.currency, e.object,
	(SELECT group_concat(c.name || ' (' || p.role || ')', ', ') FROM event_party p JOIN company c ON c.id = p.company
	 WHERE p.event = e.id) AS parties,
	e.reports, e.sources, e.langs, e.confidence, e.headline
FROM event e;

CREATE VIEW reports AS
SELECT e.key AS deal, d.key AS document, d.url, d.site, d.lang, d.published, d.title, r.type, r.status, r.date, r.amount,
	r.currency, r.sentence, r.rule, r.confidence, r.fresh, (SELECT o.key FROM document o WHERE o.id = d.copy_of) AS copy_of
FROM event e JOIN event_report x ON x.event = e.id JOIN deal r ON r.id = x.deal JOIN document d ON d.id = r.document;

CREATE VIEW deal_parties AS
SELECT e.key AS deal, e.type, e.status, e.date, c.key AS company, c.name, p.role, p.kind
FROM event e JOIN event_party p ON p.event = e.id JOIN company c ON c.id = p.company;

CREATE VIEW articles AS
SELECT d.key AS id, d.url, d.site, d.lang, d.published, d.title, d.text,
	(SELECT o.key FROM document o WHERE o.id = d.copy_of) AS copy_of
FROM document d;
