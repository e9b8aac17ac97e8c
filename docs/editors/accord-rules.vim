" Vim syntax file for accord rule files: put it into ~/.vim/syntax and
"   autocmd BufNewFile,BufRead *.rules,*.lex setfiletype accord-rules
if exists("b:current_syntax")
  finish
endif
syn match accordBlock /^\(rule\|class\|let\|clause\|phrase\|cue\|verb\|noun\|word\|adjective\|date\|amount\|mention\|reference\|follow\)\>/ nextgroup=accordName skipwhite
syn match accordName /\S\+/ contained
syn match accordField /^\s\+\(type\|verb\|noun\|pattern\|unless\|priority\|status\|confidence\|note\|scope\|complete\|whole\|insert\|value\|otherwise\|narrative\|nowadays\|past\|future\|easter\|steps\|counted\|nth\|begin\|end\|mod\|span\|currency\|resolve\)\>/
syn match accordYes /^\s\+yes\>/ nextgroup=accordSentence
syn match accordNo /^\s\+no\>/ nextgroup=accordSentence
syn match accordSentence /.*/ contained contains=accordMark,accordExpected
syn match accordMark /\[[^]]*\]/ contained
syn match accordExpected /=>.*/ contained
syn match accordSlot /\<[A-Z][A-Z_]\+\>/
syn match accordRole /\<[a-z_]\+:\ze\S/
syn match accordClass /@\w\+\(:\w\+\)\?/
syn match accordForm /<[^>]*>/
syn match accordGap /\.\.\.\?\|>>/
syn match accordArrow /->\s*\w\+/
syn match accordComment /\(^\|\s\)#\(\s.*\)\?$/
hi def link accordBlock Keyword
hi def link accordName Function
hi def link accordField Statement
hi def link accordYes Statement
hi def link accordNo Exception
hi def link accordSentence String
hi def link accordMark Special
hi def link accordExpected Constant
hi def link accordSlot Type
hi def link accordRole Identifier
hi def link accordClass PreProc
hi def link accordForm PreProc
hi def link accordGap Operator
hi def link accordArrow Constant
hi def link accordComment Comment
let b:current_syntax = "accord-rules"
