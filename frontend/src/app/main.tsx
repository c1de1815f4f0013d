import '#ui/styles.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, storedTheme } from '#ui/theme.ts';
import { Languages } from './intl.tsx';
import { WholeFault } from './WholeFault.tsx';

applyTheme(storedTheme());

const signedIn = () => import('./App.tsx');
const atTheDoor = /^\/(log-ind$|invitation\/)/.test(window.location.pathname);
const App = lazy(async () => ({ default: (await signedIn()).App }));
const Door = lazy(async () => ({ default: (await import('./DoorFrame.tsx')).DoorFrame }));
// The screen in the room is nobody's, and carries nothing of what lies behind the door.
const inTheRoom = /^\/skaerm\/?$/.test(window.location.pathname);
const Projector = lazy(async () => ({ default: (await import('../projector/Projector.tsx')).Projector }));
// Whoever answers an indkaldelse from a mail needs no more than that page.
const replyTo = /^\/svar\/([^/]+)\/?$/.exec(window.location.pathname)?.[1];
const Reply = lazy(async () => ({ default: (await import('./ReplyFrame.tsx')).ReplyFrame }));
const ahead = () => void signedIn();
// Asked by name, so that a finished build carries nothing of it.
const Gallery = import.meta.env.DEV
  ? lazy(async () => ({ default: (await import('#ui/gallery/Gallery.tsx')).Gallery }))
  : null;
const inGallery = Gallery !== null && window.location.pathname === '/_ui';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Languages>
      <WholeFault>
        <Suspense fallback={null}>
          {inGallery && Gallery ? (
            <Gallery />
          ) : atTheDoor ? (
            <Door ahead={ahead} />
          ) : inTheRoom ? (
            <Projector />
          ) : replyTo ? (
            <Reply token={replyTo} />
          ) : (
            <App />
          )}
        </Suspense>
      </WholeFault>
    </Languages>
  </StrictMode>,
);
