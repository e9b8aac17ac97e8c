/*
 * Who deals with whom. Rows come as (deal, party); the parties of a deal that stand on its two sides make
 * links, in a deal among equals every pair does. Links of one pair and type are one, with a count.
 */
#include "plot.h"

#include "parser.h"

#include <stdlib.h>
#include <string.h>

#define MOST_PARTIES 32

struct party {
	accord_slice id, name;
	accord_role role;
};

struct deal_row {
	accord_slice id;
	accord_deal_type type;
	accord_deal_status status;
	struct party parties[MOST_PARTIES];
	size_t count;
};

struct making {
	accord_arena *arena;
	accord_graph *graph;
	size_t node_room, link_room;
	json_t *by_id; /* id to index */
	accord_deal_type *types;
	bool failed;
};

static size_t node_of(struct making *m, const struct party *p)
{
	accord_graph *g = m->graph;
	json_t *known = json_object_getn(m->by_id, p->id.data, p->id.len);
	if (known)
		return (size_t)json_integer_value(known);
	if (g->node_count == m->node_room) {
		size_t room = m->node_room ? 2 * m->node_room : 64;
		g->nodes = accord_arena_grow(m->arena, g->nodes, m->node_room * sizeof *g->nodes,
					     room * sizeof *g->nodes);
		m->node_room = room;
	}
	if (!g->nodes || json_object_setn_new_nocheck(m->by_id, p->id.data, p->id.len,
						      json_integer((json_int_t)g->node_count)) != 0) {
		m->failed = true;
		return 0;
	}
	g->nodes[g->node_count] = (accord_graph_node){.id = p->id, .name = p->name};
	return g->node_count++;
}

static void add_link(struct making *m, const struct deal_row *d, size_t from, size_t to, bool directed)
{
	accord_graph *g = m->graph;
	char key[64];
	if (from == to)
		return;
	if (!directed && from > to) {
		size_t other = from;
		from = to;
		to = other;
	}
	int len = snprintf(key, sizeof key, "\n%zu %zu %d", from, to, (int)d->type);
	json_t *known = json_object_getn(m->by_id, key, (size_t)len);
	size_t at = known ? (size_t)json_integer_value(known) : g->link_count;
	if (!known && g->link_count == m->link_room) {
		size_t room = m->link_room ? 2 * m->link_room : 64;
		g->links = accord_arena_grow(m->arena, g->links, m->link_room * sizeof *g->links,
					     room * sizeof *g->links);
		m->link_room = room;
	}
	if (!g->links || (!known && json_object_setn_new_nocheck(m->by_id, key, (size_t)len,
								 json_integer((json_int_t)at)) != 0)) {
		m->failed = true;
		return;
	}
	if (!known)
		g->links[g->link_count++] = (accord_graph_link){from, to, d->type, directed, 0, 0, d->id};
	g->links[at].deals++;
	g->links[at].open += is_open(d->status);
}

static void add_deal(struct making *m, const struct deal_row *d)
{
	size_t nodes[MOST_PARTIES];
	bool directed = false;
	for (size_t i = 0; i < d->count && !m->failed; i++) {
		bool again = false;
		nodes[i] = node_of(m, &d->parties[i]);
		for (size_t k = 0; k < i; k++)
			again |= nodes[k] == nodes[i];
		if (!m->failed)
			m->graph->nodes[nodes[i]].deals += !again;
		directed |= role_side(d->type, d->parties[i].role) != 0;
	}
	for (size_t i = 0; i < d->count && !m->failed; i++)
		for (size_t k = 0; k < d->count; k++) {
			int a = role_side(d->type, d->parties[i].role),
			    b = role_side(d->type, d->parties[k].role);
			if (directed ? a == 0 && b != 0 : i < k)
				add_link(m, d, nodes[i], nodes[k], directed);
		}
}

