/*
 * The day of a deal and its sum. What the rule bound comes first, then what stands in the trigger's clause, then in the
 * sentence. News of the day without a date word took place on the day of publication; history without one has no date.
 */
#include "deal.h"

#include <stdlib.h>
#include <string.h>

#define LEAD_PARAGRAPHS 2
#define HISTORY_DAYS 45
#define AGREEMENT_DAYS 7
#define NEWS_DAYS 7 /* how old the news of a daily may be */

/* A proleptic day number, good for differences (H. Fliegel, T. Van Flandern 1968); month and day may be missing. */
static long day_number(accord_slice date)
{
	char text[11] = "";
	memcpy(text, date.data, date.len < 10 ? date.len : 10);
	long y = strtol(text, NULL, 10), m = 1, d = 1;
	if (date.len >= 7 && text[5] == 'Q')
		m = (text[6] - '1') * 3 + 1;
	else if (date.len >= 7)
		m = strtol(text + 5, NULL, 10);
	if (date.len >= 10)
		d = strtol(text + 8, NULL, 10);
	return d - 32075 + 1461 * (y + 4800 + (m - 14) / 12) / 4 + 367 * (m - 2 - (m - 14) / 12 * 12) / 12 -
	       3 * ((y + 4900 + (m - 14) / 12) / 100) / 4;
}

/* How many days a date of that precision covers. */
static long date_width(accord_slice date)
{
	if (date.len >= 10)
		return 0;
	if (date.len >= 7)
		return date.data[5] == 'Q' ? 91 : 30;
	return 365;
}

bool dates_agree(accord_slice a, accord_slice b)
{
	if (!a.len || !b.len)
		return true;
	long from_a = day_number(a), from_b = day_number(b);
	return from_a <= from_b + date_width(b) && from_b <= from_a + date_width(a);
}

/* What of a TIMEX3 value is a date as deals have it: a year, quarter, month or day; unknown otherwise. */
static accord_slice deal_date(accord_slice value)
{
	size_t n = value.len < 10 ? value.len : 10;
	for (size_t i = 0; i < 4; i++)
		if (i >= n || value.data[i] < '0' || value.data[i] > '9')
			return (accord_slice){NULL, 0};
	if (n == 4)
		return (accord_slice){value.data, 4};
	if (n >= 7 && value.data[4] == '-') {
		bool month = value.data[5] >= '0' && value.data[5] <= '1';
		bool quarter = value.data[5] == 'Q';
		if (quarter || (month && n < 10))
			return (accord_slice){value.data, 7};
		if (month)
			return (accord_slice){value.data, 10};
		return (accord_slice){value.data, 4}; /* half-year, season: the year is what is sure */
	}
	return (accord_slice){NULL, 0};
}

static accord_slice published(const struct analysis *a)
{
	accord_slice p = a->doc->published;
	return p.len >= 10 ? (accord_slice){p.data, 10} : p;
}

/* A date item that may date a deal: no later than publication. */
accord_slice usable_date(const struct analysis *a, const accord_item *item)
{
	const accord_timex *t = &a->dates[item->entity];
	accord_slice none = {NULL, 0};
	if (t->type == ACCORD_DURATION || t->type == ACCORD_SET || t->begin.data)
		return none;
	accord_slice date = deal_date(t->value), today = published(a);
	if (!date.data || (today.len && day_number(date) > day_number(today)))
		return none;
	return date;
}

static bool since_word(const struct analysis *a, uint32_t since, const accord_item *item)
{
	return since && item->word && accord_rules_in_class(a->rules, item->word, since, UINT32_MAX);
}

/* "le trattative avviate in primavera", "lawsuits that had dragged on since 2010": the day from which something lasts (the class `since`) dates no deal. */
static bool lasts_from(const struct analysis *a, const struct sentence *s, size_t i)
{
	uint32_t since = accord_rules_class(a->rules, "since");
	size_t at = i > 1 && (word_bits(a->grammar, &s->items[i - 1]) & W_PREPOSITION) && !since_word(a, since, &s->items[i - 1]) ? i - 1 : i;
	return since && at > 0 && since_word(a, since, &s->items[at - 1]);
}

/* "have worked together since 2021": of a relation that stands the day on which it began is the day. */
static bool dates_relation(const struct candidate *c)
{
	bool stands = c->type == ACCORD_PARTNERSHIP || c->type == ACCORD_SUPPLY || c->type == ACCORD_LICENSING || c->type == ACCORD_JOINT_VENTURE;
	return stands && (c->status == ACCORD_ANNOUNCED || c->status == ACCORD_COMPLETED);
}

