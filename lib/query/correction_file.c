/* The files of corrections: read and written. */
#include <accord/correction.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_CEILING ((size_t)64 << 20)
#define MOST_PARTIES 32
#define MOST_EXPECTATIONS 16

/* The next word of an expectation; a quoted part belongs to it: acquirer="HMD Global". */
static accord_slice next_word(accord_slice *rest)
{
	*rest = accord_slice_trim(*rest);
	size_t n = 0;
	bool quoted = false;
	for (; n < rest->len && (quoted || rest->data[n] != ' '); n++)
		quoted ^= rest->data[n] == '"';
	accord_slice word = {rest->data, n};
	rest->data += n;
	rest->len -= n;
	return word;
}

static accord_slice without_quotes(accord_slice text)
{
	if (text.len >= 2 && text.data[0] == '"' && text.data[text.len - 1] == '"')
		return (accord_slice){text.data + 1, text.len - 2};
	return text;
}

static accord_status read_party(accord_expectation *e, accord_slice word, const char *equals,
				accord_error *err)
{
	accord_slice role_name = {word.data, (size_t)(equals - word.data)};
	int role = accord_role_from(role_name);
	accord_slice name = without_quotes((accord_slice){equals + 1, word.len - role_name.len - 1});
	if (role < 0 || !accord_type_has_role(e->type, (accord_role)role))
		return accord_error_set(err, ACCORD_EINPUT, "%s has no role '%.*s'",
					accord_deal_type_name(e->type),
					(int)(role_name.len < 40 ? role_name.len : 40), role_name.data);
	if (!name.len || e->party_count == MOST_PARTIES)
		return accord_error_set(err, ACCORD_EINPUT, "nobody stands behind '%.*s='",
					(int)role_name.len, role_name.data);
	e->parties[e->party_count++] = (accord_party){{NULL, 0}, name, (accord_role)role, ACCORD_COMPANY};
	return ACCORD_OK;
}

accord_status accord_expectation_read(accord_arena *arena, accord_slice words, accord_expectation *e,
				      accord_error *err)
{
	accord_slice word = next_word(&words);
	int type = accord_deal_type_from(word);
	*e = (accord_expectation){.status = -1};
	if (type < 0)
		return accord_error_set(err, ACCORD_EINPUT, "no deal type '%.*s'",
					(int)(word.len < 40 ? word.len : 40), word.data ? word.data : "");
	e->type = (accord_deal_type)type;
	e->parties = accord_arena_calloc(arena, MOST_PARTIES, sizeof *e->parties);
	if (!e->parties)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	while ((word = next_word(&words)).len) {
		const char *equals = memchr(word.data, '=', word.len);
		if (!equals)
			e->status = accord_deal_status_from(word);
		if (!equals && e->status < 0)
			return accord_error_set(err, ACCORD_EINPUT,
						"'%.*s' is neither a status nor ROLE=COMPANY",
						(int)(word.len < 40 ? word.len : 40), word.data);
		accord_status status = equals ? read_party(e, word, equals, err) : ACCORD_OK;
		if (status != ACCORD_OK)
			return status;
	}
	return ACCORD_OK;
}

void accord_expectation_write(accord_buffer *out, const accord_expectation *e)
{
	accord_buffer_append_text(out, accord_deal_type_name(e->type));
	if (e->status >= 0)
		accord_buffer_append_format(out, " %s",
					    accord_deal_status_name((accord_deal_status)e->status));
	for (size_t i = 0; i < e->party_count; i++) {
		accord_slice name = e->parties[i].name;
		bool quote = memchr(name.data, ' ', name.len) != NULL;
		accord_buffer_append_format(out, quote ? " %s=\"%.*s\"" : " %s=%.*s",
					    accord_role_name(e->parties[i].role), (int)name.len, name.data);
	}
}

/* A field; its words on one line, as the file has one a line. */
static void field(accord_buffer *out, const char *name, accord_slice value)
{
	if (!value.len)
		return;
	accord_buffer_append_format(out, "  %-10s ", name);
	for (size_t i = 0; i < value.len; i++)
		accord_buffer_append_char(out, strchr("\n\r\t", value.data[i]) ? ' ' : value.data[i]);
	accord_buffer_append_char(out, '\n');
}

void accord_correction_write(accord_buffer *out, const accord_correction *c)
{
	accord_buffer_append_format(out, "correction %.*s\n", (int)c->name.len, c->name.data);
	field(out, "document", c->document);
	field(out, "published", c->published);
	field(out, "title", c->title);
	for (size_t at = 0; at < c->text.len;) {
		const char *end = memchr(c->text.data + at, '\n', c->text.len - at);
		size_t len = end ? (size_t)(end - c->text.data) - at : c->text.len - at;
		field(out, "text", accord_slice_trim((accord_slice){c->text.data + at, len}));
		at += len + 1;
	}
	for (size_t i = 0; i < c->expectation_count; i++) {
		accord_buffer_append_format(out, "  %-10s ", c->expectations[i].wanted ? "deal" : "not");
		accord_expectation_write(out, &c->expectations[i]);
		accord_buffer_append_char(out, '\n');
	}
}

struct reading {
	accord_arena *arena;
	accord_correction *list;
	size_t count, room;
	const char *path, *lang;
	uint32_t line;
	accord_error *err;
};

static accord_status mistake(struct reading *r, const char *text)
{
	accord_error_set(r->err, ACCORD_ERULE, "%s", text);
	accord_error_at(r->err, r->path, r->line, 1);
	return ACCORD_ERULE;
}

