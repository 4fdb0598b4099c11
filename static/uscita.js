(()=>{try{Object.keys(localStorage).filter(e=>/^ascolto\.minutes\.\d+\.\d*\.(l\.|heard)/.test(e)).forEach(e=>localStorage.removeItem(e)),caches.delete("ascolto-minutes")}catch{}})();
