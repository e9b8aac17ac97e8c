/*
 * The piece of a text that shows what was looked for, chosen as SQLite's snippet() does it: of the windows
 * around each place where a phrase stands, and of those that begin with a sentence, the one in which most
 * different phrases stand; then, a beginning of a sentence counts, the beginning of the text a little more.
 */
#include <accord/words.h>

#include <stdlib.h>
#include <string.h>

#define MOST_PHRASES 64
#define MOST_PLACES 4096
#define MOST_SENTENCES 4096
#define PHRASE_WORDS 32

struct wanted {
	accord_slice words[PHRASE_WORDS];
	size_t count;
	bool begins;
};

struct place {
	size_t phrase, from, words; /* numbers of words of the text */
};

struct looking {
	accord_arena *arena;
	accord_slice text;
	struct wanted *wanted;
	size_t wanted_count;
	accord_slice *words; /* folded */
	size_t *starts, *ends;
	size_t count, room;
	struct place *places;
	size_t place_count;
	size_t *sentences; /* first words */
	size_t sentence_count;
	size_t most;
};

static bool read_phrases(struct looking *l, accord_slice expression)
{
	accord_words_token t;
	l->wanted = accord_arena_calloc(l->arena, MOST_PHRASES, sizeof *l->wanted);
	for (size_t at = 0; l->wanted && (t = accord_words_next(expression, &at)).kind != ACCORD_WORDS_END;) {
		accord_folded_word word;
		if (t.kind != ACCORD_WORDS_PHRASE || l->wanted_count == MOST_PHRASES)
			continue;
		struct wanted *w = &l->wanted[l->wanted_count];
		w->begins = t.begins;
		for (size_t k = 0; w->count < PHRASE_WORDS && accord_folded_word_next(t.phrase, &k, &word);)
			w->words[w->count++] =
				accord_slice_copy(l->arena, (accord_slice){word.folded, word.len});
		l->wanted_count += w->count > 0;
	}
	return l->wanted != NULL;
}

/* Whether a point or colon and a blank stand before the word. */
static bool begins_sentence(accord_slice text, size_t at)
{
	size_t start = at;
	while (start && memchr(" \t\r\n", text.data[start - 1], 4))
		start--;
	return start && start < at && (text.data[start - 1] == '.' || text.data[start - 1] == ':');
}

static bool read_words(struct looking *l)
{
	accord_folded_word word;
	for (size_t at = 0; accord_folded_word_next(l->text, &at, &word); l->count++) {
		if (l->count == l->room) {
			size_t more = l->room ? 2 * l->room : 512, n = l->room;
			l->words = accord_arena_grow(l->arena, l->words, n * sizeof *l->words, more * sizeof *l->words);
			l->starts = accord_arena_grow(l->arena, l->starts, n * sizeof *l->starts, more * sizeof *l->starts);
			l->ends = accord_arena_grow(l->arena, l->ends, n * sizeof *l->ends, more * sizeof *l->ends);
			l->room = more;
			if (!l->words || !l->starts || !l->ends)
				return false;
		}
		l->words[l->count] = accord_slice_copy(l->arena, (accord_slice){word.folded, word.len});
		l->starts[l->count] = word.start;
		l->ends[l->count] = word.end;
		if (l->sentence_count < MOST_SENTENCES && (!l->count || begins_sentence(l->text, word.start)))
			l->sentences[l->sentence_count++] = l->count;
	}
	return true;
}

static bool stands_at(const struct looking *l, const struct wanted *w, size_t from)
{
	for (size_t i = 0; i < w->count; i++) {
		accord_slice known = l->words[from + i], asked = w->words[i];
		bool last = w->begins && i + 1 == w->count;
		if (known.len < asked.len || (!last && known.len != asked.len) ||
		    memcmp(known.data, asked.data, asked.len) != 0)
			return false;
	}
	return true;
}

static void find_places(struct looking *l)
{
	for (size_t from = 0; from < l->count; from++)
		for (size_t p = 0; p < l->wanted_count && l->place_count < MOST_PLACES; p++)
			if (l->wanted[p].count <= l->count - from && stands_at(l, &l->wanted[p], from))
				l->places[l->place_count++] = (struct place){p, from, l->wanted[p].count};
}

