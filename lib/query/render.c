/* Which writer for which format. */
#include "render.h"

#include <string.h>

int accord_format_from(accord_slice name)
{
	static const char *const names[] = {"table", "list",     "json", "ndjson", "csv",
					    "tsv",   "markdown", "html", "atom"};
	for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return accord_slice_is(name, "md")      ? ACCORD_FORMAT_MARKDOWN
	       : accord_slice_is(name, "jsonl") ? ACCORD_FORMAT_NDJSON
						: -1;
}

void accord_render_begin(accord_render *r, accord_buffer *out)
{
	r->written = 0;
	switch (r->format) {
	case ACCORD_FORMAT_JSON:
		accord_buffer_append_text(out, "[");
		break;
	case ACCORD_FORMAT_CSV:
	case ACCORD_FORMAT_TSV:
	case ACCORD_FORMAT_MARKDOWN:
		cells_begin(r, out);
		break;
	case ACCORD_FORMAT_HTML:
		html_begin(r, out);
		break;
	case ACCORD_FORMAT_ATOM:
		atom_begin(r, out);
		break;
	default:
		break;
	}
}

void accord_render_event(accord_render *r, accord_buffer *out, const accord_event *event)
{
	switch (r->format) {
	case ACCORD_FORMAT_TABLE:
		table_event(r, out, event);
		break;
	case ACCORD_FORMAT_LIST:
		list_event(r, out, event);
		break;
	case ACCORD_FORMAT_JSON:
		accord_buffer_append_text(out, r->written ? ",\n" : "\n");
		accord_event_write(out, event, r->sources);
		if (!out->failed && out->len)
			out->data[--out->len] = '\0'; /* the newline of the NDJSON form */
		break;
	case ACCORD_FORMAT_NDJSON:
		accord_event_write(out, event, r->sources);
		break;
	case ACCORD_FORMAT_HTML:
		html_event(r, out, event);
		break;
	case ACCORD_FORMAT_ATOM:
		atom_event(r, out, event);
		break;
	default:
		cells_event(r, out, event);
	}
	r->written++;
}

void accord_render_end(accord_render *r, accord_buffer *out)
{
	if (r->format == ACCORD_FORMAT_JSON)
		accord_buffer_append_text(out, r->written ? "\n]\n" : "]\n");
	else if (r->format == ACCORD_FORMAT_HTML)
		html_end(r, out);
	else if (r->format == ACCORD_FORMAT_ATOM)
		atom_end(r, out);
}
