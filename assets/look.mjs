// Photographs gallery.html (or the addresses given) at phone and desktop widths, in print, and runs axe-core: `node look.mjs [address ...]`. Needs Chromium.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const pages = process.argv.length > 2 ? process.argv.slice(2) : [pathToFileURL(path.join(here, 'gallery.html')).href];
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'look-'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium', userDataDir: profile, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--allow-file-access-from-files'],
});
fs.mkdirSync(path.join(here, 'shots'), { recursive: true });
let bad = 0;
try {
  for (const [i, address] of pages.entries()) {
    for (const width of [320, 390, 1280]) {
      const page = await browser.newPage();
      page.on('console', m => { if (['error', 'warn'].includes(m.type())) { bad++; console.log(width, m.text()); } });
      page.on('pageerror', e => { bad++; console.log(width, String(e)); });
      await page.setViewport({ width, height: 900, isMobile: width < 768, hasTouch: width < 768 });
      await page.goto(address, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      const wide = await page.evaluate(() => [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-scroll, .visually-hidden, .skiplink') && !e.matches('.table-scroll'))
        .map(e => `${e.tagName}.${e.className}`).slice(0, 5));
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide.length || scrolls > 0) { bad++; console.log(width, 'too wide by', scrolls, wide); }
      await page.evaluate(fs.readFileSync(path.join(here, 'vendor', 'axe.min.js'), 'utf8'));
      const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
      for (const v of violations) { bad++; console.log(width, v.id, v.impact, v.nodes.map(n => n.target.join(' ') + (n.any[0] ? ` (${n.any[0].message})` : '')).slice(0, 4)); }
      await page.screenshot({ path: path.join(here, 'shots', `${i}-${width}.png`), fullPage: true });
      if (width === 1280) await page.pdf({ path: path.join(here, 'shots', `${i}.pdf`), format: 'A4' });
      await page.close();
    }
  }
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
}
console.log(bad ? `${bad} complaints` : 'no complaints');
process.exit(bad ? 1 : 0);
