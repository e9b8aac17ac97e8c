/*
 * Names of the files that are common words, places that stand for a company, and epithets: which of them are
 * the company in this document. And what the document calls each company of the files.
 */
#include "names.h"

#include <string.h>

#define GUARD_EVIDENCE                                                                                       \
	(EV_LEGAL_FORM | EV_EXCHANGE | EV_DESCRIPTION | EV_APPOSITION | EV_HEAD | EV_OFFICE | EV_SPOKESMAN | \
	 EV_COORDINATION | EV_DEAL)

static bool alone(const struct finder *f, const struct candidate *c)
{
	const accord_tokens *t = &f->a->fields[c->field].tokens;
	if (c->first > 0 && name_like(f, c->field, c->first - 1) &&
	    !(t->items[c->first].flags & ACCORD_TOKEN_SENTENCE) &&
	    !(f->notes[c->field][c->first - 1].shape & SHAPE_BARE) && !f->notes[c->field][c->first - 1].hints)
		return false;
	return c->end >= t->count || !name_like(f, c->field, c->end) ||
	       (t->items[c->end].flags & ACCORD_TOKEN_SENTENCE) || f->notes[c->field][c->end].hints;
}

/* A common word that may be a company: evidence, or a capital where only names have one. */
static bool guard_passes(struct finder *f, const struct candidate *c)
{
	const struct note *note = &f->notes[c->field][c->first];
	bool begins = f->a->fields[c->field].tokens.items[c->first].flags & ACCORD_TOKEN_SENTENCE;
	uint32_t asked = GUARD_EVIDENCE;
	if (begins && f->language == 0)
		asked &= ~(uint32_t)(EV_DEAL | EV_OFFICE);
	if (begins && f->language == 2) /* Apple has overtaken it: no article, so no apple */
		asked |= EV_FINITE;
	if (c->evidence & asked) /* "Also kauft Nokia" */
		return true;
	/* German: "Bayer hat …" without an article is no Bavarian; "Also hat …" is no company */
	accord_slice word = token_text(f, c->field, c->first);
	if (begins && f->language == 0 && c->evidence & EV_FINITE && c->first == c->last && !strchr("sn", word.data[word.len - 1]) &&
	    !dictionary_lower(f, word) && !(note->classes & (1 << NAME_FIRST_NAME)))
		return true;
	if (c->evidence & (EV_PERSON | EV_PLACE | EV_CLUB))
		return false;
	if (!alone(f, c))
		return false;
	if (note->shape & SHAPE_SHOUT)
		return false;
	if (!(note->shape & SHAPE_BARE))
		return !(note->classes & (1 << NAME_FIRST_NAME));
	return !common_word(f, c->field, c->first) && !(note->classes & (1 << NAME_FIRST_NAME));
}

/* What the document does with a company of the files: a slot of a small table, made at the first question. */
struct use *use_of(struct finder *f, uint32_t company)
{
	if (!f->uses) {
		f->use_size = 16;
		while (f->use_size < 2 * f->candidate_count + 2)
			f->use_size *= 2;
		f->uses = accord_arena_calloc(f->a->arena, f->use_size, sizeof *f->uses);
	}
	for (size_t i = company * 2654435761u & (f->use_size - 1); f->uses; i = (i + 1) & (f->use_size - 1)) {
		struct use *use = &f->uses[i];
		if (!use->company)
			*use = (struct use){company + 1, false, false, 0, NO_NAME, NO_NAME, false, {NULL, 0}};
		if (use->company == company + 1)
			return use;
	}
	return NULL;
}

static bool named_surely(struct finder *f, uint32_t company)
{
	struct use *use = use_of(f, company);
	return use && use->sure;
}

/* A place that stands for the company there: Redmond, but not "a Redmond". */
static bool metonym(const struct finder *f, const struct candidate *c)
{
	const accord_known_company *company = &f->g->companies[c->company];
	return accord_gazetteer_seated(company->seat, f->g->names[c->name].text, false);
}

static bool behind_preposition(const struct finder *f, const struct candidate *c)
{
	if (!c->first || (f->a->fields[c->field].tokens.items[c->first].flags & ACCORD_TOKEN_SENTENCE))
		return false;
	return f->notes[c->field][c->first - 1].hints & (HINT_SMALL | HINT_PLACE);
}