static bool in_lead(const struct candidate *c)
{
	return c->sentence->field == ACCORD_TITLE || c->sentence->paragraph <= LEAD_PARAGRAPHS;
}

static bool in_headline_or_first(const struct candidate *c)
{
	return c->sentence->field == ACCORD_TITLE || c->sentence->paragraph <= 1;
}

/* Names and verbs before the date in its clause: where none is, it stands in front and holds for all that follows. */
static bool fronted(const struct analysis *a, const struct sentence *s, size_t date)
{
	for (size_t i = 0; i < date; i++)
		if (s->items[i].clause == s->items[date].clause &&
		    (s->items[i].kind == ACCORD_ITEM_COMPANY || word_bits(a->grammar, &s->items[i]) & W_FINITE))
			return false;
	return true;
}

/* "…, but is now worth less than it was a year ago": another clause, told by a verb that does not only say who said it. */
static bool tells_else(const struct analysis *a, const struct sentence *s, size_t date)
{
	uint32_t say = accord_rules_class(a->rules, "say");
	for (size_t i = 0; say && i < s->count; i++)
		if (s->items[i].clause == s->items[date].clause && s->items[i].word && s->items[i].kind == ACCORD_ITEM_WORD &&
		    (word_bits(a->grammar, &s->items[i]) & W_FINITE) && !(word_bits(a->grammar, &s->items[i]) & (W_NOUN | W_PREPOSITION)))
			return !accord_rules_in_class(a->rules, s->items[i].word, say, UINT32_MAX);
	return false;
}

#define CLOSING_REACH 8

/* "expects to close its acquisition of X this month": the day of a closing that is still to come is not the deal's. */
static bool closing_day(const struct analysis *a, const struct candidate *c, size_t date)
{
	const struct sentence *s = c->sentence;
	uint32_t expect = accord_rules_class(a->rules, "expect"), complete = accord_rules_class(a->rules, "complete");
	bool closing = false;
	for (size_t i = date; expect && complete && c->status != ACCORD_COMPLETED && i > 0 && i + 2 * CLOSING_REACH > date; i--) {
		accord_word word = s->items[i - 1].word;
		closing |= word && i + CLOSING_REACH > date && accord_rules_in_class(a->rules, word, complete, ACCORD_FORM_INF);
		if (closing && word && accord_rules_in_class(a->rules, word, expect, UINT32_MAX))
			return true;
	}
	return false;
}

/* Whether the trigger's clause dates the closing and nothing else. */
static bool still_to_close(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	for (size_t i = c->match->trigger; !in_lead(c) && i < s->count; i++)
		if (s->items[i].kind == ACCORD_ITEM_DATE && s->items[i].clause == s->items[c->match->trigger].clause && closing_day(a, c, i))
			return true;
	return false;
}

/* "la causa che X aveva intentato nel marzo": behind a noun "che" begins a relative clause, behind a verb it tells what is said. */
static bool in_italian_relative(const struct analysis *a, const struct candidate *c, size_t date)
{
	const struct sentence *s = c->sentence;
	for (size_t i = c->match->trigger + 1; i + 1 < date; i++) {
		bool noun = word_bits(a->grammar, &s->items[i - 1]) & W_NOUN && !(word_bits(a->grammar, &s->items[i - 1]) & W_FINITE);
		if (i > c->match->last && noun && accord_slice_is(s->items[i].text, "che"))
			for (size_t k = i + 1; k < date && k < i + 4; k++)
				if (word_bits(a->grammar, &s->items[k]) & W_AUXILIARY)
					return true;
	}
	return false;
}

/* English "Metaio, a start-up that launched back in 2003": the day of a relative clause between the deal and the date. */
static bool in_relative(const struct analysis *a, const struct candidate *c, size_t date)
{
	const struct sentence *s = c->sentence;
	if (!strcmp(a->lang, "it"))
		return in_italian_relative(a, c, date);
	for (size_t i = c->match->trigger + 1; !strcmp(a->lang, "en") && i + 1 < date; i++) {
		uint32_t bits = word_bits(a->grammar, &s->items[i + 1]);
		if (!(word_bits(a->grammar, &s->items[i]) & W_RELATIVE) || i <= c->match->last)
			continue;
		if ((bits & W_FINITE) && !(bits & (W_NOUN | W_PREPOSITION)))
			return true;
		bool of_noun = s->items[i - 1].kind == ACCORD_ITEM_AMOUNT || s->items[i - 1].kind == ACCORD_ITEM_PRODUCT ||
			       (word_bits(a->grammar, &s->items[i - 1]) & (W_NOUN | W_FINITE)) == W_NOUN;
		if (of_noun && (s->items[i + 1].kind == ACCORD_ITEM_COMPANY || bits & W_DETERMINER))
			return true; /* "the $400 million that Facebook agreed to pay three years ago" */
	}
	return false;
}

