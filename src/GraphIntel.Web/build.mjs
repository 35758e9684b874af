// Builds the explorer and the playground: node build.mjs [output [list of inputs]]. It restores the packages if they changed, checks the
// types, bundles into obj, and then moves the result to the output folder. Concurrent builds of one working copy run one
// after another; by the list of inputs, one file per line, the second detects that the output is up to date. The
// modification time of the output's index.html is the start of the build, so a file saved during the build is newer.
//
// Exit codes: 0 built or up to date, 2 packages could not be restored, 1 other errors.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireLock } from './build-lock.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const work = path.join(root, 'obj');
const output = path.resolve(process.argv[2] ?? path.join(root, '../GraphIntel.Server/wwwroot/web'));
const page = path.join(output, 'index.html');
const restored = path.join(root, 'node_modules/.restored');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const packages = ['package.json', 'package-lock.json', '.npmrc'].map((name) => path.join(root, name));
const list = process.argv[3];

fs.mkdirSync(work, { recursive: true });
const release = await acquireLock(path.join(work, 'build.lock'));
try {
  process.exitCode = await build();
} finally {
  release();
}

async function build() {
  if (list && isNewer(page, [list, ...fs.readFileSync(list, 'utf8').split(/\r?\n/).filter(Boolean)])) return 0;

  if (!isNewer(restored, packages)) {
    const began = new Date();
    if ((await run(npm, ['ci', '--no-audit', '--no-fund'])) !== 0) return 2;
    fs.writeFileSync(restored, '');
    fs.utimesSync(restored, began, began);
  }

  const began = new Date();
  const fresh = path.join(work, 'page');
  const old = path.join(work, 'old');
  if ((await run(npm, ['run', '--silent', 'check'])) !== 0) return 1;
  const bundle = ['exec', '--', 'vite', 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  if ((await run(npm, bundle)) !== 0) return 1;
  fs.utimesSync(path.join(fresh, 'index.html'), began, began);

  fs.rmSync(old, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(output), { recursive: true });
  if (fs.existsSync(output)) fs.renameSync(output, old);
  fs.renameSync(fresh, output);
  fs.rmSync(old, { recursive: true, force: true });
  return 0;
}

/** Whether the target exists and is not older than any of the inputs. */
function isNewer(target, inputs) {
  const made = fs.statSync(target, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && inputs.every((input) => (fs.statSync(input, { throwIfNoEntry: false })?.mtimeMs ?? 0) <= made);
}

/** Runs a command in this folder and returns its exit code; 127, as in a shell, if it cannot be started. */
function run(command, args) {
  return new Promise((resolve) => {
    // On Windows a .cmd file requires the shell.
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