/* German: a noun without article or adjective, inside a sentence, is oddly used: "die Lizenzen, die er mit
 * Arm aushandelte". */
static bool bare_noun(const struct finder *f, const struct candidate *c)
{
	const accord_tokens *t = &f->a->fields[c->field].tokens;
	if (f->language != 0 || !c->first || (t->items[c->first].flags & ACCORD_TOKEN_SENTENCE))
		return false;
	accord_slice before = token_text(f, c->field, c->first - 1);
	unsigned hints = f->notes[c->field][c->first - 1].hints;
	if ((hints & HINT_NEVER) && !(hints & HINT_SMALL))
		return false;
	if (t->items[c->first - 1].kind != ACCORD_TOKEN_WORD || before.len < 2)
		return t->items[c->first - 1].kind == ACCORD_TOKEN_PUNCT && before.data[0] == ',';
	static const char *const articles[] = {"der",  "die",   "das",   "dem",   "den",  "des",
					       "am",   "im",    "zum",   "zur",   "vom",  "ein",
					       "eine", "einer", "einem", "einen", "eines"};
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (accord_slice_is(before, articles[i]))
			return false;
	char last = before.data[before.len - 1];
	return last != 'e' && last != 'n' && last != 'r' && last != 's' && last != 'm';
}

/* "mette le mani su X", "punta su X", "gli occhi su X": what somebody wants. */
static bool lays_hand(const struct finder *f, int field, size_t token)
{
	static const char *const words[] = {
		"mani", "mano",    "occhi", "punta", "puntano",  "puntato",  "scommette", "offerta", "opa",
		"Opa",  "opzione", "mire",  "voci",  "pressing", "indagine", "controllo", "investe"};
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (accord_slice_is(token_text(f, field, token), words[k]))
			return true;
	return false;
}

/* "sul suo profilo Facebook", "su Twitter", "auf ihrer Seite bei Facebook": the place where somebody wrote,
 * no company. */
static bool platform(const struct finder *f, const struct candidate *c)
{
	static const char *const pages[] = {"profilo", "pagina", "account", "bacheca",
					    "post",    "Profil", "Account", "profile"};
	if (!c->first || !accord_slice_is(f->g->companies[c->company].kind, "internet"))
		return false;
	size_t i = c->first - 1;
	if (f->language == 1 && accord_slice_is(token_text(f, c->field, i), "su"))
		return i &&
		       !(c->end < f->a->fields[c->field].tokens.count && is_sign(f, c->field, c->end, ',')) &&
		       !(f->notes[c->field][i - 1].hints & (HINT_DEAL | HINT_HEAD)) &&
		       !lays_hand(f, c->field, i - 1);
	while (i && c->first - i < 3 && (f->notes[c->field][i].hints & HINT_SMALL))
		i--;
	for (size_t k = 0; k < sizeof pages / sizeof *pages; k++)
		if (accord_slice_is(token_text(f, c->field, i), pages[k]))
			return true;
	return false;
}

/* "He drives a Tesla", "mit ihrem Ford": one of many is a car; "a Ford plant" is the maker's. */
static bool vehicle(const struct finder *f, const struct candidate *c)
{
	static const char *const english[] = {"a", "an", "his", "her", "my", "A", "An", NULL};
	static const char *const german[] = {"ein",  "eine",  "einen", "einem", "einer",  "eines",  "ihr",    "ihrem", "ihren",
					     "sein", "seinem", "seinen", "mein",	"meinem", "Ein",    NULL};
	if (f->language == 1 || !c->first || c->end > c->last + 1 || c->behind > c->end || c->genitive ||
	    !among_words(token_text(f, c->field, c->first - 1), f->language == 2 ? english : german))
		return false;
	accord_slice kind = f->g->companies[c->company].kind;
	if (!accord_slice_is(kind, "car") && !accord_slice_is(kind, "car tech"))
		return false;
	const struct field *in = &f->a->fields[c->field];
	if (c->end >= in->tokens.count || (token_at(f, c->field, c->end)->flags & ACCORD_TOKEN_SENTENCE))
		return true;
	accord_slice next = token_text(f, c->field, c->end);
	bool joined = is_sign(f, c->field, c->end, '-') || next.data[0] == '\'' || (unsigned char)next.data[0] == 0xE2;
	const unsigned heads = HINT_HEAD | HINT_OFFICE | HINT_ANALYST | HINT_DESCRIPTION;
	return !joined && !(f->notes[c->field][c->end].hints & heads) &&
	       !(f->language == 2 && (word_bits(f->a->grammar, &in->raw[c->end]) & W_NOUN));
}

