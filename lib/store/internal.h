/*
 * What the files of the store share: the handle, cached statements, a query with its values in one call.
 */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include <accord/hash_map.h>
#include <accord/store.h>

#include "driver.h"

#define STORE_VERSION 4
#define STORE_APPLICATION 0x61636364 /* "accd" */

struct cached_statement {
	const char *text; /* a string literal: its address is the key */
	accord_sql *statement;
};

/* What store_count has a row for: tables, and the sizes of pages. */
enum store_count {
	COUNT_DOCUMENT,
	COUNT_DOCUMENT_VERSION,
	COUNT_PAGE,
	COUNT_DEAL,
	COUNT_COMPANY,
	COUNT_PAGE_BYTES,
	COUNT_PAGE_BYTES_PACKED,
	STORE_COUNTS
};

#define STATEMENT_SLOTS 256 /* a power of two, well above the number of statements in the sources */

struct accord_store {
	const struct driver *driver;
	void *connection; /* the driver's */
	char *path;
	bool writable, in_transaction;
	accord_arena *scratch; /* for one call */
	struct cached_statement statements[STATEMENT_SLOTS];
	void *packer, *unpacker; /* zstd contexts, made when first needed */
	struct store_shingles *shingles; /* those that wait, while very many documents are stored */
	bool shingles_seen;              /* in this transaction: nobody else's are missing */
	int64_t counted[STORE_COUNTS]; /* what this transaction adds to store_count, written as it ends */
};

/* sql.c
 * ----------------------------------------------------------------------------------------------------------
 */

/*
 * A prepared statement, reset and with its values bound. `text` must be a literal. `types` has a letter a
 * value: i int64_t, d double, t const char * (NULL is null), s accord_slice (unknown is null), b accord_slice
 * as a blob, o int64_t where 0 is null. NULL after filling err.
 */
accord_sql *store_query(accord_store *store, accord_error *err, const char *text, const char *types, ...);

/* Run a statement whose rows, if it gives any, nobody wants. */
accord_status store_run(accord_store *store, accord_error *err, const char *text, const char *types, ...);

/* The next row: 1, 0 at the end (the statement is reset), -1 after filling err. */
int store_row(accord_store *store, accord_sql *statement, accord_error *err);

/* The first column of the first row, or `missing` if there is no row or it is null: also that of INSERT … RETURNING. */
accord_status store_number(accord_store *store, accord_error *err, int64_t *number, int64_t missing,
			   const char *text, const char *types, ...);

/* One of the two ways of `{SQLite's|PostgreSQL's}` everywhere in a text; NULL without memory. The caller frees it. */
char *store_dialect(const char *text, bool postgresql);

/* PostgreSQL keeps no NUL in a text and no bytes that are no UTF-8: whether there are such, and what is kept. */
bool store_is_clean(accord_slice text);
void store_clean(accord_slice text, accord_buffer *out);

/* Close all cached statements: what a driver does before it closes its connection. */
void store_forget_statements(accord_store *store);

/* Begin if nobody has; `*mine` says whether store_leave has to end it. */
accord_status store_enter(accord_store *store, bool *mine, accord_error *err);
/* The same for what takes rows of a queue, FOR UPDATE SKIP LOCKED: on a server it waits for no other writer. */
accord_status store_enter_claim(accord_store *store, bool *mine, accord_error *err);
/* Commit if `mine` and status is ACCORD_OK, roll back if `mine` and it is not. */
accord_status store_leave(accord_store *store, bool mine, accord_status status, accord_error *err);

int64_t store_clock(void);

/* sha256.c, FIPS 180-4
 * -------------------------------------------------------------------------------------------- */

struct sha256 {
	uint32_t state[8];
	uint64_t length;
	unsigned char block[64];
};
void sha256_begin(struct sha256 *hash);
void sha256_add(struct sha256 *hash, const void *bytes, size_t len);
void sha256_end(struct sha256 *hash, unsigned char digest[32]);

/* pages.c: zstd
 * --------------------------------------------------------------------------------------------------- */

#define UNPACKED_CEILING ((size_t)64 << 20)
accord_status store_pack(accord_store *store, accord_arena *arena, accord_slice bytes, accord_slice *packed,
			 accord_error *err);
accord_status store_unpack(accord_store *store, accord_arena *arena, accord_slice packed, accord_slice *bytes,
			   accord_error *err);
void store_free_packers(accord_store *store);

/* companies.c
 * ----------------------------------------------------------------------------------------------------- */

