/*
 * Programs over items: Thompson's simulation with captures (Pike), so that cost is the size of the program times the
 * items it looks at. Threads stand in order of preference; the first to arrive wins. Gaps prefer to end, optional atoms
 * to be there.
 *
 * A thread remembers how deep the clause of its last matched item was: `...` skips what is embedded deeper, and an atom
 * behind a gap must stand as deep as the atom before it.
 */
#include "program.h"

#include <string.h>

#define PHRASE_GAP 6
#define CLAUSE_GAP 25
#define REST_GAP 80
#define NO_CLAUSE 0xFFFF

struct thread {
	uint16_t pc, clause; /* clause: where the gap runs, NO_CLAUSE before it began */
	uint8_t depth, skipped, gap;
	captures caught;
};

struct threads {
	struct thread items[MAX_CODE];
	uint32_t seen[MAX_CODE];
	size_t count;
	uint32_t step;
};

struct machine {
	struct sentence_run *run;
	const struct code *code;
	struct progress *progress;
	int direction;
	uint8_t slots;
};

/* ---- one item ----------------------------------------------------------------------------------------------------- */

static void *arena_malloc(size_t size, void *arena)
{
	return accord_arena_alloc(arena, size);
}

static void arena_nothing(void *memory, void *arena)
{
	(void)memory;
	(void)arena;
}

static bool prepare_regexes(struct sentence_run *run)
{
	const accord_rule_language *l = run->language;
	pcre2_general_context *memory = pcre2_general_context_create(arena_malloc, arena_nothing, run->scratch);
	run->match_data = memory ? pcre2_match_data_create(12, memory) : NULL;
	if (run->match_data && l->regex_count * run->count <= 1u << 16)
		run->regex_known = accord_arena_calloc(run->scratch, l->regex_count * run->count, 1);
	return run->match_data != NULL;
}

static bool regex_matches(struct sentence_run *run, uint32_t regex, size_t i)
{
	const accord_rule_language *l = run->language;
	const struct regex *re = &l->regexes[regex];
	const accord_item *item = &run->items[i];
	if (item->expressions && regex < KNOWN_EXPRESSIONS)
		return item->expressions >> regex & 1;
	if (!item->text.len || !(re->first[(uint8_t)item->text.data[0] / 8] & 1 << ((uint8_t)item->text.data[0] & 7)))
		return false;
	if (!run->match_data && !prepare_regexes(run))
		return false;
	uint8_t *known = run->regex_known ? &run->regex_known[regex * run->count + i] : NULL;
	if (known && *known)
		return *known == 2;
	int found = pcre2_match(re->code, (PCRE2_SPTR)item->text.data, item->text.len, 0, PCRE2_NO_UTF_CHECK,
	                        run->match_data, l->match_context);
	if (known)
		*known = found >= 0 ? 2 : 1;
	return found >= 0;
}

uint64_t expressions_of(const accord_rule_language *l, accord_slice text)
{
	accord_item item = {.text = text};
	struct sentence_run run = {.language = l, .items = &item, .count = 1};
	uint64_t found = EXPRESSIONS_ASKED;
	run.match_data = l->regex_count ? pcre2_match_data_create(12, NULL) : NULL;
	if (l->regex_count && !run.match_data)
		return 0;
	for (uint32_t i = 0; i < l->regex_count && i < KNOWN_EXPRESSIONS; i++)
		if (regex_matches(&run, i, 0))
			found |= (uint64_t)1 << i;
	pcre2_match_data_free(run.match_data);
	return found;
}

/* "… zu bringen, kündigte X an": behind the comma the main clause has a verb and a particle of its own. */
static bool main_clause_behind(const struct sentence_run *run, size_t comma)
{
	const accord_item *next = comma + 1 < run->count ? &run->items[comma + 1] : NULL;
	size_t count;
	if (!next || run->items[comma].kind != ACCORD_ITEM_PUNCT || !accord_slice_is(run->items[comma].text, ",") || !next->word)
		return false;
	const accord_reading *readings = accord_lexicon_readings(run->language->lexicon, next->word, &count);
	for (size_t r = 0; r < count; r++)
		if (readings[r].forms & ACCORD_FORM_FINITE && !(readings[r].forms & ACCORD_FORM_INF))
			return true;
	return false;
}

