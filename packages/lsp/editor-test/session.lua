-- Drives Neovim as its users do: opens a file with the settings of docs/editors/neovim.md, then does what the test asks for
-- and prints one line of JSON for each step. Arguments come as globals: vtl_file, vtl_steps.
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

local attached = vim.wait(15000, function()
  return #vim.lsp.buf_get_clients(0) > 0
end, 20)
if not attached then fail('no client was attached to ' .. vim.bo.filetype) end

local function place_cursor(text)
  local line = vim.fn.search(text, 'cw')
  if line == 0 then fail('not found: ' .. text) end
end

local function request(method, params)
  local replies, reason = vim.lsp.buf_request_sync(0, method, params, 15000)
  if not replies then fail(method .. ': ' .. reason) end
  for _, reply in pairs(replies) do
    if reply.error then fail(method .. ': ' .. reply.error.message) end
    return reply.result
  end
end

local steps = {}

function steps.diagnostics(expected)
  vim.wait(15000, function()
    return #vim.diagnostic.get(0) >= expected.count
  end, 20)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = one.lnum, column = one.col, code = one.code, severity = one.severity })
  end
  tell('diagnostics', found)
end

function steps.hover(at)
  place_cursor(at.text)
  tell('hover', request('textDocument/hover', vim.lsp.util.make_position_params()))
end

function steps.completion(at)
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
  vim.lsp.buf.rename(at.name)
  vim.wait(15000, function()
    return vim.fn.search(at.name, 'cnw') > 0
  end, 20)
  tell('rename', table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'))
end

-- What `vim.lsp.buf` does nothing without.
local function offered(name)
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do return client.server_capabilities[name] ~= nil end
end

function steps.actions(at)
  place_cursor(at.text)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local titles = {}
  for _, action in ipairs(request('textDocument/codeAction', params)) do table.insert(titles, action.title) end
  tell('actions', titles)
end

function steps.definition(at)
  place_cursor(at.text)
  vim.lsp.buf.definition()
  local from = vim.fn.line('.')
  vim.wait(15000, function() return vim.fn.line('.') ~= from end, 20)
  tell('definition', vim.fn.getline('.'))
end

function steps.references(at)
  place_cursor(at.text)
  local params = vim.lsp.util.make_position_params()
  params.context = { includeDeclaration = true }
  tell('references', offered('referencesProvider') and #request('textDocument/references', params))
end

function steps.lenses()
  vim.lsp.codelens.refresh()
  vim.wait(15000, function() return #vim.lsp.codelens.get(0) > 0 end, 20)
  local titles = {}
  for _, lens in ipairs(vim.lsp.codelens.get(0)) do
    if lens.command then table.insert(titles, lens.command.title) end
  end
  tell('lenses', titles)
end

-- Runs the lens of the template, and gives the message that it answers with.
function steps.render()
  local message
  vim.lsp.handlers['window/showMessage'] = function(_, result) message = result.message end
  for _, lens in ipairs(vim.lsp.codelens.get(0)) do
    if lens.command and lens.command.command == 'vtl.server.render' then
      vim.lsp.buf.execute_command(lens.command)
    end
  end
  vim.wait(15000, function() return message ~= nil end, 20)
  tell('render', message)
end

-- Writes a configuration as a user does, in another window, and gives what is left of the diagnostics.
function steps.configure(given)
  local buffer = vim.api.nvim_get_current_buf()
  vim.cmd('split vtl.config.json')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { given.text })
  vim.cmd('write')
  vim.wait(15000, function() return #vim.diagnostic.get(buffer) == 0 end, 20)
  tell('configure', #vim.diagnostic.get(buffer))
  vim.cmd('close')
end

function steps.format()
  vim.lsp.buf.formatting_sync(nil, 15000)
  tell('format', table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'))
end

for _, step in ipairs(vim.json.decode(vim.g.vtl_steps)) do
  local ok, problem = pcall(steps[step.what], step)
  if not ok then fail(problem) end
end
vim.cmd('qa!')
