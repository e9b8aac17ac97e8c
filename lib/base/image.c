/*
 * The file: a header, the block, the places of its pointers (a 32-bit number of 8 bytes each). A pointer stands in the
 * file as its offset in the block; NULL is 0, where the header's copy of the magic lies, to which nothing points.
 *
 *   | magic key checksum size pointers root | block … | places … |
 */
#include <accord/hash_map.h>
#include <accord/image.h>

#include <dirent.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MAGIC 0x31676D69726F6363u /* "ccorimg1" */
#define LARGEST_IMAGE ((size_t)1 << 30)
#define SECONDS_KEPT (30 * 24 * 3600) /* of an image that is not used */
#define SECONDS_HALF 3600             /* of one that was not finished */
#define SECONDS_USED (12 * 3600)      /* a use is noted if the last one is as old */
#define MOST_FILES 1000
#define MOST_BYTES ((off_t)256 << 20)

struct header {
	uint64_t magic, key, checksum; /* of everything behind the checksum */
	uint64_t size;                 /* of header and block */
	uint64_t pointers, root;
};

/* ---- whose image it is ------------------------------------------------------------------------------------------- */

struct build_id {
	uint64_t hash;
	uintptr_t inside; /* an address of the program or library that is asked for */
};

static void read_notes(const char *notes, size_t size, struct build_id *id)
{
	for (size_t at = 0; at + sizeof(ElfW(Nhdr)) <= size;) {
		ElfW(Nhdr) note;
		memcpy(&note, notes + at, sizeof note);
		size_t name = at + sizeof note, text = name + (note.n_namesz + 3u) / 4 * 4;
		if (text > size || note.n_descsz > size - text)
			return;
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && !memcmp(notes + name, "GNU", 4))
			id->hash = accord_hash(notes + text, note.n_descsz);
		at = text + (note.n_descsz + 3u) / 4 * 4;
	}
}

static int visit_object(struct dl_phdr_info *info, size_t size, void *context)
{
	struct build_id *id = context;
	bool ours = false;
	(void)size;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + p->p_vaddr;
		ours |= p->p_type == PT_LOAD && id->inside >= start && id->inside - start < p->p_memsz;
	}
	for (size_t i = 0; ours && i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		if (p->p_type == PT_NOTE)
			read_notes((const char *)(info->dlpi_addr + p->p_vaddr), p->p_memsz, id);
	}
	return ours;
}

/* A number of the linked program: its structs are laid out as nobody else's. 0 if it has no build id. */
static uint64_t build_number(void)
{
	static const char here;
	struct build_id id = {0, (uintptr_t)&here};
	dl_iterate_phdr(visit_object, &id);
	return id.hash;
}

/* ---- the folder -------------------------------------------------------------------------------------------------- */

bool accord_image_folder(char path[4096])
{
	const char *own = getenv("ACCORD_CACHE"), *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	int n;
	if (own && own[0])
		n = !strcmp(own, "off") ? -1 : snprintf(path, 4096, "%s", own);
	else if (cache && cache[0] == '/')
		n = snprintf(path, 4096, "%s/accord", cache);
	else
		n = home && home[0] == '/' ? snprintf(path, 4096, "%s/.cache/accord", home) : -1;
	return n > 0 && n < 4096 - 64;
}

static bool make_folder(char *path)
{
	for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	struct stat about;
	mkdir(path, 0700);
	return !stat(path, &about) && S_ISDIR(about.st_mode);
}

/* ---- what is given up -------------------------------------------------------------------------------------------- */

struct kept_file {
	char name[256];
	time_t used;
	off_t size;
};

struct kept_files {
	struct kept_file items[MOST_FILES];
	size_t count;
};

static bool ends_in(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = strlen(suffix);
	return n > m && !strcmp(name + n - m, suffix);
}

/* The images of a folder; what a killed run left half written is removed on the way. */
static void list_images(DIR *dir, struct kept_files *kept)
{
	struct stat about;
	int dir_file = dirfd(dir);
	for (struct dirent *entry; (entry = readdir(dir)) && kept->count < MOST_FILES;) {
		bool image = ends_in(entry->d_name, ".image"), half = !image && strstr(entry->d_name, ".image.");
		if ((!image && !half) || fstatat(dir_file, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) || !S_ISREG(about.st_mode))
			continue;
		if (half && time(NULL) - about.st_mtime > SECONDS_HALF)
			unlinkat(dir_file, entry->d_name, 0);
		if (half || strlen(entry->d_name) >= sizeof kept->items->name)
			continue;
		struct kept_file *file = &kept->items[kept->count++];
		strcpy(file->name, entry->d_name);
		file->used = about.st_mtime;
		file->size = about.st_size;
	}
}

