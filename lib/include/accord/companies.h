/** @file companies.h How names of companies are compared where spelling should not matter. */
#ifndef ACCORD_COMPANIES_H
#define ACCORD_COMPANIES_H

#include <accord/arena.h>
#include <accord/text.h>

/**
 * Letters and digits of a name, without case, diacritics, points and legal form: "Telefónica S.A." is
 * "telefonica", "Sony Group Corporation" is "sony". A legal form alone stays.
 */
accord_slice accord_company_fold(accord_arena *arena, accord_slice name);

#endif