/* The particle at the end of the clause that `i` stands in, 0 if there is none. */
static accord_word find_closing_particle(const struct sentence_run *run, size_t i)
{
	const accord_rule_language *l = run->language;
	const accord_item *items = run->items;
	for (size_t k = i + 1; k < run->count && k <= i + REST_GAP; k++) {
		if (items[k].depth > items[i].depth)
			continue;
		if (items[k].clause != items[i].clause || main_clause_behind(run, k))
			break;
		if (items[k].kind != ACCORD_ITEM_WORD || !items[k].word || items[k].word >= l->word_count ||
		    !(l->rows[items[k].word].bits & WORD_PARTICLE))
			continue;
		const accord_item *next = k + 1 < run->count ? &items[k + 1] : NULL;
		if (!next || next->kind == ACCORD_ITEM_PUNCT || next->clause != items[i].clause ||
		    (next->word && next->word < l->word_count && (l->rows[next->word].bits & WORD_COORDINATOR)))
			return items[k].word;
	}
	return 0;
}

/* Each reading of a verb asks it anew. */
static accord_word closing_particle(struct sentence_run *run, size_t i)
{
	if (run->closed_at != i + 1) {
		run->closed_by = find_closing_particle(run, i);
		run->closed_at = i + 1;
	}
	return run->closed_by;
}

static bool has_bit(const struct sentence_run *run, size_t i, uint8_t bit)
{
	const accord_rule_language *l = run->language;
	return i < run->count && run->items[i].word && run->items[i].word < l->word_count &&
	       (l->rows[run->items[i].word].bits & bit);
}

/*
 * Another language's particle stands right behind the verb, or behind its object with nothing of a phrase after it:
 * "snapped up Fitbit", "took the firm over", but not "takes Samsung to court over graphics".
 */
static bool follows(const struct sentence_run *run, accord_word particle, size_t i)
{
	for (size_t k = i + 1; k < run->count && k <= i + 8; k++) {
		if (run->items[k].word == particle)
			return k == i + 1 || k + 1 == run->count || run->items[k + 1].kind == ACCORD_ITEM_PUNCT ||
			       has_bit(run, k + 1, WORD_STOPS_PHRASE);
		if (run->items[k].kind == ACCORD_ITEM_PUNCT || has_bit(run, k, WORD_STOPS_PHRASE))
			return false;
	}
	return false;
}

/* The next word is a particle that this word takes in another reading: "picked up" is no form of pick. */
static bool particle_taken(const struct sentence_run *run, size_t i)
{
	if (!has_bit(run, i + 1, WORD_PARTICLE))
		return false;
	size_t count;
	const accord_reading *readings = accord_lexicon_readings(run->language->lexicon, run->items[i].word, &count);
	for (size_t r = 0; r < count; r++)
		if (readings[r].particle == run->items[i + 1].word)
			return true;
	return false;
}

bool particle_fits(struct sentence_run *run, accord_word particle, bool simple, size_t i)
{
	if (!run->language->german)
		return particle ? follows(run, particle, i) : !simple || !particle_taken(run, i);
	if (!particle && !simple)
		return true;
	return closing_particle(run, i) == particle;
}

#define ADVERBS_BETWEEN 2

/* English "was bought", "has since been sold": behind an auxiliary the word is the participle that it may be. */
static bool participle_at(const struct sentence_run *run, size_t i)
{
	size_t before = i, count;
	while (before > 0 && before + ADVERBS_BETWEEN > i && has_bit(run, before - 1, WORD_ADVERB))
		before--;
	if (!before || !has_bit(run, before - 1, WORD_AUXILIARY) || accord_slice_is(run->items[before - 1].text, "'s"))
		return false;
	const accord_reading *readings = accord_lexicon_readings(run->language->lexicon, run->items[i].word, &count);
	for (size_t r = 0; r < count; r++)
		if (readings[r].forms & ACCORD_FORM_PP)
			return true;
	return false;
}

