/* How far a long run is, on standard error: one line redrawn on a terminal, a line a minute elsewhere. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
	const char *verb;
	uint64_t size; /* bytes of all inputs, 0 if unknown: then no time is foretold */
	bool quiet, terminal, drawn;
	bool stepped;
	long documents_before; /* what an earlier run had done already, */
	uint64_t read_before;  /* which says nothing about the rate */
	struct timespec began, told;
};

void progress_begin(struct progress *progress, const char *verb, uint64_t size, bool quiet);
/* To be called after each document; tells something when it is time. `read` counts bytes of the inputs. */
void progress_step(struct progress *progress, long documents, long failed, uint64_t read);
/* The line goes from the terminal, so that a message can be printed; it comes back with the next step. */
void progress_clear(struct progress *progress);

#endif
