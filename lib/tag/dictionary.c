/*
 * Is a word common? The hunspell dictionaries of the system answer (120,000 words a second, compounds
 * understood). One is loaded when the first word of its language is asked for (24 ms for German), so start-up
 * does not pay for it; hunspell itself is asked under a lock, and its answers are kept in a table of atomic
 * words, which threads read without one: an entry is the word's 64-bit hash with the answer as its last bit.
 * A system without dictionaries knows no word.
 */
#include "company.h"

#include <accord/hash_map.h>

#include <hunspell/hunspell.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CACHE_SIZE (1u << 19) /* the words of some years of news; pages are touched as they are needed */
#define LONGEST_WORD 96

struct dictionary {
	const char *name;
	pthread_mutex_t lock;
	Hunhandle *handle;
	bool tried;
	_Atomic uint64_t *cache;
};

struct dictionary *dictionary_new(const char *lang)
{
	struct dictionary *d = calloc(1, sizeof *d);
	if (!d)
		return NULL;
	d->name = !strcmp(lang, "de") ? "de_DE" : !strcmp(lang, "it") ? "it_IT" : "en_US";
	d->cache = calloc(CACHE_SIZE, sizeof *d->cache);
	if (!d->cache || pthread_mutex_init(&d->lock, NULL)) {
		free((void *)d->cache);
		free(d);
		return NULL;
	}
	return d;
}

void dictionary_free(struct dictionary *d)
{
	if (!d)
		return;
	if (d->handle)
		Hunspell_destroy(d->handle);
	pthread_mutex_destroy(&d->lock);
	free((void *)d->cache);
	free(d);
}

/* Under the lock. */
static void load(struct dictionary *d)
{
	static const char *const folders[] = {"/usr/share/hunspell", "/usr/local/share/hunspell",
					      "/usr/share/myspell/dicts"};
	const char *own = getenv("ACCORD_DICTIONARIES");
	char aff[4096], dic[4096];
	d->tried = true;
	for (size_t i = 0; i <= sizeof folders / sizeof *folders; i++) {
		const char *folder = i ? folders[i - 1] : own;
		if (!folder)
			continue;
		snprintf(aff, sizeof aff, "%s/%s.aff", folder, d->name);
		snprintf(dic, sizeof dic, "%s/%s.dic", folder, d->name);
		if (!access(aff, R_OK) && !access(dic, R_OK)) {
			d->handle = Hunspell_create(aff, dic);
			return;
		}
	}
}

/* hunspell takes the word in the dictionary's own encoding; the German and Italian ones of Debian are ISO
 * 8859-1 or -15. */
static bool encode(const char *encoding, const char *word, size_t len, char out[LONGEST_WORD + 1])
{
	bool utf8 = !encoding || !strcmp(encoding, "UTF-8");
	size_t n = 0;
	for (size_t i = 0, size; i < len; i += size) {
		uint32_t point = accord_utf8_decode(word, len, i, &size);
		if (point == 0x2019) {
			out[n++] = '\'';
		} else if (utf8) {
			memcpy(out + n, word + i, size);
			n += size;
		} else if (point < 0x100) {
			out[n++] = (char)point;
		} else {
			return false;
		}
	}
	out[n] = '\0';
	return true;
}

bool dictionary_has(struct dictionary *d, const char *word, size_t len)
{
	if (!len || len > LONGEST_WORD)
		return false;
	uint64_t hash = accord_hash(word, len) | 1;
	_Atomic uint64_t *slot = &d->cache[(hash >> 24) & (CACHE_SIZE - 1)];
	uint64_t kept = atomic_load_explicit(slot, memory_order_relaxed);
	if ((kept | 1) == hash)
		return kept & 1;
	char encoded[LONGEST_WORD + 1];
	bool found = false;
	pthread_mutex_lock(&d->lock);
	if (!d->tried)
		load(d);
	if (d->handle && encode(Hunspell_get_dic_encoding(d->handle), word, len, encoded))
		found = Hunspell_spell(d->handle, encoded) != 0;
	pthread_mutex_unlock(&d->lock);
	atomic_store_explicit(slot, found ? hash : hash & ~(uint64_t)1, memory_order_relaxed);
	return found;
}

bool dictionary_present(struct dictionary *d)
{
	pthread_mutex_lock(&d->lock);
	if (!d->tried)
		load(d);
	bool present = d->handle != NULL;
	pthread_mutex_unlock(&d->lock);
	return present;
}