#define FOUNDED_REACH 3

/* "a start-up founded in 2005": behind a name or a word for a firm the class `found` tells its age, and dates no deal but that one. */
static bool founding_day(const struct analysis *a, const struct candidate *c, size_t i)
{
	const struct sentence *s = c->sentence;
	uint32_t found = accord_rules_class(a->rules, "found");
	for (size_t k = i; found && k > 0 && k + FOUNDED_REACH > i; k--) {
		if (s->items[k - 1].kind != ACCORD_ITEM_WORD)
			return false;
		if (s->items[k - 1].word && accord_rules_in_class(a->rules, s->items[k - 1].word, found, ACCORD_FORM_PP))
			return k > 1 && k - 1 != c->match->trigger && c->type != ACCORD_JOINT_VENTURE && c->type != ACCORD_SPIN_OFF &&
			       (s->items[k - 2].kind != ACCORD_ITEM_WORD || (word_bits(a->grammar, &s->items[k - 2]) & W_COMPANY_NOUN));
	}
	return false;
}

/* "Nokia bought X in 2012 and plans to sell Y": an old day that belongs to the clause before. */
static bool of_clause_before(const struct analysis *a, const struct sentence *s, size_t date)
{
	bool goes_on = date + 2 < s->count && accord_slice_is(s->items[date + 1].text, ",") &&
		       (word_bits(a->grammar, &s->items[date + 2]) & (W_SUBORDINATOR | W_RELATIVE));
	if (goes_on)
		return false; /* "nel 2018, quando la startup raccolse …" */
	accord_slice day = usable_date(a, &s->items[date]), today = published(a);
	bool recent = day.len >= 10 && today.len && day_number(today) - day_number(day) <= NEWS_DAYS;
	return day.len && !recent && !fronted(a, s, date) && tells_else(a, s, date);
}

/* "the patents of Nortel, for which Apple laid down $4.5 billion last year": the clause of a name that the match binds. */
static bool of_bound(const struct candidate *c, size_t date)
{
	const accord_item *items = c->sentence->items;
	for (size_t i = 0; i < c->match->binding_count; i++) {
		const accord_binding *b = &c->match->bindings[i];
		if (b->role >= 0 && items[b->first].kind == ACCORD_ITEM_COMPANY && items[b->first].clause == items[date].clause &&
		    items[date].depth > items[c->match->trigger].depth)
			return true;
	}
	return false;
}

/* "bought X in 2012 before selling it in 2014": between the day and the trigger something else begins. */
static bool leads_on(const struct analysis *a, const struct sentence *s, size_t date, size_t trigger)
{
	uint32_t controls = accord_rules_class(a->rules, "controls");
	for (size_t i = date + 1; controls && i < trigger; i++)
		if (s->items[i].word && accord_rules_in_class(a->rules, s->items[i].word, controls, UINT32_MAX))
			return true;
	return false;
}

/* The nearest usable date to the trigger: in its clause, or (wide) anywhere in the sentence that is no other clause. */
static accord_slice nearest_date(const struct analysis *a, const struct candidate *c, bool wide)
{
	const struct sentence *s = c->sentence;
	accord_slice best = {NULL, 0};
	size_t distance = SIZE_MAX, trigger = c->match->trigger;
	for (size_t i = 0; i < s->count; i++) {
		if (s->items[i].kind != ACCORD_ITEM_DATE || (lasts_from(a, s, i) && !dates_relation(c)) || founding_day(a, c, i) || closing_day(a, c, i) ||
		    in_relative(a, c, i) || dates_what_came_before(a, c, i))
			continue;
		bool same = s->items[i].clause == s->items[trigger].clause || (!wide && of_bound(c, i)) ||
			    (i > c->match->last && s->items[i].clause == s->items[c->match->last].clause); /* "patents, for which X paid $1bn last year" */
		bool around = wide && s->items[i].depth <= s->items[trigger].depth && !(i > trigger && tells_else(a, s, i)) &&
			      !(i < trigger && of_clause_before(a, s, i));
		if (!same && !around)
			continue;
		size_t far = i > trigger ? i - trigger : trigger - i + (leads_on(a, s, i, trigger) ? s->count : 0);
		accord_slice date = usable_date(a, &s->items[i]);
		if (date.data && far < distance) {
			best = date;
			distance = far;
		}
	}
	return best;
}

