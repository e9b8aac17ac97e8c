/*
 * What the search for names keeps about a document: a note for each token, the candidates that were found,
 * and, for names that no file knows, an entry with what speaks for and against a company anywhere in title
 * and text.
 */
#ifndef TAG_NAMES_H
#define TAG_NAMES_H

#include "analysis.h"
#include "company.h"

enum shape {
	SHAPE_NAME = 1,   /* may be a part of a name: capital, mixed or a digit with letters */
	SHAPE_BARE = 2,   /* its capital says nothing: sentence start, headline in title case, German noun */
	SHAPE_COMMON = 4, /* the dictionary knows it as a common word (valid with SHAPE_ASKED) */
	SHAPE_ASKED = 8,
	SHAPE_SHOUT = 16, /* the sentence is in capitals throughout */
	SHAPE_MIXED = 32, /* LinkedIn, 3M: no ordinary word */
	SHAPE_PROPER = 64, /* the dictionary knows it with a capital only (valid with SHAPE_ASKED) */
	SHAPE_LIKE = 128  /* it has SHAPE_NAME and is none of the words that names do not have */
};

struct note {
	uint32_t hints; /* enum hint */
	uint8_t shape;
	uint16_t classes; /* bits 1 << enum name_class of the one-word names it is */
};

/* What speaks for a company, and against. */
enum evidence {
	EV_LEGAL_FORM = 1 << 0,
	EV_EXCHANGE = 1 << 1,
	EV_DESCRIPTION = 1 << 2, /* der Netzausrüster X */
	EV_APPOSITION = 1 << 3,  /* X, a maker of */
	EV_HEAD = 1 << 4,        /* X-Aktie, X shares */
	EV_OFFICE = 1 << 5,      /* CEO of X */
	EV_TAIL = 1 << 6,        /* X Technologies */
	EV_COORDINATION = 1 << 7,
	EV_DEAL = 1 << 8, /* X übernimmt; acquisition of X */
	EV_POSSESSIVE = 1 << 9,
	EV_SHAPE = 1 << 10,     /* mixed case */
	EV_FINITE = 1 << 11,    /* a finite verb follows: no weight for unknown names */
	EV_MONEY = 1 << 12,     /* 28 Millionen Euro für X */
	EV_SPOKESMAN = 1 << 13, /* a spokesman of X: companies, and persons too */
	EV_PEOPLE = 1 << 14,    /* la svedese X, die Darmstädter X, i danesi di X, Amsterdam's X */
	EV_SHARE = 1 << 15,     /* 70 Prozent an X, three quarters of X */
	EV_PERSON = 1 << 16,
	EV_PLACE = 1 << 17,
	EV_CLUB = 1 << 18,
	EV_COMMON = 1 << 19, /* a word of the dictionary */
	EV_PROPER = 1 << 20,
	EV_QUOTED = 1 << 21, /* in quotes: a title, a product */
	EV_SOURCE = 1 << 22,
	EV_PRODUCT = 1 << 23,
	EV_PRICE = 1 << 24,    /* X für 85 Millionen Dollar */
	EV_COMPOUND = 1 << 26, /* German: Spieleszene */
	EV_ACT = 1 << 27,      /* X employs, X ha nominato: what companies do */
	EV_OWNED = 1 << 28,    /* shares in X, Umsatz von X */
	EV_MEANT = 1 << 29,    /* the next sentence begins "The start-up …" and means it */
	EV_LISTED = 1 << 30,   /* a guarded name in one list with a sure company; no weight of its own */
	EV_INSIDE = 1 << 25 /* a common word whose capital no place explains: the rental chain Blockbuster */
};

struct candidate {
	uint8_t field, of; /* enum name_class; NAME_CLASSES for an unknown name */
	bool guarded, genitive, dropped;
	uint32_t first, last; /* tokens of the name */
	uint32_t end;         /* token behind the legal form */
	uint32_t behind;      /* token behind the bracket with its ticker; `end` if there is none */
	uint32_t company;     /* in the gazetteer, or NO_NAME */
	uint32_t name;        /* in the gazetteer, or NO_NAME */
	uint32_t entry;       /* for unknown names */
	uint32_t evidence;
};

/* An unknown name of the document. */
struct entry {
	accord_slice key, text; /* folded without blanks; as written */
	uint32_t evidence;
	uint8_t fields;  /* bits 1 << accord_field: where it stands */
	uint32_t joined; /* the entry that it is a short or genitive form of, or NO_NAME */
	bool genitive;
	uint32_t company; /* index of analysis.companies, NO_NAME while it is none */
	uint32_t known;   /* company of the gazetteer that it is a short form of, "(MTG)", or NO_NAME */
	uint8_t of;       /* what it was decided to be: NAME_COMPANY, NAME_PERSON … NAME_CLASSES */
	uint16_t legal_country;
};