/* The row of a company, made if it is new; `id` may be unknown: then the name's slug. */
accord_status store_company(accord_store *store, accord_slice id, accord_slice name, int64_t *row,
			    accord_error *err);
/* Remember what articles call it. */
accord_status store_company_called(accord_store *store, int64_t company, accord_slice name,
				   accord_error *err);

/* tags.c
 * ----------------------------------------------------------------------------------------------------------
 */

/* Companies, dates and amounts of a document as JSON, and back. */
void store_write_tags(accord_buffer *out, const accord_document *doc);
accord_status store_read_tags(accord_arena *arena, accord_slice tags, accord_document *doc,
			      accord_error *err);
void store_write_evidence(accord_buffer *out, const accord_deal *deal);
accord_status store_read_evidence(accord_arena *arena, accord_slice text, accord_deal *deal,
				  accord_error *err);

/* deals.c
 * ---------------------------------------------------------------------------------------------------------
 */

accord_status store_put_deals(accord_store *store, int64_t document, const accord_document *doc,
			      accord_error *err);
accord_status store_remove_deals(accord_store *store, int64_t document, accord_error *err);
/* Fill a deal from its row; parties included. */
accord_status store_get_deal(accord_store *store, accord_arena *arena, int64_t row, accord_deal *deal,
			     accord_slice *sentence, bool *fresh, accord_error *err);
accord_status store_get_deals(accord_store *store, accord_arena *arena, int64_t document,
			      accord_document *doc, accord_error *err);
/* The blocks of all deals of a document have to be looked at again. */
accord_status store_mark_dirty(accord_store *store, int64_t document, accord_error *err);

/* counts.c: how many there are, kept with what is counted
 * ----------------------------------------------------------------------------------------------------- */

/* Rows that came (or went, below 0) in this transaction. */
void store_counted(accord_store *store, enum store_count what, int64_t number);
/* Before a transaction ends; forget after one that was rolled back. */
accord_status store_write_counted(accord_store *store, accord_error *err);
void store_forget_counted(accord_store *store);
/* Companies that a document names: -1 before they are taken from it, 1 after it has them. */
accord_status store_count_article(accord_store *store, int64_t document, int64_t sign, accord_error *err);
/* Around the writing of a merge's events: those of the temporary tables `former` and `whole`. */
accord_status store_count_former(accord_store *store, accord_error *err);
accord_status store_count_wholes(accord_store *store, accord_error *err);
/* All anew, within a transaction; whether what is kept is what counting gives. */
accord_status store_recount(accord_store *store, accord_error *err);
accord_status store_check_counts(accord_store *store, accord_error *err);

/* documents.c
 * ----------------------------------------------------------------------------------------------------- */

/* The words of a new article into the full-text index. */
accord_status store_index_text(accord_store *store, int64_t row, accord_slice title, accord_slice text,
			       accord_error *err);

/* known.c: by what two texts are the same */
void store_content_hash(accord_slice title, accord_slice text, unsigned char digest[32]);

/* copies.c
 * -------------------------------------------------------------------------------------------------------- */

#define SKETCH 64

/* By which texts are compared: the smallest hashes of their shingles. */
struct sketch {
	uint64_t hashes[SKETCH];
	uint32_t count, shingles; /* shingles: distinct ones, of which `hashes` has the smallest */
};
bool store_make_sketch(accord_arena *arena, accord_slice text, struct sketch *sketch);
/* The share of the shorter text that stands in the longer one too; 0 where one is too short to say. */
double store_contained(const struct sketch *a, const struct sketch *b);

#define INDEXED_SHINGLES 8 /* of a sketch, the smallest */

/* shingles.c: documents other than `document` that have a hash, added to `found` (some perhaps twice), at most `room`. */
accord_status store_find_shingle(accord_store *store, int64_t hash, int64_t document, int64_t *found, size_t *count,
				 size_t room, accord_error *err);
accord_status store_put_shingles(accord_store *store, int64_t document, const struct sketch *sketch, accord_error *err);
accord_status store_remove_shingles(accord_store *store, int64_t document, accord_error *err);
/* Before a transaction ends: what waits is noted. After one that was rolled back: it is forgotten. */
accord_status store_note_shingles(accord_store *store, accord_error *err);
void store_forget_shingles(accord_store *store);
void store_free_shingles(struct store_shingles *shingles);

/* Find the documents whose text this one repeats, or that repeat it (`fresh`: it was stored this moment); sets copy_of in the whole group. */
accord_status store_link_copies(accord_store *store, int64_t document, bool fresh, accord_slice text, accord_error *err);

#endif
