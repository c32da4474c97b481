import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepare, settingsIn, versionOf } from './settings.ts';

/** Opens the plan with eglot, waits for what Flymake shows, follows the reference, and prints both. */
const DRIVER = `
(require 'eglot)
(setq eglot-connect-timeout 20 eglot-sync-connect t)
(load (expand-file-name "init.el" (file-name-directory load-file-name)))
(find-file "support.okr")
(unless (eglot-current-server) (apply #'eglot--connect (eglot--guess-contact)))
(defun okr-wait (done)
  (let ((until (+ (float-time) 20)))
    (while (and (not (funcall done)) (< (float-time) until))
      (accept-process-output nil 0.05))))
(flymake-mode 1)
(flymake-start)
(okr-wait (lambda () (flymake-diagnostics)))
(goto-char (point-min))
(search-forward "supports: lo")
(let (found)
  (okr-wait (lambda ()
    (setq found (ignore-errors (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))))
  (princ (format "MODE %s\\n" major-mode))
  (dolist (each (flymake-diagnostics)) (princ (format "FOUND %s\\n" (flymake-diagnostic-text each))))
  (dolist (each found) (princ (format "AT %s\\n" (xref-location-group (xref-item-location each))))))
(kill-emacs 0)
`;

const version = versionOf('emacs');

describe('Emacs with eglot', function () {
  this.timeout(90_000);

  it('works with the settings of docs/editors.md', function () {
    // Neither is part of the project's own tools, and eglot is not part of older versions of Emacs.
    if (version === null || !hasEglot()) this.skip();
    const [settings] = settingsIn('elisp');
    assert.ok(settings !== undefined);
    const { folder, env } = prepare();
    const driver = join(dirname(folder), 'driver.el');
    writeFileSync(join(dirname(folder), 'init.el'), settings);
    writeFileSync(driver, DRIVER);
    const run = spawnSync('emacs', ['--batch', '--load', driver], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 80_000,
    });
    rmSync(dirname(folder), { recursive: true, force: true });
    const said = `${version} said:\n${run.stdout}${run.stderr}`;
    assert.match(run.stdout, /^MODE okr-mode$/m, said);
    assert.match(run.stdout, /^FOUND .*no number, count or yes\/no outcome to measure/m, said);
    assert.match(run.stdout, /^AT .*company\.okr$/m, said);
  });
});

function hasEglot(): boolean {
  return spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"]).status === 0;
}
