import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 2_000;
const staleMs = 30_000;
const timeoutMs = 15 * 60_000;

/**
 * Acquires the lock shared by the builds of one working copy, and returns the function that releases it. The holder
 * updates the file's modification time; a lock that was not updated for 30 seconds belongs to a build that was killed.
 */
export async function acquireLock(file) {
  const start = Date.now();
  let isReported = false;
  for (;;) {
    const token = `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
    if (create(file, token)) return hold(file, token);
    if (removeStale(file)) continue;
    if (Date.now() - start > timeoutMs) throw new Error(`Another build holds the lock ${file}. If no build is running, delete the file.`);
    if (!isReported) console.log('Waiting for another build of the pages.');
    isReported = true;
    await delay(200);
  }
}

/** Removes the lock of a build that was killed; true if the lock no longer exists. */
function removeStale(file) {
  let token;
  try {
    if (Date.now() - fs.statSync(file).mtimeMs < staleMs) return false;
    token = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
  // Only the process that creates this file may remove the stale lock, so that no process removes a later lock. The file
  // is kept, because other processes may still check the same stale lock.
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
  const touch = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), heartbeatMs);
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
