/**
 * @file query.h
 * Questions to the store in the words of people (accord-query(7)), and answers in the forms that people and programs
 * read.
 */
#ifndef ACCORD_QUERY_H
#define ACCORD_QUERY_H

#include <accord/json.h>
#include <accord/store.h>

/** An event as the contract has it, one JSON object and a newline; the reports only with `sources`. */
void accord_event_write(accord_buffer *out, const accord_event *event, bool sources);

#endif