static bool lexical_matches(struct sentence_run *run, uint32_t atom, size_t i)
{
	const accord_rule_language *l = run->language;
	const accord_item *item = &run->items[i];
	if (item->word) {
		if (item->word >= l->word_count || !(l->rows[item->word].marks & l->atoms[atom].mark))
			return false;
		if (l->atoms[atom].finite && participle_at(run, i))
			return false;
		for (uint32_t p = l->rows[item->word].first_pair; p < l->rows[item->word + 1].first_pair; p++) {
			if (l->pairs[p].atom == atom && particle_fits(run, l->pairs[p].particle, l->pairs[p].simple, i))
				return true;
			if (l->pairs[p].atom > atom)
				break;
		}
		return false;
	}
	uint32_t globs = item->suffixes;
	return (globs & 0x7FFF && glob_holds(l, &l->suffixes, globs & 0x7FFF, atom)) ||
	       (globs >> 16 & 0x7FFF && glob_holds(l, &l->prefixes, globs >> 16 & 0x7FFF, atom));
}

static bool stands(const struct sentence_run *run, uint32_t flags, size_t i)
{
	const accord_item *item = &run->items[i];
	if (item->kind != ACCORD_ITEM_COMPANY)
		return true;
	bool genitive = item->flags & ACCORD_ITEM_GENITIVE;
	if (flags & STAND_GENITIVE)
		return genitive;
	if (genitive && !(flags & STAND_MAYBE_GENITIVE))
		return false;
	if ((flags & STAND_BARE) && (item->flags & ACCORD_ITEM_GOVERNED))
		return false;
	if (flags & (STAND_LINKED | STAND_MAYBE_GENITIVE))
		return true;
	/* "Microsoft-Chef": the name only says whose */
	return i + 2 >= run->count || !accord_slice_is(run->items[i + 1].text, "-") ||
	       (run->items[i + 1].flags & ACCORD_ITEM_SPACE) || (run->items[i + 2].flags & ACCORD_ITEM_SPACE);
}

static bool function_word(const accord_rule_language *l, const accord_item *item)
{
	return item->word && item->word < l->word_count && (l->rows[item->word].bits & WORD_FUNCTION);
}

