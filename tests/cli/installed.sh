#!/bin/sh
# What `cmake --install` puts in place works from there: the program with its rules, the library by pkg-config and by CMake.
#   installed.sh BUILD_FOLDER
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$1" --prefix "$work/usr" >/dev/null
unset ACCORD_RULES

cd "$work"
echo 'Nokia kauft Alcatel.' >one.txt
"$work/usr/bin/accord" tag --text one.txt | grep -q '"rule":"de.acquisition.buy"'
test -s "$work/usr/share/man/man1/accord.1"

mkdir project
cat >project/main.c <<'TEXT'
#include <accord/accord.h>
#include <stdio.h>

int main(void)
{
	accord_tagger *tagger;
	accord_error err;
	const char *folders[] = {RULES};
	if (accord_tagger_new(folders, 1, &tagger, &err) != ACCORD_OK) {
		puts(err.message);
		return 1;
	}
	accord_arena *arena = accord_arena_new(0);
	accord_document doc = {.text = accord_slice_of("Microsoft buys LinkedIn."), .lang = accord_slice_of("en")};
	accord_tagger_document(tagger, arena, &doc, &err);
	printf("%zu\n", doc.deal_count);
	accord_arena_free(arena);
	accord_tagger_free(tagger);
	return 0;
}
TEXT
cat >project/CMakeLists.txt <<'TEXT'
cmake_minimum_required(VERSION 3.25)
project(uses_accord C)
find_package(accord REQUIRED)
add_executable(by_cmake main.c)
target_compile_definitions(by_cmake PRIVATE RULES="${RULES}")
target_link_libraries(by_cmake PRIVATE accord::accord_lib)
TEXT
rules=$work/usr/share/accord/rules
pc=$(find "$work/usr" -name accord.pc -exec dirname {} \;)
# shellcheck disable=SC2046
cc -DRULES="\"$rules\"" project/main.c -o by_pkg_config \
	$(PKG_CONFIG_PATH=$pc pkg-config --cflags --libs accord) \
	$(PKG_CONFIG_PATH=$pc pkg-config --libs $(sed -n 's/^Requires.private: //p' "$pc/accord.pc")) -lm -pthread
test "$(./by_pkg_config)" = 1
cmake -S project -B project/build -DCMAKE_PREFIX_PATH="$work/usr" -DRULES="$rules" >/dev/null
cmake --build project/build >/dev/null
test "$(project/build/by_cmake)" = 1
