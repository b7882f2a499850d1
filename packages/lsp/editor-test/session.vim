" Drives Vim as its users do: opens put.vtl with ALE and the settings of docs/editors/vim.md, writes a line of JSON a
" step to the file `told`.
set nocompatible hidden
filetype plugin on
packadd! ale
runtime plugin/ale.vim
let g:ale_linters_explicit = 0
source settings.vim

function! Tell(what, value) abort
  call writefile([json_encode({'what': a:what, 'value': a:value})], 'told', 'a')
endfunction

" Lets jobs and timers work until an expression is true. What takes a minute never comes.
function! WaitUntil(done) abort
  let l:rounds = 0
  while !eval(a:done) && l:rounds < 1200
    sleep 50m
    let l:rounds += 1
  endwhile
endfunction

function! Problems() abort
  return map(copy(ale#engine#GetLoclist(bufnr('put.vtl'))), 'v:val.text')
endfunction

function! Answer(response) abort
  let s:answer = get(a:response, 'result', 'none')
endfunction

" What the server answers to ALE about the place of a text.
function! Ask(method, text, context) abort
  call cursor(1, 1)
  let [l:line, l:column] = searchpos(a:text, 'ce')
  let l:params = {'textDocument': {'uri': ale#util#ToURI(expand('%:p'))}, 'position': {'line': l:line - 1, 'character': l:column - 1}}
  let s:answer = 0
  call ale#lsp_linter#SendRequest(bufnr(''), 'vtl', [0, a:method, extend(l:params, a:context)], function('Answer'))
  call WaitUntil('s:answer isnot 0')
  return s:answer
endfunction

edit put.vtl
doautocmd BufRead put.vtl
call ale#Queue(0)
call WaitUntil('!empty(Problems())')
call Tell('diagnostics', Problems())
call Tell('hover', Ask('textDocument/hover', 'input.pa', {}).contents.value)
call Tell('completion', map(copy(Ask('textDocument/completion', 'input.p', {}).items), 'v:val.label'))

call search('$order\.total')
normal! l
ALEGoToDefinition
call WaitUntil('line(".") == 1')
call Tell('definition', [line('.'), col('.')])

runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  return 'request'
endfunction
ALERename
call WaitUntil('search("request", "nw") > 0')
call Tell('rename', join(getline(1, '$'), "\n"))
silent write

call writefile(['{ "rules": { "undefined-reference": "off", "empty-unquoted-value": "off" } }'], 'vtl.config.json')
silent write
call WaitUntil('empty(Problems())')
call Tell('configure', len(Problems()))
qall!