static bool quote(const accord_item *item)
{
	static const char *const marks[] = {"\"", "„", "“", "”", "»", "«", "‚", "‘", "’", "'", "›", "‹"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (accord_slice_is(item->text, marks[i]))
			return true;
	return accord_slice_is(item->text, "-") && !(item->flags & ACCORD_ITEM_SPACE);
}

/* A word that may stand inside a noun phrase, before its head or as part of it. */
static bool phrase_word(const accord_rule_language *l, const accord_item *item)
{
	switch (item->kind) {
	case ACCORD_ITEM_PUNCT:
		return quote(item);
	case ACCORD_ITEM_COMPANY:
	case ACCORD_ITEM_AMOUNT:
		return false;
	default:
		if (l->german && (item->flags & (ACCORD_ITEM_CAPITAL | ACCORD_ITEM_SENTENCE_START)) == ACCORD_ITEM_CAPITAL)
			return true; /* "der Schmiede", "der Reise": nouns, though verbs have forms that are spelled so */
		return !item->word || item->word >= l->word_count || !(l->rows[item->word].bits & WORD_STOPS_PHRASE);
	}
}

/* A name of no list may play a role where it stands like a company: no part of a compound, bare where that is asked. */
static bool newcomer_stands(const struct sentence_run *run, uint32_t flags, size_t i)
{
	const accord_rule_language *l = run->language;
	const accord_item *item = &run->items[i];
	bool genitive = item->flags & ACCORD_ITEM_GENITIVE;
	if (item->kind != ACCORD_ITEM_NAME || item->text.len < 3)
		return false;
	if (flags & STAND_GENITIVE ? !genitive : genitive && !(flags & STAND_MAYBE_GENITIVE))
		return false;
	if (i + 1 < run->count && accord_slice_is(run->items[i + 1].text, "-"))
		return false;
	if (!l->german && item->flags & ACCORD_ITEM_DOUBTFUL && i + 1 < run->count && run->items[i + 1].kind == ACCORD_ITEM_WORD &&
	    !has_bit(run, i + 1, WORD_STOPS_PHRASE) && !(run->items[i + 1].flags & ACCORD_ITEM_CAPITAL))
		return false; /* "the North American operations" */
	if (i > 0 && accord_slice_is(run->items[i - 1].text, "-"))
		return false;
	if (l->german && i > 0 && run->items[i - 1].word && class_holds_word(l, "chief", run->items[i - 1].word))
		return false; /* "Qualcomm-Chef Amon" */
	for (size_t k = i; (flags & STAND_BARE) && k > 0 && k + 4 > i; k--) {
		const accord_item *before = &run->items[k - 1];
		if (before->kind != ACCORD_ITEM_WORD)
			break;
		if (before->word && class_holds_word(l, "preposition", before->word))
			return false;
		if (before->word && !class_holds_word(l, "determiner", before->word))
			break;
	}
	return true;
}

static bool kind_matches(const struct sentence_run *run, const struct atom *a, uint32_t flags, size_t i)
{
	const accord_rule_language *l = run->language;
	const accord_item *item = &run->items[i];
	if (a->kinds & KIND_NEWCOMER)
		return newcomer_stands(run, flags, i);
	if (a->kinds & 1u << item->kind || a->kinds & KIND_ANY)
		return true;
	bool word = item->kind == ACCORD_ITEM_WORD || item->kind == ACCORD_ITEM_NAME;
	if (a->kinds & KIND_CAPITAL)
		return word && (item->flags & ACCORD_ITEM_CAPITAL);
	if (a->kinds & KIND_NAME_WORD)
		return word && !item->word && (item->flags & ACCORD_ITEM_CAPITAL) &&
		       !(item->flags & ACCORD_ITEM_SENTENCE_START);
	if (a->kinds & KIND_NP_WORD)
		return item->kind != ACCORD_ITEM_DATE && phrase_word(l, item);
	if (a->kinds & KIND_NP_HEAD)
		return (word || item->kind == ACCORD_ITEM_PRODUCT) && phrase_word(l, item) && !function_word(l, item) &&
		       (!l->german || item->flags & ACCORD_ITEM_CAPITAL);
	return false;
}

bool expression_matches(struct sentence_run *run, uint32_t regex, size_t i)
{
	return regex_matches(run, regex, i);
}

bool atom_matches(struct sentence_run *run, uint32_t atom, uint32_t flags, size_t i)
{
	const struct atom *a = &run->language->atoms[atom];
	switch (a->kind) {
	case A_LEXICAL:
		return lexical_matches(run, atom, i);
	case A_EXACT:
		return accord_slice_equal(run->items[i].text, a->text);
	case A_REGEX:
		return regex_matches(run, a->regex, i);
	case A_NOT:
		return !atom_matches(run, a->inner, 0, i);
	default:
		return kind_matches(run, a, flags, i) && stands(run, flags, i);
	}
}

/* ---- gaps --------------------------------------------------------------------------------------------------------- */

static inline bool hard_stop(const accord_item *item)
{
	return item->kind == ACCORD_ITEM_PUNCT && item->text.len == 1 && (item->text.data[0] == ';' || item->text.data[0] == ':');
}

/* German: the "und" of "Bau- und Immobiliensparte", whose first noun shares the second's end. */
static bool joins_halves(const struct sentence_run *run, size_t i)
{
	const accord_item *before = i > 0 ? &run->items[i - 1] : NULL;
	return run->language->german && before && before->kind == ACCORD_ITEM_PUNCT && accord_slice_is(before->text, "-") &&
	       !(before->flags & ACCORD_ITEM_SPACE) && has_bit(run, i, WORD_COORDINATOR) && i + 1 < run->count &&
	       run->items[i + 1].flags & ACCORD_ITEM_CAPITAL;
}

/* English "a $2 billion nine-year contract": a sum before a word that is no function word leads up to a noun as adjectives do. */
static bool attributive_sum(const struct sentence_run *run, size_t i)
{
	const accord_item *next = i + 1 < run->count ? &run->items[i + 1] : NULL;
	return run->items[i].kind == ACCORD_ITEM_AMOUNT && !strcmp(run->language->lang, "en") && next &&
	       next->kind == ACCORD_ITEM_WORD && !function_word(run->language, next) && phrase_word(run->language, next);
}

/* German: "in eine Plattform des Konzerns": behind a noun and a genitive article stands whose it is, not what the gap leads to. */
static bool owner_follows(const struct sentence_run *run, size_t i)
{
	const accord_item *before = i > 0 ? &run->items[i - 1] : NULL;
	return run->language->german && before && before->kind == ACCORD_ITEM_WORD && before->flags & ACCORD_ITEM_CAPITAL &&
	       !(before->flags & ACCORD_ITEM_SENTENCE_START) && run->items[i].word &&
	       class_holds_word(run->language, "genitive", run->items[i].word);
}

static bool finite_verb(const struct sentence_run *run, size_t i)
{
	const accord_slice text = run->items[i].text;
	size_t count = 0;
	bool finite = false;
	accord_pos pos;
	if (!run->items[i].word) /* no lexicon has every verb of English, but its past tells itself */
		return run->items[i].kind == ACCORD_ITEM_WORD && !strcmp(run->language->lang, "en") && text.len > 4 &&
		       !(run->items[i].flags & ACCORD_ITEM_CAPITAL) && !memcmp(text.data + text.len - 2, "ed", 2);
	const accord_lexicon *lexicon = accord_rules_lexicon(run->language);
	const accord_reading *readings = accord_lexicon_readings(lexicon, run->items[i].word, &count);
	for (size_t k = 0; k < count; k++) {
		accord_lexicon_lemma_name(lexicon, readings[k].lemma, &pos);
		if (pos != ACCORD_POS_VERB)
			return false;
		finite |= (readings[k].forms & (ACCORD_FORM_FINITE)) != 0;
	}
	return finite;
}

/*
 * "they bought processors from it, and rewarded the retailer X": behind the trigger a gap ends where a second verb takes over.
 */
static bool second_verb(const struct sentence_run *run, size_t i)
{
	return has_bit(run, i, WORD_COORDINATOR) && i + 1 < run->count && finite_verb(run, i + 1);
}

/* "and praised the retailer X": what stands behind the coordinator is no adjective of X, since an article follows it. */
static bool verb_before_article(const struct sentence_run *run, size_t i)
{
	return i > 0 && i + 1 < run->count && !strcmp(run->language->lang, "en") && has_bit(run, i - 1, WORD_COORDINATOR) &&
	       has_bit(run, i + 1, WORD_FUNCTION) && finite_verb(run, i);
}

static bool skip_in_phrase(const struct sentence_run *run, struct thread *t, size_t i)
{
	const accord_item *item = &run->items[i];
	if (owner_follows(run, i) || verb_before_article(run, i))
		return false;
	if (item->flags & ACCORD_ITEM_INNER)
		return true; /* a company too: "bei der von Ford finanzierten Firma X" */
	if (item->kind == ACCORD_ITEM_COMPANY && item->flags & ACCORD_ITEM_GENITIVE && item->flags & ACCORD_ITEM_REFERENCE)
		return t->skipped++ < PHRASE_GAP; /* "its" */
	return t->skipped++ < PHRASE_GAP && (phrase_word(run->language, item) || joins_halves(run, i) || attributive_sum(run, i));
}

/* Whether a gap may skip an item; counts it in the thread. */
static inline bool skip(const struct sentence_run *run, struct thread *t, enum gap_kind gap, size_t i)
{
	const accord_item *item = &run->items[i];
	t->gap = 1;
	if (gap == GAP_PHRASE)
		return skip_in_phrase(run, t, i);
	if (item->depth > t->depth)
		return true;
	if (item->depth < t->depth || hard_stop(item) || (t->clause != NO_CLAUSE && item->clause != t->clause))
		return false;
	t->clause = item->clause;
	if (gap == GAP_CLAUSE && item->kind == ACCORD_ITEM_COMPANY && !(item->flags & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_INNER)))
		return false;
	return t->skipped++ < (gap == GAP_CLAUSE ? CLAUSE_GAP : REST_GAP);
}

