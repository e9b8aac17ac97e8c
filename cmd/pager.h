/* Long answers go through a pager, as git does it. */
#ifndef PAGER_H
#define PAGER_H

/*
 * If standard output is a terminal: start $ACCORD_PAGER, else $PAGER, else less, and write to it from now on.
 * less gets FRX where LESS is not set: it ends by itself if all fits, and lets colours through. An empty
 * value or `cat` is none. Call it before terminal_setup's answers are used up, and nothing was written.
 */
void pager_start(void);
/* Wait for it; without a pager, nothing. */
void pager_end(void);

#endif