#define AGREED_REACH 4

/* "the merger, agreed in April last year, is inching forward": agreed long ago, and still not done. */
static bool still_pending(const struct analysis *a, const struct candidate *c)
{
	const struct sentence *s = c->sentence;
	const accord_lexicon *lexicon = accord_rules_lexicon(a->rules);
	uint32_t agree = accord_rules_class(a->rules, "agree");
	bool agreed = false, present = false;
	for (size_t i = 0; agree && i < s->count; i++) {
		size_t count;
		const accord_reading *readings = accord_lexicon_readings(lexicon, s->items[i].word, &count);
		for (size_t r = 0; s->items[i].word && r < count; r++)
			present |= (readings[r].forms & ACCORD_FORM_PRESENT) && (readings[r].forms & ACCORD_FORM_FINITE) &&
			           (word_bits(a->grammar, &s->items[i]) & W_AUXILIARY);
		for (size_t k = i + 1; s->items[i].word && k < s->count && k <= i + AGREED_REACH; k++)
			agreed |= s->items[k].kind == ACCORD_ITEM_DATE &&
			          accord_rules_in_class(a->rules, s->items[i].word, agree, ACCORD_FORM_PP);
	}
	return agreed && present && (c->type == ACCORD_ACQUISITION || c->type == ACCORD_MERGER);
}

/*
 * Whether a deal of that day is history. Purchases, mergers, joint ventures of the last weeks are of the present wave; an agreement
 * in the background is not (deal model, decision 3), and of a month that is told it is the middle that counts.
 */
static bool long_ago(const struct candidate *c, accord_slice today)
{
	bool agreement = is_agreement(c->type) && !in_headline_or_first(c);
	long width = date_width(c->date), days = day_number(today) - day_number(c->date);
	if (c->date.len == 4 && memcmp(c->date.data, today.data, 4) < 0)
		return true;
	if (agreement && memcmp(c->date.data, today.data, c->date.len) == 0)
		return false; /* this month, this quarter */
	return agreement ? days - width / 2 > AGREEMENT_DAYS : days - width > HISTORY_DAYS;
}

/* Past agreements are completed; so are purchases told as history (deal model, decision 3). */
void settle_history(const struct analysis *a, struct candidate *c)
{
	accord_slice today = published(a);
	bool old = c->date.len && today.len && long_ago(c, today);
	if (old)
		c->history = true;
	else if (c->date.len)
		c->history = false;
	if (c->history && c->status_strength <= BY_TENSE && (old || !in_lead(c)) && !still_pending(a, c)) {
		c->status = ACCORD_COMPLETED;
		c->status_strength = BY_TENSE;
	}
}

/*
 * "Il plico è arrivato ieri. Kkr offre …": a deal of the first paragraph or the headline that has no day of its own took place
 * on the day that was named before it, if that is one day of this week; unknown otherwise.
 */
static accord_slice day_of_lead(const struct analysis *a, const struct candidate *c)
{
	accord_slice day = {NULL, 0}, none = {NULL, 0}, today = published(a);
	if (c->sentence->paragraph > 1 || today.len < 10)
		return none;
	bool headline = c->sentence->field == ACCORD_TITLE; /* it is told again in the first sentence */
	for (size_t k = 0; k < a->sentence_count && k <= c->sentence->number + headline; k++) {
		const struct sentence *s = &a->sentences[k];
		for (size_t i = 0; i < s->count; i++) {
			accord_slice date = s->items[i].kind == ACCORD_ITEM_DATE ? usable_date(a, &s->items[i]) : none;
			if (date.len < 10 || day_number(today) - day_number(date) > NEWS_DAYS)
				continue;
			if (day.len && !accord_slice_equal(day, date))
				return none;
			day = date;
		}
	}
	return day;
}

