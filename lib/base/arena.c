/*
 * Pages in a list; an item is cut from the end of the current page. A page is at least 64 KiB, and larger in an arena
 * that has grown (many small pages cost a thread one system call each); an item larger than 16 KiB gets a page of its
 * own size. Clearing keeps 4 MiB of ordinary pages, so that one huge document does not stay in memory for the rest of a
 * run.
 */
#include <accord/arena.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ACCORD_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ACCORD_ASAN 1
#endif
#endif
#ifdef ACCORD_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define RED_ZONE 16
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define RED_ZONE 0
#endif

#define PAGE_SIZE ((size_t)64 * 1024)
#define LARGEST_PAGE ((size_t)1 << 20)
#define KEPT_BYTES ((size_t)4 << 20)

typedef struct page {
	struct page *next;
	size_t size, used;
	bool ordinary; /* holds many items */
	max_align_t bytes[];
} page;

struct accord_arena {
	page *first, *current;
	size_t used, ceiling;
	size_t ordinary; /* bytes of ordinary pages */
};

static size_t aligned(size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	return (size + unit - 1) / unit * unit;
}

static char *page_bytes(page *p)
{
	return (char *)p->bytes;
}

static page *page_new(size_t size, bool ordinary)
{
	page *p = malloc(sizeof *p + size);
	if (!p)
		return NULL;
	p->next = NULL;
	p->size = size;
	p->ordinary = ordinary;
	p->used = 0;
	POISON(page_bytes(p), size);
	return p;
}

static void page_free(page *p)
{
	UNPOISON(page_bytes(p), p->size);
	free(p);
}

accord_arena *accord_arena_new(size_t ceiling)
{
	accord_arena *arena = calloc(1, sizeof *arena);
	if (arena)
		arena->ceiling = ceiling ? ceiling : SIZE_MAX;
	return arena;
}

void accord_arena_free(accord_arena *arena)
{
	if (!arena)
		return;
	for (page *p = arena->first, *next; p; p = next) {
		next = p->next;
		page_free(p);
	}
	free(arena);
}

void accord_arena_clear(accord_arena *arena)
{
	page **link = &arena->first;
	size_t kept = 0;
	while (*link) {
		page *p = *link;
		if (!p->ordinary || kept + p->size > KEPT_BYTES) {
			*link = p->next;
			page_free(p);
			continue;
		}
		POISON(page_bytes(p), p->size);
		p->used = 0;
		kept += p->size;
		link = &p->next;
	}
	arena->current = arena->first;
	arena->used = 0;
	arena->ordinary = kept;
}

size_t accord_arena_used(const accord_arena *arena)
{
	return arena->used;
}

/* A quarter of what there is, in whole smallest pages. */
static size_t ordinary_size(const accord_arena *arena)
{
	size_t size = arena->ordinary / 4 / PAGE_SIZE * PAGE_SIZE;
	return size < PAGE_SIZE ? PAGE_SIZE : size > LARGEST_PAGE ? LARGEST_PAGE : size;
}

/* The current page, or the next one, if it has room; else a new page behind the current one. */
static page *page_with_room(accord_arena *arena, size_t size)
{
	page *p = arena->current;
	if (p && p->size - p->used >= size)
		return p;
	if (p && p->next && p->next->used == 0 && p->next->size >= size)
		return arena->current = p->next;
	bool ordinary = size <= PAGE_SIZE / 4;
	page *fresh = page_new(ordinary ? ordinary_size(arena) : size, ordinary);
	if (!fresh)
		return NULL;
	if (ordinary)
		arena->ordinary += fresh->size;
	if (!p) {
		fresh->next = arena->first;
		arena->first = fresh;
	} else {
		fresh->next = p->next;
		p->next = fresh;
	}
	return arena->current = fresh;
}

void *accord_arena_alloc(accord_arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	size_t need = aligned(size ? size : 1) + RED_ZONE;
	if (need > arena->ceiling - arena->used)
		return NULL;
	page *p = page_with_room(arena, need);
	if (!p)
		return NULL;
	void *item = page_bytes(p) + p->used;
	UNPOISON(item, size ? size : 1);
	p->used += need;
	arena->used += need;
	return item;
}

void *accord_arena_calloc(accord_arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return NULL;
	void *item = accord_arena_alloc(arena, count * size);
	if (item)
		memset(item, 0, count * size);
	return item;
}

void *accord_arena_grow(accord_arena *arena, void *item, size_t old_size, size_t size)
{
	if (!item)
		return accord_arena_alloc(arena, size);
	if (size <= old_size)
		return item;
	page *p = arena->current;
	size_t old_need = aligned(old_size ? old_size : 1) + RED_ZONE;
	size_t new_need = aligned(size) + RED_ZONE;
	if (p && p->used >= old_need && (char *)item == page_bytes(p) + p->used - old_need &&
	    p->size - (p->used - old_need) >= new_need && new_need - old_need <= arena->ceiling - arena->used) {
		UNPOISON(item, size);
		p->used += new_need - old_need;
		arena->used += new_need - old_need;
		return item;
	}
	void *copy = accord_arena_alloc(arena, size);
	if (copy)
		memcpy(copy, item, old_size);
	return copy;
}

char *accord_arena_copy(accord_arena *arena, const char *bytes, size_t len)
{
	char *copy = accord_arena_alloc(arena, len + 1);
	if (!copy)
		return NULL;
	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

/* ---- large pages -------------------------------------------------------------------------------------------------- */

#define LARGE_PAGE ((size_t)2 << 20)

static size_t in_large_pages(size_t size)
{
	return (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}

/* More is asked for, so that it can begin at the border of such a page; the rest is given back. */
void *accord_pages_new(size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	size_t wanted = in_large_pages(size);
	char *memory = mmap(NULL, wanted + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED)
		return NULL;
	size_t before = (LARGE_PAGE - (uintptr_t)memory % LARGE_PAGE) % LARGE_PAGE;
	if (before)
		munmap(memory, before);
	if (before < LARGE_PAGE)
		munmap(memory + before + wanted, LARGE_PAGE - before);
	madvise(memory + before, wanted, MADV_HUGEPAGE);
	return memory + before;
}

void accord_pages_free(void *pages, size_t size)
{
	if (pages)
		munmap(pages, in_large_pages(size));
}
