/*
 * Which reports in a block tell the same deal.
 *
 * Reports with a date (a month or closer) go first, by date: each joins the nearest gathering that does not
 * contradict it and ends not too long before, or begins one. News of a closing or a collapse may look further
 * back, to the deal that was still open. Then come the vague ones ("2013", no date), the closest first: each
 * joins the gathering that fits its period best, by value, then by distance.
 *
 *   2008-12-03 talks, 2009-01-24 lapsed, 2009-02-03 raised bid, 2009-03-23 closed     one deal
 *   2020-07-09 250 M$, 2021-04-13 200 M$ between the same two                         two rounds; "2020"
 * joins the first
 */
#include "blocks.h"
#include "gather.h"

#include <stdlib.h>
#include <string.h>

#define FOREVER ((int64_t)1 << 40)
#define LONGEST_OPEN 1100 /* days from signing to closing: the longest merger reviews take three years */
#define REBID 95          /* a new bid within three months of the last one's end is the same deal */
#define CLOSE 7           /* days apart at which stated values may differ: they are of one announcement */
#define COMPARED 64       /* reports of a gathering that a further one is held against */
#define LOOK_BACK 64      /* gatherings that a dated mention is compared with */

struct gathering {
	size_t first, last; /* mentions, by their links */
	int64_t from, to;   /* of the dated ones; of the vague ones where there is no other */
	int64_t ended;      /* day of its cancellation or denial, -FOREVER while open */
	int64_t closed;     /* day of its closing, -FOREVER while open */
	bool dated, agreed; /* agreed: some report says announced or completed */
	bool collapsed;     /* some report looks back on its end */
};

struct work {
	struct mention *mentions;
	struct mention **order;
	size_t *next; /* the mentions of a gathering, linked */
	struct gathering *gatherings;
	size_t count;
	char family;
};

bool values_contradict(const accord_money *a, const accord_money *b)
{
	if (!a->currency[0] || !b->currency[0] || strcmp(a->currency, b->currency) != 0)
		return false;
	double low = a->amount < b->amount ? a->amount : b->amount,
	       high = a->amount < b->amount ? b->amount : a->amount;
	return low * 1.34 < high;
}

static bool values_agree(const accord_money *a, const accord_money *b)
{
	return a->currency[0] && strcmp(a->currency, b->currency) == 0 && a->amount <= b->amount * 1.03 &&
	       b->amount <= a->amount * 1.03;
}

/* Days that the deal of a mention may fall on. */
static accord_period period_of(const struct mention *m)
{
	if (m->has_date)
		return m->told;
	int64_t day = m->day == UNKNOWN_DAY ? FOREVER : m->day;
	bool recent = m->status <= ACCORD_ANNOUNCED && m->day != UNKNOWN_DAY;
	return (accord_period){recent ? day - LONGEST_OPEN : -FOREVER, day};
}

static bool is_dated(const struct mention *m)
{
	return m->has_date && m->told.to - m->told.from <= 31;
}

/* News of an end: the date is that of the closing or collapse, not of the agreement. */
static bool is_ending(const struct mention *m)
{
	return m->fresh && (m->status == ACCORD_COMPLETED || m->status >= ACCORD_CANCELLED);
}

/* By content alone, so that no order of import shows: date, publication, document, amount. */
static int compare(const void *pa, const void *pb)
{
	const struct mention *a = *(struct mention *const *)pa, *b = *(struct mention *const *)pb;
	bool da = is_dated(a), db = is_dated(b);
	if (da != db)
		return da ? -1 : 1;
	accord_period x = period_of(a), y = period_of(b);
	if (!da && x.to - x.from != y.to - y.from)
		return x.to - x.from < y.to - y.from ? -1 : 1;
	if (x.from != y.from)
		return x.from < y.from ? -1 : 1;
	if (x.to != y.to)
		return x.to < y.to ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	accord_slice ka = a->document_key, kb = b->document_key;
	int order = memcmp(ka.data, kb.data, ka.len < kb.len ? ka.len : kb.len);
	if (order || ka.len != kb.len)
		return order ? order : ka.len < kb.len ? -1 : 1;
	if (a->value.amount != b->value.amount)
		return a->value.amount < b->value.amount ? -1 : 1;
	return a->deal < b->deal ? -1 : a->deal > b->deal;
}

static bool has_role(const struct mention *m, uint8_t role)
{
	for (size_t i = 0; i < m->party_count; i++)
		if (m->parties[i].role == role)
			return true;
	return false;
}

static bool shares_role(const struct mention *a, const struct mention *b, uint8_t role)
{
	for (size_t i = 0; i < a->party_count; i++)
		for (size_t j = 0; j < b->party_count; j++)
			if (a->parties[i].role == role && b->parties[j].role == role &&
			    a->parties[i].company == b->parties[j].company)
				return true;
	return false;
}

/* Both name somebody in this role, and nobody in common: rival bidders. */
static bool rivals(const struct mention *a, const struct mention *b, uint8_t role)
{
	return has_role(a, role) && has_role(b, role) && !shares_role(a, b, role);
}

