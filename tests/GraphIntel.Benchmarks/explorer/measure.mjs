// Measures the explorer of a server: node measure.mjs URL. It prints a table with the bars, and ends with 1 if one is
// exceeded by half. CHROMIUM_PATH, else /usr/bin/chromium.
import { chromium } from 'playwright-core';

const [url] = process.argv.slice(2);
if (!url) throw new Error('Expected the address of a server: node measure.mjs http://localhost:5080/');
const endpoint = new URL('/graphql', url).href;
const shown = 500;
const neighbors = 50;

const query = async (text, variables = {}) => {
  const response = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: text, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
};
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const results = [];
const record = (name, value, bar, unit, isMinimum = false) => results.push({ name, value, bar, unit, isMinimum });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

/** Opens a state in a new browser context, and notes when its graph was drawn, in milliseconds of the page. */
async function open(fragment) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('.graph-canvas[data-settled=true]')) window.drawnAt = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(new URL('/' + fragment, url).href);
  await page.waitForFunction(() => window.drawnAt !== undefined, undefined, { timeout: 120_000 });
  return { context, page };
}

async function firstView(hub) {
  const paints = [];
  const drawings = [];
  let bytes = 0;
  for (let run = 0; run < 5; run++) {
    const { context, page } = await open(`#n=${hub}&s=${hub}`);
    const [paint, drawn, scripts] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0].startTime,
      window.drawnAt,
      performance.getEntriesByType('resource').filter((one) => /\.m?js$/.test(new URL(one.name).pathname)).reduce((sum, one) => sum + one.encodedBodySize, 0),
    ]);
    paints.push(paint);
    drawings.push(drawn);
    bytes = scripts;
    await context.close();
  }
  record('JavaScript of the first view, compressed', bytes / 1024, 300, 'KB');
  record('first contentful paint', median(paints), 600, 'ms');
  record('first graph drawn', median(drawings), 2000, 'ms');
}

const positions = (page) => page.evaluate(() =>
  Object.fromEntries(document.querySelector('.graph-canvas')._cyreg.cy.nodes().map((node) => [node.id(), [node.position('x'), node.position('y')]])));

async function large(hub) {
  const { neighborhood } = await query('query ($of: [ID!]!) { neighborhood(of: $of, depth: 3, maxNodes: 500) { nodes { id } } }', { of: [hub] });
  const ids = neighborhood.nodes.map((node) => node.id).slice(0, shown - neighbors);
  const { page, context } = await open('#' + ids.map((id) => `n=${encodeURIComponent(id)}`).join('&') + `&s=${encodeURIComponent(hub)}`);
  const count = await page.evaluate(() => {
    const { cy } = document.querySelector('.graph-canvas')._cyreg;
    return [cy.nodes().length, cy.edges().length];
  });
  await frames(page, count);
  await day(page);

  const before = await positions(page);
  await page.evaluate(() => {
    const canvas = document.querySelector('.graph-canvas');
    new MutationObserver(() => {
      if (canvas.dataset.settled === 'true') window.settledAt = performance.now();
    }).observe(canvas, { attributes: true });
    canvas.focus();
    addEventListener('keydown', () => { window.pressedAt = performance.now(); }, { capture: true });
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction((nodes) => document.querySelector('.graph-canvas')._cyreg.cy.nodes().length > nodes, count[0], { timeout: 60_000 });
  const took = await page.evaluate(() => window.settledAt - window.pressedAt);
  const after = await positions(page);
  const moved = Object.keys(before).filter((id) => before[id][0] !== after[id][0] || before[id][1] !== after[id][1]).length;
  const added = Object.keys(after).length - Object.keys(before).length;
  record(`expanding by ${added} in a graph of ${Object.keys(before).length}`, took, 600, 'ms');
  record('placed nodes that moved', moved, 0, '');
  await context.close();
}

async function frames(page, [nodes, edges]) {
  const { x, y, width, height } = await page.locator('.graph-canvas').boundingBox();
  await page.evaluate(() => {
    window.frames = 0;
    const count = () => { window.frames += 1; requestAnimationFrame(count); };
    requestAnimationFrame(count);
    document.querySelector('.graph-canvas')._cyreg.cy.userZoomingEnabled(false);
  });
  await page.mouse.move(x + width - 120, y + 40);
  await page.mouse.down();
  const start = Date.now();
  const first = await page.evaluate(() => window.frames);
  for (let step = 0; Date.now() - start < 3_000; step++) await page.mouse.move(x + width - 120 - 100 * Math.abs(Math.sin(step / 20)), y + 40 + (height / 4) * Math.abs(Math.sin(step / 30)));
  const drawn = (await page.evaluate(() => window.frames)) - first;
  const seconds = (Date.now() - start) / 1000;
  await page.mouse.up();
  record(`panning ${nodes} nodes and ${edges} relationships`, drawn / seconds, 40, 'frames/s', true);
}

/** From a key on the day's slider to the last answer that it asked for, and the frame after it. */
async function day(page) {
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  const slider = page.getByRole('slider', { name: 'Day' });
  await slider.focus();
  await page.waitForTimeout(1_000);
  const times = [];
  for (let run = 0; run < 15; run++) {
    const start = await page.evaluate(() => {
      performance.clearResourceTimings();
      return performance.now();
    });
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(500);
    const end = await page.evaluate(() => Math.max(0, ...performance.getEntriesByType('resource').filter((one) => one.name.endsWith('/graphql')).map((one) => one.responseEnd)));
    if (end > 0) times.push(end - start);
  }
  record('dragging the day', median(times), 150, 'ms');
}

try {
  const { events } = await query('{ events { aggregate { groups { participants(first: 1) { node { id } } } } } }');
  const hub = events.aggregate.groups.participants[0].node.id;
  await firstView(hub);
  await large(hub);
} finally {
  await browser.close();
}

const isMissed = ({ value, bar, isMinimum }, factor) => (isMinimum ? value * factor < bar : value > bar * factor);
for (const result of results) {
  const { name, value, bar, unit, isMinimum } = result;
  console.log(`${name.padEnd(58)} ${value.toFixed(0).padStart(7)} ${unit.padEnd(9)} ${isMinimum ? 'at least' : 'at most'} ${bar} ${isMissed(result, 1) ? 'missed' : 'met'}`);
}
process.exitCode = results.some((result) => isMissed(result, 1.5)) ? 1 : 0;
