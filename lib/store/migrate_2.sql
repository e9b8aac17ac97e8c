-- From version 2 to version 3: every order in which deals are asked for has an index.
DROP INDEX event_by_changed;
CREATE INDEX event_by_changed ON event (changed, date_from, key);
CREATE INDEX event_by_amount ON event (amount, date_from, key);
CREATE INDEX event_by_sources ON event (sources, reports, date_from, key);
CREATE INDEX event_by_confidence ON event (confidence, date_from, key);
