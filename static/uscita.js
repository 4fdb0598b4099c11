(()=>{try{Object.keys(localStorage).filter(e=>/^ascolto\.minutes\.\d+\.\d*\.(l\.|heard|present)/.test(e)).forEach(e=>localStorage.removeItem(e)),caches.delete("ascolto-minutes")}catch{}})();
