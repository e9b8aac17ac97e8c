/* Deals in lanes along the days: who stands in which lane, and where. */
#include "plot.h"

#include <accord/period.h>

#include <stdlib.h>
#include <string.h>

struct lane_count {
	accord_slice name;
	size_t points;
	int64_t first;
};

struct making {
	accord_arena *arena;
	const accord_slice *asked;
	size_t asked_count;
	struct lane_count *lanes;
	size_t lane_count;
};

static bool is_asked(const struct making *m, accord_slice id)
{
	for (size_t i = 0; i < m->asked_count; i++)
		if (accord_slice_equal(m->asked[i], id))
			return true;
	return false;
}

/* The name of an event's lane: its type, or the first party that was not asked for. */
static accord_slice lane_of(const struct making *m, const accord_event *e)
{
	if (m->asked_count != 1)
		return accord_slice_of(type_label(e->deal.type));
	for (size_t i = 0; i < e->deal.party_count; i++)
		if (!is_asked(m, e->deal.parties[i].id))
			return e->deal.parties[i].name;
	return accord_slice_of("(alone)");
}

static void count_lane(struct making *m, accord_slice name, int64_t day)
{
	size_t i = 0;
	while (i < m->lane_count && !accord_slice_equal(m->lanes[i].name, name))
		i++;
	if (i == m->lane_count)
		m->lanes[m->lane_count++] = (struct lane_count){name, 0, day};
	m->lanes[i].points++;
	if (day < m->lanes[i].first)
		m->lanes[i].first = day;
}

static int order_names(accord_slice a, accord_slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.data, b.data, n) : 0;
	return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

static int by_points(const void *pa, const void *pb)
{
	const struct lane_count *a = pa, *b = pb;
	if (a->points != b->points)
		return a->points > b->points ? -1 : 1;
	return order_names(a->name, b->name);
}

static int by_first(const void *pa, const void *pb)
{
	const struct lane_count *a = pa, *b = pb;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return order_names(a->name, b->name);
}

static int by_day(const void *pa, const void *pb)
{
	const accord_timeline_point *a = pa, *b = pb;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return order_names(a->event->id, b->event->id);
}

static int64_t last_step(const accord_event *e, int64_t from)
{
	accord_period p;
	for (size_t i = 0; i < e->history_count; i++)
		if (accord_period_of(e->history[i].date, &p) && p.from > from)
			from = p.from;
	return from;
}

static size_t lane_index(const accord_timeline *t, accord_slice name)
{
	for (size_t i = 0; i < t->lane_count; i++)
		if (accord_slice_equal(t->lanes[i].name, name))
			return i;
	return t->lane_count - 1; /* others */
}

static void place(const struct making *m, const accord_event *events, size_t count, accord_timeline *t)
{
	for (size_t i = 0; i < count; i++) {
		accord_period p;
		if (!accord_period_of(events[i].deal.date, &p))
			continue;
		accord_timeline_point *point = &t->points[t->point_count++];
		*point = (accord_timeline_point){&events[i], lane_index(t, lane_of(m, &events[i])), p.from,
						 p.to, last_step(&events[i], p.from)};
		t->lanes[point->lane].points++;
		if (t->point_count == 1 || p.from < t->from)
			t->from = p.from;
		if (t->point_count == 1 || point->last > t->to)
			t->to = point->last;
	}
	qsort(t->points, t->point_count, sizeof *t->points, by_day);
}

accord_status accord_timeline_make(accord_arena *arena, const accord_event *events, size_t count,
				   const accord_slice *asked, size_t asked_count, size_t most,
				   accord_timeline *t, accord_error *err)
{
	struct making m = {.arena = arena, .asked = asked, .asked_count = asked_count};
	*t = (accord_timeline){0};
	m.lanes = accord_arena_calloc(arena, count + 1, sizeof *m.lanes);
	t->points = accord_arena_calloc(arena, count + 1, sizeof *t->points);
	t->lanes = accord_arena_calloc(arena, most + 1, sizeof *t->lanes);
	if (!m.lanes || !t->points || !t->lanes)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	for (size_t i = 0; i < count; i++) {
		accord_period p;
		if (accord_period_of(events[i].deal.date, &p))
			count_lane(&m, lane_of(&m, &events[i]), p.from);
		else
			t->undated++;
	}
	bool others = m.lane_count > most && most > 0;
	qsort(m.lanes, m.lane_count, sizeof *m.lanes, by_points);
	if (others)
		m.lane_count = most - 1;
	qsort(m.lanes, m.lane_count, sizeof *m.lanes, by_first);
	for (size_t i = 0; i < m.lane_count; i++)
		t->lanes[t->lane_count++].name = m.lanes[i].name;
	if (others)
		t->lanes[t->lane_count++].name = accord_slice_of("others");
	place(&m, events, count, t);
	return ACCORD_OK;
}
