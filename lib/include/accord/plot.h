/**
 * @file plot.h
 * Deals drawn: a timeline of what companies did, a graph of who deals with whom. For terminals, as SVG, as a
 * page of HTML that needs nothing from outside, as DOT.
 */
#ifndef ACCORD_PLOT_H
#define ACCORD_PLOT_H

#include <accord/query.h>

typedef enum accord_plot_format {
	ACCORD_PLOT_TEXT,
	ACCORD_PLOT_SVG,
	ACCORD_PLOT_HTML,
	ACCORD_PLOT_DOT, /**< graphs only */
	ACCORD_PLOT_JSON /**< graphs only: nodes and links */
} accord_plot_format;

/** "text", "svg", "html", "dot", "json"; -1 for none of these. */
int accord_plot_format_from(accord_slice name);

/* Timelines
 * ------------------------------------------------------------------------------------------------------ */

typedef struct accord_timeline_point {
	const accord_event *event;
	size_t lane;
	int64_t from, to; /**< first and last day of its date */
	int64_t last;     /**< last day of its latest dated step; not before `from` */
} accord_timeline_point;

typedef struct accord_timeline_lane {
	accord_slice name;
	size_t points;
} accord_timeline_lane;

typedef struct accord_timeline {
	accord_timeline_lane *lanes; /**< in the order of their first deal; "others" last */
	size_t lane_count;
	accord_timeline_point *points; /**< by day */
	size_t point_count;
	size_t undated;
	int64_t from, to; /**< days of the first and the last point */
} accord_timeline;

/**
 * Deals in lanes: one a partner of the companies that were asked for, or, for two companies and more, one a
 * type.
 *
 * @param events  must outlive the timeline
 * @param asked   ids of the companies asked for
 * @param most    at most so many lanes; the partners with the fewest deals share the last one
 */
accord_status accord_timeline_make(accord_arena *arena, const accord_event *events, size_t count,
				   const accord_slice *asked, size_t asked_count, size_t most,
				   accord_timeline *timeline, accord_error *err);
/** Text is as wide as `render`; SVG and HTML have their own size. */
void accord_render_timeline(accord_render *render, accord_buffer *out, const accord_timeline *timeline,
			    accord_plot_format format);

/* Graphs
 * ---------------------------------------------------------------------------------------------------------
 */

typedef struct accord_graph_node {
	accord_slice id, name;
	size_t deals;
	double x, y; /**< set by accord_graph_lay_out, between 0 and 1 */
} accord_graph_node;

/** All deals of one type between two companies; from buyer, investor, licensor, supplier to the other. */
typedef struct accord_graph_link {
	size_t from, to; /**< indexes of nodes */
	accord_deal_type type;
	bool directed;
	size_t deals, open; /**< how many; how many of them are rumours, talks, cancelled or denied */
	accord_slice first; /**< id of one of them */
} accord_graph_link;

typedef struct accord_graph {
	accord_graph_node *nodes; /**< most deals first */
	size_t node_count;
	accord_graph_link *links; /**< most deals first */
	size_t link_count;
	size_t left_out; /**< companies beyond `most` */
} accord_graph;

/** The graph of the deals that answer a resolved query; at most `most` companies, those with the most deals.
 */
accord_status accord_graph_make(accord_store *store, accord_arena *arena, const accord_query *query,
				const accord_query_options *options, size_t most, accord_graph *graph,
				accord_error *err);
/**
 * Places for the nodes by forces: linked ones attract, all repel each other (Fruchterman and Reingold, "Graph
 * drawing by force-directed placement", 1991). Starts from a fixed arrangement, so equal graphs look equal.
 * Quadratic in the nodes.
 */
void accord_graph_lay_out(accord_graph *graph);
void accord_render_graph(accord_render *render, accord_buffer *out, const accord_graph *graph,
			 accord_plot_format format);

#endif
