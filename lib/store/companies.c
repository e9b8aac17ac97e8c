/*
 * Companies of the store. A tagger gives each its id; a name without one gets a slug of itself. `folded` is
 * what tolerant look-up compares: letters and digits only, without case, diacritics and legal form.
 */
#include "internal.h"

#include <accord/companies.h>

#include <string.h>

static const char *const legal_forms[] = {
	"ag",           "gmbh", "se",          "kgaa",    "kg",       "ohg",     "co",  "inc",
	"incorporated", "corp", "corporation", "company", "ltd",      "limited", "plc", "llc",
	"llp",          "lp",   "spa",         "srl",     "sarl",     "sa",      "sas", "nv",
	"bv",           "ab",   "asa",         "as",      "oy",       "oyj",     "aps", "kk",
	"pty",          "ev",   "mbh",         "holding", "holdings", "group",
};

static bool legal_form(accord_slice word)
{
	for (size_t i = 0; i < sizeof legal_forms / sizeof *legal_forms; i++)
		if (accord_slice_is(word, legal_forms[i]))
			return true;
	return false;
}

/* The next word of letters and digits, points inside left out ("S.p.A." is "spa"); false at the end. */
static bool next_word(accord_slice text, size_t *at, char *word, size_t room, size_t *len)
{
	*len = 0;
	for (size_t size; *at < text.len; *at += size) {
		uint32_t c = accord_utf8_decode(text.data, text.len, *at, &size);
		if (c == '.' || c == '\'')
			continue;
		if (!accord_is_letter(c) && !accord_is_digit(c)) {
			if (*len)
				break;
			continue;
		}
		if (*len + size > room)
			break;
		memcpy(word + *len, text.data + *at, size);
		*len += size;
	}
	return *len > 0;
}

accord_slice accord_company_fold(accord_arena *arena, accord_slice name)
{
	accord_slice loose = accord_text_fold_loose(arena, name);
	char *out = accord_arena_alloc(arena, loose.len + 1);
	size_t n = 0, at = 0, first = 0;
	if (!out)
		return (accord_slice){NULL, 0};
	for (size_t len; next_word(loose, &at, out + n, loose.len - n, &len); n += len) {
		if (first && legal_form((accord_slice){out + n, len}))
			len = 0; /* "Group" alone is a name, "Sony Group" is Sony */
		else if (!first)
			first = len;
	}
	out[n] = '\0';
	return (accord_slice){out, n};
}

/* "HMD Global" becomes "hmd-global". */
static accord_slice slug(accord_arena *arena, accord_slice name)
{
	accord_slice loose = accord_text_fold_loose(arena, name);
	char *out = accord_arena_alloc(arena, loose.len + 2);
	size_t n = 0;
	if (!out)
		return (accord_slice){NULL, 0};
	for (size_t at = 0, size; at < loose.len; at += size) {
		uint32_t c = accord_utf8_decode(loose.data, loose.len, at, &size);
		if (accord_is_letter(c) || accord_is_digit(c)) {
			memcpy(out + n, loose.data + at, size);
			n += size;
		} else if (n && out[n - 1] != '-') {
			out[n++] = '-';
		}
	}
	while (n && out[n - 1] == '-')
		n--;
	out[n] = '\0';
	return (accord_slice){out, n};
}

accord_status store_company(accord_store *store, accord_slice id, accord_slice name, int64_t *row,
			    accord_error *err)
{
	accord_slice key = id.len ? id : slug(store->scratch, name);
	if (!key.len)
		key = accord_slice_of("-");
	if (!name.data)
		name = key;
	accord_status status =
		store_number(store, err, row, 0, "SELECT id FROM company WHERE key = ?", "s", key);
	if (status != ACCORD_OK || *row)
		return status;
	status = store_number(store, err, row, 0,
			      "INSERT INTO company (key, name, folded) VALUES (?, ?, ?) RETURNING id", "sss", key,
			      name, accord_company_fold(store->scratch, name));
	if (status != ACCORD_OK)
		return status;
	store_counted(store, COUNT_COMPANY, 1);
	return store_company_called(store, *row, name, err);
}

accord_status store_company_called(accord_store *store, int64_t company, accord_slice name, accord_error *err)
{
	accord_slice folded = accord_company_fold(store->scratch, name);
	if (!folded.len || folded.len > 200)
		return ACCORD_OK;
	return store_run(store, err,
			 "INSERT INTO company_name (folded, company, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "sis",
			 folded, company, name);
}
