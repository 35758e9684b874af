import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const touchEvery = 2_000;
const deadAfter = 30_000;
const giveUpAfter = 15 * 60_000;

/**
 * Takes the lock that two builds of one working copy share, and answers the function that gives it back. The holder
 * touches the file while it lives; one that was not touched for half a minute belongs to a build that was killed.
 */
export async function takeLock(file) {
  const began = Date.now();
  let told = false;
  for (;;) {
    const token = `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    if (create(file, token)) return hold(file, token);
    if (abandoned(file)) continue;
    if (Date.now() - began > giveUpAfter) throw new Error(`Another build holds ${file}. If none runs, delete it.`);
    if (!told) console.log('Another build is making the page; waiting for it.');
    told = true;
    await delay(200);
  }
}

/** Takes a dead build's lock away; true where it is gone. */
function abandoned(file) {
  let token;
  try {
    if (Date.now() - fs.statSync(file).mtimeMs < deadAfter) return false;
    token = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
  // Of all who see the dead lock only the one that makes this file may remove it, so none removes its successor. The
  // file stays, for the slowest of them.
  if (!create(`${file}.${token}`, '')) return false;
  fs.rmSync(file, { force: true });
  return true;
}

function create(file, text) {
  try {
    fs.writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function hold(file, token) {
  const touch = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), touchEvery);
  touch.unref();
  const release = () => {
    clearInterval(touch);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === token) fs.rmSync(file, { force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      release();
      process.exit(1);
    });
  }
  return release;
}
