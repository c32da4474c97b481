import assert from 'node:assert/strict';
import type { Host } from '../../server/src/host.ts';
import { fileStatus } from '../../server/src/features/status.ts';
import { merged, readFolderSettings } from '../../server/src/lsp/settings.ts';
import { createOkrService } from '../../server/src/service.ts';
import { said } from '../../server/src/syntax/said.ts';

function hostWith(files: Readonly<Record<string, string>>): Host {
  return {
    today: () => '2026-11-10',
    list: () => Promise.resolve([]),
    exists: (uri) => Promise.resolve(uri in files),
    read: (uri) => {
      const text = files[uri];
      return Promise.resolve(
        text === undefined
          ? { kind: 'unreadable', problem: said`There is no permission to read it.` }
          : { kind: 'text', text, notUtf8At: null },
      );
    },
  };
}

describe('settings of workspace folders', () => {
  const text = 'cycle 2026-Q4\nobjective: A\n  kr: Improve response time\n';

  it('hold for the files of their folder', async () => {
    const host = hostWith({
      'file:///one/okr.config.json': '{ "rules": { "not-measurable": "off" } }',
      'file:///two/okr.config.json':
        '{ "rules": { "not-measurable": "error" }, "overrides": [{ "files": ["old/**"], "rules": { "not-measurable": "hint" } }] }',
    });
    const folders = ['file:///one', 'file:///two', 'file:///three'];
    const settings = await Promise.all(folders.map((folder) => readFolderSettings(host, folder)));
    const service = createOkrService();
    service.setToday('2026-11-10');
    service.configure(merged(settings, true));
    const severityIn = (uri: string): string | undefined => {
      service.set(uri, { kind: 'text', text, notUtf8At: null });
      return service
        .snapshot()
        .findings(uri)
        .find(({ code }) => code === 'OKR101')?.severity;
    };
    assert.equal(severityIn('file:///one/a.okr'), undefined);
    assert.equal(severityIn('file:///two/a.okr'), 'error');
    assert.equal(severityIn('file:///two/old/a.okr'), 'hint');
    assert.equal(severityIn('file:///three/a.okr'), 'warning');
  });

  it('say nothing of a file that is left out, and tell so', async () => {
    const host = hostWith({
      'file:///one/okr.config.json': '{ "ignore": ["drafts/**"] }',
      'file:///two/okr.config.json': '{ "extends": "strict", "ignore": ["*.old.okr"] }',
    });
    const uris = ['file:///one/drafts/a.okr', 'file:///one/a.okr', 'file:///two/drafts/a.okr', 'file:///two/a.old.okr'];
    for (const folders of [['file:///one'], ['file:///one', 'file:///two', 'file:///three']]) {
      const settings = await Promise.all(folders.map((folder) => readFolderSettings(host, folder)));
      const service = createOkrService();
      service.setToday('2026-11-10');
      service.configure(merged(settings, false));
      for (const uri of uris) service.set(uri, { kind: 'text', text: `${text}wieght 2\n`, notUtf8At: null });
      const several = folders.length > 1;
      const snapshot = service.snapshot();
      const told = uris.map((uri) => snapshot.findings(uri).length > 0);
      assert.deepEqual(told, [false, true, true, !several]);
      assert.equal(fileStatus(snapshot, 'file:///one/drafts/a.okr')?.ignored, true);
      assert.equal(fileStatus(snapshot, 'file:///one/a.okr')?.ignored, false);
      const source = fileStatus(snapshot, 'file:///two/a.old.okr');
      if (several) assert.deepEqual([source?.config, source?.ignored], ['okr.config.json', true]);
    }
  });

  it('raise severities in the folder whose preset raises them', async () => {
    const host = hostWith({ 'file:///two/okr.config.json': '{ "extends": "strict", "rules": { "OKR202": "info" } }' });
    const folders = ['file:///one', 'file:///two'];
    const service = createOkrService();
    service.setToday('2026-11-10');
    service.configure(merged(await Promise.all(folders.map((folder) => readFolderSettings(host, folder))), false));
    const severity = (uri: string): string | undefined => {
      service.set(uri, { kind: 'text', text, notUtf8At: null });
      const found = service.snapshot().findings(uri);
      return found.find(({ code }) => code === 'OKR301')?.severity;
    };
    assert.deepEqual([severity('file:///one/a.okr'), severity('file:///two/a.okr')], ['hint', 'info']);
  });

  it('are the defaults where there is no file, or one that cannot be read, which is told', async () => {
    const none = await readFolderSettings(hostWith({}), 'file:///one');
    assert.equal(none.file, null);
    const locked: Host = { ...hostWith({}), exists: () => Promise.resolve(true) };
    const { file, config } = await readFolderSettings(locked, 'file:///one');
    assert.equal(file?.diagnostics[0]?.message, 'There is no permission to read it.');
    assert.equal(config.rules.size, 0);
  });
});
