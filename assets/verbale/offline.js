// The page is shown again when there is no network: verbale-sw.js keeps it, with the files it is made of.
import { root } from './page.js';

export async function keepPage() {
  try {
    await navigator.serviceWorker.register(root.dataset.worker, { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('/static/'));
    active.postMessage({ page: location.pathname, files });
  } catch { /* A browser without it shows the page while there is network. */ }
}
