# The floors that tests/bench holds the program against. `cmake --build … --target bench` prints the figures; no test.
add_executable(html_floor bench/html_floor.c)
target_link_libraries(html_floor PRIVATE PkgConfig::libxml2)
add_custom_target(bench
	COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bench/run.py --accord $<TARGET_FILE:accord> --floor $<TARGET_FILE:html_floor>
	DEPENDS accord html_floor USES_TERMINAL)
