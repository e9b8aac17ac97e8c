# Saved corpora in every form, whole and damaged; the same output by any number of threads.
add_test(NAME inputs COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/inputs_test.py $<TARGET_FILE:accord>)
set_tests_properties(inputs PROPERTIES ENVIRONMENT "ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules")
