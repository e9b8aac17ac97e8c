/*
 * What the reports of one deal agree on. The status follows the reports by time of publication: it moves on,
 * and what looks back does not move it back. The date is that of the agreement, as most reports give it, else of the bid, the closing,
 * the first word of it.
 * The value is the one that most reports of the announcement tell. Copies have no vote.
 */
#include "gather.h"

#include <stdlib.h>
#include <string.h>

static int order_slices(accord_slice a, accord_slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.data, b.data, n) : 0;
	return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

/* By day of publication, then how far the deal has come, then time and document. */
static int by_publication(const void *pa, const void *pb)
{
	const struct mention *a = pa, *b = pb;
	if (a->day != b->day)
		return (a->day == UNKNOWN_DAY ? INT64_MAX : a->day) <
				       (b->day == UNKNOWN_DAY ? INT64_MAX : b->day)
			       ? -1
			       : 1;
	static const int rank[ACCORD_DEAL_STATUSES] = {
		[ACCORD_RUMOR] = 0,     [ACCORD_DENIED] = 1,    [ACCORD_TALKS] = 2,
		[ACCORD_ANNOUNCED] = 3, [ACCORD_CANCELLED] = 4, [ACCORD_COMPLETED] = 5,
	};
	if (rank[a->status] != rank[b->status])
		return rank[a->status] - rank[b->status];
	int order = order_slices(a->published, b->published);
	if (!order)
		order = order_slices(a->document_key, b->document_key);
	return order ? order : a->deal < b->deal ? -1 : a->deal > b->deal;
}

static bool lasting(accord_deal_type type)
{
	return type == ACCORD_PARTNERSHIP || type == ACCORD_LICENSING || type == ACCORD_SUPPLY ||
	       type == ACCORD_JOINT_VENTURE;
}

/* Whether a report moves the status on from where it is. */
static bool moves(const struct step *at, const struct mention *m, accord_deal_type type)
{
	accord_deal_status from = at->status, to = m->status;
	bool later = m->fresh && m->day != UNKNOWN_DAY && at->by->day != UNKNOWN_DAY && m->day > at->by->day;
	if (from == to)
		return false;
	switch (from) {
	case ACCORD_RUMOR:
		return true;
	case ACCORD_TALKS:
		return to != ACCORD_RUMOR;
	case ACCORD_ANNOUNCED:
		return to == ACCORD_COMPLETED || to == ACCORD_CANCELLED;
	case ACCORD_COMPLETED:
		return to == ACCORD_CANCELLED && lasting(type) && later;
	case ACCORD_CANCELLED:
		return later && to != ACCORD_DENIED;
	case ACCORD_DENIED:
		return to != ACCORD_RUMOR || later;
	default:
		return false;
	}
}

static accord_deal_type agree_on_type(const struct mention *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m[i].type != ACCORD_MERGER)
			return m[i].type;
	return m[0].type;
}

/* When a step was taken: news of an end has its own date; history told later has none. */
static accord_slice step_date(const struct mention *m)
{
	accord_slice none = {NULL, 0};
	if (m->status >= ACCORD_COMPLETED && !m->fresh)
		return none;
	if (m->has_date)
		return m->date;
	return none;
}

/*
 * News of an end that as many fresh reports of the same day or later contradict by telling the announcement
 * is an error of a rule, not the end.
 */
static bool outvoted_end(const struct mention *m, size_t at, size_t n)
{
	size_t ends = 0, announced = 0;
	if (m[at].status < ACCORD_COMPLETED || !m[at].fresh || m[at].day == UNKNOWN_DAY)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (m[i].copy || !m[i].fresh || m[i].day == UNKNOWN_DAY || m[i].day < m[at].day)
			continue;
		ends += m[i].status == m[at].status;
		announced += m[i].status == ACCORD_ANNOUNCED;
	}
	return announced > ends;
}

static void follow_status(struct consensus *e, const struct mention *m, size_t n)
{
	e->steps[0] = (struct step){m[0].status, step_date(&m[0]), &m[0]};
	e->step_count = 1;
	for (size_t i = 1; i < n; i++) {
		struct step *last = &e->steps[e->step_count - 1];
		if (moves(last, &m[i], e->deal.type) && !outvoted_end(m, i, n))
			e->steps[e->step_count++] = (struct step){m[i].status, step_date(&m[i]), &m[i]};
		else if (last->status == m[i].status && !last->date.data)
			last->date = step_date(&m[i]);
	}
	e->deal.status = e->steps[e->step_count - 1].status;
}

/*
 * How well a mention's date is fit to be the event's. Its kind first: the agreement; history; the bid that came to something;
 * the closing; the first word of it. Then its precision.
 */
