import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepare, settingsIn, versionOf } from './settings.ts';

/** Opens the plan, asks what a person would ask, and prints the answers as one line of JSON. */
const DRIVER = `
vim.cmd('edit support.okr')
local buffer = vim.api.nvim_get_current_buf()
vim.wait(20000, function()
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.code == 'OKR101' then return true end
  end
  return false
end, 50)
local codes = {}
for _, found in ipairs(vim.diagnostic.get(buffer)) do table.insert(codes, found.code) end
local function ask(method, line, character)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = line, character = character },
    context = { includeDeclaration = true },
  }
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local hover = ask('textDocument/hover', 4, 30)
local place
vim.wait(20000, function()
  local found = ask('textDocument/definition', 7, 16) or {}
  place = found[1] or found
  return place.uri ~= nil or place.targetUri ~= nil
end, 50)
local answer = {
  filetype = vim.bo.filetype,
  codes = codes,
  hover = hover and hover.contents.value or '',
  definition = place.targetUri or place.uri or '',
}
io.stdout:write(vim.fn.json_encode(answer) .. '\\n')
vim.cmd('quitall!')
`;

const version = versionOf('nvim');

describe('Neovim', function () {
  this.timeout(60_000);

  it('works with the settings of docs/editors.md', function () {
    // Neovim is not part of the project's own tools.
    if (version === null) this.skip();
    const [recent, older] = settingsIn('lua');
    const minor = Number(/v0\.(\d+)/.exec(version)?.[1] ?? 99);
    const settings = minor >= 11 ? recent : older;
    assert.ok(settings !== undefined);
    const { folder, env } = prepare();
    const init = join(dirname(folder), 'init.lua');
    const driver = join(dirname(folder), 'driver.lua');
    writeFileSync(init, settings);
    writeFileSync(driver, DRIVER);
    const run = spawnSync('nvim', ['--headless', '--noplugin', '-n', '-u', init, '-c', `luafile ${driver}`], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 50_000,
    });
    rmSync(dirname(folder), { recursive: true, force: true });
    const line = run.stdout.split('\n').find((each) => each.startsWith('{'));
    assert.ok(line !== undefined, `${version} said:\n${run.stdout}${run.stderr}`);
    const answer: unknown = JSON.parse(line);
    assert.ok(typeof answer === 'object' && answer !== null && 'codes' in answer && Array.isArray(answer.codes));
    assert.ok(answer.codes.includes('OKR101'), line);
    assert.ok(!answer.codes.includes('OKR006'), 'the other file of the folder was not read');
    assert.ok('filetype' in answer && answer.filetype === 'okr');
    assert.ok('hover' in answer && /Answers that end the matter/.test(String(answer.hover)), line);
    assert.ok('definition' in answer && /company\.okr$/.test(String(answer.definition)), line);
  });
});
