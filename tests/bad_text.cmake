# The program on text that it is not made for.
add_test(NAME bad_text COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/bad_text.py $<TARGET_FILE:accord>)
set_tests_properties(bad_text PROPERTIES ENVIRONMENT ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules)
