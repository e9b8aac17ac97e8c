/*
 * Inside of the gazetteer: what names there are and how a text is held against all of them at once. The files
 * are kept in memory as they are read; every name is a slice of them.
 */
#ifndef TAG_COMPANY_H
#define TAG_COMPANY_H

#include <accord/arena.h>
#include <accord/gazetteer.h>
#include <accord/image.h>
#include <accord/token.h>

enum name_class {
	NAME_COMPANY,
	NAME_EPITHET, /* "Redmonder Konzern": a company, not by its name */
	NAME_PRODUCT,
	NAME_MEDIUM,
	NAME_ORGANIZATION,
	NAME_PLACE,
	NAME_FIRST_NAME,
	NAME_PERSON, /* a whole person: "Tim Cook" */
	NAME_LEGAL_FORM,
	NAME_CLASSES
};

enum {
	NAME_EXACT = 1,   /* only as it is spelled: AG, SE */
	NAME_GUARDED = 2, /* a common word: needs context */
	NAME_DE = 4,      /* holds in that language only; none of the three bits: in all */
	NAME_IT = 8,
	NAME_EN = 16,
	NAME_CANONICAL = 32,
	NAME_FORMER = 64 /* an old name: the company is called so in a document that has no newer one */
};
#define NAME_LANGUAGES (NAME_DE | NAME_IT | NAME_EN)

#define NO_NAME UINT32_MAX

struct name {
	accord_slice text;
	uint32_t company; /* index, for companies, epithets and products; else NO_NAME */
	uint32_t next;    /* the next name of the same tokens, or NO_NAME */
	uint8_t name_class;
	uint8_t flags;
};

/* Hints of a language: words that stand before, behind and around names. As bits of a vocabulary word. */
enum hint {
	HINT_DESCRIPTION = 1 << 0, /* stands right before a company: Netzausrüster, startup, chipmaker */
	HINT_HEAD = 1 << 1,        /* X-Chef, X-Aktie, X shares: a company stands before it */
	HINT_OFFICE =
		1 << 2, /* Chef, CEO, amministratore: a company stands behind "von", a person beside it */
	HINT_TITLE = 1 << 3,    /* Herr, Dr., Minister: a person stands behind it */
	HINT_SAY = 1 << 4,      /* sagte, said: a person stands beside it */
	HINT_DEAL = 1 << 5,     /* buys, übernimmt, acquisisce: a company stands before it */
	HINT_TAIL = 1 << 6,     /* last word of a company's name: Technologies, Holding, Ventures */
	HINT_CLUB = 1 << 7,     /* a word of names that are no companies: FC, University, Ministerium */
	HINT_PRODUCT = 1 << 8,  /* behind a company's name it makes a product: Maps, Galaxy, Office */
	HINT_SMALL = 1 << 9,    /* lower-case word inside names: of, di, und, für */
	HINT_PLACE = 1 << 10,   /* a place stands behind it: Stadt, provincia, in */
	HINT_ANALYST = 1 << 11, /* Analyst, Sprecher: offices whose holder is named without a chief's rank */
	HINT_NEVER = 1 << 12,   /* never part of a name, however it is written: months, weekdays, pronouns */
	HINT_EXCHANGE =
		1 << 13,       /* Nasdaq, Xetra, Reuters codes: what stands before the bracket is a company */
	HINT_SOURCE = 1 << 14, /* laut, according to, secondo: behind it stands a source */
	HINT_MONEY = 1 << 15,  /* Euro, Kapital, funding: "28 Millionen Euro für X" */
	HINT_ACT = 1 << 16,    /* employs, konkurriert, fattura: what companies do; one stands before it */
	HINT_OWNED = 1 << 17   /* shares, Umsatz, ricavi: what only companies have; one stands behind "of" */
};

struct gazetteer_trie {
	uint64_t *vocabulary; /* open addressing: upper half of the hash, then the word; 0 if free */
	size_t vocabulary_size;
	struct vocabulary_word {
		const char *bytes;
		uint32_t len;
		uint32_t child; /* node that a name beginning with this word leads to, 0 if none */
		uint32_t hints[3];
		uint8_t begins_form; /* a legal form begins with it */
		uint8_t begins_small; /* … a name that a small letter may begin: eBay, an epithet */
	} * words;
	size_t word_count, word_capacity;
	struct edge {
		uint64_t key; /* node << 32 | word, 0 if free */
		uint32_t child;
	} * edges;
	size_t edge_count, edge_size;
	uint64_t *edge_bits; /* of each edge one, by its hash: most steps that lead nowhere end here, in a few pages */
	size_t edge_words;   /* of them: four bits a place for an edge */
	uint32_t *nodes; /* first name that ends at a node, or NO_NAME; node 0 is no node */
	size_t node_count, node_capacity;
};