static accord_status read_deals(accord_store *store, struct making *m, accord_sql *q, accord_error *err)
{
	struct deal_row d = {.count = 0};
	int64_t current = -1;
	int step;
	while (!m->failed && (step = accord_sql_step(q)) == ACCORD_SQL_ROW) {
		int64_t row = accord_sql_int(q, 0);
		if (row != current) {
			add_deal(m, &d);
			int type = accord_deal_type_from(
				accord_sql_text(q, 2));
			int status = accord_deal_status_from(
				accord_sql_text(q, 3));
			d.count = 0;
			d.id = accord_sql_copy(m->arena, q, 1);
			d.type = type < 0 ? ACCORD_PARTNERSHIP : (accord_deal_type)type;
			d.status = status < 0 ? ACCORD_ANNOUNCED : (accord_deal_status)status;
			current = row;
		}
		int role = accord_role_from(accord_sql_text(q, 4));
		if (d.count < MOST_PARTIES)
			d.parties[d.count++] =
				(struct party){accord_sql_copy(m->arena, q, 5), accord_sql_copy(m->arena, q, 6),
					       role < 0 ? ACCORD_PARTY : (accord_role)role};
	}
	add_deal(m, &d);
	if (m->failed)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	return step == ACCORD_SQL_DONE ? ACCORD_OK : accord_sql_failed(store, err);
}

static int order_ids(accord_slice a, accord_slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.data, b.data, n) : 0;
	return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

struct ranked {
	const accord_graph_node *node;
	size_t at;
	bool linked;
};

static int by_deals(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	if (a->linked != b->linked)
		return a->linked ? -1 : 1;
	if (a->node->deals != b->node->deals)
		return a->node->deals > b->node->deals ? -1 : 1;
	return order_ids(a->node->id, b->node->id);
}

static int by_weight(const void *pa, const void *pb)
{
	const accord_graph_link *a = pa, *b = pb;
	if (a->deals != b->deals)
		return a->deals > b->deals ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	return (int)a->type - (int)b->type;
}

/* Nodes by their deals, no more than `most`, those without a partner last; links between those that stay,
 * renumbered. */
static bool keep_most(accord_arena *arena, accord_graph *g, size_t most)
{
	struct ranked *ranked = accord_arena_calloc(arena, g->node_count + 1, sizeof *ranked);
	size_t *place = accord_arena_calloc(arena, g->node_count + 1, sizeof *place);
	accord_graph_node *nodes = accord_arena_calloc(arena, g->node_count + 1, sizeof *nodes);
	size_t kept = 0, linked = 0;
	if (!ranked || !place || !nodes)
		return false;
	for (size_t i = 0; i < g->node_count; i++)
		ranked[i] = (struct ranked){&g->nodes[i], i, false};
	for (size_t i = 0; i < g->link_count; i++)
		ranked[g->links[i].from].linked = ranked[g->links[i].to].linked = true;
	for (size_t i = 0; i < g->node_count; i++)
		linked += ranked[i].linked;
	if (!linked || (most && linked > most))
		linked = most && g->node_count > most ? most : g->node_count;
	qsort(ranked, g->node_count, sizeof *ranked, by_deals);
	g->left_out = g->node_count - linked;
	for (size_t i = 0; i < g->node_count; i++) {
		nodes[i] = *ranked[i].node;
		place[ranked[i].at] = i;
	}
	g->nodes = nodes;
	g->node_count -= g->left_out;
	for (size_t i = 0; i < g->link_count; i++) {
		accord_graph_link l = g->links[i];
		l.from = place[l.from];
		l.to = place[l.to];
		if (l.from < g->node_count && l.to < g->node_count)
			g->links[kept++] = l;
	}
	g->link_count = kept;
	if (kept)
		qsort(g->links, kept, sizeof *g->links, by_weight);
	return true;
}

accord_status accord_graph_make(accord_store *store, accord_arena *arena, const accord_query *query,
				const accord_query_options *options, size_t most, accord_graph *graph,
				accord_error *err)
{
	struct making m = {.arena = arena, .graph = graph, .by_id = json_object()};
	accord_query_options all = *options;
	*graph = (accord_graph){0};
	all.limit = 0;
	accord_sql *q =
		query_select(store, arena, query, &all,
			     "SELECT e.id, e.key, e.type, e.status, p.role, c.key, c.name FROM event e JOIN "
			     "event_party p ON p.event = e.id JOIN company c ON c.id = p.company",
			     " ORDER BY e.id, p.n", err);
	accord_status status = q ? ACCORD_OK : err ? err->status : ACCORD_ESTORE;
	if (status == ACCORD_OK && !m.by_id)
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	if (status == ACCORD_OK)
		status = read_deals(store, &m, q, err);
	if (status == ACCORD_OK && !keep_most(arena, graph, most))
		status = accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	accord_sql_close(q);
	json_decref(m.by_id);
	return status;
}
