add_test(NAME filters COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/filters.sh $<TARGET_FILE:accord>)
set_tests_properties(filters PROPERTIES ENVIRONMENT "ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules")
