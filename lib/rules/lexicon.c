/*
 * Forms, entries and readings. Forms are numbered in the order in which they are first met; each has a short array of
 * readings. An entry is spread into its forms by the inflection of its language when it is added:
 *
 *   verb auf|kaufen  ->  kauft  (auf|kaufen, finite present singular stem, particle auf)
 *                        aufgekauft (auf|kaufen, pp) ...
 */
#include "inflect.h"

#include <accord/hash_map.h>
#include <accord/image.h>

#include <stdlib.h>
#include <string.h>

#define NAME_MAX_BYTES 50   /* a third of FORM_MAX: prefix, stem and ending always fit */
#define READINGS_MAX 64     /* entries that may share a form */
#define LEMMAS_MAX 1000000

typedef struct word_readings {
	accord_reading *items;
	uint16_t count, capacity;
} word_readings;

/* One form of a lemma: the reading `index` of a word; chained in the order in which the forms were made. */
typedef struct lemma_form {
	accord_word word;
	uint32_t index;
	struct lemma_form *next;
} lemma_form;

typedef struct lemma_entry {
	accord_slice name;
	accord_pos pos;
	lemma_form *first, *last;
} lemma_entry;

struct accord_lexicon {
	char lang[3];
	accord_arena *arena;
	accord_hash_map *words; /* folded form -> its number */
	accord_hash_map *names; /* pos + folded name -> lemma */
	word_readings *readings; /* by word */
	size_t reading_capacity;
	lemma_entry *lemmas; /* by lemma; 0 is unused */
	size_t lemma_count, lemma_capacity;
};

accord_lexicon *accord_lexicon_new(const char *lang)
{
	accord_lexicon *lexicon = calloc(1, sizeof *lexicon);
	if (!lexicon)
		return NULL;
	strncpy(lexicon->lang, lang, sizeof lexicon->lang - 1);
	lexicon->arena = accord_arena_new(0);
	lexicon->words = accord_hash_map_new();
	lexicon->names = accord_hash_map_new();
	if (!lexicon->arena || !lexicon->words || !lexicon->names) {
		accord_lexicon_free(lexicon);
		return NULL;
	}
	return lexicon;
}

void accord_lexicon_free(accord_lexicon *lexicon)
{
	if (!lexicon)
		return;
	accord_arena_free(lexicon->arena);
	accord_hash_map_free(lexicon->words);
	accord_hash_map_free(lexicon->names);
	free(lexicon->readings);
	free(lexicon->lemmas);
	free(lexicon);
}

/* Room for readings of word `word`; new slots are empty. */
static bool reserve_readings(accord_lexicon *lexicon, accord_word word)
{
	if (word < lexicon->reading_capacity)
		return true;
	size_t capacity = lexicon->reading_capacity ? lexicon->reading_capacity * 2 : 4096;
	while (capacity <= word)
		capacity *= 2;
	word_readings *grown = realloc(lexicon->readings, capacity * sizeof *grown);
	if (!grown)
		return false;
	memset(grown + lexicon->reading_capacity, 0, (capacity - lexicon->reading_capacity) * sizeof *grown);
	lexicon->readings = grown;
	lexicon->reading_capacity = capacity;
	return true;
}

accord_word accord_lexicon_intern(accord_lexicon *lexicon, const char *folded, size_t len)
{
	accord_word word = accord_hash_map_get(lexicon->words, folded, len, 0);
	if (word)
		return word;
	size_t count = accord_hash_map_count(lexicon->words);
	if (count >= UINT32_MAX - 1 || !reserve_readings(lexicon, (accord_word)count + 1))
		return 0;
	word = (accord_word)count + 1;
	return accord_hash_map_set(lexicon->words, folded, len, word) ? word : 0;
}

