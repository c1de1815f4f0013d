import { useEffect } from 'react';

/** Keeps the screen lit as long as the page is seen, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    const keep = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const got = await navigator.wakeLock?.request('screen');
        if (ended) void got?.release();
        else lock = got ?? null;
      } catch {
        // Low battery, or not allowed here: the screen then sleeps as it is set to.
      }
    };
    void keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', keep);
      void lock?.release();
    };
  }, []);
}
