# The corpus end to end: feeds, pages, articles and what is expected of each.
foreach(part feeds pages articles)
	add_test(NAME corpus_${part}
		COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/corpus_test.py $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR}/corpus ${part})
	set_tests_properties(corpus_${part} PROPERTIES ENVIRONMENT "ACCORD_RULES=${CMAKE_SOURCE_DIR}/rules")
endforeach()
