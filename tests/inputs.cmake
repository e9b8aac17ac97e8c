# Saved corpora in every form, whole and damaged; into the store; the same output by any number of threads.
foreach(part Formats Damage Import Cores)
	string(TOLOWER inputs_${part} name)
	add_test(NAME ${name} COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/inputs_test.py $<TARGET_FILE:accord> ${part})
	set_tests_properties(${name} PROPERTIES ENVIRONMENT "ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules")
endforeach()
