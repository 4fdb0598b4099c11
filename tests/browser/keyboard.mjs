// The comment form, and the pages of a long plan, with the keyboard alone: Tab, Space, arrows and Enter; the focus is always to be seen.
import { Person, claim, run, screens, sleep, torino, valdora } from './lib.mjs';

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
  for (let presses = 0; presses < 400; presses += 1) {
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

/** The comment form. */
async function commenting(browser) {
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
  await p.close();
}

const size = page => page.$eval('.passages p', e => parseFloat(getComputedStyle(e).fontSize));

/** From the summary to the contents, a chapter, larger text, the search, and what changed: in a narrow window, with a keyboard. */
async function reading(browser) {
  const p = await Person.meet(browser, { screen: { ...screens.desk, width: 390, height: 844 } });
  await p.signIn('partecipante@example.org');
  const { page } = p;
  await page.bringToFront();
  await p.goto(`${torino}/piano/2`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const before = await page.evaluate(() => {
    const [short, text] = ['.plan-summary', '.passages'].map(at => document.querySelector(at));
    return Boolean(short && text && short.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  claim('the summary stands before the text', before);
  await tabTo(page, e => e.tag === 'SUMMARY' && e.text === 'Indice', 'the contents');
  claim('the contents are closed in a narrow window', !await page.$eval('details.toc', e => e.open));
  await page.keyboard.press('Enter');
  claim('Enter opens them', await page.$eval('details.toc', e => e.open));
  await tabTo(page, e => e.href.includes('/capitolo/'), 'a chapter in the contents');
  await enter(page);
  claim('Enter opens the chapter', p.path().includes('/capitolo/'), p.path());
  const small = await size(page);
  await tabTo(page, e => e.href.startsWith('/carattere/grande'), 'larger text');
  await enter(page);
  claim('the text is larger, on the same page', p.path().includes('/capitolo/') && await size(page) > small, `${p.path()} ${small} ${await size(page)}`);
  await tabTo(page, e => e.href.endsWith('/cerca'), 'the search');
  await enter(page);
  await tabTo(page, e => e.name === 'q', 'the words to look for');
  await page.keyboard.type('cooperative');
  await enter(page);
  claim('Enter finds the words, and the field keeps them', await page.$eval('#f-q', e => e.value) === 'cooperative' && await page.$('mark') !== null, await p.text());
  await tabTo(page, e => /#p\d+$/.test(e.href), 'a passage that was found');
  await enter(page);
  const there = await page.evaluate(() => document.querySelector(location.hash)?.getBoundingClientRect().top ?? -1);
  claim('Enter goes to the passage, in sight', there >= 0 && there < 844, `${page.url()} ${there}`);
  await tabTo(page, e => e.href.endsWith('/piano/novita'), 'what changed since');
  await enter(page);
  claim('Enter opens what changed since', p.path().endsWith('/piano/novita'), p.path());
  await tabTo(page, e => e.href.includes('/piano/confronto'), 'the changes, counted');
  await enter(page);
  claim('Enter opens the comparison', p.path().endsWith('/piano/confronto'), p.path());
  await p.close();
}

await run(async browser => {
  await commenting(browser);
  await reading(browser);
});