/* ---- the machine -------------------------------------------------------------------------------------------------- */

static bool at_start(const struct sentence_run *run, long at)
{
	long before = at;
	while (before > 0 && run->items[before - 1].kind == ACCORD_ITEM_PUNCT)
		before--;
	return before <= 0;
}

static bool at_end(const struct sentence_run *run, long at)
{
	while (at < (long)run->count && run->items[at].kind == ACCORD_ITEM_PUNCT)
		at++;
	return at >= (long)run->count;
}

static bool holds(const struct machine *m, const struct instruction *i, long at)
{
	long boundary = m->direction > 0 ? at : at + 1; /* number of items to the left of the place */
	if (i->op == OP_BESIDE) /* the neighbour in the direction of reading */
		return at < 0 || at >= (long)m->run->count || !atom_matches(m->run, i->atom, 0, (size_t)at);
	return i->op == OP_START ? at_start(m->run, boundary) : at_end(m->run, boundary);
}

/* Whether any way from an instruction may take in the item: most atoms are none of what it is. */
static inline bool leads_on(const struct machine *m, const struct instruction *i, long at)
{
	return !m->run->marks || (m->run->marks[at + 1] & i->marks);
}

/* Follow jumps, splits, captures; leave threads that wait for an item. `t` is changed and restored. */
static void add_thread(struct machine *m, struct threads *list, struct thread *t, uint16_t pc, long at)
{
	for (;;) {
		const struct instruction *i = &m->code->items[pc];
		if (list->seen[pc] == list->step || !leads_on(m, i, at))
			return;
		list->seen[pc] = list->step;
		switch (i->op) {
		case OP_JUMP:
			pc = i->x;
			continue;
		case OP_SPLIT:
			if (leads_on(m, &m->code->items[i->x], at))
				add_thread(m, list, t, i->x, at);
			pc = i->y;
			continue;
		case OP_LEFT:
		case OP_RIGHT: {
			int16_t *place = i->op == OP_LEFT ? &t->caught.first[i->arg] : &t->caught.last[i->arg];
			int16_t before = *place;
			long boundary = m->direction > 0 ? at : at + 1;
			*place = (int16_t)(i->op == OP_LEFT ? boundary : boundary - 1);
			add_thread(m, list, t, i->x, at);
			*place = before;
			return;
		}
		case OP_START:
		case OP_END:
		case OP_BESIDE:
			if (!holds(m, i, at))
				return;
			pc = i->x;
			continue;
		case OP_GAP:
			if (leads_on(m, &m->code->items[i->x], at))
				add_thread(m, list, t, i->x, at);
			break;
		default:
			break;
		}
		struct thread *place = &list->items[list->count++];
		*place = *t;
		place->pc = pc;
		return;
	}
}