static int date_rank(const struct mention *m)
{
	int64_t days = m->told.to - m->told.from;
	int kind = 0;
	if (m->status == ACCORD_ANNOUNCED || (m->status == ACCORD_COMPLETED && !m->fresh))
		kind = m->status == ACCORD_COMPLETED && days > 0 ? 4 : 5; /* "2013" told later says less than a day of the news */
	else if (m->status == ACCORD_TALKS)
		kind = 3;
	else if (m->status == ACCORD_COMPLETED)
		kind = 2;
	else if (m->status == ACCORD_RUMOR || !m->fresh)
		kind = 1;
	return 4 * kind + (days == 0 ? 3 : days <= 31 ? 2 : days <= 92 ? 1 : 0);
}

/* How many reports with words of their own give the same date as this one, of those that rank alike. */
static size_t date_votes(const struct mention *m, size_t n, const struct mention *of)
{
	size_t votes = 0;
	for (size_t i = 0; i < n; i++)
		votes += m[i].has_date && !m[i].copy && date_rank(&m[i]) == date_rank(of) && m[i].told.from == of->told.from &&
			 m[i].told.to == of->told.to;
	return votes;
}

static void agree_on_date(struct consensus *e, const struct mention *m, size_t n)
{
	const struct mention *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < n; i++) {
		if (!m[i].has_date)
			continue;
		size_t votes = date_votes(m, n, &m[i]);
		int rank = best ? date_rank(&m[i]) - date_rank(best) : 1;
		bool as_good = rank == 0 && votes == most && m[i].told.from < best->told.from;
		if (rank > 0 || (rank == 0 && votes > most) || as_good) {
			best = &m[i];
			most = votes;
		}
	}
	/* A closing day is no better than the year in which all others place the agreement. */
	for (size_t i = 0; best && best->status == ACCORD_COMPLETED && best->fresh && i < n; i++)
		if (m[i].has_date && m[i].told.to < best->told.from &&
		    (m[i].status == ACCORD_ANNOUNCED || (m[i].status == ACCORD_COMPLETED && !m[i].fresh)))
			best = &m[i];
	if (best)
		e->deal.date = best->date;
}

static bool same_money(const accord_money *a, const accord_money *b)
{
	return a->amount == b->amount && strcmp(a->currency, b->currency) == 0;
}

static void agree_on_value(struct consensus *e, const struct mention *m, size_t n)
{
	const struct mention *best = NULL;
	int most = 0;
	for (size_t i = 0; i < n; i++) {
		if (!m[i].value.currency[0])
			continue;
		int votes = 0;
		for (size_t k = 0; k < n; k++)
			if (!m[k].copy && same_money(&m[i].value, &m[k].value))
				votes += m[k].status == ACCORD_ANNOUNCED   ? 1000
					 : m[k].status == ACCORD_COMPLETED ? 30
									   : 1;
		bool told_last = votes == most && votes < 1000;
		if (!best || votes > most || told_last) {
			best = &m[i];
			most = votes;
		}
	}
	if (best)
		e->deal.value = best->value;
}

static void agree_on_object(struct consensus *e, const struct mention *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m[i].object.len &&
		    (!e->deal.object.data || (m[i].confidence > 0.8 && e->deal.object.len > 80)))
			e->deal.object = m[i].object;
}

struct vote {
	struct mention_party party;
	size_t votes, first;
};

static int by_role(const void *pa, const void *pb)
{
	const struct vote *a = pa, *b = pb;
	if (a->party.role != b->party.role)
		return a->party.role < b->party.role ? -1 : 1;
	if (a->votes != b->votes)
		return a->votes > b->votes ? -1 : 1;
	return order_slices(a->party.key, b->party.key);
}

static void count_votes(struct vote *votes, size_t *count, size_t room, const struct mention *m, size_t n,
			accord_deal_type type)
{
	for (size_t i = 0; i < n; i++)
		for (size_t p = 0; p < m[i].party_count; p++) {
			const struct mention_party *party = &m[i].parties[p];
			size_t k = 0;
			if (!accord_type_has_role(type, (accord_role)party->role))
				continue;
			while (k < *count && (votes[k].party.company != party->company ||
					      votes[k].party.role != party->role))
				k++;
			if (k == *count && k == room)
				continue;
			if (k == *count)
				votes[(*count)++] = (struct vote){*party, 0, i};
			votes[k].votes += m[i].copy    ? 0
					  : m[i].fresh ? 3
						       : 2; /* of two that differ, the news */
		}
}

/* Of two roles of one company the more told one stays; who stands in one report out of many is likely an
 * error. */