struct ending {
	accord_slice text;
	uint32_t hints[3];
};

struct dictionary;

struct accord_gazetteer {
	accord_arena *arena; /* files, folded words */
	accord_known_company *companies;
	size_t company_count, company_capacity;
	struct name *names;
	size_t name_count, name_capacity;
	struct gazetteer_trie trie;
	uint64_t *ids; /* open addressing over companies by id: upper half of the hash, then index + 1 */
	size_t ids_size;
	struct ending *endings;
	size_t ending_count, ending_capacity;
	uint64_t hash;
	uint64_t key; /* of the files' names and what they say, in the order in which they are read */
	struct dictionary *dictionaries[3];
	accord_image image; /* what all of this lies in, if it was built at an earlier start */
};

/* 0 de, 1 it, 2 en; -1 for another language. */
int language_index(const char *lang);

/* ---- company_files.c: text -> companies and names
 * -------------------------------------------------------------- */

struct reading {
	struct accord_gazetteer *gazetteer;
	accord_gazetteer_report report;
	void *context;
	accord_error *err; /* the first mistake */
	size_t mistakes;
	bool only_key; /* files are read for their key alone */
};

accord_status read_companies(struct reading *reading, accord_slice text, const char *source);
accord_status read_name_list(struct reading *reading, accord_slice text, const char *source,
			     enum name_class of);
accord_status read_hints(struct reading *reading, accord_slice text, const char *source, int language);
accord_status read_rule_folder(struct reading *reading, const char *folder);

/* ---- gazetteer.c
 * ------------------------------------------------------------------------------------------------ */

/* A company; replaces one of the same id. Its index, or NO_NAME without memory. */
uint32_t gazetteer_add_company(struct accord_gazetteer *g, const accord_known_company *company,
			       bool *replaced);
uint32_t gazetteer_company_by_id(const struct accord_gazetteer *g, accord_slice id);
bool gazetteer_add_name(struct accord_gazetteer *g, accord_slice text, enum name_class of, uint8_t flags,
			uint32_t company);
bool gazetteer_add_hint(struct accord_gazetteer *g, accord_slice word, uint32_t hint, int language);
/* Index all names; called once, when everything is read. */
bool gazetteer_build(struct accord_gazetteer *g);

/* The vocabulary word of a token's bytes in any case; 0 if no name has it. */
uint32_t gazetteer_word(const struct accord_gazetteer *g, const char *bytes, size_t len);

/* Hints of a vocabulary word (may be 0) and of the endings that the token has. */
uint32_t gazetteer_hints(const struct accord_gazetteer *g, uint32_t word, const char *bytes, size_t len,
			 int language);

/*
 * What a text is held against the names with: for each token the vocabulary word, that of the token without
 * its s, and that of a German adjective without the last letter of its ending ("der Deutschen Bank").
 */
struct token_words {
	uint32_t *word, *stem, *base;
};

/* A name that begins at a token. */
struct name_match {
	uint32_t name; /* first of the list of names with these tokens */
	uint32_t last; /* token */
	bool genitive; /* matched without the s of its last token */
};

/*
 * The names that begin at token `at`, shortest first, at most `room`; a name does not go beyond `end`. A name
 * may cross hyphens and points, and only its last word may carry a genitive s.
 */
size_t gazetteer_match(const struct accord_gazetteer *g, const struct token_words *words, accord_slice text,
		       const accord_tokens *tokens, size_t at, size_t end, struct name_match *matches,
		       size_t room);

/*
 * ---- gazetteer_image.c: a gazetteer as it was built at an earlier start, from the same folders and files
 * -------------------------------------------------------------------------------------------------------
 */

/* False if there is none; then `g` is as it was. */
bool gazetteer_read_image(struct accord_gazetteer *g, const char *const *folders, size_t count);
void gazetteer_write_image(const struct accord_gazetteer *g, const char *const *folders, size_t count);

/* ---- dictionary.c: is a word common?
 * ----------------------------------------------------------------------------- */

struct dictionary *dictionary_new(const char *lang);
void dictionary_free(struct dictionary *dictionary);
/* Whether the language's dictionary has the word as it is spelled. Threads may ask at once. False without a
 * dictionary. */
bool dictionary_has(struct dictionary *dictionary, const char *word, size_t len);
/* Whether there is a dictionary at all. */
bool dictionary_present(const struct dictionary *dictionary);

#endif
