/** @file version.h The version of the library and program. */
#ifndef ACCORD_VERSION_H
#define ACCORD_VERSION_H

#define ACCORD_VERSION "0.1.0"

#endif
