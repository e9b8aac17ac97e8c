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
