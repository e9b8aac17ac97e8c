-- Into a store of version 3: deals of a company with two roles, of a month and of no date; an article's names.
INSERT INTO document (id, key, own_key, text, content, tags_hash, stored) VALUES (1, 'one', 1, 'words of one', X'00', X'00', 5);
INSERT INTO company (id, key, name, folded) VALUES (1, 'a', 'A', 'a'), (2, 'b', 'B', 'b'), (3, 'c', 'C', 'c');
INSERT INTO document_company (company, document, mentions) VALUES (1, 1, 2), (2, 1, 1);
INSERT INTO deal (id, document, type, status, confidence, fresh) VALUES (1, 1, 'acquisition', 'talks', 0.9, 1);
INSERT INTO event (id, key, type, status, date, date_from, date_to, confidence, reports, sources, langs, fresh, first_seen, changed) VALUES
	(1, 'd-1', 'acquisition', 'talks', '2019-11', 18201, 18230, 0.9, 2, 1, 'en', 1, 5, 1),
	(2, 'd-2', 'acquisition', 'talks', '2019-12-05', 18235, 18235, 0.9, 1, 1, 'en', 1, 5, 1),
	(3, 'd-3', 'licensing', 'announced', NULL, NULL, NULL, 0.9, 1, 1, 'en', 1, 5, 1);
INSERT INTO event_party (event, n, company, role, kind) VALUES
	(1, 0, 1, 'acquirer', 'company'), (1, 1, 2, 'target', 'company'), (1, 2, 1, 'seller', 'company'),
	(2, 0, 2, 'acquirer', 'company'), (3, 0, 1, 'licensor', 'company');