/* The reading of a word for a lemma and particle, made if it is missing; NULL without memory or over the ceiling. */
static bool add_reading(accord_lexicon *lexicon, accord_word word, accord_lemma lemma, uint32_t forms,
                        accord_word particle)
{
	word_readings *r = &lexicon->readings[word];
	for (size_t i = r->count; i-- > 0;)
		if (r->items[i].lemma == lemma && r->items[i].particle == particle) {
			r->items[i].forms |= forms;
			return true;
		}
	if (r->count == READINGS_MAX)
		return false;
	if (r->count == r->capacity) {
		uint16_t capacity = r->capacity ? (uint16_t)(r->capacity * 2) : 1;
		accord_reading *grown = accord_arena_grow(lexicon->arena, r->items, r->capacity * sizeof *grown,
		                                          capacity * sizeof *grown);
		if (!grown)
			return false;
		r->items = grown;
		r->capacity = capacity;
	}
	lemma_form *form = accord_arena_alloc(lexicon->arena, sizeof *form);
	if (!form)
		return false;
	*form = (lemma_form){.word = word, .index = r->count};
	r->items[r->count++] = (accord_reading){.lemma = lemma, .forms = forms, .particle = particle};
	lemma_entry *entry = &lexicon->lemmas[lemma];
	if (entry->last)
		entry->last->next = form;
	else
		entry->first = form;
	entry->last = form;
	return true;
}

void paradigm_add(paradigm *p, uint32_t forms, accord_slice stem, const char *ending)
{
	char form[FORM_MAX];
	size_t ending_len = strlen(ending), len = p->prefix.len + stem.len + ending_len;
	if (p->status != ACCORD_OK || !len)
		return;
	if (len > sizeof form) {
		p->status = ACCORD_ERULE;
		return;
	}
	if (p->prefix.len)
		memcpy(form, p->prefix.data, p->prefix.len);
	if (stem.len)
		memcpy(form + p->prefix.len, stem.data, stem.len);
	memcpy(form + p->prefix.len + stem.len, ending, ending_len);
	accord_word word = accord_lexicon_intern(p->lexicon, form, len);
	if (!word || !add_reading(p->lexicon, word, p->lemma, forms, p->particle))
		p->status = ACCORD_ENOMEM;
}

void paradigm_add_all(paradigm *p, uint32_t forms, accord_slice stem, const char *endings)
{
	char ending[24];
	for (const char *at = endings; *at;) {
		size_t len = strcspn(at, " ");
		if (len >= sizeof ending)
			break;
		memcpy(ending, at, len);
		ending[len] = '\0';
		paradigm_add(p, forms, stem, ending);
		at += len + (at[len] == ' ');
	}
}

bool paradigm_has_positional(const paradigm *p, size_t i)
{
	for (size_t g = 0; g < p->given_count; g++)
		if (!p->given[g].key.len && i-- == 0)
			return true;
	return false;
}

accord_slice paradigm_positional(const paradigm *p, size_t i)
{
	for (size_t g = 0; g < p->given_count; g++)
		if (!p->given[g].key.len && i-- == 0)
			return accord_slice_is(p->given[g].form, "-") ? (accord_slice){NULL, 0} : p->given[g].form;
	return (accord_slice){NULL, 0};
}

accord_slice paradigm_named(const paradigm *p, const char *key, size_t n)
{
	for (size_t g = 0; g < p->given_count; g++)
		if (p->given[g].key.len && accord_slice_is(p->given[g].key, key) && n-- == 0)
			return p->given[g].form;
	return (accord_slice){NULL, 0};
}

bool paradigm_add_named(paradigm *p, const char *key, uint32_t forms)
{
	size_t n = 0;
	for (accord_slice form; (form = paradigm_named(p, key, n)).len; n++)
		paradigm_add(p, forms, form, "");
	return n > 0;
}

bool ends_with(accord_slice word, const char *ending)
{
	size_t len = strlen(ending);
	return word.len >= len && !memcmp(word.data + word.len - len, ending, len);
}

bool begins_with(accord_slice word, const char *beginning)
{
	size_t len = strlen(beginning);
	return word.len >= len && !memcmp(word.data, beginning, len);
}

accord_slice without_last(accord_slice word, size_t bytes)
{
	return (accord_slice){word.data, word.len > bytes ? word.len - bytes : 0};
}

accord_slice without_first(accord_slice word, size_t bytes)
{
	size_t cut = bytes < word.len ? bytes : word.len;
	return (accord_slice){word.data + cut, word.len - cut};
}

