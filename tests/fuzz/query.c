/* Queries and dates of anybody: no crash, no hang, and what was understood is understood the same again. */
#include <accord/period.h>
#include <accord/query.h>

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)64 << 20);
	accord_query *query;
	accord_buffer out;
	accord_slice text = {(const char *)data, size};
	int64_t from, to;
	accord_period period;
	if (!arena)
		return 0;
	accord_buffer_init(&out, (size_t)16 << 20);
	if (accord_query_parse(arena, text, 20000, &query, NULL) == ACCORD_OK)
		accord_query_explain(&out, query);
	accord_query_date(text, 20000, &from, &to);
	if (accord_period_of(text, &period) && period.from > period.to)
		abort();
	accord_buffer_clear(&out);
	accord_render_text(&out, text, 40, true);
	accord_buffer_free(&out);
	accord_arena_free(arena);
	return 0;
}
