-- Neovim as a user sets it up: find, hover, mend one, decide, mend all, rename.
-- Run in a newsroom's folder by run.sh: nvim --headless -u NONE -i NONE -n -l neovim.lua

local function until_true(what, holds)
  assert(vim.wait(30000, holds, 20), "waited in vain: " .. what)
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
end

local function count(haystack, needle)
  return select(2, haystack:gsub(needle, ""))
end

local function find(diagnostics, word)
  for _, one in ipairs(diagnostics) do
    if one.message:find(word, 1, true) then return one end
  end
  error("nothing found of " .. word)
end

local function finds_mends_and_renames()
  vim.lsp.config("canonym", {
    cmd = { "canonym", "server" },
    filetypes = { "text", "markdown", "gitcommit" },
    root_markers = { "canonym.toml", "termbase.toml", ".git" },
  })
  vim.lsp.enable("canonym")
  vim.cmd("filetype on")
  vim.cmd.edit("drafts/draft.txt")
  local buffer = vim.api.nvim_get_current_buf()

  until_true("findings", function() return #vim.diagnostic.get(buffer) > 0 end)
  local punjir = find(vim.diagnostic.get(buffer), "Punjir")
  assert(punjir.code == "variant-name" and punjir.source == "canonym")
  local client = assert(vim.lsp.get_clients({ bufnr = buffer })[1], "no client")
  assert(client.offset_encoding == "utf-8", client.offset_encoding)

  vim.api.nvim_win_set_cursor(0, { punjir.lnum + 1, punjir.col })
  local answer = vim.lsp.buf_request_sync(buffer, "textDocument/hover",
    vim.lsp.util.make_position_params(0, client.offset_encoding), 30000)
  local card = assert(answer[client.id].result, "no hover").contents.value
  assert(card:find("Panjshir", 1, true) and card:find("mentions", 1, true), card)

  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { "quickfix" }, diagnostics = {} },
    filter = function(action) return action.title == "Replace with “Panjshir”" end,
  })
  local line = punjir.lnum
  until_true("the quick fix", function()
    return vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]:find("Panjshir", 1, true) ~= nil
  end)

  local salih = find(vim.diagnostic.get(buffer), "Salih")
  local asked
  vim.ui.select = function(buttons, options, choose)
    asked = options.prompt
    choose(buttons[1], 1)
  end
  vim.api.nvim_win_set_cursor(0, { salih.lnum + 1, salih.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == "quickfix.canonym.decide" and action.title:find("“Salih” is never", 1, true) ~= nil
    end,
  })
  until_true("the decision", function() return vim.fn.filereadable("termbase.toml") == 1 end)
  assert(asked and asked:find("termbase.toml", 1, true), "not asked before it was written")

  local before = count(text(buffer), "Masoud")
  assert(before > 1, "the draft has no Masoud")
  vim.lsp.buf.code_action({ apply = true, context = { only = { "source.fixAll" }, diagnostics = {} } })
  until_true("fixAll", function() return count(text(buffer), "Masoud") < before / 2 end)
  assert(text(buffer):find("Salih", 1, true), "what was decided is mended")
  until_true("fewer findings", function()
    return #vim.tbl_filter(function(one) return one.message:find("“Masoud”", 1, true) ~= nil end,
      vim.diagnostic.get(buffer)) < before / 2
  end)

  local number, column
  for index, one in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    column = one:find("Taliban", 1, true)
    if column then number = index break end
  end
  vim.api.nvim_win_set_cursor(0, { number, column })
  vim.lsp.buf.rename("Taleban")
  until_true("the rename", function() return text(buffer):find("Taleban", 1, true) ~= nil end)

  client:stop()
  until_true("the end of the server", function() return client:is_stopped() end)
end

local ok, message = xpcall(finds_mends_and_renames, debug.traceback)
if not ok then io.stderr:write(message .. "\n") end
vim.cmd(ok and "qall!" or "cquit 1")
