# The floors that tests/bench holds the program against. `cmake --build … --target bench` prints the figures; no test.
add_executable(html_floor bench/html_floor.c)
target_link_libraries(html_floor PRIVATE PkgConfig::libxml2)
add_custom_target(bench
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/run.py --accord $<TARGET_FILE:accord> --floor $<TARGET_FILE:html_floor>
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/names.py --accord $<TARGET_FILE:accord>
	DEPENDS accord html_floor USES_TERMINAL)
# What rules cost that no text wakes, and how a sentence's cost grows.
add_custom_target(bench_rules
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/rule_count.py --accord $<TARGET_FILE:accord>
	DEPENDS accord USES_TERMINAL)
# How time and memory grow with the corpus: 1,000 to 100,000 pages, or BENCH_SIZES.
set(BENCH_SIZES "1000,10000,100000" CACHE STRING "sizes of corpus that bench_growth measures")
add_custom_target(bench_growth
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/growth.py --accord $<TARGET_FILE:accord> --sizes ${BENCH_SIZES}
	DEPENDS accord USES_TERMINAL)
add_test(NAME growth COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/growth_test.py $<TARGET_FILE:accord>
	$<$<BOOL:${ACCORD_SANITIZE}>:sanitized>)
# MB of text a second once tagging runs, over the corpus or BENCH_DOCUMENTS (NDJSON).
set(BENCH_DOCUMENTS "" CACHE STRING "documents that bench_tag reads")
add_custom_target(bench_tag
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/tag_speed.py --accord $<TARGET_FILE:accord> ${BENCH_DOCUMENTS}
	DEPENDS accord USES_TERMINAL)
