// The citizen's part without JavaScript: reading, writing, registering, confirming, sending, the receipt.
import { Person, claim, password, run, screens, valdora } from './lib.mjs';

const email = `senza.script.${Date.now().toString(36)}@example.org`;
const TEXT = 'Senza script: chiedo più ombra lungo il viale.';

// Puppeteer's own code runs in the page all the same, so every step here is a real click on a real control.
async function click(p, selector) {
  const target = await p.page.waitForSelector(selector, { timeout: 15_000 });
  await target.scrollIntoView();
  await Promise.all([p.page.waitForNavigation({ waitUntil: 'load' }), target.click()]);
}
const tick = (p, name, value) => p.page.$(`[name="${name}"][value="${value}"]`).then(e => e.click());

await run(async browser => {
  const p = await Person.meet(browser, { script: false, screen: { ...screens.phone, isMobile: false, hasTouch: false } });
  await p.goto('/');
  claim('scripts do not run', await p.page.$('script') !== null && !(await p.page.$('html.js')));
  await click(p, `main a[href="${valdora}"]`);
  await click(p, `main a[href^="${valdora}/piano"]`);
  await p.goto(`${valdora}/passaggi/2`);
  await click(p, 'main a[href*="/commenta"]');
  await p.page.$eval('main form', form => { form.noValidate = true; });
  await click(p, 'button[name=passo][value=anteprima]');
  claim('errors are listed with links to their fields', (await p.page.$$('[data-error-summary] a[href^="#"]')).length >= 2, await p.text());
  for (const href of await p.page.$$eval('[data-error-summary] a', all => all.map(e => e.getAttribute('href')))) {
    claim(`the link ${href} leads to a field`, await p.page.$(`[id="${href.slice(1)}"]`) !== null);
  }
  await tick(p, 'kind', 'question');
  await tick(p, 'shown', 'si');
  await p.page.type('textarea[name=text]', TEXT);
  await click(p, 'button[name=passo][value=anteprima]');
  claim('the preview holds the text', await p.says(TEXT));
  await click(p, 'button[name=passo][value=invia]');
  await click(p, 'main a[href^="/registrati"]');
  await p.page.type('[name=name]', 'Persona Senzascript');
  await p.page.type('[name=email]', email);
  await p.page.type('[name=password]', password);
  await click(p, 'main form .btn-primary');
  claim('registered', p.path() === '/registrati/inviata', p.path());
  for (let tries = 0; tries < 60; tries += 1) {
    await p.goto('/demo/posta');
    const meta = await p.page.$eval('main .queue-item', e => e.textContent);
    if (meta.includes(email)) break;
    await new Promise(done => setTimeout(done, 500));
  }
  await click(p, 'main .queue-item .queue-title');
  await click(p, 'main a[href*="/conferma/"]');
  await p.page.type('[name=password]', password);
  await click(p, 'main form .btn-primary');
  if (p.path() !== '/riprendi') await p.goto('/riprendi');
  claim('the text waits', (await p.page.$eval('textarea[name=text]', e => e.value)) === TEXT);
  await click(p, 'button[name=passo][value=invia]');
  claim('the receipt', /\/contributi\/\d+\/ricevuta$/.test(p.path()) && await p.says(TEXT), p.path());
  await p.goto('/i-miei-contributi');
  claim('it is among my contributions', await p.says('più ombra'));
  await click(p, 'header form[action="/esci"] button, header .site-button');
  claim('signed out', await p.page.$('header a[href^="/accedi"]') !== null);
});
