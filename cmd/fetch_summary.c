/* What a fetch tells of itself: a line for people, an object for programs, shares of the processor for the curious. */
#include "crawl.h"
#include "feeds.h"

#include <stdio.h>

/* Where the processor's time went, for whoever wonders why a run takes long. */
void crawl_stages(const struct crawl *crawl, double whole)
{
	const struct crawl_cpu *cpu = &crawl->cpu;
	double known = cpu->feeds + cpu->clean + cpu->tag + cpu->store + cpu->merge + cpu->rules;
	double network = whole > known ? whole - known : 0, percent = whole > 0 ? 100 / whole : 0;
	fprintf(stderr,
		"%.2f s of processor time: %.0f %% network, %.0f %% feeds, %.0f %% clean, %.0f %% tag, "
		"%.0f %% store, %.0f %% merge, %.0f %% reading the rules\n",
		whole, network * percent, cpu->feeds * percent, cpu->clean * percent, cpu->tag * percent,
		cpu->store * percent, cpu->merge * percent, cpu->rules * percent);
}

void crawl_summary(const struct crawl *crawl, double seconds)
{
	const struct crawl_counts *c = &crawl->counts;
	size_t sitemaps, entries, queued = crawl_backfilled(crawl, &sitemaps, &entries);
	if (crawl->backfill)
		printf("%zu sitemaps with %zu addresses, %zu articles queued; ", sitemaps, entries, queued);
	printf("%zu feeds (%zu unchanged, %zu failed), %zu new articles queued, %zu stored, %zu changed, %zu "
	       "failed, "
	       "%zu deferred, %zu deals, %.1f MB in %.1f s\n",
	       c->feeds, c->unchanged, c->feeds_failed, c->queued, c->stored, c->changed, c->articles_failed,
	       c->deferred, c->deals, (double)c->bytes / 1e6, seconds);
}

/* For programs that look after cron's jobs. */
void crawl_write_summary(struct crawl *crawl)
{
	accord_buffer out;
	accord_json_writer json;
	accord_buffer_init(&out, (size_t)1 << 28);
	accord_json_init(&json, &out);
	accord_json_begin_object(&json);
	accord_json_key(&json, "run");
	feeds_write_run(&json, &crawl->run);
	accord_json_key(&json, "needs_person");
	accord_json_begin_array(&json);
	for (size_t i = 0; i < crawl->needy_count; i++)
		feeds_write_row(&json, crawl->needy[i], crawl->now);
	accord_json_end_array(&json);
	accord_json_end_object(&json);
	accord_buffer_append_char(&out, '\n');
	flush_output(&out);
	accord_buffer_free(&out);
}
