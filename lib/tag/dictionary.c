/*
 * Is a word common? The hunspell dictionaries of the system answer (120,000 words a second, compounds
 * understood). One is loaded when the first word of its language is asked for that was never asked before (24 ms
 * for German), so start-up does not pay for it; hunspell itself is asked under a lock, and its answers are kept in
 * a table of atomic words, which threads read without one: an entry is the word's 64-bit hash with the answer as
 * its last bit. The table outlives the program as an image, bound to the dictionary's files: the news of today has
 * few words that the news of yesterday had not. A system without dictionaries knows no word.
 */
#include "company.h"

#include <accord/hash_map.h>
#include <accord/image.h>

#include <hunspell/hunspell.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CACHE_SIZE (1u << 19) /* the words of some years of news; pages are touched as they are needed */
#define PROBES 4
#define LONGEST_WORD 96

/* The answers of earlier starts. */
struct answers {
	uint64_t *items;
	size_t count;
};

static const accord_image_field answers_fields[] = {ACCORD_IMAGE_PLAIN(struct answers, items, count)};
static const accord_image_type answers_type = {sizeof(struct answers), answers_fields, 1};

struct dictionary {
	const char *name;
	pthread_mutex_t lock;
	Hunhandle *handle;
	char aff[4096], dic[4096]; /* "" where there is none */
	uint64_t key;              /* of these files */
	bool remembered, tried;
	size_t new_answers;
	_Atomic uint64_t *cache;
};

/* The files of the dictionary: of the folder that ACCORD_DICTIONARIES names, else of the system's. */
static void find_files(struct dictionary *d)
{
	static const char *const folders[] = {"/usr/share/hunspell", "/usr/local/share/hunspell",
					      "/usr/share/myspell/dicts"};
	const char *own = getenv("ACCORD_DICTIONARIES");
	for (size_t i = 0; i <= sizeof folders / sizeof *folders; i++) {
		const char *folder = i ? folders[i - 1] : own;
		struct stat aff, dic;
		if (!folder)
			continue;
		snprintf(d->aff, sizeof d->aff, "%s/%s.aff", folder, d->name);
		snprintf(d->dic, sizeof d->dic, "%s/%s.dic", folder, d->name);
		if (access(d->aff, R_OK) || access(d->dic, R_OK) || stat(d->aff, &aff) || stat(d->dic, &dic))
			continue;
		uint64_t parts[] = {accord_hash(d->dic, strlen(d->dic)), (uint64_t)aff.st_size,
				    (uint64_t)aff.st_mtim.tv_sec,        (uint64_t)aff.st_mtim.tv_nsec,
				    (uint64_t)dic.st_size,               (uint64_t)dic.st_mtim.tv_sec,
				    (uint64_t)dic.st_mtim.tv_nsec};
		d->key = accord_hash((const char *)parts, sizeof parts);
		return;
	}
	d->aff[0] = d->dic[0] = '\0';
}

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
	find_files(d);
	return d;
}

static void name_answers(const struct dictionary *d, char name[32])
{
	snprintf(name, 32, "words-%s.image", d->name);
}

/* The slot of a word: where it stands, else a free one, else the one that must give way. */
static _Atomic uint64_t *slot_of(struct dictionary *d, uint64_t hash)
{
	size_t first = (hash >> 24) & (CACHE_SIZE - 1);
	for (size_t i = 0; i < PROBES; i++) {
		_Atomic uint64_t *slot = &d->cache[(first + i) & (CACHE_SIZE - 1)];
		uint64_t kept = atomic_load_explicit(slot, memory_order_relaxed);
		if (!kept || (kept | 1) == (hash | 1))
			return slot;
	}
	return &d->cache[first];
}

/* Under the lock: what earlier starts were told. */
static void remember(struct dictionary *d)
{
	char name[32];
	d->remembered = true;
	if (!d->dic[0])
		return;
	name_answers(d, name);
	accord_image image = accord_image_open(name, d->key);
	const struct answers *known = image.root;
	for (size_t i = 0; known && i < known->count; i++)
		atomic_store_explicit(slot_of(d, known->items[i]), known->items[i], memory_order_relaxed);
	accord_image_close(&image);
}

static void keep_answers(struct dictionary *d)
{
	struct answers known = {NULL, 0};
	char name[32];
	for (size_t i = 0; i < CACHE_SIZE; i++)
		known.count += d->cache[i] != 0;
	known.items = malloc((known.count + 1) * sizeof *known.items);
	known.count = 0;
	for (size_t i = 0; known.items && i < CACHE_SIZE; i++)
		if (d->cache[i])
			known.items[known.count++] = d->cache[i];
	name_answers(d, name);
	if (known.count)
		accord_image_write(name, d->key, NULL, 0, &known, &answers_type);
	free(known.items);
}

/* libhunspell keeps a table for all its dictionaries and counts them without a lock: one is loaded or given up at a time. */
static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

static void load(struct dictionary *d)
{
	pthread_mutex_lock(&loading);
	d->handle = Hunspell_create(d->aff, d->dic);
	pthread_mutex_unlock(&loading);
}

static void unload(struct dictionary *d)
{
	pthread_mutex_lock(&loading);
	if (d->handle)
		Hunspell_destroy(d->handle);
	pthread_mutex_unlock(&loading);
}

void dictionary_free(struct dictionary *d)
{
	if (!d)
		return;
	if (d->new_answers) /* one is worth it: writing them all is a tenth of loading hunspell for it again */
		keep_answers(d);
	unload(d);
	pthread_mutex_destroy(&d->lock);
	free((void *)d->cache);
	free(d);
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

/* Under the lock. */
static bool ask(struct dictionary *d, const char *word, size_t len)
{
	char encoded[LONGEST_WORD + 1];
	if (!d->tried && d->dic[0])
		load(d);
	d->tried = true;
	if (!d->handle)
		return false;
	d->new_answers++;
	return encode(Hunspell_get_dic_encoding(d->handle), word, len, encoded) && Hunspell_spell(d->handle, encoded);
}

bool dictionary_has(struct dictionary *d, const char *word, size_t len)
{
	if (!len || len > LONGEST_WORD)
		return false;
	uint64_t hash = accord_hash(word, len) | 1;
	_Atomic uint64_t *slot = slot_of(d, hash);
	uint64_t kept = atomic_load_explicit(slot, memory_order_relaxed);
	if ((kept | 1) == hash)
		return kept & 1;
	pthread_mutex_lock(&d->lock);
	if (!d->remembered)
		remember(d);
	slot = slot_of(d, hash);
	kept = atomic_load_explicit(slot, memory_order_relaxed);
	if ((kept | 1) != hash) {
		kept = ask(d, word, len) ? hash : hash & ~(uint64_t)1;
		atomic_store_explicit(slot, kept, memory_order_relaxed);
	}
	pthread_mutex_unlock(&d->lock);
	return kept & 1;
}

bool dictionary_present(const struct dictionary *d)
{
	return d->dic[0];
}