/* "gehört jetzt zu X": news, in words of how things stand. */
static bool says_now(const struct analysis *a, const struct candidate *c)
{
	uint32_t now = accord_rules_class(a->rules, "at_present"), fresh = accord_rules_class(a->rules, "new_firm");
	for (size_t i = 0; now && i < c->sentence->count; i++) {
		const accord_item *item = &c->sentence->items[i];
		if (c->type == ACCORD_JOINT_VENTURE && fresh && item->word && accord_rules_in_class(a->rules, item->word, fresh, UINT32_MAX))
			return true; /* die neue Firma gehört den beiden je zur Hälfte */
		if (item->clause == c->sentence->items[c->match->trigger].clause && item->word &&
		    accord_rules_in_class(a->rules, item->word, now, UINT32_MAX))
			return true;
	}
	return false;
}

/* "had raised", "hatte gekauft", "aveva comprato": told of a time before that of the news. */
static bool pluperfect_of_have(const struct candidate *c)
{
	static const char *const forms[] = {"had", "hatte", "hatten", "aveva", "avevano"};
	const struct sentence *s = c->sentence;
	for (size_t i = 0; i < s->count && i <= c->match->trigger + 1; i++) /* "gekauft hatte"; what comes later is of other words */
		for (size_t f = 0; s->items[i].clause == s->items[c->match->trigger].clause && f < sizeof forms / sizeof *forms; f++)
			if (s->items[i].kind == ACCORD_ITEM_WORD && accord_slice_is(s->items[i].text, forms[f]))
				return true;
	return false;
}

/*
 * "…, which it set up with Tiphone", "Creganna, bought by TE earlier this year": a clause that only says more of a name tells what is
 * done, unless it gives a day of this week.
 */
static void settle_aside(const struct analysis *a, struct candidate *c)
{
	accord_slice today = published(a);
	bool recent = c->date.len >= 10 && today.len && day_number(today) - day_number(c->date) <= NEWS_DAYS;
	bool opens = !c->sentence->number || a->sentences[c->sentence->number - 1].field == ACCORD_TITLE;
	bool this_month = c->date.len >= 7 && today.len >= 7 && memcmp(c->date.data, today.data, 7) == 0;
	bool long_done = !c->date.len || (is_agreement(c->type) && !this_month && c->date.len <= 7);
	bool before = long_done && !opens && c->sentence->field == ACCORD_TEXT && pluperfect_of_have(c);
	if ((in_headline_or_first(c) && !before) || recent || c->status != ACCORD_ANNOUNCED || c->status_strength == BY_CUE ||
	    !(before || told_aside(a, c)))
		return;
	c->status = ACCORD_COMPLETED;
	c->status_strength = BY_TENSE;
	c->looks_back = true;
}

/* "Nelle scorse settimane hanno unito …": of the background, and nobody says when. */
static void told_some_time_ago(struct candidate *c)
{
	if (c->status != ACCORD_ANNOUNCED || c->status_strength == BY_CUE || !is_agreement(c->type) || in_headline_or_first(c))
		return;
	c->status = ACCORD_COMPLETED;
	c->status_strength = BY_TENSE;
	c->history = true;
}

void find_date(struct analysis *a, struct candidate *c)
{
	if (c->date.data)
		c->date = deal_date(c->date);
	if (!c->date.data) {
		c->date = elapsed_date(a, c);
		c->date_strength = BY_CUE;
	}
	if (!c->date.data) {
		c->date = nearest_date(a, c, false);
		c->date_strength = BY_CUE;
	}
	if (!c->date.data) {
		c->date = nearest_date(a, c, true);
		c->date_strength = BY_CLAUSE;
	}
	settle_history(a, c);
	settle_aside(a, c);
	if (c->date.data || still_to_close(a, c))
		return;
	c->date_strength = BY_DEFAULT;
	if (vague_past(a, c)) {
		told_some_time_ago(c);
		return;
	}
	bool ongoing = c->status == ACCORD_RUMOR || c->status == ACCORD_TALKS;
	bool stands = c->status == ACCORD_COMPLETED && (c->looks_back || c->match->status == ACCORD_COMPLETED) &&
		      !says_now(a, c); /* "die beiden je zur Hälfte gehört", but "gehört nun" */
	c->dateless = stands;
	if (ongoing || (!stands && (in_lead(c) || !c->history))) {
		c->date = day_of_lead(a, c);
		if (!c->date.len)
			c->date = published(a);
	}
}

bool value_counts(accord_deal_type type)
{
	return type != ACCORD_PARTNERSHIP && type != ACCORD_SPIN_OFF;
}