static int latest_first(const void *x, const void *y)
{
	const struct kept_file *a = x, *b = y;
	if (a->used != b->used)
		return a->used > b->used ? -1 : 1;
	return strcmp(a->name, b->name);
}

/*
 * Images of programs and folders that are gone: those not used for a month, and the longest unused ones of more than fit.
 * A run that reads one of them has it open, or finds none and builds anew.
 */
static void remove_old(const char *folder)
{
	struct kept_files *kept = calloc(1, sizeof *kept);
	DIR *dir = kept ? opendir(folder) : NULL;
	off_t bytes = 0;
	if (dir) {
		list_images(dir, kept);
		qsort(kept->items, kept->count, sizeof *kept->items, latest_first);
	}
	for (size_t i = 0; dir && i < kept->count; i++) {
		bytes += kept->items[i].size;
		if (bytes > MOST_BYTES || time(NULL) - kept->items[i].used > SECONDS_KEPT)
			unlinkat(dirfd(dir), kept->items[i].name, 0);
	}
	if (dir)
		closedir(dir);
	free(kept);
}

/* ---- laying out -------------------------------------------------------------------------------------------------- */

/* An object that was laid out: where it was, where it is, how much of it. */
struct placed {
	const void *from;
	const accord_image_type *type;
	size_t offset, bytes;
};

/* Objects whose pointers are still to be followed. */
struct pending {
	size_t offset, count;
	const accord_image_type *type;
};

struct layout {
	char *block;
	size_t len, capacity;
	struct placed *placed; /* open addressing by address and type */
	size_t placed_count, placed_size;
	struct pending *pending;
	size_t pending_count, pending_capacity;
	uint32_t *pointers;
	size_t pointer_count, pointer_capacity;
	const accord_image_region *regions;
	size_t *region_offsets, region_count;
	bool failed;
};

static void *grow(struct layout *l, void *array, size_t need, size_t *capacity, size_t size)
{
	if (need <= *capacity)
		return array;
	size_t larger = *capacity ? *capacity * 2 : 4096;
	if (need > LARGEST_IMAGE) {
		l->failed = true;
		return array;
	}
	while (larger < need)
		larger *= 2;
	void *grown = l->failed || larger > LARGEST_IMAGE / size ? NULL : realloc(array, larger * size);
	if (!grown) {
		l->failed = true;
		return array;
	}
	*capacity = larger;
	return grown;
}

/* Room at the end of the block, eight bytes aligned and with a zero behind it. */
static size_t reserve(struct layout *l, size_t bytes)
{
	if (bytes > LARGEST_IMAGE)
		l->failed = true;
	size_t offset = l->len, end = l->failed ? offset : (offset + bytes + 8) / 8 * 8;
	l->block = grow(l, l->block, end, &l->capacity, 1);
	if (l->failed)
		return 0;
	memset(l->block + offset, 0, end - offset);
	l->len = end;
	return offset;
}

static struct placed *placed_slot(const struct placed *table, size_t size, const void *from,
                                  const accord_image_type *type)
{
	uintptr_t key[2] = {(uintptr_t)from, (uintptr_t)type};
	size_t i = accord_hash((const char *)key, sizeof key) & (size - 1);
	while (table[i].from && (table[i].from != from || table[i].type != type))
		i = (i + 1) & (size - 1);
	return (struct placed *)&table[i];
}

static struct placed *placed_at(struct layout *l, const void *from, const accord_image_type *type)
{
	if ((l->placed_count + 1) * 2 > l->placed_size) {
		size_t size = l->placed_size ? l->placed_size * 2 : 1 << 14;
		struct placed *larger = calloc(size, sizeof *larger);
		if (!larger) {
			l->failed = true;
			return NULL;
		}
		for (size_t i = 0; i < l->placed_size; i++)
			if (l->placed[i].from)
				*placed_slot(larger, size, l->placed[i].from, l->placed[i].type) = l->placed[i];
		free(l->placed);
		l->placed = larger;
		l->placed_size = size;
	}
	return placed_slot(l->placed, l->placed_size, from, type);
}

/* The place of bytes that lie in a region; 0 if they lie in none. */
static size_t in_region(const struct layout *l, const char *from, size_t bytes)
{
	for (size_t i = 0; i < l->region_count; i++) {
		const accord_image_region *r = &l->regions[i];
		if (from >= r->bytes && from <= r->bytes + r->len && bytes <= (size_t)(r->bytes + r->len - from))
			return l->region_offsets[i] + (size_t)(from - r->bytes);
	}
	return 0;
}

