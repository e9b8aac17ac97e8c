/*
 * Servers, how long they rest, and what their robots.txt says. A robots.txt holds for a day (RFC 9309, 2.4).
 * One that cannot be read closes the host (2.3.1.4), unless an earlier one is known that is not too old; the
 * question is asked again after an hour then, not after a day.
 */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define A_DAY 86400
#define AN_HOUR 3600
#define OLDEST_COPY ((int64_t)30 * A_DAY)
#define FIRST_REST 60.0
#define FAILURES_BEFORE_REST 3

double monotonic_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int64_t wall_seconds(void)
{
	return (int64_t)time(NULL);
}

double random_fraction(accord_fetcher *fetcher)
{
	uint64_t x = fetcher->random += 0x9E3779B97F4A7C15u; /* splitmix64 */
	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
	x ^= x >> 31;
	return (double)(x >> 11) / 9007199254740992.0;
}

static bool grow(void *array, size_t count, size_t *capacity)
{
	if (count < *capacity)
		return true;
	size_t n = *capacity ? 2 * *capacity : 64;
	void *old, *new;
	memcpy(&old, array, sizeof old);
	new = realloc(old, n * sizeof(void *));
	if (!new)
		return false;
	memcpy(array, &new, sizeof new);
	*capacity = n;
	return true;
}

static struct host *host_new(accord_fetcher *fetcher, const char *name, size_t len)
{
	struct host *host = calloc(1, sizeof *host);
	if (!host || !(host->name = strndup(name, len)) ||
	    !grow(&fetcher->hosts, fetcher->host_count, &fetcher->host_capacity) ||
	    !accord_hash_map_set(fetcher->host_names, name, len, (uint32_t)fetcher->host_count)) {
		if (host)
			free(host->name);
		free(host);
		return NULL;
	}
	host->delay = fetcher->options.pause;
	const accord_fetch_memory *memory = &fetcher->options.memory;
	if (memory->get_host && !memory->get_host(memory->context, host->name, &host->state))
		host->state = (accord_host_state){0};
	fetcher->hosts[fetcher->host_count++] = host;
	return host;
}

struct host *host_of(accord_fetcher *fetcher, const accord_url *url)
{
	char name[300];
	int n = snprintf(name, sizeof name, "%.*s", (int)url->host.len, url->host.data);
	if (url->port != 80 && url->port != 443)
		n += snprintf(name + n, sizeof name - (size_t)n, ":%u", url->port);
	uint32_t index = accord_hash_map_get(fetcher->host_names, name, (size_t)n, UINT32_MAX);
	return index != UINT32_MAX ? fetcher->hosts[index] : host_new(fetcher, name, (size_t)n);
}

struct origin *origin_of(accord_fetcher *fetcher, const accord_url *url)
{
	accord_slice name = accord_url_origin(fetcher->scratch, url);
	if (!name.data)
		return NULL;
	uint32_t index = accord_hash_map_get(fetcher->origin_names, name.data, name.len, UINT32_MAX);
	if (index != UINT32_MAX)
		return fetcher->origins[index];
	struct origin *origin = calloc(1, sizeof *origin);
	if (!origin || !(origin->name = strndup(name.data, name.len)) ||
	    !grow(&fetcher->origins, fetcher->origin_count, &fetcher->origin_capacity) ||
	    !accord_hash_map_set(fetcher->origin_names, name.data, name.len,
				 (uint32_t)fetcher->origin_count)) {
		if (origin)
			free(origin->name);
		free(origin);
		return NULL;
	}
	fetcher->origins[fetcher->origin_count++] = origin;
	return origin;
}

bool host_is_allowed(const accord_fetcher *fetcher, const accord_url *url)
{
	for (size_t i = 0; i < fetcher->allowed_count; i++)
		if (fetcher->allowed[i].port == url->port &&
		    accord_slice_is(url->host, fetcher->allowed[i].host))
			return true;
	return false;
}

static void remember_host(accord_fetcher *fetcher, struct host *host)
{
	const accord_fetch_memory *memory = &fetcher->options.memory;
	if (memory->put_host)
		memory->put_host(memory->context, host->name, &host->state);
}

bool host_take_turn(accord_fetcher *fetcher, struct host *host, double now)
{
	const accord_fetch_memory *memory = &fetcher->options.memory;
	accord_host_state state;
	double wait = memory->take_turn ? memory->take_turn(memory->context, host->name) : 0;
	if (wait <= 0)
		return true;
	host->next_at = now + wait;
	/* whoever has the turn may have been asked for a rest */
	if (memory->get_host && memory->get_host(memory->context, host->name, &state) &&
	    state.rest_until > host->state.rest_until)
		host->state = state;
	return false;
}

void host_end_turn(accord_fetcher *fetcher, struct host *host, double pause)
{
	const accord_fetch_memory *memory = &fetcher->options.memory;
	if (memory->end_turn)
		memory->end_turn(memory->context, host->name, pause);
}

