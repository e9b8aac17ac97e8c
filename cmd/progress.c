/* Rate, share, remaining time, failures. */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define REDRAW_SECONDS 0.5
#define LINE_SECONDS 60

static double seconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void progress_begin(struct progress *progress, const char *verb, uint64_t size, bool quiet)
{
	*progress = (struct progress){.verb = verb, .size = size, .quiet = quiet, .terminal = isatty(STDERR_FILENO)};
	clock_gettime(CLOCK_MONOTONIC, &progress->began);
	progress->told = progress->began;
}

static void tell_time(char *out, size_t size, double seconds)
{
	if (seconds < 90)
		snprintf(out, size, "%.0f s", seconds);
	else if (seconds < 5400)
		snprintf(out, size, "%.0f min", seconds / 60);
	else
		snprintf(out, size, "%.1f h", seconds / 3600);
}

static void tell(struct progress *progress, long documents, long failed, uint64_t read)
{
	double elapsed = seconds_since(&progress->began), share = progress->size ? (double)read / (double)progress->size : 0;
	uint64_t now = read - progress->read_before;
	char left[64] = "", time_left[32];
	if (share > 0.001 && share <= 1 && now) {
		tell_time(time_left, sizeof time_left, elapsed * (double)(progress->size - read) / (double)now);
		snprintf(left, sizeof left, ", %.0f %%, %s left", share * 100, time_left);
	}
	fprintf(stderr, "%saccord %s: %ld documents, %.0f a second%s, %ld failed%s", progress->terminal ? "\r" : "",
	        progress->verb, documents, elapsed > 0 ? (double)(documents - progress->documents_before) / elapsed : 0, left, failed,
	        progress->terminal ? "\033[K" : "\n");
	fflush(stderr);
	progress->drawn = progress->terminal;
}

void progress_step(struct progress *progress, long documents, long failed, uint64_t read)
{
	if (!progress->stepped) {
		progress->stepped = true;
		progress->documents_before = documents;
		progress->read_before = read;
	}
	if (progress->quiet || seconds_since(&progress->told) < (progress->terminal ? REDRAW_SECONDS : LINE_SECONDS))
		return;
	clock_gettime(CLOCK_MONOTONIC, &progress->told);
	tell(progress, documents, failed, read);
}

void progress_clear(struct progress *progress)
{
	if (progress->drawn)
		fputs("\r\033[K", stderr);
	progress->drawn = false;
}
