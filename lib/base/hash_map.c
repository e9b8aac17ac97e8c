#include <accord/hash_map.h>
#include <accord/arena.h>
#include <accord/image.h>

#include <stdlib.h>
#include <string.h>

typedef struct entry {
	const char *key;
	uint32_t len, value;
	uint64_t hash;
} entry;

struct accord_hash_map {
	accord_arena *keys;
	entry *entries; /* in order of insertion */
	uint32_t *slots; /* index into entries + 1; 0 is empty */
	size_t count, capacity, slot_count;
};

uint64_t accord_hash(const char *bytes, size_t len)
{
	uint64_t h = 0xcbf29ce484222325u ^ len;
	while (len >= 8) {
		uint64_t word;
		memcpy(&word, bytes, 8);
		h = (h ^ word) * 0x9e3779b97f4a7c15u;
		h ^= h >> 32;
		bytes += 8;
		len -= 8;
	}
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)bytes[i]) * 0x100000001b3u;
	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdu;
	h ^= h >> 33;
	return h;
}

accord_hash_map *accord_hash_map_new(void)
{
	accord_hash_map *map = calloc(1, sizeof *map);
	if (!map)
		return NULL;
	map->keys = accord_arena_new(0);
	if (!map->keys) {
		free(map);
		return NULL;
	}
	return map;
}

void accord_hash_map_free(accord_hash_map *map)
{
	if (!map)
		return;
	accord_arena_free(map->keys);
	free(map->entries);
	free(map->slots);
	free(map);
}

size_t accord_hash_map_count(const accord_hash_map *map)
{
	return map->count;
}

/* The slot of a key, or the empty slot where it would go. */
static uint32_t *find_slot(const accord_hash_map *map, const char *key, size_t len, uint64_t hash)
{
	size_t mask = map->slot_count - 1;
	for (size_t i = hash & mask;; i = (i + 1) & mask) {
		if (!map->slots[i])
			return &map->slots[i];
		const entry *e = &map->entries[map->slots[i] - 1];
		if (e->hash == hash && e->len == len && !memcmp(e->key, key, len))
			return &map->slots[i];
	}
}

uint32_t accord_hash_map_get(const accord_hash_map *map, const char *key, size_t len, uint32_t missing)
{
	if (!map || !map->slot_count || len > UINT32_MAX)
		return missing;
	uint32_t slot = *find_slot(map, key, len, accord_hash(key, len));
	return slot ? map->entries[slot - 1].value : missing;
}

static bool grow(accord_hash_map *map)
{
	size_t capacity = map->capacity ? map->capacity * 2 : 32;
	entry *entries = realloc(map->entries, capacity * sizeof *entries);
	if (!entries)
		return false;
	map->entries = entries;
	map->capacity = capacity;
	uint32_t *slots = calloc(capacity * 2, sizeof *slots);
	if (!slots)
		return false;
	free(map->slots);
	map->slots = slots;
	map->slot_count = capacity * 2;
	for (size_t i = 0; i < map->count; i++) {
		size_t mask = map->slot_count - 1, at = map->entries[i].hash & mask;
		while (map->slots[at])
			at = (at + 1) & mask;
		map->slots[at] = (uint32_t)i + 1;
	}
	return true;
}

bool accord_hash_map_set(accord_hash_map *map, const char *key, size_t len, uint32_t value)
{
	if (len > UINT32_MAX || map->count >= UINT32_MAX / 4)
		return false;
	if (map->count == map->capacity && !grow(map))
		return false;
	uint64_t hash = accord_hash(key, len);
	uint32_t *slot = find_slot(map, key, len, hash);
	if (*slot) {
		map->entries[*slot - 1].value = value;
		return true;
	}
	char *copy = accord_arena_copy(map->keys, key, len);
	if (!copy)
		return false;
	map->entries[map->count++] = (entry){copy, (uint32_t)len, value, hash};
	*slot = (uint32_t)map->count;
	return true;
}

const char *accord_hash_map_key(const accord_hash_map *map, size_t index, size_t *len, uint32_t *value)
{
	const entry *e = &map->entries[index];
	if (len)
		*len = e->len;
	if (value)
		*value = e->value;
	return e->key;
}

static const accord_image_field entry_fields[] = {{.offset = offsetof(entry, key), .count_offset = offsetof(entry, len),
                                                   .count_size = sizeof(uint32_t), .size = 1}};
static const accord_image_type entry_type = {sizeof(entry), entry_fields, 1};

static const accord_image_field map_fields[] = {ACCORD_IMAGE_DROP(accord_hash_map, keys),
                                                ACCORD_IMAGE_ARRAY(accord_hash_map, entries, count, entry_type),
                                                ACCORD_IMAGE_PLAIN(accord_hash_map, slots, slot_count)};
const accord_image_type accord_hash_map_image_type = {sizeof(accord_hash_map), map_fields, 3};
