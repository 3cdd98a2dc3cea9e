// Takes pictures of the page in the states people see. Usage: node dev/shots.mjs [url] [folder]
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://127.0.0.1:7071';
const folder = process.argv[3] ?? '/tmp/shots';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const only = process.argv[4];

async function shot(name, size, query, act) {
  if (only && !name.includes(only)) return;
  const phone = size === 'phone';
  const context = await browser.newContext({ viewport: SIZES[size], hasTouch: phone, isMobile: phone, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(name, message.text()));
  page.on('pageerror', (error) => console.log(name, 'PAGE ERROR', error.message));
  await page.goto(`${url}/${query}`);
  await page.waitForFunction(() => window.lianpian?.tilesSettled !== undefined);
  await page.waitForFunction(() => window.lianpian.tilesSettled());
  if (act) await act(page);
  await page.waitForFunction(() => window.lianpian.tilesSettled());
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) console.log(name, 'SCROLLS SIDEWAYS');
  await context.close();
}

const first = async () => (await (await fetch(`${url}/api/search?q=${encodeURIComponent('新村')}`)).json()).results[0]?.id ?? 'C001';
const id = process.env.ID ?? (await first());
for (const [lang, tag] of [['zh-CN', 'zh'], ['en', 'en']]) {
  for (const size of ['desk', 'phone']) {
    await shot(`${size}-${tag}-start`, size, `?lang=${lang}`);
    await shot(`${size}-${tag}-detail`, size, `?lang=${lang}&theme=frontage&id=${id}`, async (page) => {
      await page.click('[data-testid=show-evidence-FRONTAGE]');
      await page.waitForFunction(() => window.lianpian.evidenceCount() > 0);
      await page.waitForTimeout(900);
    });
  }
}
await shot('desk-zh-sewer', 'desk', `?theme=sewer&id=${id}`, async (page) => {
  await page.click('[data-testid=show-evidence-SEWER]').catch(() => {});
  await page.waitForTimeout(900);
});
await shot('desk-zh-plan', 'desk', '?theme=package', async (page) => {
  await page.click('[data-testid=rail-areas]');
  const box = await page.locator('#map').boundingBox();
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 430, box.y + 160);
  await page.mouse.down();
  await page.mouse.move(box.x + 620, box.y + 330, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.waitForSelector('[data-testid=totals] dl');
});
await shot('phone-zh-plan', 'phone', '?panel=areas');
await shot('desk-zh-list', 'desk', '?theme=sewer', (page) => page.click('[data-testid=legend] .classes button'));
await shot('desk-zh-search', 'desk', '', async (page) => {
  await page.fill('[data-testid=search-input]', '新');
  await page.waitForSelector('[data-testid=search-result]');
});
await browser.close();
