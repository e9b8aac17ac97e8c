/*
 * Who is meant by "La startup torinese …", "Das Unternehmen …", "The company …" at the beginning of a sentence: a company
 * that the sentence before names. Where that has one unknown name and no known company, the name is a company.
 */
#include "names.h"

#include <string.h>

#define WORDS_BEFORE_NOUN 3
#define LEAD 4 /* sentences in which an article says whom it is about */

struct span {
	size_t begin, end; /* tokens */
};

static struct span sentence(const struct finder *f, int field, size_t number)
{
	const accord_tokens *t = &f->a->fields[field].tokens;
	return (struct span){t->sentences[number], t->sentences[number + 1]};
}

static bool company_noun(struct finder *f, int field, size_t token)
{
	const accord_item *raw = &f->a->fields[field].raw[token];
	const uint32_t person = HINT_OFFICE | HINT_ANALYST | HINT_TITLE | HINT_HEAD;
	uint32_t hints = f->notes[field][token].hints;
	if (f->language == 0 && !(token_at(f, field, token)->flags & ACCORD_TOKEN_CAPITAL))
		return false;
	return (word_bits(f->a->grammar, raw) & W_COMPANY_NOUN) && !(hints & person);
}

/* A determiner, perhaps an adjective, a noun for firms, and no name behind it: "The start-up has raised …". */
static bool opens_with_description(struct finder *f, int field, struct span s)
{
	const accord_item *raw = f->a->fields[field].raw;
	if (s.begin + 2 >= s.end || !(word_bits(f->a->grammar, &raw[s.begin]) & W_DETERMINER))
		return false;
	for (size_t i = s.begin + 1; i + 1 < s.end && i <= s.begin + WORDS_BEFORE_NOUN; i++) {
		if (token_at(f, field, i)->kind != ACCORD_TOKEN_WORD)
			return false;
		if (!company_noun(f, field, i))
			continue;
		size_t behind = i + 1;
		if (f->language == 1 && behind + 1 < s.end && !name_like(f, field, behind) &&
		    token_at(f, field, behind)->kind == ACCORD_TOKEN_WORD)
			behind++; /* la startup torinese X */
		return !name_like(f, field, i + 1) && !name_like(f, field, behind);
	}
	return false;
}

/* The one unknown name among the candidates of a sentence; NULL if there are more, or a known company. */
static struct candidate *only_unknown(struct finder *f, int field, struct span s)
{
	struct candidate *only = NULL;
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->field != field || c->first < s.begin || c->first >= s.end)
			continue;
		if (c->of == NAME_COMPANY || c->of == NAME_EPITHET)
			return NULL;
		if (c->of != NAME_CLASSES)
			continue;
		if (only && only->entry != c->entry)
			return NULL;
		only = c;
	}
	return only;
}

/* "l'Eurovision", "il WineFestival", "der Verband X": in German and Italian names of firms stand without. */
static bool with_article(struct finder *f, int field, size_t first)
{
	return first > 0 && f->language != 2 &&
	       (word_bits(f->a->grammar, &f->a->fields[field].raw[first - 1]) & W_DETERMINER);
}

void note_meant(struct finder *f)
{
	const int field = ACCORD_TEXT;
	size_t count = f->a->fields[field].tokens.sentence_count;
	for (size_t i = 1; i < count && i <= LEAD; i++) {
		if (!opens_with_description(f, field, sentence(f, field, i)))
			continue;
		struct candidate *c = only_unknown(f, field, sentence(f, field, i - 1));
		if (c && c->entry != NO_NAME && !with_article(f, field, c->first))
			f->entries[c->entry].evidence |= EV_MEANT;
	}
}