/* "$250 million, $150 million of it right away", "davon 70 Millionen in bar", "di cui 35 subito": a part of the sum. */
static bool part_of_sum(const struct sentence *s, size_t i)
{
	static const char *const behind[] = {"it", "which", "that", "them", "cui", NULL}, *const before[] = {"davon", "thereof", "cui", "which", NULL};
	size_t n = i + 1;
	if (n < s->count && accord_slice_is(s->items[n].text, "davon"))
		return true;
	if (n + 1 < s->count && accord_slice_is(s->items[n].text, "of"))
		for (size_t k = 0; behind[k]; k++)
			if (accord_slice_is(s->items[n + 1].text, behind[k]))
				return true;
	for (size_t k = 0; before[k] && i > 0; k++)
		for (size_t back = 1; back <= 3 && back <= i && s->items[i - back].kind == ACCORD_ITEM_WORD; back++) {
			bool linked = k < 2 || (back < i && (accord_slice_is(s->items[i - back - 1].text, "of") || accord_slice_is(s->items[i - back - 1].text, "di")));
			if (accord_slice_is(s->items[i - back].text, before[k]) && linked)
				return true;
		}
	return false;
}

/* Whether all companies of an item take part in the deal. */
static bool has_party(const struct analysis *a, const struct candidate *c, const accord_item *item)
{
	bool known = item->entity_count <= 1;
	bool found = false;
	for (size_t k = 0; known && k < c->party_count; k++)
		found |= c->parties[k].company == a->ref_companies[item->entity];
	return found;
}

/* A day of another year before the sum, or behind it with no other sum between: the sum is of then. */
static bool sum_of_then(const struct analysis *a, const struct candidate *c, const struct sentence *s, size_t sum)
{
	accord_slice today = published(a);
	for (size_t i = 0; !c->history && today.len >= 4 && i < s->count; i++) {
		if (i > sum && s->items[i].kind == ACCORD_ITEM_AMOUNT)
			return false;
		accord_slice date = s->items[i].kind == ACCORD_ITEM_DATE ? usable_date(a, &s->items[i]) : (accord_slice){NULL, 0};
		if (date.len && memcmp(date.data, today.data, 4) < 0 && (!c->date.len || !dates_agree(date, c->date)))
			return true;
	}
	return false;
}

#define PRICE_SENTENCES 2 /* how far behind a deal its price may stand */

/*
 * "Il prezzo è di 8 miliardi", "Der Kaufpreis beträgt …", "The deal is worth …" in the next sentences of the paragraph:
 * an amount behind a noun for the price or for the deal, with nobody's name between.
 */
static void price_behind(const struct analysis *a, struct candidate *c)
{
	uint32_t price = accord_rules_class(a->rules, "price"), deal = accord_rules_class(a->rules, "deal");
	uint32_t pay = accord_rules_class(a->rules, "pay");
	for (size_t k = 1; k <= PRICE_SENTENCES && c->sentence->number + k < a->sentence_count; k++) {
		const struct sentence *s = &a->sentences[c->sentence->number + k];
		if (s->field != c->sentence->field || s->paragraph != c->sentence->paragraph)
			return;
		bool told = false;
		for (size_t i = 0; i < s->count; i++) {
			const accord_item *item = &s->items[i];
			told |= price && item->word && accord_rules_in_class(a->rules, item->word, price, UINT32_MAX);
			told |= deal && i < 3 && item->word && accord_rules_in_class(a->rules, item->word, deal, UINT32_MAX);
			told |= pay && item->word && accord_rules_in_class(a->rules, item->word, pay, ACCORD_FORM_FINITE);
			if (item->kind == ACCORD_ITEM_COMPANY && !(item->flags & ACCORD_ITEM_REFERENCE) && !has_party(a, c, item))
				break;
			if (!told || item->kind != ACCORD_ITEM_AMOUNT || !a->amounts[item->entity].has_amount ||
			    a->amounts[item->entity].money.amount < LEAST_SUM || part_of_sum(s, i) || sum_of_then(a, c, s, i))
				continue;
			c->value = a->amounts[item->entity].money;
			c->value_strength = BY_TENSE;
			return;
		}
	}
}

