/* What drawings share: colours, the frame of a page. */
#ifndef QUERY_PLOT_H
#define QUERY_PLOT_H

#include "render.h"

#include <accord/plot.h>

/* A colour for each type, told apart by people who see no red or no green as well (after Okabe and Ito). */
const char *type_paint(accord_deal_type type);
/* The sign of a status in a terminal: ● done, ◉ announced, ○ talks, ◌ rumour, ✕ nothing came of it. */
const char *status_sign(accord_deal_status status);
/* Whether a deal has not come about, or not yet: drawn with a broken line. */
bool is_open(accord_deal_status status);

/* From <!DOCTYPE> to <body>, nothing from outside allowed; `title` is plain text, `style` and `script` are
 * ours. */
void page_begin(accord_buffer *out, accord_slice title, const char *style);
void page_end(accord_buffer *out, const char *script);

/* timeline_text.c */
void timeline_text(const accord_render *r, accord_buffer *out, const accord_timeline *t);
/* graph_text.c: what a terminal shows, DOT, nodes and links as JSON. */
void graph_text(const accord_render *r, accord_buffer *out, const accord_graph *g);
void graph_dot(accord_buffer *out, const accord_graph *g);
void graph_json(accord_buffer *out, const accord_graph *g);

#endif
