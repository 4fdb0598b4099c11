// The comment form with the keyboard alone: Tab, Space, arrows and Enter; the focus is always to be seen.
import { Person, claim, run, sleep, valdora } from './lib.mjs';

const TEXT = 'Con la tastiera: propongo una rastrelliera.';

/** What has the focus, and whether one sees that it has. */
const focused = page => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const [box, style] = [e.getBoundingClientRect(), getComputedStyle(e)];
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  return { tag: e.tagName, name: e.name ?? '', value: e.value ?? '', id: e.id, text: e.textContent.trim().slice(0, 40), href: e.getAttribute('href') ?? '', ring, shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight };
});

/** Tabs on until it is there. */
async function tabTo(page, is, what) {
  const unseen = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now) continue;
    if (!now.ring || !now.shown) unseen.push(`${now.tag} ${now.name || now.text}${now.ring ? ' out of sight' : ' without a ring'}`);
    if (is(now)) return claim(`Tab reaches ${what}, the focus always to be seen`, unseen.length === 0, unseen.join('; '));
  }
  claim(`Tab reaches ${what}`, false);
  throw new Error(`Tab never reached ${what}`);
}

const enter = page => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);

await run(async browser => {
  const p = await Person.meet(browser);
  await p.signIn('partecipante@example.org');
  const { page } = p;
  await page.bringToFront();
  await p.goto(`${valdora}/passaggi/3`);
  await page.keyboard.press('Tab');
  claim('the first stop is the link past the header', (await focused(page))?.href === '#main');
  await page.keyboard.press('Enter');
  await tabTo(page, e => e.href.includes('/commenta'), 'the button beside the passage');
  await enter(page);
  claim('Enter opens the form', p.path() === `${valdora}/commenta`, p.path());
  await page.$eval('main form', form => { form.noValidate = true; });
  await tabTo(page, e => e.name === 'passo' && e.value === 'invia', 'the button that sends');
  await enter(page);
  await sleep(200);
  claim('the summary of errors gets the focus', await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary') ?? false));
  await page.keyboard.press('Tab');
  const first = await focused(page);
  claim('Tab goes to its first link', first?.href.startsWith('#'), JSON.stringify(first));
  await page.keyboard.press('Enter');
  await sleep(100);
  const field = await page.evaluate(() => document.activeElement?.closest('.field') !== null || location.hash !== '');
  claim('Enter on it goes to the field', field);
  await p.goto(`${valdora}/commenta?passaggio=3`);
  await tabTo(page, e => e.name === 'kind', 'the kinds');
  await page.keyboard.press('Space');
  await tabTo(page, e => e.name === 'text', 'the text');
  await page.keyboard.type(TEXT);
  await tabTo(page, e => e.name === 'shown', 'whether it is shown');
  await page.keyboard.press('Space');
  await tabTo(page, e => e.name === 'passo' && e.value === 'anteprima', 'the preview');
  await enter(page);
  claim('the preview holds the text', await p.says(TEXT), (await p.text()).slice(0, 400));
  await tabTo(page, e => e.name === 'passo' && e.value === 'invia', 'the button that sends, in the preview');
  await enter(page);
  claim('the receipt', /\/ricevuta$/.test(p.path()), p.path());
});
