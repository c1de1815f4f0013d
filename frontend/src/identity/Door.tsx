import { useEffect, type ReactNode } from 'react';
import { Invitation } from './Invitation.tsx';
import { SignIn } from './SignIn.tsx';

/** The pages before one is signed in, without anything of what lies behind them. */
export function Door({ ahead, language, foot }: { ahead: () => void; language: ReactNode; foot: ReactNode }) {
  // What comes after is fetched while the person writes.
  useEffect(() => {
    const idle = window.setTimeout(ahead, 1_000);
    return () => window.clearTimeout(idle);
  }, [ahead]);
  const token = /^\/invitation\/([^/]+)/.exec(window.location.pathname)?.[1];
  return token ? (
    <Invitation token={token} language={language} foot={foot} />
  ) : (
    <SignIn onSignedIn={enter} language={language} foot={foot} />
  );
}

/** A whole page load after signing in: nothing of whoever was here before stays in memory. */
function enter(): void {
  const to = new URLSearchParams(window.location.search).get('til') ?? '/';
  window.location.assign(to.startsWith('/') && !to.startsWith('//') ? to : '/');
}
