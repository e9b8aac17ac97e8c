/* XML as feeds have it, cut into tags and text. See scanner.c. */
#ifndef FEED_SCANNER_H
#define FEED_SCANNER_H

#include <accord/text.h>

struct scan_tag {
	accord_slice raw;        /* from '<' to '>' */
	accord_slice name;       /* with its prefix */
	accord_slice attributes; /* all of them, for next_attribute */
	bool empty;              /* <name/> */
};

struct scan_events {
	void (*start)(void *context, const struct scan_tag *tag);
	void (*end)(void *context, accord_slice name);
	/* `cdata`: references in it are none. A text may come in pieces, never cut inside a reference. */
	void (*text)(void *context, accord_slice text, bool cdata);
	void (*doctype)(void *context, accord_slice declaration);
};

enum scan_state { SCAN_TEXT, SCAN_CDATA, SCAN_COMMENT, SCAN_INSTRUCTION, SCAN_DECLARATION };

struct scanner {
	const struct scan_events *events;
	void *context;
	enum scan_state state;
	bool declared;      /* a document type was read: a second one is only skipped */
	bool stop;          /* set by an event: no more of them */
	const char *damage; /* the first thing found broken, a static text */
};

/*
 * Scan what can be scanned of bytes: up to `len`, or to a tag that has not ended yet. `last`: nothing
 * follows. Returns how many bytes are done with; the rest must come again, with more behind it.
 */
size_t scan(struct scanner *scanner, const char *bytes, size_t len, bool last);

/* Cut the next attribute off `rest`; the value is undecoded. */
bool next_attribute(accord_slice *rest, accord_slice *name, accord_slice *value);

#endif
