-- Drives Neovim as its users do: opens a file with the settings of docs/editors/neovim.md, then does what the test asks for
-- and prints one line of JSON for each step. Arguments come as globals: vtl_file, vtl_steps.

-- What never comes ends a step; it says nothing of how fast a machine is.
local HANGS = 60000

local function wait_until(done)
  vim.wait(HANGS, done, 20)
end

local function tell(what, value)
  io.stdout:write(vim.json.encode({ what = what, value = value }) .. '\n')
end

local function fail(why)
  tell('error', why)
  vim.cmd('cquit')
end

-- The settings of the documentation: the block between the fences of docs/editors/neovim.md.
dofile(vim.g.vtl_settings)

vim.cmd('edit ' .. vim.fn.fnameescape(vim.g.vtl_file))

wait_until(function() return #vim.lsp.buf_get_clients(0) > 0 end)
if #vim.lsp.buf_get_clients(0) == 0 then fail('no client was attached to ' .. vim.bo.filetype) end

local function place_cursor(text)
  local line = vim.fn.search(text, 'cw')
  if line == 0 then fail('not found: ' .. text) end
end

local function request(method, params)
  local replies, reason = vim.lsp.buf_request_sync(0, method, params, HANGS)
  if not replies then fail(method .. ': ' .. reason) end
  for _, reply in pairs(replies) do
    if reply.error then fail(method .. ': ' .. reply.error.message) end
    return reply.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

-- Does something that changes the text, and gives the new one.
local function changed_by(act)
  local before = text()
  act()
  wait_until(function() return text() ~= before end)
  return text()
end

-- What a list of choices shows; the one with the title is taken, or none.
local function choices_of(act, title)
  local shown
  vim.ui.select = function(items, options, choose)
    shown = {}
    local chosen
    for _, item in ipairs(items) do
      local label = options.format_item(item)
      table.insert(shown, label)
      if label == title then chosen = item end
    end
    choose(chosen)
  end
  act()
  wait_until(function() return shown ~= nil end)
  return shown
end

local steps = {}

function steps.diagnostics(expected)
  wait_until(function() return #vim.diagnostic.get(0) >= expected.count end)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = one.lnum, column = one.col, code = one.code, severity = one.severity })
  end
  tell('diagnostics', found)
end

-- What the window says that hover opens.
function steps.hover(at)
  place_cursor(at.text)
  local opened
  vim.lsp.buf.hover()
  wait_until(function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then opened = window end
    end
    return opened ~= nil
  end)
  tell('hover', vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(opened), 0, -1, false))
  vim.api.nvim_win_close(opened, true)
end

function steps.completion(at)
  if vim.bo.omnifunc ~= 'v:lua.vim.lsp.omnifunc' then fail('CTRL-X CTRL-O is not ours: ' .. vim.bo.omnifunc) end
  place_cursor(at.text)
  vim.cmd('normal! f.')
  local params = vim.lsp.util.make_position_params()
  params.position.character = params.position.character + 1
  local result = request('textDocument/completion', params)
  local labels = {}
  for _, item in ipairs(result.items or result) do table.insert(labels, item.label) end
  tell('completion', labels)
end

function steps.rename(at)
  place_cursor(at.text)
  tell('rename', changed_by(function() vim.lsp.buf.rename(at.name) end))
end

function steps.actions(at)
  place_cursor(at.text)
  tell('actions', choices_of(vim.lsp.buf.code_action))
end

-- Takes a code action, and gives the text that it leaves.
function steps.fix(at)
  place_cursor(at.text)
  tell('fix', changed_by(function() choices_of(vim.lsp.buf.code_action, at.title) end))
end

function steps.definition(at)
  place_cursor(at.text)
  local from = vim.fn.line('.')
  vim.lsp.buf.definition()
  wait_until(function() return vim.fn.line('.') ~= from end)
  tell('definition', vim.fn.getline('.'))
end

function steps.references(at)
  place_cursor(at.text)
  vim.lsp.buf.references()
  wait_until(function() return #vim.fn.getqflist() > 0 end)
  tell('references', #vim.fn.getqflist())
  vim.cmd('cclose')
end

-- All of them: until the last has been resolved, Neovim 0.7 can run none.
function steps.lenses()
  vim.lsp.codelens.refresh()
  local titles
  wait_until(function()
    local lenses = vim.lsp.codelens.get(0)
    titles = {}
    for _, lens in ipairs(lenses) do
      if lens.command then table.insert(titles, lens.command.title) end
    end
    return #lenses > 0 and #titles == #lenses
  end)
  tell('lenses', titles)
end

-- Runs the lens of the template, and gives the message that it answers with.
function steps.render(at)
  local message
  vim.lsp.handlers['window/showMessage'] = function(_, result) message = result.message end
  vim.cmd('normal! gg')
  choices_of(vim.lsp.codelens.run, at.title)
  wait_until(function() return message ~= nil end)
  tell('render', message)
end

-- Writes a configuration as a user does, in another window, and gives what is left of the diagnostics.
function steps.configure(given)
  local buffer = vim.api.nvim_get_current_buf()
  vim.cmd('split vtl.config.json')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { given.text })
  vim.cmd('write')
  wait_until(function() return #vim.diagnostic.get(buffer) == 0 end)
  tell('configure', #vim.diagnostic.get(buffer))
  vim.cmd('close')
end

function steps.format()
  -- The former has its name from 0.8 on.
  tell('format', changed_by(vim.lsp.buf.format or vim.lsp.buf.formatting))
end

for _, step in ipairs(vim.json.decode(vim.g.vtl_steps)) do
  local ok, problem = pcall(steps[step.what], step)
  if not ok then fail(problem) end
end
vim.cmd('qa!')