#define LARGEST_SURNAMES 64

struct finder {
	struct analysis *a;
	const struct accord_gazetteer *g;
	struct dictionary *dictionary;
	int language; /* 0 de, 1 it, 2 en */
	struct note *notes[2];
	struct token_words words[2];
	struct candidate *candidates;
	size_t candidate_count, candidate_capacity;
	struct entry *entries;
	size_t entry_count, entry_capacity;
	uint32_t *table; /* entries by key: index + 1 */
	size_t table_size;
	struct use {
		uint32_t company; /* of the gazetteer + 1, 0 for a free slot */
		bool sure, today; /* named without doubt; named by a name of today */
		uint8_t bare;     /* German: how often its guarded name stands without an article */
		uint32_t former;  /* its first former name in the gazetteer, if the document uses one, or
				     NO_NAME */
		uint32_t number;  /* index of analysis.companies, or NO_NAME */
		bool plain;	  /* named without "Group", "Holdings" behind the name */
		accord_slice whole; /* "StepStone Group": how the document writes it, empty if it does not */
	} *uses;
	size_t use_size;
	uint32_t surnames[LARGEST_SURNAMES];
	size_t surname_count;
	unsigned searches; /* of the text for a name */
};

static inline const accord_token *token_at(const struct finder *f, int field, size_t token)
{
	return &f->a->fields[field].tokens.items[token];
}

static inline accord_slice token_text(const struct finder *f, int field, size_t token)
{
	const accord_token *t = token_at(f, field, token);
	return (accord_slice){f->a->fields[field].text.data + t->start, t->end - t->start};
}

/* `list` ends with NULL; its words are told by their first byte, mostly. A token is never empty. */
static inline bool among_words(accord_slice word, const char *const *list)
{
	const char first = word.data[0];
	for (; *list; list++)
		if (**list == first && accord_slice_is(word, *list))
			return true;
	return false;
}

static inline bool is_sign(const struct finder *f, int field, size_t token, char sign)
{
	accord_slice text = token_text(f, field, token);
	return text.len == 1 && text.data[0] == sign;
}

/* ---- name_words.c: notes on words
 * ---------------------------------------------------------------------------- */

bool annotate_field(struct finder *f, int field);
/* The classes of the one-word names that a vocabulary word is. */
uint16_t classes_of(const struct accord_gazetteer *g, uint32_t word, int language);
/* Whether the language's dictionary has the word with a small first letter. */
bool dictionary_lower(struct finder *f, accord_slice text);
/* Whether a token may be in a name and is none of the words that names do not have. */
static inline bool name_like(const struct finder *f, int field, size_t token)
{
	return f->notes[field][token].shape & SHAPE_LIKE;
}
/* Whether the dictionary knows the word as a common one. */
bool common_word(struct finder *f, int field, size_t token);
/* German: a compound of two words that the dictionary knows, though not of both as one. */
bool compound(struct finder *f, accord_slice text);

/* ---- name_candidates.c: where a name may be
 * -------------------------------------------------------------------- */

bool collect_candidates(struct finder *f, int field);
/* German: Münchner, Darmstädter, with a capital. */
bool town_adjective(const struct finder *f, int field, size_t token);
/* The token behind a legal form that begins at `token`, or `token` if none does; `country` as in
 * legal_forms.txt. */
size_t legal_form_end(const struct finder *f, int field, size_t token, uint16_t *country);

/* ---- ticker.c
 * ------------------------------------------------------------------------------------------------------------- */

/* The token behind the bracket that names a candidate's exchange and symbol, or the candidate's `end`. */
size_t ticker_end(const struct finder *f, const struct candidate *c);

/* ---- name_known.c: guarded names, metonyms, epithets
 * --------------------------------------------------------------- */

/* Drop the candidates that are no company; `guarded` ones that are become as sure as others. */
void judge_known(struct finder *f);
/* Note by which names the document calls the companies of the files. */
void note_names(struct finder *f);
/* What the document does with a company of the files; NULL without memory. */
struct use *use_of(struct finder *f, uint32_t company);

/* ---- name_evidence.c: what speaks for a company
 * ------------------------------------------------------------------------ */

/* name_meant.c: what a description at the beginning of the next sentence says. */
void note_meant(struct finder *f);
uint32_t evidence_around(struct finder *f, const struct candidate *c);
/* Whether a word of a name is one of English, of whatever language the text is. */
bool english_word(struct finder *f, const struct candidate *c, size_t token);
/* Whether the evidence makes an unknown name a company. */
bool is_company(const struct finder *f, const struct entry *e);

#endif
