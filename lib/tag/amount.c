#include "analysis.h"
accord_status find_amounts(struct analysis *a, struct field *f)
{
	f->first_amount = a->amount_count;
	f->amount_count = 0;
	return ACCORD_OK;
}
