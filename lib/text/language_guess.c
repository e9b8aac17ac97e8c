/*
 * libexttextcat. A handle keeps the answer of its last call, so each thread has its own, made when a text
 * first needs it and given back when the thread ends. The models are files of the package libexttextcat-data;
 * without them there is no answer, and the vote of words has the last word.
 */
#include "language_guess.h"

#include <libexttextcat/textcat.h>
#include <pthread.h>
#include <string.h>

#define SHORTEST 25

static pthread_once_t made = PTHREAD_ONCE_INIT;
static pthread_key_t handle_key;
static bool have_key;
static char no_models; /* stands in a thread's slot once loading failed there */

static void give_back(void *handle)
{
	if (handle != &no_models)
		textcat_Done(handle);
}

static void make_key(void)
{
	have_key = pthread_key_create(&handle_key, give_back) == 0;
}

static void *thread_handle(void)
{
	pthread_once(&made, make_key);
	if (!have_key)
		return NULL;
	void *handle = pthread_getspecific(handle_key);
	if (!handle) {
		handle = special_textcat_Init(ACCORD_TEXTCAT_DIR "/fpdb.conf", ACCORD_TEXTCAT_DIR "/");
		pthread_setspecific(handle_key, handle ? handle : &no_models);
	}
	return handle == &no_models ? NULL : handle;
}

/* The answer is "[de--utf8]" or several such, best first; what has no two-letter code is none of ours to
 * name. */
const char *text_guess_language(accord_slice text)
{
	static const char codes[][3] = {
		"af", "ar", "az", "be", "bg", "br", "bs", "ca", "cs", "cy", "da", "de", "el", "en",
		"eo", "es", "et", "eu", "fa", "fi", "fo", "fr", "fy", "ga", "gd", "gl", "he", "hi",
		"hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "la", "lb", "lt", "lv",
		"mk", "ms", "mt", "nb", "nl", "nn", "oc", "pl", "pt", "rm", "ro", "ru", "sk", "sl",
		"sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "uz", "vi", "zh"};
	void *handle = text.len >= SHORTEST ? thread_handle() : NULL;
	const char *answer = handle ? textcat_Classify(handle, text.data, text.len) : "";
	if (answer[0] != '[' || strlen(answer) < 4 || (answer[3] != '-' && answer[3] != ']'))
		return "";
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (!strncmp(codes[i], answer + 1, 2))
			return codes[i];
	return "";
}
