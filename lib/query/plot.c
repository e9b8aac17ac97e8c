#include "plot.h"

int accord_plot_format_from(accord_slice name)
{
	static const char *const names[] = {"text", "svg", "html", "dot", "json"};
	for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return -1;
}

const char *type_paint(accord_deal_type type)
{
	static const char *const paints[ACCORD_DEAL_TYPES] = {
		[ACCORD_ACQUISITION] = "#0072b2", [ACCORD_MERGER] = "#56b4e9",
		[ACCORD_INVESTMENT] = "#009e73",  [ACCORD_JOINT_VENTURE] = "#cc79a7",
		[ACCORD_PARTNERSHIP] = "#e69f00", [ACCORD_LICENSING] = "#d55e00",
		[ACCORD_ASSET_SALE] = "#7f5f00",  [ACCORD_SUPPLY] = "#8a8a8a",
		[ACCORD_SETTLEMENT] = "#6a3d9a",  [ACCORD_SPIN_OFF] = "#b0a100",
	};
	return paints[type];
}

const char *status_sign(accord_deal_status status)
{
	static const char *const signs[ACCORD_DEAL_STATUSES] = {
		[ACCORD_RUMOR] = "◌",     [ACCORD_TALKS] = "○",     [ACCORD_ANNOUNCED] = "◉",
		[ACCORD_COMPLETED] = "●", [ACCORD_CANCELLED] = "✕", [ACCORD_DENIED] = "✕",
	};
	return signs[status];
}

bool is_open(accord_deal_status status)
{
	return status != ACCORD_ANNOUNCED && status != ACCORD_COMPLETED;
}

void page_begin(accord_buffer *out, accord_slice title, const char *style)
{
	accord_buffer_append_text(out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
				       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
				       "'none'; style-src 'unsafe-inline'; "
				       "script-src 'unsafe-inline'\"><meta name=\"viewport\" "
				       "content=\"width=device-width\"><title>");
	markup_text(out, title);
	accord_buffer_append_text(out, "</title>\n<style>");
	accord_buffer_append_text(out, style);
	accord_buffer_append_text(out, "</style></head><body>\n<h1>");
	markup_text(out, title);
	accord_buffer_append_text(out, "</h1>\n");
}

void page_end(accord_buffer *out, const char *script)
{
	if (script) {
		accord_buffer_append_text(out, "<script>");
		accord_buffer_append_text(out, script);
		accord_buffer_append_text(out, "</script>\n");
	}
	accord_buffer_append_text(out, "</body></html>\n");
}
