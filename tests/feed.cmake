if(TARGET accord_feed)
	add_executable(feed_test feed_test.c)
	target_link_libraries(feed_test PRIVATE accord_lib PkgConfig::cmocka)
	target_compile_definitions(feed_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases"
		TEST_FEEDS="${CMAKE_CURRENT_SOURCE_DIR}/feeds")
	add_test(NAME feed COMMAND feed_test)
endif()
