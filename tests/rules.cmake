add_executable(rules_test rules_test.c)
target_link_libraries(rules_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(rules_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases")
add_test(NAME rules COMMAND rules_test)
add_test(NAME rule_errors COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/rule_errors/run.py $<TARGET_FILE:accord>)
# Every `yes` and `no` of the shipped rules.
add_test(NAME rule_examples COMMAND accord rules test --rules ${CMAKE_SOURCE_DIR}/rules)
# Every example of the reference page.
add_test(NAME rule_docs COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/rule_docs.py $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR}/rules
	${CMAKE_SOURCE_DIR}/docs/rule-language.md)
# The syntax files in docs/editors keep up with the rules.
add_test(NAME editors COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/editors.py ${CMAKE_SOURCE_DIR})
# Which deal rules have no namesake in another language: a name of its own is meant, not a slip.
add_test(NAME rule_names COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/rule_names.py)
