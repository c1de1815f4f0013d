import { useEffect, useState } from 'react';

const KEY = 'pejling.shortcut.next';

/** Ctrl+Enter (⌘+Enter) for Næste punkt; can be switched off on this device (WCAG 2.1.4). */
export function useNextShortcut(goOn: () => void): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) !== 'off');
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      goOn();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [on, goOn]);
  const choose = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, choose];
}
