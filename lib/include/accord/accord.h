/** @file accord.h All of the library. */
#ifndef ACCORD_H
#define ACCORD_H

#include <accord/arena.h>
#include <accord/buffer.h>
#include <accord/cite.h>
#include <accord/companies.h>
#include <accord/content_coding.h>
#include <accord/corpus.h>
#include <accord/correction.h>
#include <accord/coverage.h>
#include <accord/document.h>
#include <accord/error.h>
#include <accord/feed.h>
#include <accord/feed_date.h>
#include <accord/feed_json.h>
#include <accord/fetch.h>
#include <accord/filter.h>
#include <accord/gazetteer.h>
#include <accord/hash_map.h>
#include <accord/json.h>
#include <accord/lexicon.h>
#include <accord/opml.h>
#include <accord/page.h>
#include <accord/period.h>
#include <accord/plot.h>
#include <accord/query.h>
#include <accord/robots.h>
#include <accord/rules.h>
#include <accord/sql.h>
#include <accord/store.h>
#include <accord/tag.h>
#include <accord/text.h>
#include <accord/token.h>
#include <accord/url.h>
#include <accord/version.h>
#include <accord/why.h>
#include <accord/words.h>

#endif