/* "A e B hanno presentato offerte per C, e Vivendi chiede 31 miliardi": behind the deal somebody else speaks of the sum. */
static bool another_subject(const struct analysis *a, const struct candidate *c, size_t sum)
{
	const struct sentence *s = c->sentence;
	for (size_t i = c->match->last + 1; i < sum; i++) {
		const accord_item *item = &s->items[i];
		bool other = item->kind == ACCORD_ITEM_COMPANY && !(item->flags & (ACCORD_ITEM_GOVERNED | ACCORD_ITEM_GENITIVE)) &&
			     item->clause != s->items[c->match->trigger].clause && item->depth <= s->items[c->match->trigger].depth;
		for (size_t k = 0; other && k < c->party_count; k++)
			other &= c->parties[k].company != a->ref_companies[item->entity];
		if (other)
			return true;
	}
	return false;
}

/* "…, which the industry puts at $100 million", "…, womit sich die Offerte auf 2,4 Milliarden summiert" */
static bool sums_up(const struct analysis *a, const struct sentence *s, size_t sum)
{
	uint32_t verbs = accord_rules_class(a->rules, "amount_to");
	for (size_t i = 0; verbs && i < s->count; i++)
		if (s->items[i].clause == s->items[sum].clause && s->items[i].word &&
		    accord_rules_in_class(a->rules, s->items[i].word, verbs, UINT32_MAX))
			return true;
	return false;
}

/* "220 Millionen Euro für eine App: Adidas kauft …": the only sum of the sentence, if nothing embedded names it. */
static void only_sum(const struct analysis *a, struct candidate *c)
{
	const struct sentence *s = c->sentence;
	const accord_item *only = NULL;
	for (size_t i = 0; i < s->count; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind != ACCORD_ITEM_AMOUNT || !a->amounts[item->entity].has_amount ||
		    a->amounts[item->entity].money.amount < LEAST_SUM || part_of_sum(s, i))
			continue;
		if (only || (item->depth > s->items[c->match->trigger].depth && !sums_up(a, s, i)))
			return;
		only = item;
	}
	if (!only || another_subject(a, c, (size_t)(only - s->items)))
		return;
	c->value = a->amounts[only->entity].money;
	c->value_strength = BY_TENSE;
}

/* "Ottocento milioni in un solo giro. La società X ha chiuso …": a paragraph that opens with the sum, and nobody's name. */
static void price_ahead(const struct analysis *a, struct candidate *c)
{
	if (!c->sentence->number)
		return;
	const struct sentence *s = &a->sentences[c->sentence->number - 1];
	const accord_item *sum = NULL;
	if (s->field != c->sentence->field || s->paragraph != c->sentence->paragraph ||
	    (s->number && a->sentences[s->number - 1].paragraph == s->paragraph && a->sentences[s->number - 1].field == s->field))
		return;
	for (size_t i = 0; i < s->count; i++) {
		const accord_item *item = &s->items[i];
		if (item->kind == ACCORD_ITEM_COMPANY || (item->kind == ACCORD_ITEM_AMOUNT && sum))
			return;
		if (item->kind == ACCORD_ITEM_AMOUNT && a->amounts[item->entity].has_amount)
			sum = item;
	}
	if (!sum)
		return;
	c->value = a->amounts[sum->entity].money;
	c->value_strength = BY_TENSE;
}

void find_value(struct analysis *a, struct candidate *c)
{
	if (c->value_strength == BY_CUE || !value_counts(c->type))
		return;
	const struct sentence *s = c->sentence;
	size_t distance = SIZE_MAX, trigger = c->match->trigger;
	for (size_t i = 0; i < s->count; i++) {
		if (s->items[i].kind != ACCORD_ITEM_AMOUNT || !a->amounts[s->items[i].entity].has_amount ||
		    a->amounts[s->items[i].entity].money.amount < LEAST_SUM || part_of_sum(s, i))
			continue;
		if (s->items[i].clause != s->items[trigger].clause)
			continue;
		size_t far = i > trigger ? i - trigger : trigger - i;
		if (far < distance) {
			distance = far;
			c->value = a->amounts[s->items[i].entity].money;
			c->value_strength = BY_CLAUSE;
		}
	}
	if (!c->value.currency[0])
		only_sum(a, c);
	if (!c->value.currency[0] && (c->type == ACCORD_ACQUISITION || c->type == ACCORD_ASSET_SALE ||
	                              c->type == ACCORD_INVESTMENT || c->type == ACCORD_MERGER))
		price_behind(a, c);
	if (!c->value.currency[0] && !c->history)
		price_ahead(a, c);
}