static void note_progress(struct machine *m, const struct instruction *i, long at, int steps)
{
	struct progress *p = m->progress;
	if (steps >= p->reached || !p->missing) {
		p->reached = steps;
		p->stop = (uint32_t)at;
		p->missing = i;
	}
}

/*
 * An atom behind a gap must stand as deep as the atom before the gap, and a company in the clause that the gap ran
 * through; punctuation may stand anywhere.
 */
static inline bool in_reach(const struct thread *t, const accord_item *item)
{
	if (!t->gap || item->kind == ACCORD_ITEM_PUNCT)
		return true;
	if (item->kind == ACCORD_ITEM_COMPANY && t->clause != NO_CLAUSE && item->clause != t->clause)
		return false;
	return item->depth == t->depth;
}

static inline bool inside(const struct machine *m, long at)
{
	return at >= 0 && at < (long)m->run->count;
}

/* Whether a gap goes on over the item at `at`: as `skip` has it, and behind the trigger up to a second verb. */
static inline bool runs_over(const struct machine *m, struct thread *t, enum gap_kind gap, long at)
{
	bool taken_over = m->direction > 0 && gap != GAP_PHRASE && second_verb(m->run, (size_t)at);
	return !taken_over && skip(m->run, t, gap, (size_t)at);
}

