// Walks through the page as people do, by mouse, keyboard and finger, and runs axe on each state.
// Usage: node dev/check.mjs [url]
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://127.0.0.1:7071';
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let failed = 0;

async function open(query, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => {
    failed++;
    console.log('PAGE ERROR', error.message);
  });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${url}/${query}`);
  await page.waitForFunction(() => window.lianpian?.tilesSettled !== undefined);
  await page.waitForFunction(() => window.lianpian.tilesSettled());
  return page;
}

async function accessible(page, state) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, help, nodes } of violations) {
    failed++;
    console.log(`axe, ${state}: ${id}, ${help}\n  ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
  }
}

async function step(name, run) {
  try {
    await run();
    console.log('ok  ', name);
  } catch (error) {
    failed++;
    console.log('FAIL', name, error.message.split('\n').slice(0, 6).join('\n'));
    for (const context of browser.contexts()) await context.close();
  }
}

/** A community whose riverside verdict has shapes to draw. */
async function firstRow() {
  const get = async (path) => (await fetch(`${url}${path}`)).json();
  const { items } = await get('/api/themes/frontage/subjects?code=FIRST_ROW&limit=50');
  for (const item of items) {
    const { verdicts } = await get(`/api/communities/${encodeURIComponent(item.id)}`);
    const verdict = verdicts.find(({ analysis }) => analysis === 'FRONTAGE');
    if (verdict.shapes.features.length > 0 && !item.name.includes('<')) return item;
  }
  throw new Error('no community in the first row has shapes');
}

const id = (text) => `[data-testid=${text}]`;

