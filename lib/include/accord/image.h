/**
 * @file image.h
 * What was built in memory, kept in a file and read again: structs, arrays and strings that hang together by pointers are
 * laid out in one block, with a list of the places where pointers stand. Loading is one read, a checksum, and one addition
 * a pointer.
 *
 * A table says for each struct where its pointers are and what they lead to:
 *
 *   static const accord_image_field name_fields[] = {ACCORD_IMAGE_SLICE(struct name, text)};
 *   const accord_image_type name_type = {sizeof(struct name), name_fields, 1};
 *
 * An image is bound to the very program that wrote it (by its build id) and to a key of the caller's: what it was made
 * from. One that is damaged, cut off or of another program is no image.
 */
#ifndef ACCORD_IMAGE_H
#define ACCORD_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct accord_image_type accord_image_type;

/** A pointer in a struct. */
typedef struct accord_image_field {
	size_t offset;
	size_t count_offset;           /**< of the number of elements that it leads to, if count_size */
	uint8_t count_size;            /**< bytes of that number; 0: one element, or with `text` as many as there are */
	bool text;                     /**< a NUL-terminated string */
	bool drop;                     /**< becomes NULL */
	uint8_t more;                  /**< elements behind the count */
	uint16_t repeat, stride;       /**< such pointers in a row, at that distance; 0: one */
	const accord_image_type *type; /**< of the elements */
	size_t size;                   /**< of an element, if it has no pointers and so no type */
} accord_image_field;

struct accord_image_type {
	size_t size;
	const accord_image_field *fields;
	size_t field_count;
};

/** An accord_slice. */
#define ACCORD_IMAGE_SLICE(s, member)                                                                                  \
	{.offset = offsetof(s, member.data), .count_offset = offsetof(s, member.len), .count_size = sizeof(size_t), .size = 1}
#define ACCORD_IMAGE_TEXT(s, member) {.offset = offsetof(s, member), .text = true, .size = 1}
#define ACCORD_IMAGE_ONE(s, member, of) {.offset = offsetof(s, member), .type = &(of)}
/** `count` is another member; `of` the type of the elements. */
#define ACCORD_IMAGE_ARRAY(s, member, count, of)                                                                       \
	{.offset = offsetof(s, member), .count_offset = offsetof(s, count), .count_size = sizeof(((s *)0)->count),     \
	 .type = &(of)}
/** Elements without pointers. */
#define ACCORD_IMAGE_PLAIN(s, member, count)                                                                           \
	{.offset = offsetof(s, member), .count_offset = offsetof(s, count), .count_size = sizeof(((s *)0)->count),     \
	 .size = sizeof(*((s *)0)->member)}
#define ACCORD_IMAGE_DROP(s, member) {.offset = offsetof(s, member), .drop = true}

/** Bytes that many slices point into: they are laid out once, as a whole. */
typedef struct accord_image_region {
	const char *bytes;
	size_t len;
} accord_image_region;

/**
 * Where images are kept: the folder that ACCORD_CACHE names, else accord below XDG_CACHE_HOME or ~/.cache. It is made,
 * for its owner alone, when the first image is written.
 *
 * @return false if there is none: ACCORD_CACHE is "off", or nothing names a home
 */
bool accord_image_folder(char path[4096]);

/**
 * Write an image; at once or not at all (a file of another name is renamed). Images that were not used for a month are
 * removed from the folder then, and the longest unused ones of more than 256 MiB.
 *
 * @param name  of the file in the folder
 * @param key   of what it was made from
 * @return false if it could not be written: then the next start builds anew
 */
bool accord_image_write(const char *name, uint64_t key, const accord_image_region *regions, size_t region_count,
                        const void *root, const accord_image_type *type);

typedef struct accord_image {
	void *root; /**< NULL: there is none */
	void *memory;
	size_t size;
} accord_image;

/**
 * Read an image. Its memory is the caller's own.
 *
 * @return with a root of NULL if there is no such image, or it is damaged, or was made by another program or from
 *         something else
 */
accord_image accord_image_open(const char *name, uint64_t key);
/** Whether there is an image of that key by its first bytes. One that is damaged behind them cannot be opened all the same. */
bool accord_image_exists(const char *name, uint64_t key);
void accord_image_close(accord_image *image);

#endif
