/**
 * @file document.h
 * The record that travels: what a page or a line of NDJSON is, and what was found in it (docs/json.md).
 */
#ifndef ACCORD_DOCUMENT_H
#define ACCORD_DOCUMENT_H

#include <accord/arena.h>
#include <accord/error.h>
#include <accord/json.h>
#include <accord/text.h>

/** The field that an offset counts in. */
typedef enum accord_field { ACCORD_TITLE, ACCORD_TEXT } accord_field;

/** A stretch of a field: byte offsets into its UTF-8, end exclusive. */
typedef struct accord_span {
	accord_field in;
	uint32_t start, end;
} accord_span;

/** A mention of a company. */
typedef struct accord_company_mention {
	accord_span span;
	accord_slice id, name; /**< slug and canonical name; an unknown company has a slug made from its name */
	bool known;            /**< stands in a .companies file */
	bool reference;        /**< an epithet or pronoun resolved to it, not its name: written only with --references */
} accord_company_mention;

typedef enum accord_timex_type { ACCORD_DATE, ACCORD_TIME, ACCORD_DURATION, ACCORD_SET } accord_timex_type;

/** A temporal expression, TIMEX3 of ISO-TimeML. */
typedef struct accord_timex {
	accord_span span;
	accord_timex_type type;
	accord_slice value;      /**< as TIMEX3 defines it */
	accord_slice mod;        /**< START, MID, END, APPROX, or unknown */
	accord_slice begin, end; /**< of a range; unknown where it is none */
} accord_timex;

typedef struct accord_money {
	double amount;
	char currency[4]; /**< ISO 4217; "" if no value */
} accord_money;

/** An amount of money in the text. `has_amount` is false for "Milliardendeal", "mehrstelliger Millionenbetrag". */
typedef struct accord_amount {
	accord_span span;
	accord_money money;
	bool has_amount;
} accord_amount;

typedef enum accord_deal_type {
	ACCORD_ACQUISITION, ACCORD_MERGER, ACCORD_INVESTMENT, ACCORD_JOINT_VENTURE, ACCORD_PARTNERSHIP,
	ACCORD_LICENSING, ACCORD_ASSET_SALE, ACCORD_SUPPLY, ACCORD_SETTLEMENT, ACCORD_SPIN_OFF, ACCORD_DEAL_TYPES
} accord_deal_type;

typedef enum accord_deal_status {
	ACCORD_RUMOR, ACCORD_TALKS, ACCORD_ANNOUNCED, ACCORD_COMPLETED, ACCORD_CANCELLED, ACCORD_DENIED,
	ACCORD_DEAL_STATUSES
} accord_deal_status;

/** Every role of every type (deal-model); accord_role_of_type says which belong together. */
typedef enum accord_role {
	ACCORD_ACQUIRER, ACCORD_TARGET, ACCORD_SELLER, ACCORD_PARTY, ACCORD_INVESTOR, ACCORD_RECIPIENT, ACCORD_PARTNER,
	ACCORD_VENTURE, ACCORD_LICENSOR, ACCORD_LICENSEE, ACCORD_BUYER, ACCORD_SUPPLIER, ACCORD_CUSTOMER, ACCORD_PARENT,
	ACCORD_UNIT, ACCORD_ROLES
} accord_role;

typedef enum accord_party_kind { ACCORD_COMPANY, ACCORD_ORGANIZATION, ACCORD_PERSON } accord_party_kind;

typedef struct accord_party {
	accord_slice id, name;
	accord_role role;
	accord_party_kind kind;
} accord_party;

/** A deal that the document states, as the deal model defines it. */
typedef struct accord_deal {
	accord_deal_type type;
	accord_deal_status status;
	accord_slice date;   /**< ISO 8601 at the precision stated, or unknown */
	accord_money value;  /**< currency "" if not stated */
	accord_slice object; /**< the words naming what changes hands, or unknown */
	accord_party *parties;
	size_t party_count;
	accord_span *evidence;
	size_t evidence_count;
	accord_slice rule;
	double confidence;
} accord_deal;

typedef struct accord_document {
	accord_slice id, source, url, site, lang, title, published, modified, text;
	accord_slice html;        /**< read from NDJSON that carries it; never written */
	accord_slice content_type; /**< of html, where the input names it */
	accord_slice *authors;
	size_t author_count;
	accord_company_mention *companies;
	size_t company_count;
	accord_timex *dates;
	size_t date_count;
	accord_amount *amounts;
	size_t amount_count;
	accord_deal *deals;
	size_t deal_count;
	accord_slice extra; /**< further members of an NDJSON input, as JSON (`"group":"x","n":1`), passed on unchanged */
} accord_document;

/** Names as the JSON has them ("joint_venture", "announced", "acquirer", "company"). */
const char *accord_deal_type_name(accord_deal_type type);
const char *accord_deal_status_name(accord_deal_status status);
const char *accord_role_name(accord_role role);
const char *accord_party_kind_name(accord_party_kind kind);
const char *accord_timex_type_name(accord_timex_type type);
/** The other way; -1 if there is no such name. */
int accord_deal_type_from(accord_slice name);
int accord_deal_status_from(accord_slice name);
int accord_role_from(accord_slice name);
int accord_party_kind_from(accord_slice name);

/** Whether a type has a role ("acquisition" has acquirer, target, seller). */
bool accord_type_has_role(accord_deal_type type, accord_role role);
/** Whether the type is symmetric (merger, joint_venture, partnership, settlement): every pair of parties counts. */
bool accord_type_symmetric(accord_deal_type type);

/** The bytes of a field of the document. */
accord_slice accord_document_field(const accord_document *doc, accord_field field);

/**
 * Read a document from one line of NDJSON. All slices are copied into the arena. Tags that the line carries
 * (companies, dates, amounts, deals) are read too.
 *
 * @return ACCORD_OK; ACCORD_EINPUT if the line is no JSON object or a member has the wrong type
 */
accord_status accord_document_read(accord_arena *arena, const char *line, size_t len, accord_document *doc,
                                   accord_error *err);

/** What of a document is written. */
enum { ACCORD_WRITE_TAGS = 1, ACCORD_WRITE_REFERENCES = 2 };

/** Append the document as one line of NDJSON, newline included. Tags only with ACCORD_WRITE_TAGS. */
void accord_document_write(accord_buffer *out, const accord_document *doc, unsigned what);

/** Append the error object that stands in a failed input's place: {"source": …, "error": …}. */
void accord_document_write_error(accord_buffer *out, accord_slice source, accord_slice id, const accord_error *err);

/** The members of a deal without evidence and rule, for outputs that share them: writes type … parties into an open object. */
void accord_deal_write(accord_json_writer *writer, const accord_deal *deal);

#endif
