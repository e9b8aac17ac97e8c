/**
 * @file hash_map.h
 * Byte strings to 32-bit numbers: open addressing, linear probing, FNV-1a over eight bytes at a time, with a final mix.
 * Used for vocabularies and interning; keys are copied. Nothing is removed.
 */
#ifndef ACCORD_HASH_MAP_H
#define ACCORD_HASH_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <accord/image.h>

typedef struct accord_hash_map accord_hash_map;

accord_hash_map *accord_hash_map_new(void);
void accord_hash_map_free(accord_hash_map *map);
size_t accord_hash_map_count(const accord_hash_map *map);

/** The value of a key; `missing` if it is not there. A NULL map is empty. */
uint32_t accord_hash_map_get(const accord_hash_map *map, const char *key, size_t len, uint32_t missing);
/** Set a key; false without memory. */
bool accord_hash_map_set(accord_hash_map *map, const char *key, size_t len, uint32_t value);
/** The bytes of the key that was added as the `index`-th, in order of insertion. */
const char *accord_hash_map_key(const accord_hash_map *map, size_t index, size_t *len, uint32_t *value);

/** A map as part of an image; nothing may be set in one that was read from there, and it is not freed. */
extern const accord_image_type accord_hash_map_image_type;

/** The hash itself, for tables that keep their own slots. */
uint64_t accord_hash(const char *bytes, size_t len);

#endif