static bool crosses(const struct mention *a, uint8_t role, const struct mention *b, uint8_t other)
{
	for (size_t i = 0; i < a->party_count; i++)
		for (size_t j = 0; j < b->party_count; j++)
			if (a->parties[i].role == role && b->parties[j].role == other &&
			    a->parties[i].company == b->parties[j].company)
				return true;
	return false;
}

/* Who buys whom told the other way round: nearly always an error of a rule, not two takeovers. */
static bool swapped(const struct mention *a, const struct mention *b)
{
	return crosses(a, ACCORD_ACQUIRER, b, ACCORD_TARGET) && crosses(a, ACCORD_TARGET, b, ACCORD_ACQUIRER);
}

static int64_t apart(accord_period a, int64_t from, int64_t to)
{
	return a.from > to ? a.from - to : from > a.to ? from - a.to : 0;
}

/* Whether two reports can be of one deal, dates aside. */
static bool fits_mention(char family, const struct mention *a, const struct mention *b)
{
	int64_t gap = apart(period_of(a), period_of(b).from, period_of(b).to);
	bool contradict = values_contradict(&a->value, &b->value);
	if (a->document == b->document && (gap > 0 || contradict || a->has_date != b->has_date))
		return false;
	switch (family) {
	case 'a':
		return swapped(a, b) || (!rivals(a, b, ACCORD_ACQUIRER) && !rivals(a, b, ACCORD_TARGET));
	case 'i':
		return !rivals(a, b, ACCORD_INVESTOR) ||
		       (is_dated(a) && is_dated(b) && gap <= 3 && !contradict);
	default:
		return !rivals(a, b, ACCORD_UNIT) && !rivals(a, b, ACCORD_VENTURE);
	}
}

/* Another value speaks against, except of bids (they are raised) and on one day (part and whole are told). */
static bool value_speaks_against(char family, const struct mention *a, const struct mention *b)
{
	if (family == 'a' || !values_contradict(&a->value, &b->value))
		return false;
	if (family == 'i' && a->has_date && !is_dated(a) && shares_role(a, b, ACCORD_INVESTOR) && a->value.amount < b->value.amount)
		return false; /* "its $200 million of 2021": what one put in, and what all did */
	return !is_dated(a) || !is_dated(b) || apart(a->told, b->told.from, b->told.to) > CLOSE;
}

/* Both parties of a takeover named: a pair that rarely deals twice. */
static bool whole_takeover(const struct mention *m)
{
	return (has_role(m, ACCORD_ACQUIRER) && has_role(m, ACCORD_TARGET)) || m->type == ACCORD_MERGER;
}

/* Days that may lie between two reports of one deal. */
static int64_t window(const struct work *w, const struct mention *m, const struct gathering *g,
		      bool same_value)
{
	switch (w->family) {
	case 'a':
		if (!whole_takeover(m))
			return same_value ? 240 : 120;
		if (g->collapsed)
			return 185;
		return g->agreed ? LONGEST_OPEN : 240;
	case 'o':
		return 400;
	case 'i':
		return same_value ? 180 : 45;
	case 'p':
	case 'j':
		return same_value ? 180 : 60;
	default:
		return same_value ? 180 : 90;
	}
}

static bool fits_gathering(const struct work *w, const struct mention *m, const struct gathering *g,
			   bool *same_value)
{
	size_t compared = 0;
	bool other_value = false;
	*same_value = false;
	for (size_t i = g->first; i != SIZE_MAX && compared < COMPARED; i = w->next[i], compared++) {
		if (!fits_mention(w->family, m, w->order[i]))
			return false;
		*same_value |= values_agree(&m->value, &w->order[i]->value);
		other_value |= value_speaks_against(w->family, m, w->order[i]);
	}
	return *same_value || !other_value;
}

static void join(struct work *w, size_t at, struct gathering *g)
{
	const struct mention *m = w->order[at];
	accord_period p = period_of(m);
	bool dated = is_dated(m);
	w->next[g->last] = at;
	g->last = at;
	if (dated) {
		bool ending = is_ending(m);
		if (p.to > g->to && !ending)
			g->to = p.to;
		if (ending && m->status == ACCORD_COMPLETED)
			g->closed = p.to;
		if (ending && m->status != ACCORD_COMPLETED)
			g->ended = p.to;
	}
	if (!g->dated) { /* the vague agree on what they have in common */
		g->from = p.from > g->from ? p.from : g->from;
		g->to = p.to < g->to ? p.to : g->to;
	}
	g->agreed |= m->status == ACCORD_ANNOUNCED || m->status == ACCORD_COMPLETED;
	g->collapsed |= m->status >= ACCORD_CANCELLED && !(dated && is_ending(m));
}