/* What a window shows; `*centred`, where it would begin with what it shows in its middle. */
static int score(const struct looking *l, size_t first_place, size_t from, size_t *centred)
{
	bool seen[MOST_PHRASES] = {false};
	int sum = 0;
	size_t first = SIZE_MAX, last = 0;
	for (size_t i = first_place; i < l->place_count && l->places[i].from < from + l->most; i++) {
		const struct place *p = &l->places[i];
		if (p->from < from)
			continue;
		sum += seen[p->phrase] ? 1 : 1000;
		seen[p->phrase] = true;
		first = first == SIZE_MAX ? p->from : first;
		last = p->from + p->words;
	}
	if (first == SIZE_MAX)
		first = last = from;
	size_t before = last - first < l->most ? (l->most - (last - first)) / 2 : 0;
	size_t begin = first > before ? first - before : 0;
	if (begin + l->most > l->count)
		begin = l->count > l->most ? l->count - l->most : 0;
	*centred = begin;
	return sum;
}

static size_t best_window(const struct looking *l)
{
	int most = 0;
	size_t best = 0, s = 0, behind = 0;
	for (size_t i = 0; i < l->place_count; i++) {
		size_t begin, from = l->places[i].from;
		int n = score(l, i, from, &begin);
		if (n > most) {
			most = n;
			best = begin;
		}
		while (s + 1 < l->sentence_count && l->sentences[s + 1] <= from)
			s++;
		if (!l->sentence_count || l->count <= l->most || l->sentences[s] >= from)
			continue;
		while (behind < i && l->places[behind].from < l->sentences[s])
			behind++;
		n = score(l, behind, l->sentences[s], &begin) + (l->sentences[s] ? 100 : 120);
		if (n > most) {
			most = n;
			best = l->sentences[s];
		}
	}
	return best;
}

static void write_window(const struct looking *l, size_t from, accord_buffer *out)
{
	size_t to = from + l->most < l->count ? from + l->most : l->count, at = from ? l->starts[from] : 0;
	bool open = false;
	size_t until = 0, place = 0;
	accord_buffer_append_text(out, from ? "…" : "");
	for (size_t i = from; i < to; i++) {
		for (; place < l->place_count && l->places[place].from <= i; place++) {
			size_t end = l->places[place].from + l->places[place].words;
			if (l->places[place].from < from || end <= until)
				continue;
			if (!open) {
				accord_buffer_append(out, l->text.data + at, l->starts[i] - at);
				accord_buffer_append_char(out, '\1');
				at = l->starts[i];
				open = true;
			}
			until = end;
		}
		if (open && (i + 1 == until || i + 1 == to)) {
			accord_buffer_append(out, l->text.data + at, l->ends[i] - at);
			accord_buffer_append_char(out, '\2');
			at = l->ends[i];
			open = false;
		}
	}
	size_t end = to == l->count ? l->text.len : l->ends[to - 1];
	if (end > at)
		accord_buffer_append(out, l->text.data + at, end - at);
	accord_buffer_append_text(out, to < l->count ? "…" : "");
}

accord_slice accord_words_snippet(accord_arena *arena, accord_slice text, accord_slice expression, size_t most)
{
	struct looking l = {.arena = accord_arena_new(0), .text = text, .most = most};
	accord_slice made = {NULL, 0};
	accord_buffer out;
	accord_buffer_init(&out, (size_t)1 << 28);
	if (l.arena) {
		l.places = accord_arena_alloc(l.arena, MOST_PLACES * sizeof *l.places);
		l.sentences = accord_arena_alloc(l.arena, MOST_SENTENCES * sizeof *l.sentences);
	}
	if (l.arena && l.places && l.sentences && read_phrases(&l, expression) && read_words(&l)) {
		find_places(&l);
		if (l.count)
			write_window(&l, best_window(&l), &out);
		else
			accord_buffer_append(&out, text.data ? text.data : "", text.len);
	}
	if (!out.failed && out.data)
		made = accord_slice_copy(arena, (accord_slice){out.data, out.len});
	accord_buffer_free(&out);
	accord_arena_free(l.arena);
	return made;
}
