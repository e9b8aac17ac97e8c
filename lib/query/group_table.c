/* Counted groups as a table with bars, or for other programs. */
#include "render.h"

#define NAME_WIDTH 28
#define COUNT_WIDTH 9
#define SPAN_WIDTH 22

static accord_slice name_of(const accord_found_group *g)
{
	return g->name.data ? g->name : accord_slice_of("(no date)");
}

static void bar(const accord_render *r, accord_buffer *out, int64_t n, int64_t most, size_t width)
{
	size_t eighths = most > 0 ? (size_t)((double)n / (double)most * 8 * (double)width + 0.5) : 0;
	static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	colour_on(r, out, "36");
	for (; eighths >= 8; eighths -= 8)
		accord_buffer_append_text(out, "█");
	accord_buffer_append_text(out, eighths || n == 0 ? parts[eighths] : "");
	colour_off(r, out);
}

static void table(const accord_render *r, accord_buffer *out, const accord_found_group *groups, size_t count)
{
	size_t used = NAME_WIDTH + COUNT_WIDTH + SPAN_WIDTH + 6;
	size_t width = r->width > used + 8 ? r->width - used : 8;
	int64_t most = 0;
	for (size_t i = 0; i < count; i++)
		most = groups[i].deals > most ? groups[i].deals : most;
	for (size_t i = 0; i < count; i++) {
		const accord_found_group *g = &groups[i];
		accord_render_text(out, name_of(g), NAME_WIDTH, true);
		accord_buffer_append_format(out, " %*lld  ", COUNT_WIDTH - 2, (long long)g->deals);
		accord_render_text(out, g->first.data ? g->first : accord_slice_of("–"), 10, true);
		accord_buffer_append_text(out, " ");
		accord_render_text(out,
				   g->last.data && !accord_slice_equal(g->first, g->last)
					   ? g->last
					   : accord_slice_of(""),
				   10, true);
		accord_buffer_append_text(out, "  ");
		bar(r, out, g->deals, most, width < 60 ? width : 60);
		accord_buffer_append_char(out, '\n');
	}
}

static void json(accord_buffer *out, const accord_found_group *g)
{
	accord_json_writer w;
	accord_json_init(&w, out);
	accord_json_begin_object(&w);
	accord_json_key(&w, "id");
	accord_json_slice(&w, g->id);
	accord_json_key(&w, "name");
	accord_json_slice(&w, g->name);
	accord_json_key(&w, "deals");
	accord_json_int(&w, g->deals);
	accord_json_key(&w, "reports");
	accord_json_int(&w, g->reports);
	accord_json_key(&w, "first");
	accord_json_slice(&w, g->first);
	accord_json_key(&w, "last");
	accord_json_slice(&w, g->last);
	accord_json_end_object(&w);
}

static void cells(accord_buffer *out, const accord_found_group *groups, size_t count, char separator,
		  const char *end)
{
	static const char *const heads[] = {"id", "name", "deals", "reports", "first", "last"};
	for (size_t i = 0; i < 6; i++)
		accord_buffer_append_format(out, "%s%s", heads[i], i < 5 ? (char[]){separator, '\0'} : end);
	for (size_t i = 0; i < count; i++) {
		const accord_found_group *g = &groups[i];
		spreadsheet_cell(out, g->id, separator);
		accord_buffer_append_char(out, separator);
		spreadsheet_cell(out, g->name, separator);
		accord_buffer_append_format(out, "%c%lld%c%lld%c", separator, (long long)g->deals, separator,
					    (long long)g->reports, separator);
		spreadsheet_cell(out, g->first, separator);
		accord_buffer_append_char(out, separator);
		spreadsheet_cell(out, g->last, separator);
		accord_buffer_append_text(out, end);
	}
}

static void markdown(accord_buffer *out, const accord_found_group *groups, size_t count)
{
	accord_buffer_append_text(out,
				  "| name | deals | reports | first | last |\n|---|---:|---:|---|---|\n");
	for (size_t i = 0; i < count; i++) {
		accord_buffer_append_text(out, "| ");
		markdown_cell(out, name_of(&groups[i]));
		accord_buffer_append_format(out, " | %lld | %lld | ", (long long)groups[i].deals,
					    (long long)groups[i].reports);
		markdown_cell(out, groups[i].first);
		accord_buffer_append_text(out, " | ");
		markdown_cell(out, groups[i].last);
		accord_buffer_append_text(out, " |\n");
	}
}

bool accord_render_groups(const accord_render *r, accord_buffer *out, const accord_found_group *groups,
			  size_t count)
{
	switch (r->format) {
	case ACCORD_FORMAT_TABLE:
	case ACCORD_FORMAT_LIST:
		table(r, out, groups, count);
		return true;
	case ACCORD_FORMAT_NDJSON:
		for (size_t i = 0; i < count; i++) {
			json(out, &groups[i]);
			accord_buffer_append_char(out, '\n');
		}
		return true;
	case ACCORD_FORMAT_JSON:
		accord_buffer_append_char(out, '[');
		for (size_t i = 0; i < count; i++) {
			accord_buffer_append_text(out, i ? ",\n" : "\n");
			json(out, &groups[i]);
		}
		accord_buffer_append_text(out, count ? "\n]\n" : "]\n");
		return true;
	case ACCORD_FORMAT_CSV:
		cells(out, groups, count, ',', "\r\n");
		return true;
	case ACCORD_FORMAT_TSV:
		cells(out, groups, count, '\t', "\n");
		return true;
	case ACCORD_FORMAT_MARKDOWN:
		markdown(out, groups, count);
		return true;
	default:
		return false;
	}
}
