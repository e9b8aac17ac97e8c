/* Deals with all that they rest on, in one tar file. */
#include "export.h"

#include <accord/cite.h>
#include <accord/document.h>
#include <accord/rules.h>

#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct bundle {
	struct archive *tar;
	struct question *q;
	accord_arena *arena;
	accord_buffer citations, documents;
	json_t *seen; /* documents and pages that are in already */
	const char *path;
	char today[16];
};

static bool failed(struct bundle *b)
{
	complain_text("%s: %s", b->path,
		      archive_error_string(b->tar) ? archive_error_string(b->tar) : "cannot be written");
	return false;
}

static bool add_file(struct bundle *b, const char *name, const char *bytes, size_t len)
{
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)len);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	bool good = archive_write_header(b->tar, entry) == ARCHIVE_OK &&
		    (!len || archive_write_data(b->tar, bytes, len) == (la_ssize_t)len);
	archive_entry_free(entry);
	return good || failed(b);
}

static bool is_new(struct bundle *b, const char *kind, accord_slice key)
{
	char name[300];
	int n = snprintf(name, sizeof name, "%s %.*s", kind, (int)(key.len < 250 ? key.len : 250),
			 key.data ? key.data : "");
	if (json_object_getn(b->seen, name, (size_t)n))
		return false;
	return json_object_setn_new_nocheck(b->seen, name, (size_t)n, json_true()) == 0;
}

static bool add_page(struct bundle *b, const accord_cited_report *r)
{
	accord_page_record page;
	accord_error err = {0};
	char name[100];
	if (!r->page.len || !is_new(b, "page", r->page))
		return true;
	if (accord_store_get_page(b->q->store, b->arena, r->page_row, &page, &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	snprintf(name, sizeof name, "pages/%.*s", (int)r->page.len, r->page.data);
	return add_file(b, name, page.bytes.data, page.bytes.len);
}

static bool add_deal(struct bundle *b, int64_t row)
{
	accord_event event;
	accord_citation citation;
	accord_stored_document stored;
	accord_error err = {0};
	bool good = accord_store_get_event(b->q->store, b->arena, row, &event, &err) == ACCORD_OK &&
		    accord_cite(b->q->store, b->arena, event.id, &citation, &err) == ACCORD_OK;
	if (good)
		accord_citation_write(&b->citations, &citation, b->today);
	for (size_t i = 0; good && i < citation.report_count; i++) {
		if (!is_new(b, "document", citation.reports[i].document))
			continue;
		good = accord_store_get_document(b->q->store, b->arena, citation.reports[i].document, &stored,
						 &err) == ACCORD_OK;
		if (!good)
			break;
		accord_document_write(&b->documents, &stored.document, ACCORD_WRITE_TAGS);
		if (!add_page(b, &citation.reports[i]))
			return false;
	}
	if (!good)
		complain(&err);
	accord_arena_clear(b->arena);
	return good;
}

static bool add_rule_file(struct bundle *b, const char *path, const char *name)
{
	FILE *file = fopen(path, "rb");
	accord_buffer bytes;
	size_t n;
	if (!file) {
		complain_text("%s: %s", path, strerror(errno));
		return false;
	}
	accord_buffer_init(&bytes, (size_t)64 << 20);
	do {
		char piece[65536];
		n = fread(piece, 1, sizeof piece, file);
		accord_buffer_append(&bytes, piece, n);
	} while (n);
	fclose(file);
	bool good = !bytes.failed && add_file(b, name, bytes.data, bytes.len);
	accord_buffer_free(&bytes);
	return good;
}

/* The folder and what is below it, in the order of the names, so that equal rules make equal bundles. */
static bool add_rule_folder(struct bundle *b, const char *path, const char *name, int depth)
{
	struct dirent **entries;
	int n = scandir(path, &entries, NULL, alphasort);
	bool good = true;
	for (int i = 0; i < n; i++) {
		char below[4200], inside[4200];
		struct stat about;
		snprintf(below, sizeof below, "%s/%s", path, entries[i]->d_name);
		snprintf(inside, sizeof inside, "%s/%s", name, entries[i]->d_name);
		if (good && entries[i]->d_name[0] != '.' && stat(below, &about) == 0) {
			if (S_ISDIR(about.st_mode) && depth < 8)
				good = add_rule_folder(b, below, inside, depth + 1);
			else if (S_ISREG(about.st_mode))
				good = add_rule_file(b, below, inside);
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return good;
}

static bool open_tar(struct bundle *b)
{
	const char *dot = strrchr(b->path, '.');
	b->tar = archive_write_new();
	if (!b->tar)
		return false;
	archive_write_set_format_pax_restricted(b->tar);
	if (dot && (!strcmp(dot, ".gz") || !strcmp(dot, ".tgz")))
		archive_write_add_filter_gzip(b->tar);
	else if (dot && !strcmp(dot, ".zst"))
		archive_write_add_filter_zstd(b->tar);
	else if (dot && !strcmp(dot, ".xz"))
		archive_write_add_filter_xz(b->tar);
	return archive_write_open_filename(b->tar, b->path) == ARCHIVE_OK || failed(b);
}

static bool fill(struct bundle *b, const int64_t *rows, size_t count)
{
	const char *folders[ACCORD_DEFAULT_FOLDERS];
	size_t n = accord_rules_default_folders(folders);
	bool good = true;
	for (size_t i = 0; good && i < count; i++)
		good = add_deal(b, rows[i]);
	good = good && !b->citations.failed && !b->documents.failed &&
	       add_file(b, "citations.ndjson", b->citations.data, b->citations.len) &&
	       add_file(b, "documents.ndjson", b->documents.data, b->documents.len);
	for (size_t i = 0; good && i < n; i++)
		good = add_rule_folder(b, folders[i], i ? "rules-of-user" : "rules", 0);
	return good;
}

int export_bundle(struct question *q, const char *path, const int64_t *rows, size_t count)
{
	struct bundle b = {.q = q, .path = path, .arena = accord_arena_new(0), .seen = json_object()};
	time_t now = time(NULL);
	struct tm local;
	strftime(b.today, sizeof b.today, "%Y-%m-%d", localtime_r(&now, &local));
	accord_buffer_init(&b.citations, (size_t)1 << 30);
	accord_buffer_init(&b.documents, (size_t)4 << 30);
	bool good = b.arena && b.seen && open_tar(&b) && fill(&b, rows, count);
	if (good && archive_write_close(b.tar) != ARCHIVE_OK)
		good = failed(&b);
	archive_write_free(b.tar);
	accord_buffer_free(&b.citations);
	accord_buffer_free(&b.documents);
	json_decref(b.seen);
	accord_arena_free(b.arena);
	return good ? EXIT_ALL_WELL : EXIT_SOME_FAILED;
}
