/* A few threads take items from one counter; the caller is one of them. */
#include "workers.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define MOST_THREADS 64

struct pool {
	atomic_size_t next;
	size_t count;
	void (*work)(void *context, size_t item);
	void *context;
};

static void *take_items(void *context)
{
	struct pool *pool = context;
	for (size_t i; (i = atomic_fetch_add(&pool->next, 1)) < pool->count;)
		pool->work(pool->context, i);
	return NULL;
}

void work_in_parallel(long threads, size_t count, void (*work)(void *context, size_t item), void *context)
{
	struct pool pool = {.count = count, .work = work, .context = context};
	pthread_t others[MOST_THREADS];
	size_t n = 0;
	if (threads <= 0)
		threads = sysconf(_SC_NPROCESSORS_ONLN);
	size_t wanted = threads > MOST_THREADS ? MOST_THREADS : threads < 1 ? 1 : (size_t)threads;
	atomic_init(&pool.next, 0);
	while (n + 1 < wanted && n + 1 < count && pthread_create(&others[n], NULL, take_items, &pool) == 0)
		n++;
	take_items(&pool);
	while (n > 0)
		pthread_join(others[--n], NULL);
}
