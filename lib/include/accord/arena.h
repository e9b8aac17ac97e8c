/**
 * @file arena.h
 * Memory that lives and dies with one document: allocate freely, free all at once. No item is freed alone. Built with
 * the address sanitizer, the rest of each page is poisoned, so that an overrun of the last item is still seen.
 */
#ifndef ACCORD_ARENA_H
#define ACCORD_ARENA_H

#include <stddef.h>

typedef struct accord_arena accord_arena;

/**
 * @param ceiling  bytes that may be handed out before allocation fails; 0 for no ceiling
 * @return a new arena, or NULL without memory
 */
accord_arena *accord_arena_new(size_t ceiling);

/** Give back everything; NULL is fine. */
void accord_arena_free(accord_arena *arena);

/** Forget every item but keep pages for the next document. */
void accord_arena_clear(accord_arena *arena);

/** Bytes handed out since the last clear. */
size_t accord_arena_used(const accord_arena *arena);

/** `size` bytes, aligned for any type, not cleared; NULL when out of memory or over the ceiling. */
void *accord_arena_alloc(accord_arena *arena, size_t size);

/** As above, set to zero; `count * size` is checked for overflow. */
void *accord_arena_calloc(accord_arena *arena, size_t count, size_t size);

/** Grow an item to `size` bytes: in place if it was the last one, else a copy. `item` may be NULL. */
void *accord_arena_grow(accord_arena *arena, void *item, size_t old_size, size_t size);

/** A NUL-terminated copy of `len` bytes. */
char *accord_arena_copy(accord_arena *arena, const char *bytes, size_t len);

/**
 * Memory in large pages where the system has them, for what is read here and there: a start takes a few of them and not
 * thousands of small ones. It is zero; what is not touched costs nothing.
 *
 * @return NULL without memory
 */
void *accord_pages_new(size_t size);
/** `size` as it was asked for; NULL is fine. */
void accord_pages_free(void *pages, size_t size);

#endif
