/* The second voice on a text's language. */
#ifndef ACCORD_TEXT_LANGUAGE_GUESS_H
#define ACCORD_TEXT_LANGUAGE_GUESS_H

#include <accord/text.h>

/** The ISO 639-1 code that letter groups speak for, a static string; "" if they do not decide or have no
 * models. */
const char *text_guess_language(accord_slice text);

#endif
