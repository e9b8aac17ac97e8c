/* Threads that share a tagger: each gives what one alone gives, byte for byte, also for words that nobody met before. */
#include <accord/document.h>
#include <accord/tag.h>

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define THREADS 4
#define ROUNDS 30

static const char *const sentences[][2] = {
	{"de", "Lufthansa Cargo übernimmt am %d. Mai 2019 den Dienst Wort%dlich für %d Mio. Euro. Die Tochter heißt Namenlos%d."},
	{"it", "Telecom Italia ha acquisito la startup Nuova%d per %d milioni di euro il %d maggio; %d persone lavorano lì."},
	{"en", "Siemens will acquire Newcomer%d Technologies for $%d million, it said on %d May. %d people work there."}};

/* One text; numbers make words that are new. */
static void write_tags(accord_tagger *tagger, accord_arena *arena, size_t number, accord_buffer *out)
{
	char text[400];
	int n = (int)(number % 28) + 1;
	accord_error err;
	snprintf(text, sizeof text, sentences[number % 3][1], n, (int)number, n + 1, n + 2);
	accord_document doc = {.text = accord_slice_of(text), .lang = accord_slice_of(sentences[number % 3][0]),
	                       .published = accord_slice_of("2019-11-05")};
	assert_int_equal(accord_tagger_document(tagger, arena, &doc, &err), ACCORD_OK);
	accord_document_write(out, &doc, ACCORD_WRITE_TAGS | ACCORD_WRITE_REFERENCES);
	accord_arena_clear(arena);
}

struct job {
	accord_tagger *tagger;
	accord_buffer out;
};

static void *run(void *argument)
{
	struct job *job = argument;
	accord_arena *arena = accord_arena_new(0);
	for (size_t i = 0; i < ROUNDS * 3; i++)
		write_tags(job->tagger, arena, i, &job->out);
	accord_arena_free(arena);
	return NULL;
}

static void threads_agree(void **state)
{
	const char *folder = TEST_RULES;
	struct job jobs[THREADS], alone;
	pthread_t threads[THREADS];
	accord_tagger *shared;
	accord_error err;
	(void)state;
	assert_int_equal(accord_tagger_new(&folder, 1, &shared, &err), ACCORD_OK);
	for (size_t i = 0; i < THREADS; i++) {
		jobs[i].tagger = shared;
		accord_buffer_init(&jobs[i].out, (size_t)64 << 20);
		assert_int_equal(pthread_create(&threads[i], NULL, run, &jobs[i]), 0);
	}
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	accord_tagger_free(shared);

	assert_int_equal(accord_tagger_new(&folder, 1, &alone.tagger, &err), ACCORD_OK);
	accord_buffer_init(&alone.out, (size_t)64 << 20);
	run(&alone);
	accord_tagger_free(alone.tagger);
	assert_non_null(memmem(alone.out.data, alone.out.len, "acquirer", 8));
	for (size_t i = 0; i < THREADS; i++) {
		assert_int_equal(jobs[i].out.len, alone.out.len);
		assert_memory_equal(jobs[i].out.data, alone.out.data, alone.out.len);
		accord_buffer_free(&jobs[i].out);
	}
	accord_buffer_free(&alone.out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