static void begin(struct work *w, size_t at)
{
	const struct mention *m = w->order[at];
	accord_period p = period_of(m);
	struct gathering *g = &w->gatherings[w->count++];
	bool ending = is_dated(m) && is_ending(m);
	*g = (struct gathering){
		.first = at,
		.last = at,
		.from = p.from,
		.to = p.to,
		.dated = is_dated(m),
		.ended = ending && m->status != ACCORD_COMPLETED ? p.to : -FOREVER,
		.closed = ending && m->status == ACCORD_COMPLETED ? p.to : -FOREVER,
		.agreed = m->status == ACCORD_ANNOUNCED || m->status == ACCORD_COMPLETED,
		.collapsed = m->status >= ACCORD_CANCELLED && !ending,
	};
}

/* How far a dated mention may lie behind a gathering; -1 if it cannot belong there. */
static int64_t reach(const struct work *w, const struct mention *m, const struct gathering *g,
		     bool same_value)
{
	accord_period p = period_of(m);
	if (g->ended > -FOREVER && m->status <= ACCORD_ANNOUNCED && p.from > g->to)
		return p.from - g->ended <= REBID ? FOREVER : -1;
	bool once = w->family == 'a' && whole_takeover(m) &&
		    m->status <= ACCORD_COMPLETED; /* after a closing: told again */
	if (is_ending(m)) {
		int64_t last = g->closed > g->ended ? g->closed : g->ended;
		return last > -FOREVER && p.from - last > 60 && !once ? -1 : LONGEST_OPEN;
	}
	if (g->closed > -FOREVER && p.from > g->closed + 30 && !once)
		return -1;
	return window(w, m, g, same_value);
}

static void place_dated(struct work *w, size_t at)
{
	const struct mention *m = w->order[at];
	accord_period p = period_of(m);
	size_t best = SIZE_MAX, stop = w->count > LOOK_BACK ? w->count - LOOK_BACK : 0;
	int64_t best_gap = FOREVER;
	for (size_t i = w->count; i-- > stop;) {
		bool same_value;
		struct gathering *g = &w->gatherings[i];
		if (!fits_gathering(w, m, g, &same_value))
			continue;
		int64_t gap = apart(p, g->from, g->to), far = reach(w, m, g, same_value);
		int64_t weighed = same_value ? gap / 4 : gap;
		if (gap <= far && weighed < best_gap) {
			best = i;
			best_gap = weighed;
		}
	}
	if (best == SIZE_MAX)
		begin(w, at);
	else
		join(w, at, &w->gatherings[best]);
}

/* How badly a gathering fits a vague mention: days between, less where the value is the same; -1 if not at
 * all. */
static int64_t misfit(const struct work *w, const struct mention *m, const struct gathering *g)
{
	bool same_value;
	accord_period p = period_of(m);
	if (!fits_gathering(w, m, g, &same_value))
		return -1;
	int64_t to = g->closed > g->to ? g->closed : g->to;
	int64_t gap = apart(p, g->from, g->dated ? to : g->to);
	if (m->has_date) {
		int64_t most = w->family == 'a' && whole_takeover(m) ? 400 : same_value ? 180 : 31;
		if (gap > most)
			return -1;
	} else if (gap > 14) {
		return -1; /* without a date: told after it happened */
	}
	int64_t end = m->day != UNKNOWN_DAY && m->day < p.to ? m->day : p.to;
	int64_t behind = end >= FOREVER ? 0 : end - g->from;
	return 4000 * gap + (same_value ? 0 : 100000) + (behind < 0 ? -behind : behind);
}

static void place_vague(struct work *w, size_t at)
{
	size_t best = SIZE_MAX;
	int64_t least = 0;
	for (size_t i = 0; i < w->count; i++) {
		int64_t m = misfit(w, w->order[at], &w->gatherings[i]);
		if (m >= 0 && (best == SIZE_MAX || m < least)) {
			best = i;
			least = m;
		}
	}
	if (best == SIZE_MAX)
		begin(w, at);
	else
		join(w, at, &w->gatherings[best]);
}

accord_status gather_mentions(accord_arena *arena, struct mention *mentions, size_t count, accord_error *err)
{
	struct work w = {.mentions = mentions};
	if (!count)
		return ACCORD_OK;
	w.order = accord_arena_alloc(arena, count * sizeof(struct mention *));
	w.next = accord_arena_alloc(arena, count * sizeof *w.next);
	w.gatherings = accord_arena_alloc(arena, count * sizeof *w.gatherings);
	if (!w.order || !w.next || !w.gatherings)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	w.family = deal_family(mentions[0].type);
	for (size_t i = 0; i < count; i++) {
		w.order[i] = &mentions[i];
		w.next[i] = SIZE_MAX;
	}
	qsort(w.order, count, sizeof(struct mention *), compare);
	for (size_t i = 0; i < count; i++)
		if (is_dated(w.order[i]))
			place_dated(&w, i);
		else
			place_vague(&w, i);
	for (size_t g = 0; g < w.count; g++)
		for (size_t i = w.gatherings[g].first; i != SIZE_MAX; i = w.next[i])
			w.order[i]->gathering = (size_t)(w.order[w.gatherings[g].first] - mentions);
	return ACCORD_OK;
}
