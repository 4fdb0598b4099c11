// The page is shown again when there is no network: verbale-sw.js keeps it, with the files it is made of.
import { root } from './page.js';
import { drop, names } from './kept.js';
import { due, term } from '../keeping.js';

export async function keepPage() {
  try {
    await navigator.serviceWorker.register(root.dataset.worker, { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('/static/'));
    active.postMessage({ files });
    due(term());
  } catch { /* A browser without it shows the page while there is network. */ }
}

/// Who may not read the minutes does not keep what was read of them. What was written stays.
export function forgetRead() {
  for (const name of [...names('l.'), 'heard', 'present', 'until']) drop(name);
}
