/*
 * A page that stands in front of the article: consent, login, subscription, a check for robots. What speaks
 * for one: the address that answered names it and the asked one did not; the title is one of the few that such
 * pages have; or the text is short and a good part of its words are theirs. An article about consent banners
 * is longer, and talks of other things as well.
 */
#include <accord/page.h>

#include <accord/text.h>

#include <string.h>
#include <strings.h>

#define LONGEST_WALL 260 /* words, */
#define LONGEST_TEXT 4000 /* and no such number of them has more bytes */
#define DISTINCT 4       /* stems that a wall's text has at least, */
#define SHARE 12         /* and one of so many words, */
#define SHARE_OF_ALL 8   /* or so many where most of them are words that news have, too */

/* Parts of a path or of a host's name. */
static const char *const places[] = {"consent",	   "zustimmung", "cmp",	     "login",	 "signin",  "sign-in", "sign_in",
				     "anmelden",   "anmeldung",	 "accedi",   "registrieren", "paywall", "subscribe", "abonnieren",
				     "abbonati",   "captcha",	 "challenge", "blocked", "privacy-gate"};

/* Beginnings of titles, folded; "=" marks whole ones. */
static const char *const titles[] = {
	"just a moment",      "attention required", "access denied",	   "access to this page has been denied",
	"are you a robot",    "are you human",	    "verify you are human", "security check",
	"before you continue", "bevor sie fortfahren", "prima di continuare", "subscribe to read",
	"sind sie ein roboter", "zugriff verweigert", "accesso negato",	  "bitte einloggen",
	"privacy-einstellungen", "datenschutzeinstellungen", "cookie-einstellungen", "privacy settings",
	"cookie settings",    "impostazioni cookie", "impostazioni privacy", "log in to", "sign in to",
	"=zustimmung",	      "=einwilligung",	     "=consent",	      "=consenso",  "=cookies",	 "=datenschutz",
	"=privacy",	      "=login",		     "=log in",		      "=sign in",   "=anmelden", "=anmeldung",
	"=accedi",	      "=registrieren",	     "=abonnieren",	      "=subscribe"};

/* Beginnings of words, folded; one bit each. What stands behind WEAK is common in news as well. */
static const char *const stems[] = {
	"cookie",     "consent",  "consens",  "zustimm",   "einwillig",	 "akzeptier", "accett",	  "accept",
	"datenschutz", "privacy", "tracking", "personalis", "drittanbieter", "login",	"einlogg",  "anmeld",
	"registrier", "registrati", "register", "accedi",   "passwor",	 "abonn",     "abbona",	  "subscri",
	"abo",	      "probeabo", "kündbar",  "disdi",	   "javascript", "captcha",   "widerruf", "revoc",
	"preferen",   "einstellungen", "werbung", "pubblicit", "advertis",
	/* WEAK */ "partner", "verarbeit", "process", "elabora", "trattament", "daten", "data", "dati", "klick",
	"click", "clic", "stimmen", "browser", "cancel", "website", "inhalte", "content", "contenut"};
#define WEAK 37

static bool has_part(accord_slice text, const char *part)
{
	size_t n = strlen(part);
	for (size_t i = 0; i + n <= text.len; i++) {
		bool begins = i == 0 || !accord_is_letter((unsigned char)text.data[i - 1]);
		bool ends = i + n == text.len || !accord_is_letter((unsigned char)text.data[i + n]);
		if (begins && ends && !strncasecmp(text.data + i, part, n))
			return true;
	}
	return false;
}

/* Without the query: that may hold the asked address. */
static accord_slice without_query(const char *url)
{
	return (accord_slice){url, strcspn(url, "?#")};
}

static bool led_to_a_wall(const char *asked, const char *answered)
{
	if (!asked || !answered || !strcmp(asked, answered))
		return false;
	accord_slice from = without_query(asked), to = without_query(answered);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (has_part(to, places[i]) && !has_part(from, places[i]))
			return true;
	return false;
}

static bool titled_as_a_wall(accord_slice folded)
{
	for (size_t i = 0; folded.data && i < sizeof titles / sizeof *titles; i++) {
		bool whole = titles[i][0] == '=';
		const char *title = titles[i] + whole;
		size_t n = strlen(title);
		if ((whole ? folded.len == n : folded.len >= n) && !memcmp(folded.data, title, n))
			return true;
	}
	return false;
}

static int stem_of(const char *word, size_t len)
{
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
		size_t n = strlen(stems[i]);
		bool whole = n < 4; /* "abo" is no beginning of "about" */
		if (len >= n && !memcmp(word, stems[i], n) && (!whole || len == n))
			return (int)i;
	}
	return -1;
}

static bool worded_as_a_wall(accord_slice folded)
{
	uint64_t seen = 0;
	size_t words = 0, strong = 0, all = 0, start = 0;
	for (size_t at = 0, size; folded.data && at <= folded.len && words <= LONGEST_WALL; at += size) {
		uint32_t c = at < folded.len ? accord_utf8_decode(folded.data, folded.len, at, &size)
					     : (size = 1, ' ');
		if (accord_is_letter(c) || c == '-')
			continue;
		if (at > start) {
			int stem = stem_of(folded.data + start, at - start);
			all += stem >= 0;
			strong += stem >= 0 && stem < WEAK;
			seen |= stem >= 0 ? (uint64_t)1 << stem : 0;
			words++;
		}
		start = at + size;
	}
	int distinct = __builtin_popcountll(seen);
	int distinct_strong = __builtin_popcountll(seen & (((uint64_t)1 << WEAK) - 1));
	return words <= LONGEST_WALL && distinct >= DISTINCT &&
	       ((distinct_strong >= DISTINCT && strong * SHARE >= words) ||
		(distinct_strong > 0 && all * SHARE_OF_ALL >= words));
}

const char *accord_page_wall(accord_arena *arena, const accord_document *doc, const char *asked,
			     const char *answered)
{
	if (led_to_a_wall(asked, answered))
		return "led to a page of consent or login";
	if (titled_as_a_wall(accord_text_fold(arena, doc->title)))
		return "the title is that of a wall, not of an article";
	if (doc->text.len <= LONGEST_TEXT && worded_as_a_wall(accord_text_fold(arena, doc->text)))
		return "the text is that of a consent or login wall";
	return NULL;
}
