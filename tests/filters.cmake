add_test(NAME filters COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/filters.sh $<TARGET_FILE:accord>)
set_tests_properties(filters PROPERTIES ENVIRONMENT "ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules")
add_test(NAME rules_explain COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/explain.sh $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR}/rules)
add_test(NAME cache COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cli/cache.sh $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR}/rules)
