/* How far a run is, in the store: committed with what it stored, so that the next run goes on exactly there. */
#ifndef IMPORT_MARK_H
#define IMPORT_MARK_H

#include "import_jobs.h"

/* Write it, in the transaction that is open or in one of its own. */
accord_status import_mark(struct import *import, accord_error *err);
void import_unmark(struct import *import);

#endif
