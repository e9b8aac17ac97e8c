/* Places for the nodes of a graph by attracting and repelling forces. */
#include "plot.h"

#include <math.h>
#include <stdlib.h>

#define ROUNDS 400
#define GRAVITY 1.2

struct force {
	double x, y;
};

/* Nodes on a spiral from the middle, the most connected innermost: a start that is the same every time. */
static void start(accord_graph *g)
{
	const double golden = 2.399963229728653; /* radians */
	for (size_t i = 0; i < g->node_count; i++) {
		double radius = 0.45 * sqrt((double)(i + 1) / (double)(g->node_count + 1));
		g->nodes[i].x = 0.5 + radius * cos(golden * (double)i);
		g->nodes[i].y = 0.5 + radius * sin(golden * (double)i);
	}
}

static void push(const accord_graph *g, struct force *forces, double ideal)
{
	for (size_t i = 0; i < g->node_count; i++) {
		forces[i].x = (0.5 - g->nodes[i].x) * GRAVITY; /* parts that are not linked stay near */
		forces[i].y = (0.5 - g->nodes[i].y) * GRAVITY;
	}
	for (size_t i = 0; i < g->node_count; i++)
		for (size_t k = i + 1; k < g->node_count; k++) {
			double dx = g->nodes[i].x - g->nodes[k].x, dy = g->nodes[i].y - g->nodes[k].y;
			double square = dx * dx + dy * dy + 1e-9, strength = ideal * ideal / square;
			forces[i].x += dx * strength;
			forces[i].y += dy * strength;
			forces[k].x -= dx * strength;
			forces[k].y -= dy * strength;
		}
}

static void pull(const accord_graph *g, struct force *forces, double ideal)
{
	for (size_t i = 0; i < g->link_count; i++) {
		const accord_graph_link *l = &g->links[i];
		double dx = g->nodes[l->from].x - g->nodes[l->to].x,
		       dy = g->nodes[l->from].y - g->nodes[l->to].y;
		double strength = sqrt(dx * dx + dy * dy) / ideal;
		forces[l->from].x -= dx * strength;
		forces[l->from].y -= dy * strength;
		forces[l->to].x += dx * strength;
		forces[l->to].y += dy * strength;
	}
}

static void move(accord_graph *g, const struct force *forces, double heat)
{
	for (size_t i = 0; i < g->node_count; i++) {
		double length = sqrt(forces[i].x * forces[i].x + forces[i].y * forces[i].y) + 1e-12;
		double step = length < heat ? length : heat;
		g->nodes[i].x += forces[i].x / length * step;
		g->nodes[i].y += forces[i].y / length * step;
	}
}

/* Stretch to the unit square. */
static void fit(accord_graph *g)
{
	double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
	for (size_t i = 0; i < g->node_count; i++) {
		left = fmin(left, g->nodes[i].x);
		right = fmax(right, g->nodes[i].x);
		top = fmin(top, g->nodes[i].y);
		bottom = fmax(bottom, g->nodes[i].y);
	}
	for (size_t i = 0; i < g->node_count; i++) {
		g->nodes[i].x = right - left > 1e-9 ? (g->nodes[i].x - left) / (right - left) : 0.5;
		g->nodes[i].y = bottom - top > 1e-9 ? (g->nodes[i].y - top) / (bottom - top) : 0.5;
	}
}

void accord_graph_lay_out(accord_graph *g)
{
	struct force *forces = calloc(g->node_count + 1, sizeof *forces);
	double ideal = 0.8 / sqrt((double)g->node_count + 1);
	start(g);
	for (int i = 0; forces && i < ROUNDS; i++) {
		push(g, forces, ideal);
		pull(g, forces, ideal);
		move(g, forces, 0.1 * (1 - (double)i / ROUNDS));
	}
	fit(g);
	free(forces);
}
