/* The first line is a pattern, the second a title, what follows is the content: no pattern may hang, and what it hits lies
 * within the text. */
#include <accord/filter.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static accord_slice line(const char **at, const char *end)
{
	const char *begin = *at, *newline = memchr(begin, '\n', (size_t)(end - begin));
	*at = newline ? newline + 1 : end;
	return (accord_slice){begin, (size_t)((newline ? newline : end) - begin)};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (!size || size > 65536)
		return 0;
	const char *at = (const char *)bytes, *end = at + size;
	accord_slice pattern = line(&at, end), title = line(&at, end), content = {at, (size_t)(end - at)};
	accord_filter_rule rules[] = {{.number = 1, .keep = true, .field = accord_slice_of("content"), .pattern = pattern},
				      {.number = 2, .field = accord_slice_of("any"), .pattern = pattern}};
	accord_filter *filter = NULL;
	if (accord_filter_new(rules, 2, &filter, NULL) != ACCORD_OK)
		return 0;
	accord_filter_subject subject = {.title = title, .content = content};
	accord_filter_verdict verdict = accord_filter_check(filter, &subject);
	accord_slice in = verdict.rule && !strcmp(verdict.field, "title") ? title : content;
	if (verdict.rule && (verdict.hit.data < in.data || verdict.hit.data + verdict.hit.len > in.data + in.len))
		abort();
	if (verdict.rule && verdict.answer != ACCORD_FILTER_BLOCK)
		abort(); /* the second rule hits wherever the first does */
	accord_filter_free(filter);
	return 0;
}
