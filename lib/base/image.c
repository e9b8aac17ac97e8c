/*
 * The file: a header, the block, the places of its pointers (each a byte, how far it is from the one before). A pointer
 * stands in the file as its offset in the block; NULL is 0, where the header lies, to which nothing points.
 *
 *   | magic key checksum size places root | block … | places … |
 */
#include <accord/arena.h>
#include <accord/hash_map.h>
#include <accord/image.h>

#include <dirent.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MAGIC 0x32676D69726F6363u /* "ccorimg2" */
#define LARGEST_IMAGE ((size_t)1 << 30)
#define FAR 255 /* a step to the next pointer that is as far or farther */
#define SECONDS_KEPT (30 * 24 * 3600) /* of an image that is not used */
#define SECONDS_HALF 3600             /* of one that was not finished */
#define SECONDS_USED (12 * 3600)      /* a use is noted if the last one is as old */
#define MOST_FILES 1000
#define MOST_BYTES ((off_t)256 << 20)

struct header {
	uint64_t magic, key, checksum; /* of everything else */
	uint64_t size;                 /* of header and block; of the places' bytes; where the root is */
	uint64_t places, root;
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

/* Elements without pointers, by what they say. */
struct alike {
	uint64_t hash;
	size_t offset, bytes, size;
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
	struct alike *alike; /* open addressing by content */
	size_t alike_count, alike_size;
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

static size_t rounded(size_t n, size_t to)
{
	return (n + to - 1) / to * to;
}

/* Room at the end of the block with a zero behind it: for bytes right there, for others at eight bytes. */
static size_t reserve(struct layout *l, size_t bytes, size_t size)
{
	if (bytes > LARGEST_IMAGE)
		l->failed = true;
	size_t offset = size == 1 ? l->len : rounded(l->len, 8), end = l->failed ? offset : offset + bytes + 1;
	l->block = grow(l, l->block, end, &l->capacity, 1);
	if (l->failed)
		return 0;
	memset(l->block + l->len, 0, end - l->len);
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

/*
 * The place of elements without pointers that are the same as some laid out before, else the free slot for them: names that
 * are written in many places, rows that many rules share, stand in the block once.
 */
static struct alike *alike_slot(const struct layout *l, const struct alike *table, size_t size, const void *from,
                                struct alike key)
{
	size_t i = key.hash & (size - 1);
	while (table[i].offset && (table[i].hash != key.hash || table[i].bytes != key.bytes || table[i].size != key.size ||
	                           memcmp(l->block + table[i].offset, from, key.bytes)))
		i = (i + 1) & (size - 1);
	return (struct alike *)&table[i];
}

static struct alike *alike_of(struct layout *l, const void *from, struct alike key)
{
	if ((l->alike_count + 1) * 2 > l->alike_size) {
		size_t size = l->alike_size ? l->alike_size * 2 : 1 << 14;
		struct alike *larger = calloc(size, sizeof *larger);
		if (!larger) {
			l->failed = true;
			return NULL;
		}
		for (size_t i = 0; i < l->alike_size; i++)
			if (l->alike[i].offset)
				*alike_slot(l, larger, size, l->block + l->alike[i].offset, l->alike[i]) = l->alike[i];
		free(l->alike);
		l->alike = larger;
		l->alike_size = size;
	}
	return alike_slot(l, l->alike, l->alike_size, from, key);
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

static size_t lay_out_plain(struct layout *l, const void *from, size_t bytes, size_t size)
{
	struct alike key = {accord_hash(from, bytes), 0, bytes, size}, *same = alike_of(l, from, key);
	if (!same || same->offset)
		return same ? same->offset : 0;
	key.offset = reserve(l, bytes, size);
	if (l->failed)
		return 0;
	memcpy(l->block + key.offset, from, bytes);
	*same = key;
	l->alike_count++;
	return key.offset;
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
	offset = type ? reserve(l, bytes, size) : lay_out_plain(l, from, bytes, size);
	if (l->failed)
		return 0;
	l->placed_count += !known->from;
	*known = (struct placed){from, type, offset, bytes};
	if (!type)
		return offset;
	memcpy(l->block + offset, from, bytes);
	l->pending = grow(l, l->pending, l->pending_count + 1, &l->pending_capacity, sizeof *l->pending);
	if (!l->failed && count)
		l->pending[l->pending_count++] = (struct pending){offset, count, type};
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

#define PIECE ((size_t)128 << 10) /* what is read, summed up and given its pointers at a time, while it is in the cache */

#define SUM_FACTOR 0x9E3779B97F4A7C15u

/* Four strands, so that a step need not wait for the one before. */
struct sum {
	uint64_t strands[4];
};

static inline uint64_t add_eight(uint64_t strand, const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, 8);
	word ^= strand;
	return (word << 29 | word >> 35) * SUM_FACTOR;
}

static void add_piece(struct sum *sum, const char *bytes, size_t len)
{
	uint64_t a = sum->strands[0], b = sum->strands[1], c = sum->strands[2], d = sum->strands[3];
	for (; len >= 32; bytes += 32, len -= 32) {
		a = add_eight(a, bytes);
		b = add_eight(b, bytes + 8);
		c = add_eight(c, bytes + 16);
		d = add_eight(d, bytes + 24);
	}
	a = (a ^ accord_hash(bytes, len)) * SUM_FACTOR;
	*sum = (struct sum){{a, b, c, d}};
}

/* Of the block, piece by piece, then what stands in the header, then the places. */
static uint64_t end_sum(struct sum *sum, struct header h, const char *places, size_t places_size)
{
	h.checksum = 0;
	add_piece(sum, (const char *)&h, sizeof h);
	add_piece(sum, places, places_size);
	return accord_hash((const char *)sum, sizeof *sum);
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

static int by_place(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return a < b ? -1 : a > b;
}

/* How far each pointer is from the one before it, in eights of bytes; 255 is no pointer but 255 more. The bytes, or NULL. */
static char *write_places(struct layout *l, size_t *size)
{
	char *bytes = malloc(l->len / 8 / 255 + l->pointer_count + 1);
	uint32_t before = 0;
	*size = 0;
	if (!bytes)
		return NULL;
	if (l->pointer_count)
		qsort(l->pointers, l->pointer_count, sizeof *l->pointers, by_place);
	for (size_t i = 0; i < l->pointer_count; i++) {
		uint32_t step = l->pointers[i] - before;
		before = l->pointers[i];
		for (; step >= FAR; step -= FAR)
			bytes[(*size)++] = (char)FAR;
		bytes[(*size)++] = (char)step;
	}
	return bytes;
}

static bool finish(struct layout *l, const char *name, uint64_t key, size_t root)
{
	size_t places_size = 0, size = l->len;
	char *places = write_places(l, &places_size);
	l->block = grow(l, l->block, size + places_size, &l->capacity, 1);
	struct header h = {.magic = MAGIC, .key = key, .size = size, .places = places_size, .root = root};
	struct sum sum = {{0, 1, 2, 3}};
	bool written = places && !l->failed;
	if (written) {
		memset(l->block, 0, sizeof h);
		for (size_t at = 0; at < size; at += PIECE)
			add_piece(&sum, l->block + at, size - at < PIECE ? size - at : PIECE);
		h.checksum = end_sum(&sum, h, places, places_size);
		memcpy(l->block, &h, sizeof h);
		memcpy(l->block + size, places, places_size);
		written = write_file(name, l->block, size + places_size);
	}
	free(places);
	return written;
}

bool accord_image_write(const char *name, uint64_t key, const accord_image_region *regions, size_t region_count,
                        const void *root, const accord_image_type *type)
{
	struct layout l = {.regions = regions, .region_offsets = calloc(region_count + 1, sizeof(size_t))};
	uint64_t build = build_number();
	bool written = false;
	if (build && l.region_offsets) {
		reserve(&l, sizeof(struct header), sizeof(struct header));
		for (size_t i = 0; i < region_count && !l.failed; i++) {
			size_t offset = reserve(&l, regions[i].len, 1);
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
	free(l.alike);
	free(l.pending);
	free(l.pointers);
	free(l.region_offsets);
	return written;
}

static bool read_all(int file, char *bytes, size_t len)
{
	for (ssize_t n = 1; len && n > 0; len -= n > 0 ? (size_t)n : 0, bytes += n > 0 ? n : 0)
		n = read(file, bytes, len);
	return !len;
}

/* What is read of an image so far. */
struct reader {
	int file;
	struct header h;
	char *block;
	const unsigned char *step, *last_step; /* of the places */
	size_t place;                          /* of the pointer before, in eights of bytes */
	struct sum sum;
};

/* The pointers below `end`; false if one stands or leads where none can. */
static bool set_pointers(struct reader *r, size_t end)
{
	const unsigned char *step = r->step;
	size_t place = r->place;
	for (; step < r->last_step && (place + *step) * 8 < end; step++) {
		uint64_t to;
		place += *step;
		if (*step == FAR)
			continue;
		if (place * 8 + sizeof to > end)
			return false;
		memcpy(&to, r->block + place * 8, sizeof to);
		if (to >= r->h.size)
			return false;
		char *target = r->block + to;
		memcpy(r->block + place * 8, &target, sizeof target);
	}
	r->step = step;
	r->place = place;
	return true;
}

static bool read_block(struct reader *r)
{
	bool whole = true;
	for (size_t at = 0; whole && at < r->h.size; at += PIECE) {
		size_t len = r->h.size - at < PIECE ? r->h.size - at : PIECE;
		whole = read_all(r->file, r->block + at, len);
		if (whole && !at)
			memset(r->block, 0, sizeof r->h);
		if (whole)
			add_piece(&r->sum, r->block + at, len);
		whole = whole && set_pointers(r, at + len);
	}
	return whole;
}

/* The image, if the file is the one that was asked for, all of it, and every pointer leads into it. */
static accord_image read_image(int file, size_t size, uint64_t key)
{
	accord_image image = {NULL, NULL, 0};
	struct reader r = {.file = file, .sum = {{0, 1, 2, 3}}};
	if (pread(file, &r.h, sizeof r.h, 0) != (ssize_t)sizeof r.h || r.h.magic != MAGIC || r.h.key != key || r.h.size > size ||
	    r.h.places != size - r.h.size || r.h.root >= r.h.size || r.h.root < sizeof r.h)
		return image;
	unsigned char *places = malloc(r.h.places + 1);
	r.step = places;
	r.last_step = places + r.h.places;
	if (places && pread(file, places, r.h.places, (off_t)r.h.size) == (ssize_t)r.h.places)
		r.block = accord_pages_new(r.h.size);
	if (r.block)
		image = (accord_image){r.block + r.h.root, r.block, r.h.size};
	if (r.block && (!read_block(&r) || r.step < r.last_step ||
	                r.h.checksum != end_sum(&r.sum, r.h, (const char *)places, r.h.places)))
		accord_image_close(&image);
	free(places);
	return image;
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
	image = read_image(file, size, key ^ build);
	close(file);
	return image;
}

void accord_image_close(accord_image *image)
{
	accord_pages_free(image->memory, image->size);
	*image = (accord_image){NULL, NULL, 0};
}
