import '#ui/styles.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, storedTheme } from '#ui/theme.ts';
import { Languages } from './intl.tsx';

applyTheme(storedTheme());

const signedIn = () => import('./App.tsx');
const atTheDoor = /^\/(log-ind$|invitation\/)/.test(window.location.pathname);
const App = lazy(async () => ({ default: (await signedIn()).App }));
const Door = lazy(async () => ({ default: (await import('../identity/Door.tsx')).Door }));
const ahead = () => void signedIn();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Languages>
      <Suspense fallback={null}>{atTheDoor ? <Door ahead={ahead} /> : <App />}</Suspense>
    </Languages>
  </StrictMode>,
);
