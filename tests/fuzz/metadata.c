/*
 * What pages say of themselves. Each line of the input is one statement, its first byte says of which kind:
 *
 *   j JSON-LD   m name content   t the title element   h a heading   b a byline   d a date near the headline
 *
 * They are laid around an article, so that the fuzzer spends its time on JSON-LD, names, dates and titles and not on tags.
 */
#include <accord/buffer.h>
#include <accord/page.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char article[] =
	"<article><p>The works will be built in spring, the company said, and four hundred people will find a job there.</p>"
	"<p>It is the third of its kind in the region, and the council had long hoped for it, as everybody knows.</p></article>";

static void wrap(accord_buffer *page, const char *before, accord_slice content, const char *behind)
{
	accord_buffer_append(page, before, strlen(before));
	accord_buffer_append(page, content.data, content.len);
	accord_buffer_append(page, behind, strlen(behind));
}

static void state(accord_buffer *page, accord_slice line)
{
	accord_slice content = {line.data + 1, line.len - 1};
	const char *blank = memchr(content.data, ' ', content.len);
	accord_slice name = {content.data, blank ? (size_t)(blank - content.data) : content.len};
	accord_slice value = {name.data + name.len, content.len - name.len};
	switch (line.data[0]) {
	case 'j':
		wrap(page, "<script type=\"application/ld+json\">", content, "</script>");
		break;
	case 'm':
		wrap(page, "<meta property=\"", name, "\"");
		wrap(page, " content=\"", value, "\">");
		break;
	case 't':
		wrap(page, "<title>", content, "</title>");
		break;
	case 'h':
		wrap(page, "<h1>", content, "</h1>");
		break;
	case 'b':
		wrap(page, "<p class=\"byline\">", content, "</p>");
		break;
	default:
		wrap(page, "<time datetime=\"", content, "\"></time>");
		wrap(page, "<span class=\"date\">", content, "</span>");
	}
}

static void hold(accord_slice slice)
{
	if (slice.data && !accord_utf8_valid(slice.data, slice.len))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_arena *arena = accord_arena_new((size_t)256 << 20);
	accord_buffer page;
	accord_buffer_init(&page, (size_t)16 << 20);
	const char *at = (const char *)bytes, *end = at + size;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		accord_slice line = {at, (size_t)((stop ? stop : end) - at)};
		if (line.len)
			state(&page, line);
		at = stop ? stop + 1 : end;
	}
	accord_buffer_append(&page, article, sizeof article - 1);
	accord_document doc = {0};
	accord_error err;
	if (arena && accord_page_clean(arena, page.data, page.len, NULL, &doc, &err) == ACCORD_OK) {
		hold(doc.title);
		hold(doc.published);
		hold(doc.modified);
		for (size_t i = 0; i < doc.author_count; i++)
			hold(doc.authors[i]);
	}
	accord_buffer_free(&page);
	accord_arena_free(arena);
	return 0;
}