/* One step of all threads over the item at `at`; true and the thread's captures when one has arrived. */
static bool step(struct machine *m, struct threads *now, struct threads *next, long at, struct thread *winner)
{
	bool within = inside(m, at);
	for (size_t k = 0; k < now->count; k++) {
		struct thread *t = &now->items[k];
		const struct instruction *i = &m->code->items[t->pc];
		if (i->op == OP_MATCH) {
			*winner = *t;
			return true;
		}
		if (i->op == OP_ATOM && m->progress)
			note_progress(m, i, at, t->pc);
		if (!within)
			continue;
		const accord_item *item = &m->run->items[at];
		if (i->op == OP_GAP) {
			if (runs_over(m, t, (enum gap_kind)i->arg, at))
				add_thread(m, next, t, t->pc, at + m->direction);
		} else if (in_reach(t, item) && atom_matches(m->run, i->atom, i->flags, (size_t)at)) {
			t->gap = t->skipped = 0;
			t->clause = NO_CLAUSE;
			if (item->kind != ACCORD_ITEM_PUNCT)
				t->depth = item->depth;
			add_thread(m, next, t, i->x, at + m->direction);
		}
	}
	return false;
}

/* Whether the item where code begins is one that it can begin with. */
static bool may_begin(struct sentence_run *run, const struct code *code, long at)
{
	if (run->marks && at >= -1 && at <= (long)run->count && !(run->marks[at + 1] & code->items[0].marks))
		return false;
	if (!code->opening_count)
		return true;
	if (at < 0 || at >= (long)run->count)
		return false;
	for (size_t i = 0; i < code->opening_count; i++)
		if (atom_matches(run, code->openings[i].atom, code->openings[i].flags, (size_t)at))
			return true;
	return false;
}

static uint64_t marks_in_phrase(const struct sentence_run *run, size_t trigger, int direction)
{
	struct thread t = {.clause = NO_CLAUSE, .depth = run->items[trigger].depth};
	uint64_t marks = 0;
	for (long at = (long)trigger + direction;; at += direction) {
		if (at < 0 || at >= (long)run->count)
			return marks | MARK_ALWAYS;
		if (in_reach(&t, &run->items[at]))
			marks |= run->marks[at + 1];
		if (!skip(run, &t, GAP_PHRASE, (size_t)at))
			return marks;
	}
}

/* As `in_reach` and `skip` have it, for a gap that begins at the trigger. */
uint64_t marks_in_reach(const struct sentence_run *run, size_t trigger, int direction, enum gap_kind gap)
{
	const unsigned depth = run->items[trigger].depth, most = gap == GAP_CLAUSE ? CLAUSE_GAP : REST_GAP;
	unsigned clause = NO_CLAUSE, skipped = 0;
	uint64_t marks = 0;
	if (gap == GAP_PHRASE)
		return marks_in_phrase(run, trigger, direction);
	for (long at = (long)trigger + direction;; at += direction) {
		if (at < 0 || at >= (long)run->count)
			return marks | MARK_ALWAYS;
		const accord_item *item = &run->items[at];
		const bool here = item->depth == depth && (clause == NO_CLAUSE || item->clause == clause);
		if (item->kind == ACCORD_ITEM_PUNCT || at == (long)trigger + direction ||
		    (item->kind == ACCORD_ITEM_COMPANY ? here : item->depth == depth))
			marks |= run->marks[at + 1];
		if (item->depth > depth)
			continue;
		if (!here || hard_stop(item))
			return marks;
		clause = item->clause;
		if (gap == GAP_CLAUSE && item->kind == ACCORD_ITEM_COMPANY && !(item->flags & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_INNER)))
			return marks;
		if (skipped++ == most)
			return marks;
	}
}

static inline bool lone_gap(const struct machine *m, const struct threads *list)
{
	return list->count == 1 && m->code->items[list->items[0].pc].op == OP_GAP;
}

/* A gap that runs alone skips in place what the code behind it cannot begin with. False when nothing can come of it. */
static bool run_gap(struct machine *m, struct threads *now, long *at)
{
	struct thread gap = now->items[0];
	const struct instruction *i = &m->code->items[gap.pc], *behind = &m->code->items[i->x];
	do {
		if (!inside(m, *at) || !runs_over(m, &gap, (enum gap_kind)i->arg, *at))
			return false;
		*at += m->direction;
	} while (!leads_on(m, behind, *at));
	now->count = 0;
	now->step++;
	add_thread(m, now, &gap, gap.pc, *at);
	return true;
}