/* The offset of an object, laid out now if it was not; its pointers are followed later. */
static size_t lay_out(struct layout *l, const void *from, size_t count, size_t size, const accord_image_type *type)
{
	size_t bytes = count * size, offset = type ? 0 : in_region(l, from, bytes);
	if (offset)
		return offset;
	struct placed *known = placed_at(l, from, type);
	if (!known || (known->from && known->bytes >= bytes))
		return known ? known->offset : 0;
	offset = reserve(l, bytes);
	if (l->failed)
		return 0;
	memcpy(l->block + offset, from, bytes);
	l->placed_count += !known->from;
	*known = (struct placed){from, type, offset, bytes};
	if (type && count) {
		l->pending = grow(l, l->pending, l->pending_count + 1, &l->pending_capacity, sizeof *l->pending);
		if (!l->failed)
			l->pending[l->pending_count++] = (struct pending){offset, count, type};
	}
	return offset;
}

static size_t count_of(const char *object, const accord_image_field *f, const void *from)
{
	uint64_t count = 0;
	if (f->text)
		return strlen(from) + 1;
	if (!f->count_size)
		return 1;
	memcpy(&count, object + f->count_offset, f->count_size); /* little end first */
	return (size_t)count + f->more;
}

static void follow_pointer(struct layout *l, size_t object, const accord_image_field *f, size_t shift)
{
	size_t place = object + f->offset + shift;
	accord_image_field moved = *f;
	const void *from;
	memcpy(&from, l->block + place, sizeof from);
	moved.count_offset += shift;
	uint64_t to = 0;
	if (from && !f->drop)
		to = lay_out(l, from, count_of(l->block + object, &moved, from), f->type ? f->type->size : f->size, f->type);
	if (l->failed)
		return;
	memcpy(l->block + place, &to, sizeof to);
	if (!to)
		return;
	l->pointers = grow(l, l->pointers, l->pointer_count + 1, &l->pointer_capacity, sizeof *l->pointers);
	if (!l->failed)
		l->pointers[l->pointer_count++] = (uint32_t)(place / 8);
}