char last_byte(accord_slice word)
{
	return word.len ? word.data[word.len - 1] : '\0';
}

bool one_of(accord_slice word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (accord_slice_is(word, list[i]))
			return true;
	return false;
}

/* Folded, without memory for words of the Latin-1 letters, which is nearly every word of these languages. */
static accord_slice fold_quick(accord_arena *arena, accord_slice text, char *buffer, size_t size)
{
	if (text.len > size)
		return arena ? accord_text_fold(arena, text) : (accord_slice){NULL, 0};
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];
		if (c >= 0xC4 && arena)
			return accord_text_fold(arena, text);
		bool latin1 = i && (unsigned char)text.data[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97;
		buffer[i] = (char)((c >= 'A' && c <= 'Z') || latin1 ? c + 32 : c);
	}
	return (accord_slice){buffer, text.len};
}

/* The key of a lemma in `names`: its pos, marked if the bar is left out, and the folded name. 0 if it does not fit. */
static size_t name_key(accord_pos pos, bool exact, accord_slice name, char key[NAME_MAX_BYTES + 1])
{
	if (!name.len || name.len > NAME_MAX_BYTES)
		return 0;
	key[0] = (char)((exact ? 'A' : 'a') + (int)pos);
	fold_quick(NULL, name, key + 1, NAME_MAX_BYTES);
	return name.len + 1;
}

accord_lemma accord_lexicon_lemma(const accord_lexicon *lexicon, accord_pos pos, accord_slice name)
{
	char key[NAME_MAX_BYTES + 1];
	size_t len = name_key(pos, true, name, key);
	accord_lemma lemma = len ? accord_hash_map_get(lexicon->names, key, len, 0) : 0;
	if (lemma || !len)
		return lemma;
	key[0] = (char)('a' + (int)pos);
	return accord_hash_map_get(lexicon->names, key, len, 0);
}

/* "aufkaufen" finds auf|kaufen too, and "snap up" snap|up, unless there is an entry of that very name. */
static bool add_name_without_bar(accord_lexicon *lexicon, accord_pos pos, accord_slice name, accord_lemma lemma)
{
	char plain[NAME_MAX_BYTES], key[NAME_MAX_BYTES + 1];
	const char *bar = memchr(name.data, '|', name.len);
	if (!bar)
		return true;
	size_t before = (size_t)(bar - name.data), after = name.len - before - 1, len = before;
	memcpy(plain, name.data, before);
	if (!strcmp(lexicon->lang, "en"))
		plain[len++] = ' ';
	memcpy(plain + len, bar + 1, after);
	size_t key_len = name_key(pos, false, (accord_slice){plain, len + after}, key);
	return accord_hash_map_set(lexicon->names, key, key_len, lemma);
}

/* The number of an entry, a new one unless this very entry is there: then the forms of both are its forms. */
static accord_lemma enter(accord_lexicon *lexicon, accord_pos pos, accord_slice name)
{
	char key[NAME_MAX_BYTES + 1];
	size_t len = name_key(pos, true, name, key);
	accord_lemma lemma = accord_hash_map_get(lexicon->names, key, len, 0);
	if (lemma)
		return lemma;
	if (lexicon->lemma_count + 1 >= lexicon->lemma_capacity) {
		size_t capacity = lexicon->lemma_capacity ? lexicon->lemma_capacity * 2 : 1024;
		lemma_entry *grown = realloc(lexicon->lemmas, capacity * sizeof *grown);
		if (!grown)
			return 0;
		if (!lexicon->lemmas)
			grown[0] = (lemma_entry){.first = NULL};
		lexicon->lemmas = grown;
		lexicon->lemma_capacity = capacity;
	}
	lemma = (accord_lemma)lexicon->lemma_count + 1;
	lexicon->lemmas[lemma] = (lemma_entry){.name = accord_slice_copy(lexicon->arena, name), .pos = pos};
	if (!lexicon->lemmas[lemma].name.data || !accord_hash_map_set(lexicon->names, key, len, lemma) ||
	    !add_name_without_bar(lexicon, pos, name, lemma))
		return 0;
	lexicon->lemma_count++;
	return lemma;
}