/* Run code from an item on, in one direction. `*end` is the last item that it took in. */
static bool run_code(struct machine *m, long at, uint8_t depth, captures *caught, long *end)
{
	struct threads lists[2], *now = &lists[0], *next = &lists[1];
	struct thread t = {.clause = NO_CLAUSE, .depth = depth, .caught = *caught}, winner;
	bool found = false;
	for (size_t i = 0; i < 2; i++) {
		lists[i].count = 0;
		lists[i].step = 1;
		memset(lists[i].seen, 0, m->code->count * sizeof *lists[i].seen);
	}
	add_thread(m, now, &t, 0, at);
	while (now->count) {
		if (lone_gap(m, now)) {
			if (!run_gap(m, now, &at))
				break;
			continue;
		}
		if (step(m, now, next, at, &winner)) {
			found = true; /* threads before it are preferred and go on */
			*caught = winner.caught;
			*end = at - m->direction;
		}
		if (!inside(m, at))
			break;
		struct threads *other = now;
		now = next;
		next = other;
		next->count = 0;
		next->step++;
		at += m->direction;
	}
	return found;
}

static void add_captures(captures *all, const captures *more)
{
	for (size_t i = 0; i < MAX_SLOTS; i++) { /* one that the trigger stands in begins in one half and ends in the other */
		all->first[i] = more->first[i] >= 0 ? more->first[i] : all->first[i];
		all->last[i] = more->last[i] >= 0 ? more->last[i] : all->last[i];
	}
}

/* One half of a program; what it did is kept for the other programs that share it. */
static bool run_half(struct machine *m, size_t trigger, captures *caught, long *end)
{
	const struct instruction *code = m->code->items;
	const long at = (long)trigger + m->direction;
	const uint8_t depth = m->run->items[trigger].depth;
	if (code->op == OP_MATCH)
		return true;
	if (!m->run->known || m->progress)
		return run_code(m, at, depth, caught, end);
	const size_t place = ((uintptr_t)code >> 5) * 0x9E3779B1u >> 7 & (KNOWN_RUNS - 1);
	struct known_run *known = &m->run->known[place];
	if (!(m->run->known_used >> place & 1) || known->code != code || known->trigger != trigger) {
		m->run->known_used |= (uint32_t)1 << place;
		long reached = (long)trigger;
		known->code = code;
		known->trigger = (uint32_t)trigger;
		memset(&known->caught, 0xFF, sizeof known->caught);
		known->found = run_code(m, at, depth, &known->caught, &reached);
		known->end = (int32_t)reached;
	}
	if (!known->found)
		return false;
	add_captures(caught, &known->caught);
	*end = known->end;
	return true;
}

bool run_program(struct sentence_run *run, const struct program *p, size_t trigger, captures *found, uint32_t *first,
                 uint32_t *last, struct progress *progress)
{
	long begin = (long)trigger, end = (long)trigger;
	struct machine m = {run, &p->back, progress, -1, p->slot_count};
	if (!stands(run, p->trigger_flags, trigger))
		return false;
	if (!progress && (!may_begin(run, &p->back, begin - 1) || !may_begin(run, &p->fore, end + 1)))
		return false;
	memset(found, 0xFF, sizeof *found);
	if (!run_half(&m, trigger, found, &begin))
		return false;
	m.code = &p->fore;
	m.direction = 1;
	if (progress) {
		progress->reached += 1000; /* the way back is made */
		progress->missing = NULL;
	}
	if (!run_half(&m, trigger, found, &end))
		return false;
	*first = (uint32_t)begin;
	*last = (uint32_t)end;
	return true;
}

bool run_argument(struct sentence_run *run, const struct argument *a, size_t at, captures *found, uint32_t *last)
{
	long end = (long)at;
	struct machine m = {run, &a->code, NULL, 1, a->slot_count};
	if (!may_begin(run, &a->code, end))
		return false;
	memset(found, 0xFF, sizeof *found);
	if (!run_code(&m, (long)at, run->items[at].depth, found, &end))
		return false;
	*last = (uint32_t)end;
	return true;
}
