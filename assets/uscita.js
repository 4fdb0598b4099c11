// After signing out nothing of the minutes that was read stays on this device: neither pages nor lines. What was written and is not
// sent yet stays, for whoever wrote it.
try {
  Object.keys(localStorage).filter(k => /^ascolto\.minutes\.\d+\.\d*\.(l\.|heard|present)/.test(k)).forEach(k => localStorage.removeItem(k));
  caches.delete('ascolto-minutes');
} catch { /* Nothing was kept here. */ }