/* "a Euronext-listed firm": the exchange, not who runs it. */
static bool listed_at(const struct finder *f, const struct candidate *c)
{
	const struct field *in = &f->a->fields[c->field];
	return accord_slice_is(f->g->companies[c->company].kind, "exchange") && c->end + 1 < in->tokens.count && is_sign(f, c->field, c->end, '-') &&
	       accord_slice_is(token_text(f, c->field, c->end + 1), "listed");
}

/* Italian "gli UPS", "degli SMS": many things; firms have no plural. */
static bool plural_letters(const struct finder *f, const struct candidate *c)
{
	static const char *const plurals[] = {"gli", "degli", "negli", "agli", "dagli", "sugli", NULL};
	return f->language == 1 && c->first && c->first == c->last && (token_at(f, c->field, c->first)->flags & ACCORD_TOKEN_UPPER) &&
	       token_at(f, c->field, c->first)->letters < 5 && among_words(token_text(f, c->field, c->first - 1), plurals);
}

void judge_known(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of == NAME_COMPANY && c->name != NO_NAME && metonym(f, c)) {
			c->of = NAME_EPITHET;
			c->dropped = behind_preposition(f, c);
		}
		if (c->of == NAME_COMPANY && (platform(f, c) || vehicle(f, c) || listed_at(f, c) || plural_letters(f, c)))
			c->of = NAME_PRODUCT;
		if (c->of == NAME_COMPANY && c->guarded && guard_passes(f, c))
			c->guarded = false;
		struct use *use = c->of == NAME_COMPANY ? use_of(f, c->company) : NULL;
		if (use && !c->guarded)
			use->sure = true;
		else if (use && bare_noun(f, c) && ++use->bare > 1)
			use->sure = true;
	}
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of == NAME_COMPANY && c->guarded) {
			bool common = (c->evidence & (EV_PERSON | EV_PLACE | EV_CLUB)) || !alone(f, c);
			if (!common && named_surely(f, c->company))
				c->guarded = false;
			else
				c->dropped = true;
		}
	}
	for (size_t i = 0; i < f->candidate_count; i++) {
		struct candidate *c = &f->candidates[i];
		if (c->of == NAME_EPITHET && !c->dropped && !named_surely(f, c->company))
			c->dropped = true;
	}
}

/* "StepStone Group" of a company that the files have as StepStone; without the legal form behind it. Empty where none is. */
static accord_slice whole_name(const struct finder *f, const struct candidate *c)
{
	static const char *const words[] = {"Group", "Holding", "Holdings", "International", "Enterprises", NULL};
	const struct field *in = &f->a->fields[c->field];
	size_t end = c->last + 1;
	if (!(c->evidence & EV_TAIL) || c->genitive)
		return (accord_slice){NULL, 0};
	while (end < c->end && among_words(token_text(f, c->field, end), words))
		end++;
	if (end == c->last + 1)
		return (accord_slice){NULL, 0};
	uint32_t start = in->tokens.items[c->first].start;
	return (accord_slice){in->text.data + start, in->tokens.items[end - 1].end - start};
}

/* "Research in Motion" in a document that does not call it BlackBerry; "StepStone Group" in one that says no StepStone alone. */
void note_names(struct finder *f)
{
	for (size_t i = 0; i < f->candidate_count; i++) {
		const struct candidate *c = &f->candidates[i];
		if (c->company == NO_NAME || c->of != NAME_COMPANY || c->dropped || c->name == NO_NAME)
			continue;
		struct use *use = use_of(f, c->company);
		if (!use)
			return;
		accord_slice whole = whole_name(f, c);
		if (!whole.len)
			use->plain = true;
		else if (!use->whole.len)
			use->whole = whole;
		uint32_t name = c->name;
		if (!(f->g->names[name].flags & NAME_FORMER))
			use->today = true;
		while (name && f->g->names[name - 1].company == c->company &&
		       (f->g->names[name - 1].flags & NAME_FORMER))
			name--;
		if (f->g->names[name].flags & NAME_FORMER)
			use->former = name;
	}
}
