# A text file as a C string: cmake -DINPUT=schema.sql -DOUTPUT=schema.c -DNAME=accord_store_schema -P embed.cmake
# One literal a line: compilers promise no more than 4095 bytes for one, but join any number of them.
file(READ ${INPUT} text)
string(REPLACE "\\" "\\\\" text "${text}")
string(REPLACE "\"" "\\\"" text "${text}")
string(REPLACE "\n" "\\n\"\n\t\"" text "${text}")
file(WRITE ${OUTPUT} "/* Made from ${NAME} by embed.cmake. */\nextern const char ${NAME}[];\nconst char ${NAME}[] =\n\t\"${text}\";\n")
