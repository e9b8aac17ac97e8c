/* What the readers of single formats share: where they are, and the way out for records and errors. */
#ifndef CORPUS_READER_H
#define CORPUS_READER_H

#include "stream.h"

#include <accord/buffer.h>
#include <accord/corpus.h>

struct reader {
	const accord_corpus_options *options;
	accord_corpus_each each;
	void *context;
	accord_corpus_progress *progress;
	bool stopped;   /* `each` wants no more */
	uint64_t problems; /* told so far */
	accord_buffer page, unpacked, head; /* kept between records */
};

/* What is being read. */
struct place {
	const char *file, *member; /* `member` NULL outside of archives */
	struct stream *bottom;     /* the file itself */
	bool chosen;               /* named by the user: taken whatever it is called */
	unsigned depth;            /* archives around it */
};

/* kinds.c ---------------------------------------------------------------------------------------------------------- */

enum packing { PLAIN, GZIP, ZSTD, BROTLI, OTHER };
enum container { NOTHING = ACCORD_CORPUS_TEXT + 1, TAR, ZIP }; /* go on behind accord_corpus_kind */

enum packing packing_of(struct stream *s, const char *name);
/* An accord_corpus_kind or a container; ANY if neither name nor bytes tell; NOTHING for what is none of ours. */
int kind_of(struct stream *s, const char *name, bool chosen, const struct reader *r);
/* What the name alone tells, compression's endings left aside: ANY if nothing, NOTHING if it is none of ours. */
int kind_of_name(const char *name);
/* Whether a pattern takes a file of this name, or a page of this URL. */
bool name_matches(const struct reader *r, const char *name);
bool url_matches(const struct reader *r, const char *url);

/* reader.c --------------------------------------------------------------------------------------------------------- */

/* Hand on a record; its place is filled in. */
void give(struct reader *r, const struct place *p, accord_corpus_record *record);
/* A record that is an error: one sentence, with its place in it. */
void give_problem(struct reader *r, const struct place *p, uint64_t offset, uint32_t line, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* The damage that the stream met. */
void give_damage(struct reader *r, const struct place *p, const struct stream *s);
void give_notice(struct reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Whatever the stream holds: unpacked, recognised, read. */
void read_content(struct reader *r, struct place *p, struct stream *s);
/* The rest of a stream, so that damage in it shows. */
void drain(struct reader *r, const struct place *p, struct stream *s);

/* one format each */
void read_lines(struct reader *r, struct place *p, struct stream *s);
void read_warc(struct reader *r, struct place *p, struct stream *s);
void read_tar(struct reader *r, struct place *p, struct stream *s);
void read_zip(struct reader *r, struct place *p, struct stream *s);
void read_mhtml(struct reader *r, struct place *p, struct stream *s);

/* http.c ------------------------------------------------------------------------------------------------------------ */

/* "Name: value" without its line end: the value if the name is that; else NULL. */
const char *header_value(const char *line, const char *name);

/* An HTTP answer in `block`, whose header lines are cut with NULs as they are read. */
struct answer {
	bool ok; /* status and header are whole */
	int status;
	bool chunked;
	const char *content_type, *content_encoding, *etag, *last_modified; /* or NULL */
	size_t body;                                                        /* where it begins */
};
struct answer http_answer(char *block, size_t len);
/* The body as the server meant it, in `page` or in place. Returns NULL, or what is wrong with it. */
const char *http_body(const struct answer *a, accord_slice body, accord_buffer *page, accord_buffer *unpacked,
                      accord_slice *out);

/* mhtml.c, for its fuzzer ------------------------------------------------------------------------------------------- */

struct saved_page {
	accord_slice bytes, url, content_type, date; /* NUL-terminated but bytes; in `out` and `fields` */
	bool whole, closed;                          /* the page has its end; the file has */
	char fields[3][4096];
};
/* The root page of an MHTML file. Returns NULL, or why there is none. */
const char *mhtml_page(const char *bytes, size_t len, accord_buffer *out, struct saved_page *page);

#endif