static accord_status begin(struct reading *r, accord_slice name)
{
	if (r->count == r->room) {
		size_t room = r->room ? 2 * r->room : 16;
		r->list = accord_arena_grow(r->arena, r->list, r->room * sizeof *r->list,
					    room * sizeof *r->list);
		r->room = room;
	}
	if (!r->list)
		return accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	accord_correction *c = &r->list[r->count++];
	*c = (accord_correction){
		.name = name, .lang = accord_slice_of(r->lang), .path = r->path, .line = r->line};
	c->expectations = accord_arena_calloc(r->arena, MOST_EXPECTATIONS, sizeof *c->expectations);
	return c->expectations ? ACCORD_OK : accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
}

/* Paragraphs are parted by a blank line, as in a document. */
static accord_status add_text(struct reading *r, accord_correction *c, accord_slice text)
{
	char *joined = accord_arena_alloc(r->arena, c->text.len + text.len + 3);
	if (!joined)
		return accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	size_t n = c->text.len;
	if (n) {
		memcpy(joined, c->text.data, n);
		memcpy(joined + n, "\n\n", 2);
		n += 2;
	}
	memcpy(joined + n, text.data, text.len);
	c->text = (accord_slice){joined, n + text.len};
	return ACCORD_OK;
}

static accord_status add_expectation(struct reading *r, accord_correction *c, accord_slice words, bool wanted)
{
	if (c->expectation_count == MOST_EXPECTATIONS)
		return mistake(r, "too many deals in one correction");
	accord_expectation *e = &c->expectations[c->expectation_count++];
	accord_status status = accord_expectation_read(r->arena, words, e, r->err);
	if (status == ACCORD_EINPUT) {
		r->err->status = ACCORD_ERULE;
		accord_error_at(r->err, r->path, r->line, 1);
		return ACCORD_ERULE;
	}
	e->wanted = wanted;
	return status;
}

static accord_status read_field(struct reading *r, accord_slice text)
{
	accord_slice rest = text, name = next_word(&rest), value = accord_slice_trim(rest);
	if (!r->count)
		return mistake(r, "a field stands before the first `correction`");
	accord_correction *c = &r->list[r->count - 1];
	if (accord_slice_is(name, "document"))
		c->document = value;
	else if (accord_slice_is(name, "published"))
		c->published = value;
	else if (accord_slice_is(name, "title"))
		c->title = value;
	else if (accord_slice_is(name, "text"))
		return add_text(r, c, value);
	else if (accord_slice_is(name, "deal") || accord_slice_is(name, "not"))
		return add_expectation(r, c, value, accord_slice_is(name, "deal"));
	else
		return mistake(r, "a correction has document, published, title, text, deal and not");
	return ACCORD_OK;
}

static accord_status read_lines(struct reading *r, accord_slice bytes)
{
	accord_status status = ACCORD_OK;
	for (size_t at = 0; at < bytes.len && status == ACCORD_OK;) {
		const char *end = memchr(bytes.data + at, '\n', bytes.len - at);
		size_t len = end ? (size_t)(end - bytes.data) - at : bytes.len - at;
		accord_slice line = {bytes.data + at, len}, text = accord_slice_trim(line);
		r->line++;
		at += len + 1;
		if (!text.len || text.data[0] == '#')
			continue;
		if (line.data[0] == ' ' || line.data[0] == '\t') {
			status = read_field(r, text);
			continue;
		}
		accord_slice rest = text;
		status = accord_slice_is(next_word(&rest), "correction") && accord_slice_trim(rest).len
				 ? begin(r, accord_slice_trim(rest))
				 : mistake(r, "a block begins with: correction NAME");
	}
	return status;
}

static accord_status read_file(struct reading *r, const char *folder, const char *lang)
{
	char path[4200];
	snprintf(path, sizeof path, "%s/%s/corrections.examples", folder, lang);
	FILE *file = fopen(path, "rb");
	accord_buffer bytes;
	size_t n;
	if (!file)
		return errno == ENOENT || errno == ENOTDIR
			       ? ACCORD_OK
			       : accord_error_set(r->err, ACCORD_EIO, "%s: %s", path, strerror(errno));
	accord_buffer_init(&bytes, FILE_CEILING);
	do {
		char piece[65536];
		n = fread(piece, 1, sizeof piece, file);
		accord_buffer_append(&bytes, piece, n);
	} while (n);
	fclose(file);
	r->path = accord_arena_copy(r->arena, path, strlen(path));
	r->lang = lang;
	r->line = 0;
	accord_slice text;
	accord_status status =
		r->path && !bytes.failed
			? accord_text_normalize(r->arena, bytes.data ? bytes.data : "", bytes.len, &text)
			: ACCORD_ENOMEM;
	accord_buffer_free(&bytes);
	if (status == ACCORD_ENOMEM)
		return accord_error_set(r->err, ACCORD_ENOMEM, "out of memory");
	return status == ACCORD_OK ? read_lines(r, text) : mistake(r, "this is no UTF-8");
}

accord_status accord_corrections_read(accord_arena *arena, const char *const *folders, size_t folder_count,
				      accord_correction **list, size_t *count, accord_error *err)
{
	static const char *const languages[] = {"de", "it", "en"};
	struct reading r = {.arena = arena, .err = err};
	accord_status status = ACCORD_OK;
	for (size_t f = 0; f < folder_count && status == ACCORD_OK; f++)
		for (size_t i = 0; i < 3 && status == ACCORD_OK; i++)
			status = read_file(&r, folders[f], languages[i]);
	*list = r.list;
	*count = r.count;
	return status;
}