static bool outvoted(const struct vote *votes, size_t count, size_t at, size_t n)
{
	for (size_t k = 0; k < count; k++) {
		if (k == at || votes[k].party.company != votes[at].party.company)
			continue;
		if (votes[k].votes > votes[at].votes ||
		    (votes[k].votes == votes[at].votes && votes[k].party.role < votes[at].party.role))
			return true;
	}
	bool alone = true;
	for (size_t k = 0; k < count; k++)
		alone &= k == at || votes[k].party.role != votes[at].party.role;
	return !alone && n > 4 && votes[at].votes * 2 < n;
}

static accord_status agree_on_parties(accord_arena *arena, struct consensus *e, const struct mention *m,
				      size_t n, accord_error *err)
{
	size_t room = 48, count = 0;
	struct vote *votes = accord_arena_calloc(arena, room, sizeof *votes);
	e->deal.parties = accord_arena_calloc(arena, room, sizeof *e->deal.parties);
	e->companies = accord_arena_calloc(arena, room, sizeof *e->companies);
	if (!votes || !e->deal.parties || !e->companies)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	count_votes(votes, &count, room, m, n, e->deal.type);
	qsort(votes, count, sizeof *votes, by_role);
	for (size_t i = 0; i < count; i++) {
		if (outvoted(votes, count, i, n))
			continue;
		e->companies[e->deal.party_count] = votes[i].party.company;
		e->deal.parties[e->deal.party_count++] =
			(accord_party){.id = votes[i].party.key,
				       .name = votes[i].party.key,
				       .role = (accord_role)votes[i].party.role,
				       .kind = (accord_party_kind)votes[i].party.kind};
	}
	return ACCORD_OK;
}

/* Independent reports make it surer: one minus the product of what each leaves open. A site has one voice. */
static void weigh(accord_arena *arena, struct consensus *e, const struct mention *m, size_t n)
{
	double open = 1;
	char langs[64] = "";
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		bool again = false, site_again = m[i].copy;
		for (size_t k = 0; k < i; k++) {
			again |= m[k].document == m[i].document;
			site_again |=
				!m[k].copy && m[i].site.data && accord_slice_equal(m[k].site, m[i].site);
		}
		e->reports += !again;
		e->sources += !site_again && !again;
		if (!site_again && !again)
			open *= 1 - (m[i].confidence > 0.99 ? 0.99
				     : m[i].confidence < 0  ? 0
							    : m[i].confidence);
		if (m[i].lang.len == 2 && len + 4 < sizeof langs) {
			char lang[3] = {m[i].lang.data[0], m[i].lang.data[1], '\0'};
			if (!strstr(langs, lang)) {
				if (len)
					langs[len++] = ' ';
				memcpy(langs + len, lang, 3);
				len += 2;
			}
		}
		e->fresh |= m[i].fresh;
		if (m[i].fresh && (e->last_day == UNKNOWN_DAY || m[i].day > e->last_day))
			e->last_day = m[i].day;
	}
	if (!e->sources)
		e->sources = 1;
	double sure = 1 - open;
	e->deal.confidence = sure > 0.99 ? 0.99 : (double)(long)(sure * 1000 + 0.5) / 1000;
	e->langs = (accord_slice){accord_arena_copy(arena, langs, len), len};
}

/* A headline: fresh news that names the deal early, the surest rule; none of a copy while there is an
 * original. */
static const struct mention *best_headline(const struct mention *m, size_t n)
{
	const struct mention *best = NULL;
	double most = -1;
	for (size_t i = 0; i < n; i++) {
		double score = m[i].confidence + (m[i].fresh ? 2 : 0) +
			       (m[i].status == ACCORD_ANNOUNCED ? 0.5 : 0) + (m[i].copy ? 0 : 1) +
			       (m[i].title.len ? 4 : 0);
		if (score > most + 1e-9) {
			best = &m[i];
			most = score;
		}
	}
	return best;
}

accord_status agree_on_event(accord_arena *arena, struct mention *mentions, size_t n, struct consensus *e,
			     accord_error *err)
{
	*e = (struct consensus){.last_day = UNKNOWN_DAY};
	qsort(mentions, n, sizeof *mentions, by_publication);
	e->steps = accord_arena_calloc(arena, n, sizeof *e->steps);
	if (!e->steps)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	e->deal.type = agree_on_type(mentions, n);
	follow_status(e, mentions, n);
	agree_on_date(e, mentions, n);
	agree_on_value(e, mentions, n);
	agree_on_object(e, mentions, n);
	weigh(arena, e, mentions, n);
	e->headline = best_headline(mentions, n);
	return agree_on_parties(arena, e, mentions, n, err);
}