/* Fold the given forms and take the keys of the named ones apart. */
static accord_status read_given(paradigm *p, const accord_slice *forms, size_t count, accord_error *err)
{
	if (count > GIVEN_MAX)
		return accord_error_set(err, ACCORD_ERULE, "more than %d forms", GIVEN_MAX);
	for (size_t i = 0; i < count; i++) {
		accord_slice form = forms[i], key = {NULL, 0};
		const char *equals = memchr(form.data, '=', form.len);
		if (equals) {
			key = (accord_slice){form.data, (size_t)(equals - form.data)};
			form = without_first(form, key.len + 1);
			if (!accord_form_from(p->lexicon->lang, key) && !accord_slice_is(key, "imperfect"))
				return accord_error_set(err, ACCORD_ERULE, "'%.*s' is the name of no form",
				                        (int)(key.len < 60 ? key.len : 60), key.data);
		}
		if (!form.len || form.len > NAME_MAX_BYTES)
			return accord_error_set(err, ACCORD_ERULE, "a form has 1 to %d bytes", NAME_MAX_BYTES);
		form = accord_text_fold(p->lexicon->arena, form);
		if (!form.data)
			return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
		p->given[p->given_count++] = (given_form){key, form};
	}
	return ACCORD_OK;
}

/* Add a form, and where it has a plain apostrophe (dell', n't), also with the typographic one. */
static void add_elided(paradigm *p, uint32_t forms, accord_slice form)
{
	const char *mark = memchr(form.data, '\'', form.len);
	paradigm_add(p, forms, form, "");
	if (!mark)
		return;
	char curly[FORM_MAX];
	size_t before = (size_t)(mark - form.data), after = form.len - before - 1;
	memcpy(curly, form.data, before);
	memcpy(curly + before, "\xE2\x80\x99", 3);
	memcpy(curly + before + 3, mark + 1, after);
	paradigm_add(p, forms, (accord_slice){curly, form.len + 2}, "");
}

/* A word has the forms that the file gives, and itself. */
static void spread_word(paradigm *p)
{
	add_elided(p, ACCORD_FORM_BASE, p->name);
	for (size_t i = 0; i < p->given_count; i++) {
		uint32_t forms = p->given[i].key.len ? accord_form_from(p->lexicon->lang, p->given[i].key) : 0;
		if (!accord_slice_is(p->given[i].form, "-"))
			add_elided(p, ACCORD_FORM_BASE | forms, p->given[i].form);
	}
}

/* Cut the particle off: it stands before the bar in German (auf|kaufen), behind it in English (snap|up). */
static void split_particle(paradigm *p, accord_slice folded)
{
	p->name = folded;
	const char *bar = memchr(folded.data, '|', folded.len);
	if (!bar)
		return;
	accord_slice before = {folded.data, (size_t)(bar - folded.data)};
	accord_slice after = without_first(folded, before.len + 1);
	bool english = !strcmp(p->lexicon->lang, "en");
	p->separable = english ? after : before;
	p->name = english ? before : after;
}

accord_status accord_lexicon_add(accord_lexicon *lexicon, accord_pos pos, accord_slice lemma, const accord_slice *forms,
                                 size_t form_count, accord_lemma *added, accord_error *err)
{
	paradigm p = {.lexicon = lexicon};
	char buffer[NAME_MAX_BYTES];
	if (!lemma.len || lemma.len > NAME_MAX_BYTES)
		return accord_error_set(err, ACCORD_ERULE, "a word has 1 to %d bytes", NAME_MAX_BYTES);
	if (lexicon->lemma_count >= LEMMAS_MAX)
		return accord_error_set(err, ACCORD_ERULE, "more than %d entries", LEMMAS_MAX);
	accord_status status = read_given(&p, forms, form_count, err);
	if (status != ACCORD_OK)
		return status;
	accord_slice folded = fold_quick(lexicon->arena, lemma, buffer, sizeof buffer);
	if (folded.data)
		p.lemma = enter(lexicon, pos, lemma);
	if (!p.lemma)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	split_particle(&p, folded);
	if (!p.name.len || (p.separable.data && (!p.separable.len || pos != ACCORD_POS_VERB)) ||
	    memchr(p.name.data, '|', p.name.len) || (p.separable.len && memchr(p.separable.data, '|', p.separable.len)))
		return accord_error_set(err, ACCORD_ERULE, "'%.*s': one | parts a verb and its particle", (int)lemma.len,
		                        lemma.data);
	if (pos == ACCORD_POS_WORD)
		spread_word(&p);
	else if (!strcmp(lexicon->lang, "de"))
		status = inflect_de(&p, pos, err);
	else if (!strcmp(lexicon->lang, "it"))
		status = inflect_it(&p, pos, err);
	else
		status = inflect_en(&p, pos, err);
	if (status == ACCORD_OK && p.status != ACCORD_OK)
		status = accord_error_set(err, p.status, "'%.*s': too long, or too many entries share a form",
		                          (int)lemma.len, lemma.data);
	if (added)
		*added = p.lemma;
	return status;
}