/* Doubling from a minute to a day, a quarter of it random, so that hosts do not come back in step. */
static int64_t back_off(accord_fetcher *fetcher, unsigned failures)
{
	double seconds = FIRST_REST;
	for (unsigned i = 1; i < failures && seconds < A_DAY; i++)
		seconds *= 2;
	if (seconds > A_DAY)
		seconds = A_DAY;
	return (int64_t)(seconds * (1 + 0.25 * random_fraction(fetcher)));
}

void host_failed(accord_fetcher *fetcher, struct host *host, int64_t retry_at, bool at_once)
{
	int64_t now = wall_seconds();
	host->state.failures++;
	if (retry_at <= now && (at_once || host->state.failures >= FAILURES_BEFORE_REST))
		retry_at = now + back_off(fetcher, host->state.failures);
	if (retry_at > host->state.rest_until)
		host->state.rest_until = retry_at;
	remember_host(fetcher, host);
}

void host_answered(accord_fetcher *fetcher, struct host *host)
{
	if (!host->state.failures && !host->state.rest_until)
		return;
	host->state = (accord_host_state){0};
	remember_host(fetcher, host);
}

static bool says_something(int status)
{
	return status >= 200 && status < 500 && status != 429;
}

static bool take_rules(accord_fetcher *fetcher, struct origin *origin, int status, accord_slice body)
{
	if (status >= 300 || !body.data)
		body = (accord_slice){"", 0}; /* 2.3.1.3: no file, no rules */
	if (!origin->arena)
		origin->arena = accord_arena_new(0);
	if (!origin->arena || accord_robots_parse(origin->arena, body.data, body.len, fetcher->agent,
						  &origin->robots, NULL) != ACCORD_OK)
		return false;
	origin->state = ORIGIN_RULES;
	origin->status = status;
	return true;
}

void origin_recall(accord_fetcher *fetcher, struct origin *origin)
{
	const accord_fetch_memory *memory = &fetcher->options.memory;
	accord_robots_copy copy;
	if (!memory->get_robots || !memory->get_robots(memory->context, origin->name, &copy))
		return;
	int64_t age = wall_seconds() - copy.fetched;
	if (age < 0)
		return;
	if (says_something(copy.status) && age < A_DAY) {
		take_rules(fetcher, origin, copy.status, copy.body);
	} else if (says_something(copy.status) && age < OLDEST_COPY && copy.status < 300) {
		origin->old = copy.body.len ? strndup(copy.body.data, copy.body.len) : strdup("");
		origin->old_len = origin->old ? strlen(origin->old) : 0;
	} else if (!says_something(copy.status) && age < AN_HOUR) {
		origin->state = ORIGIN_CLOSED;
		origin->outcome = copy.status ? ACCORD_FORBIDDEN : ACCORD_FAILED;
		origin->status = copy.status;
		origin->retry_at = copy.fetched + AN_HOUR;
		snprintf(origin->why, sizeof origin->why,
			 "robots.txt could not be read less than an hour ago");
	}
}

static void remember_robots(accord_fetcher *fetcher, struct origin *origin, int status, accord_slice body)
{
	const accord_fetch_memory *memory = &fetcher->options.memory;
	accord_robots_copy copy = {wall_seconds(), status, body};
	if (memory->put_robots)
		memory->put_robots(memory->context, origin->name, &copy);
}

void origin_take_answer(accord_fetcher *fetcher, struct origin *origin, int status, accord_slice body)
{
	if (!take_rules(fetcher, origin, status, body)) {
		origin_close(fetcher, origin, ACCORD_FAILED, 0, 0, "out of memory");
		return;
	}
	remember_robots(fetcher, origin, status, status < 300 ? body : (accord_slice){"", 0});
}

void origin_close(accord_fetcher *fetcher, struct origin *origin, accord_fetch_outcome outcome, int status,
		  int64_t retry_at, const char *why)
{
	if (origin->old && outcome != ACCORD_REFUSED &&
	    take_rules(fetcher, origin, 200, (accord_slice){origin->old, origin->old_len}))
		return; /* the old rules hold; nothing is remembered, so that the next run asks again */
	origin->state = ORIGIN_CLOSED;
	origin->outcome = outcome;
	origin->status = status;
	origin->retry_at = retry_at;
	snprintf(origin->why, sizeof origin->why, "robots.txt: %s", why);
	if (outcome == ACCORD_FORBIDDEN || (outcome == ACCORD_FAILED && status))
		remember_robots(fetcher, origin, status, (accord_slice){"", 0});
}

void hosts_free(accord_fetcher *fetcher)
{
	for (size_t i = 0; i < fetcher->host_count; i++) {
		free(fetcher->hosts[i]->name);
		free(fetcher->hosts[i]);
	}
	for (size_t i = 0; i < fetcher->origin_count; i++) {
		free(fetcher->origins[i]->name);
		free(fetcher->origins[i]->old);
		accord_arena_free(fetcher->origins[i]->arena);
		free(fetcher->origins[i]);
	}
	free(fetcher->hosts);
	free(fetcher->origins);
	accord_hash_map_free(fetcher->host_names);
	accord_hash_map_free(fetcher->origin_names);
}