static void follow_all(struct layout *l)
{
	while (l->pending_count && !l->failed) {
		struct pending p = l->pending[--l->pending_count];
		for (size_t i = 0; i < p.count && !l->failed; i++)
			for (size_t k = 0; k < p.type->field_count; k++)
				for (size_t n = 0; n < (p.type->fields[k].repeat ? p.type->fields[k].repeat : 1u); n++)
					follow_pointer(l, p.offset + i * p.type->size, &p.type->fields[k],
					               n * p.type->fields[k].stride);
	}
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

/* Four strands, so that a step need not wait for the one before. */
static uint64_t checksum_of(const char *bytes, size_t len)
{
	const uint64_t factor = 0x9E3779B97F4A7C15u;
	uint64_t strands[4] = {len, 1, 2, 3}, word;
	for (; len >= 32; bytes += 32, len -= 32)
		for (int i = 0; i < 4; i++) {
			memcpy(&word, bytes + 8 * i, 8);
			strands[i] = (strands[i] ^ word) * factor;
			strands[i] ^= strands[i] >> 32;
		}
	return accord_hash((const char *)strands, sizeof strands) ^ accord_hash(bytes, len);
}

static bool write_all(int file, const void *bytes, size_t len)
{
	for (const char *at = bytes; len;) {
		ssize_t n = write(file, at, len);
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

static bool write_file(const char *name, const char *bytes, size_t len)
{
	char folder[4096], path[4200], fresh[4200];
	if (!accord_image_folder(folder) || !make_folder(folder))
		return false;
	int n = snprintf(path, sizeof path, "%s/%s", folder, name);
	int m = snprintf(fresh, sizeof fresh, "%s/%s.XXXXXX", folder, name);
	if (n < 0 || m < 0 || (size_t)n >= sizeof path || (size_t)m >= sizeof fresh)
		return false;
	int file = mkstemp(fresh);
	if (file < 0)
		return false;
	bool written = write_all(file, bytes, len);
	written = !close(file) && written && !rename(fresh, path);
	if (!written)
		unlink(fresh);
	remove_old(folder);
	return written;
}

static bool finish(struct layout *l, const char *name, uint64_t key, size_t root)
{
	size_t size = l->len, tail = l->pointer_count * sizeof *l->pointers;
	l->block = grow(l, l->block, size + tail, &l->capacity, 1);
	if (l->failed)
		return false;
	if (tail)
		memcpy(l->block + size, l->pointers, tail);
	struct header h = {.magic = MAGIC, .key = key, .size = size, .pointers = l->pointer_count, .root = root};
	memcpy(l->block, &h, sizeof h);
	h.checksum = checksum_of(l->block + offsetof(struct header, size), size + tail - offsetof(struct header, size));
	memcpy(l->block, &h, sizeof h);
	return write_file(name, l->block, size + tail);
}

bool accord_image_write(const char *name, uint64_t key, const accord_image_region *regions, size_t region_count,
                        const void *root, const accord_image_type *type)
{
	struct layout l = {.regions = regions, .region_offsets = calloc(region_count + 1, sizeof(size_t))};
	uint64_t build = build_number();
	bool written = false;
	if (build && l.region_offsets) {
		reserve(&l, sizeof(struct header));
		for (size_t i = 0; i < region_count && !l.failed; i++) {
			size_t offset = reserve(&l, regions[i].len);
			if (!l.failed)
				memcpy(l.block + offset, regions[i].bytes, regions[i].len);
			l.region_offsets[l.region_count++] = offset;
		}
		size_t at = lay_out(&l, root, 1, type->size, type);
		follow_all(&l);
		written = !l.failed && finish(&l, name, key ^ build, at);
	}
	free(l.block);
	free(l.placed);
	free(l.pending);
	free(l.pointers);
	free(l.region_offsets);
	return written;
}

/* Whether the bytes are the image that was asked for, and every pointer of it leads into it. */
static bool set_pointers(char *bytes, size_t len, uint64_t key)
{
	struct header h;
	memcpy(&h, bytes, sizeof h);
	if (h.magic != MAGIC || h.key != key || h.size > len || h.pointers != (len - h.size) / sizeof(uint32_t) ||
	    h.root >= h.size || h.root < sizeof h ||
	    h.checksum != checksum_of(bytes + offsetof(struct header, size), len - offsetof(struct header, size)))
		return false;
	for (size_t i = 0; i < h.pointers; i++) {
		uint32_t place;
		uint64_t to;
		memcpy(&place, bytes + h.size + i * sizeof place, sizeof place);
		if ((uint64_t)place * 8 + 8 > h.size)
			return false;
		memcpy(&to, bytes + (size_t)place * 8, sizeof to);
		if (to >= h.size)
			return false;
		char *target = bytes + to;
		memcpy(bytes + (size_t)place * 8, &target, sizeof target);
	}
	return true;
}

static void read_image(int file, size_t size, accord_image *image)
{
	char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	size_t len = 0;
	if (memory == MAP_FAILED)
		return;
	image->memory = memory;
	image->size = size;
	for (ssize_t n = 1; len < size && n > 0; len += n > 0 ? (size_t)n : 0)
		n = read(file, memory + len, size - len);
	if (len < size)
		accord_image_close(image);
}

/* A file of the folder that is nobody else's making, and its size; -1 if there is none. */
static int open_file(const char *name, size_t *size)
{
	char path[4200];
	struct stat about;
	if (!accord_image_folder(path))
		return -1;
	size_t n = strlen(path);
	snprintf(path + n, sizeof path - n, "/%s", name);
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file < 0)
		return -1;
	if (fstat(file, &about) || !S_ISREG(about.st_mode) || about.st_uid != geteuid() || (about.st_mode & 022) ||
	    about.st_size <= (off_t)sizeof(struct header) || (size_t)about.st_size >= LARGEST_IMAGE) {
		close(file);
		return -1;
	}
	if (time(NULL) - about.st_mtime > SECONDS_USED)
		futimens(file, NULL); /* used: see remove_old */
	*size = (size_t)about.st_size;
	return file;
}

bool accord_image_exists(const char *name, uint64_t key)
{
	uint64_t build = build_number();
	struct header h;
	size_t size;
	int file = build ? open_file(name, &size) : -1;
	if (file < 0)
		return false;
	bool whole = read(file, &h, sizeof h) == (ssize_t)sizeof h;
	close(file);
	return whole && h.magic == MAGIC && h.key == (key ^ build);
}

accord_image accord_image_open(const char *name, uint64_t key)
{
	accord_image image = {NULL, NULL, 0};
	uint64_t build = build_number();
	size_t size;
	int file = build ? open_file(name, &size) : -1;
	if (file < 0)
		return image;
	/* read, not mapped, since what another program cuts off must not stop this one */
	read_image(file, size, &image);
	close(file);
	if (image.memory && set_pointers(image.memory, image.size, key ^ build)) {
		struct header h;
		memcpy(&h, image.memory, sizeof h);
		image.root = (char *)image.memory + h.root;
	} else {
		accord_image_close(&image);
	}
	return image;
}

void accord_image_close(accord_image *image)
{
	if (image->memory)
		munmap(image->memory, image->size);
	*image = (accord_image){NULL, NULL, 0};
}