accord_slice accord_lexicon_lemma_name(const accord_lexicon *lexicon, accord_lemma lemma, accord_pos *pos)
{
	if (!lemma || lemma > lexicon->lemma_count)
		return (accord_slice){NULL, 0};
	if (pos)
		*pos = lexicon->lemmas[lemma].pos;
	return lexicon->lemmas[lemma].name;
}

accord_word accord_lexicon_word(const accord_lexicon *lexicon, const char *folded, size_t len)
{
	return accord_hash_map_get(lexicon->words, folded, len, 0);
}

accord_slice accord_lexicon_form(const accord_lexicon *lexicon, accord_word word)
{
	size_t len;
	uint32_t value;
	if (!word || word > accord_hash_map_count(lexicon->words))
		return (accord_slice){NULL, 0};
	const char *form = accord_hash_map_key(lexicon->words, word - 1, &len, &value);
	return (accord_slice){form, len};
}

const accord_reading *accord_lexicon_readings(const accord_lexicon *lexicon, accord_word word, size_t *count)
{
	if (!word || word >= lexicon->reading_capacity) {
		*count = 0;
		return NULL;
	}
	*count = lexicon->readings[word].count;
	return lexicon->readings[word].items;
}

void accord_lexicon_each_form(const accord_lexicon *lexicon, accord_lemma lemma,
                              void (*each)(void *context, accord_slice form, uint32_t forms), void *context)
{
	if (!lemma || lemma > lexicon->lemma_count)
		return;
	for (const lemma_form *form = lexicon->lemmas[lemma].first; form; form = form->next)
		each(context, accord_lexicon_form(lexicon, form->word),
		     lexicon->readings[form->word].items[form->index].forms);
}

/* ---- kept in an image ------------------------------------------------------------------------------------------- */

static const accord_image_field word_fields[] = {ACCORD_IMAGE_PLAIN(word_readings, items, count)};
static const accord_image_type word_type = {sizeof(word_readings), word_fields, 1};

/* The chains of forms are for those who compile. */
static const accord_image_field lemma_fields[] = {ACCORD_IMAGE_SLICE(lemma_entry, name),
                                                  ACCORD_IMAGE_DROP(lemma_entry, first),
                                                  ACCORD_IMAGE_DROP(lemma_entry, last)};
static const accord_image_type lemma_type = {sizeof(lemma_entry), lemma_fields, 3};

static const accord_image_field lexicon_fields[] = {
	ACCORD_IMAGE_DROP(accord_lexicon, arena),
	ACCORD_IMAGE_ONE(accord_lexicon, words, accord_hash_map_image_type),
	ACCORD_IMAGE_ONE(accord_lexicon, names, accord_hash_map_image_type),
	ACCORD_IMAGE_ARRAY(accord_lexicon, readings, reading_capacity, word_type),
	{.offset = offsetof(accord_lexicon, lemmas), .count_offset = offsetof(accord_lexicon, lemma_count),
	 .count_size = sizeof(size_t), .more = 1, .type = &lemma_type}};

extern const accord_image_type lexicon_image_type;
const accord_image_type lexicon_image_type = {sizeof(accord_lexicon), lexicon_fields, 5};
