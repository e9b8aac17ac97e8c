/* The same work on many items, by all cores. */
#ifndef WORKERS_H
#define WORKERS_H

#include <stddef.h>

/*
 * Call `work` once for each item from 0 to count - 1, in threads; returns when all are done. `threads` 0 is
 * one for each core. Where no thread can be made, the caller's does it all.
 */
void work_in_parallel(long threads, size_t count, void (*work)(void *context, size_t item), void *context);

#endif