await step('search by keyboard opens a community and its evidence', async () => {
  const page = await open('?theme=frontage');
  // one that has riverside evidence; areas and places of a like name may stand above it in the list
  const wanted = await firstRow();
  await page.keyboard.press('/');
  await page.keyboard.type(wanted.name);
  const hit = page.locator(`${id('search-result')}[data-id="${wanted.id}"]`);
  await hit.waitFor();
  await accessible(page, 'search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 10 && (await hit.getAttribute('aria-selected')) !== 'true'; i++) await page.keyboard.press('ArrowDown');
  assert.equal(await hit.getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await page.waitForSelector(id('verdict-FRONTAGE'));
  await page.waitForFunction(() => window.lianpian.evidenceCount() > 0);
  await page.locator(`${id('panel')} details`).evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await page.waitForSelector('.history li');
  await accessible(page, 'community');
  assert.equal(await page.locator(`${id('panel')} script, ${id('panel')} b`).count(), 0);
  await page.click(id('language-switch'));
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.match(page.url(), /lang=en/);
  await accessible(page, 'community, English');
  await page.keyboard.press('Escape');
  await page.waitForSelector(id('panel'), { state: 'hidden' });
  assert.equal(await page.evaluate(() => window.lianpian.evidenceCount()), 0);
  await page.goto(url);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en', 'language is remembered');
  await page.context().close();
});

await step('themes by arrow keys, class list by mouse', async () => {
  const page = await open('');
  await page.focus(id('theme-eligibility'));
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getAttribute(id('theme-frontage'), 'aria-checked'), 'true');
  await page.locator('.classes button').filter({ has: page.locator('.count', { hasText: /[1-9]/ }) }).first().click();
  await page.waitForSelector('.rows button');
  await page.hover('.rows button >> nth=1');
  await accessible(page, 'class list');
  await page.click('.rows button >> nth=0');
  await page.waitForSelector('.community');
  await page.context().close();
});

await step('planning: box, totals, create, merge, undo, redo', async () => {
  const page = await open('?theme=package');
  await page.click(id('plan-mode'));
  const map = await page.locator('#map').boundingBox();
  const drag = async (x, y, w, h) => {
    await page.keyboard.down('Shift');
    await page.mouse.move(map.x + x, map.y + y);
    await page.mouse.down();
    await page.mouse.move(map.x + x + w, map.y + y + h, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.waitForSelector(`${id('totals')} dl`);
  };
  const areas = () => page.locator(id('area')).count();
  const wait = (n) => page.waitForFunction((count) => document.querySelectorAll('[data-testid=area]').length === count, n);
  // back to where nobody has planned anything, or the boxes would hold members of areas
  await page.waitForSelector('.plan h3 >> nth=1');
  while (await page.isEnabled(id('undo'))) {
    await page.click(id('undo'));
    await page.waitForFunction(() => !document.querySelector('[data-testid=propose]').disabled);
  }
  const start = await areas();
  await drag(430, 160, 90, 150);
  await accessible(page, 'planning');
  await page.click(id('create-area'));
  await wait(start + 1);
  await drag(635, 160, 100, 150);
  await page.click(id('create-area'));
  await wait(start + 2);
  const ticks = page.locator(`${id('area')} input[type=checkbox]`);
  await ticks.nth(start).check();
  await ticks.nth(start + 1).check();
  await page.click(id('merge-areas'));
  await wait(start + 1);
  await page.keyboard.press('Control+z');
  await wait(start + 2);
  await page.keyboard.press('Control+y');
  await wait(start + 1);
  await accessible(page, 'areas');
  await page.context().close();
});

await step('a stale plan is told and loaded again', async () => {
  const one = await open('?panel=areas');
  const two = await open('?panel=areas');
  for (const page of [one, two]) await page.waitForSelector('.plan h3 >> nth=1');
  const statuses = [];
  for (const page of [one, two]) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/plan/propose'));
    await page.click(id('propose'));
    statuses.push((await answered).status());
  }
  assert.deepEqual(statuses, [200, 409]);
  await two.waitForSelector(id('toast'));
  await one.context().close();
  await two.context().close();
});

// latitude under lon, and a heading that nobody knows; what a clerk's spreadsheet saves
const LEDGER = '\ufeff小区名称,住户,lon,lat\n红岩新村,约120户,26.2670,117.6310\n工人新村,85,26.2680,117.6320\n';

async function importLedger(page) {
  const settled = () => page.waitForSelector(`${id('import-status')}[data-settled=true]`);
  await page.click(id('import-open'));
  await accessible(page, 'import');
  await page.setInputFiles(id('import-file'), { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(LEDGER) });
  await settled();
  for (const part of ['files', 'columns', 'positions', 'issues']) {
    await page.click(id(`import-step-${part}`));
    await accessible(page, `import, ${part}`);
    const wide = await page.evaluate(() => document.querySelector('.dialog-body').scrollWidth - document.querySelector('.dialog-body').clientWidth);
    assert.ok(wide <= 1, `${part} scrolls sideways by ${wide}`);
  }
  return settled;
}

await step('import: proposal by keyboard, column, message, put aside, give up', async () => {
  const page = await open('');
  const settled = await importLedger(page);
  await page.click(id('import-step-positions'));
  await page.focus(`${id('import-accept')} >> nth=0`);
  await page.keyboard.press('Space');
  await settled();
  // the tick keeps the keyboard although the step was written anew
  assert.equal(await page.evaluate(() => document.activeElement?.checked), true);
  await page.click(id('import-step-columns'));
  const odd = page.locator(id('import-column')).nth(1);
  await odd.selectOption('households');
  await settled();
  await page.click(id('import-step-issues'));
  await accessible(page, 'import checked');
  await page.locator('[data-key^="to-column"]').first().click();
  assert.equal(await odd.evaluate((node) => node === document.activeElement), true);
  await page.keyboard.press('Escape');
  await page.waitForSelector(id('import-dialog'), { state: 'hidden' });
  await accessible(page, 'import put aside');
  await page.click(id('import-resume'));
  await page.click(id('import-cancel'));
  await page.waitForSelector(id('import-bar'), { state: 'hidden' });
  await page.context().close();
});

await step('import on a phone', async () => {
  const page = await open('', { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });
  await importLedger(page);
  await page.context().close();
});

await step('phone: sheet, no sideways scroll, targets of 44 px', async () => {
  const page = await open('?theme=sewer', { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, summary, input[type=search]')]
      .filter((node) => node.offsetParent && node.getBoundingClientRect().height < 40 && !node.closest('[hidden]'))
      .map((node) => `${node.textContent} ${node.getBoundingClientRect().height}`),
  );
  assert.deepEqual(small, []);
  await page.tap('.legend summary');
  await page.locator('.classes button').filter({ has: page.locator('.count', { hasText: /[1-9]/ }) }).first().tap();
  await page.tap('.rows button >> nth=0');
  await page.waitForSelector('.community');
  await page.tap('.sheet-handle');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await accessible(page, 'phone');
  await page.context().close();
});

await browser.close();
console.log(failed === 0 ? 'all well' : `${failed} failures`);
process.exitCode = failed === 0 ? 0 : 1;
