// On paper: what the browser's Print command makes of the public pages, read back by pdftotext. A document says what it is, when it
// was published and where it is found; what leads elsewhere, counts down or is pressed is not in it; nothing is cut.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Person, address, claim, run, screens, shots, torino, valdora } from './lib.mjs';

/// Words of navigation, of the countdown and of buttons, that no paper has.
const SCREEN = [/Vai al contenuto/, /Registrati/, /\bAccedi\b/, /Dimensione del testo/, /Commenta\b/, /Capitolo (successivo|precedente)/, /Stampa tutto/, /Tempo rimasto|Apre fra/, /La consultazione è (aperta|chiusa)/, /Scarica/, /affiancate/, /^.{0,200}dimostrazione/i];

const text = (file, ...how) => execFileSync('pdftotext', [...how, file, '-'], { encoding: 'utf8' });
const pages = file => Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1]);
const words = s => s.replace(/\s+/g, ' ');

/// The widest thing on the page, on a sheet of A4 between its margins, where that is wider than the sheet.
const tooWide = page => page.evaluate(() => {
  const sheet = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('main *')].filter(e => e.getClientRects().length && e.getBoundingClientRect().right > sheet + 1);
  return wide.map(e => `${e.tagName} ${Math.round(e.getBoundingClientRect().right)} > ${sheet}`).slice(0, 3);
});

async function printed(person, name, to) {
  await person.goto(to);
  const file = path.join(shots, `stampa-${name}.pdf`);
  const bytes = await person.page.pdf({ format: 'A4', preferCSSPageSize: false, printBackground: false });
  fs.writeFileSync(file, bytes);
  // 210 mm less two margins of 16 mm, at 96 pixels an inch.
  await person.page.setViewport({ width: 673, height: 1000 });
  await person.page.emulateMediaType('print');
  const wide = await tooWide(person.page);
  await person.page.emulateMediaType(null);
  await person.page.setViewport(person.screen);
  claim(`${name}: nothing is wider than the sheet`, wide.length === 0, wide.join('; '));
  const all = words(text(file));
  const found = SCREEN.filter(one => one.test(all));
  claim(`${name}: nothing of the screen`, found.length === 0, found.join(' '));
  const count = pages(file);
  claim(`${name}: has pages`, count > 0, count);
  const first = words(text(file, '-l', '1'));
  claim(`${name}: says where it is found`, first.replace(/ /g, '').includes(`${address}${to.split('?')[0]}`), first.slice(0, 300));
  return { all, first, count, raw: text(file, '-layout') };
}

/// The passages' codes on a page, and the headings that stand last on theirs.
const codes = of => [...new Set(of.match(/P-\d{3,}/g) ?? [])];

await run(async browser => {
  const visitor = await Person.meet(browser, { screen: screens.desk });
  const { page } = visitor;

  const whole = await printed(visitor, 'piano-intero', `${torino}/piano/2?tutto=si`);
  const title = words(await page.$eval('h1', e => e.textContent)).trim();
  const shown = await page.$$eval('.passages .passage-code', all => all.map(e => e.textContent.replace(/[^P\d-]/g, '')));
  claim('piano-intero: title, version and date come first', whole.first.includes(title) && /Versione 2, pubblicata il \d{1,2} \p{L}+ \d{4}/u.test(whole.first), whole.first.slice(0, 400));
  const missing = shown.map(c => /P-\d+/.exec(c)?.[0]).filter(c => c && !codes(whole.all).includes(c));
  claim('piano-intero: every passage with its code', missing.length === 0 && shown.length > 20, missing.slice(0, 5).join(' '));
  const headings = new Set(await page.$$eval('.passage-heading .passage-text', all => all.map(e => e.textContent.replace(/\s+/g, ' ').trim())));
  const last = whole.raw.split('\f').map(sheet => sheet.trimEnd().split('\n').at(-1)?.replace(/^\s*P-\d+\s+/, '').replace(/\s+/g, ' ').trim());
  claim('piano-intero: no heading stands last on its page', !last.slice(0, -2).some(line => headings.has(line)), last.filter(line => headings.has(line)).join(' | '));
  claim('piano-intero: it is the whole plan', !/una parte del piano/.test(whole.all));

  await visitor.goto(`${torino}/piano/2`);
  const link = await page.$$eval('main a', all => all.find(a => a.textContent.trim() === 'Stampa tutto il piano')?.getAttribute('href'));
  const long = await page.$('.plan-where') !== null;
  const chapter = await page.$eval('main a[href*="/capitolo/"]', a => a.getAttribute('href'));
  const part = await printed(visitor, 'capitolo', chapter.split('#')[0]);
  claim('capitolo: says which of how many it is', /Qui c’è solo una parte del piano: il capitolo \d+ di \d+/.test(part.first) && /tutto=si/.test(part.all), part.first.slice(0, 400));
  claim('capitolo: says of which plan and version', part.first.includes(title) && /Versione 2, pubblicata il/.test(part.first), part.first.slice(0, 400));
  claim('capitolo: the way to print all of it stands beside', await page.$$eval('main a', all => all.some(a => a.textContent.trim() === 'Stampa tutto il piano' && /tutto=si/.test(a.href))));
  claim('piano: a long plan offers to print all of it', !long || /tutto=si/.test(link ?? ''), link);

  const open = await printed(visitor, 'piano-aperto', `${valdora}/piano`);
  claim('piano-aperto: the table is there', /Sala della ex lavanderia/.test(open.all) && /Orario proposto/.test(open.all));
  claim('piano-aperto: says where this version stays', open.first.replace(/ /g, '').includes(`${address}${valdora}/piano/1`), open.first.slice(0, 300));
  const passage = await printed(visitor, 'passaggio', `${torino}/passaggi/12`);
  claim('passaggio: its code and its history', /P-012/.test(passage.first) && /Storia del passaggio/.test(passage.all));
  const compared = await printed(visitor, 'confronto', `${torino}/piano/confronto`);
  claim('confronto: which versions, and of when', /Versione 1 del \d+ .* versione 2 del \d+/.test(compared.first) && compared.first.includes(title), compared.first.slice(0, 400));
  claim('confronto: says where these two versions stay', compared.first.replace(/ /g, '').includes(`${torino}/piano/confronto?da=1&a=2`), compared.first.slice(0, 400));
  const report = await printed(visitor, 'resoconto', `${torino}/resoconto`);
  claim('resoconto: says what it is', /Resoconto/i.test(report.first), report.first.slice(0, 300));
  const process = await printed(visitor, 'percorso', valdora);
  claim('percorso: says what it is', process.first.includes(words(await page.$eval('h1', e => e.textContent)).trim()), process.first.slice(0, 300));
});
