/**
 * Lets the shell open without a connection (docs/decisions/0013). Asked for by those who are signed in, when the page has
 * nothing else to fetch: the way to the sign-in page is not made longer by it.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    // Where a browser refuses, all is as without it.
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
