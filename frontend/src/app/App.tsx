import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { RouterProvider as AriaRouter } from 'react-aria-components';
import { createBrowserRouter, Navigate, Outlet, RouterProvider, useHref, useLocation, useNavigate } from 'react-router';
import { LiveRegion } from '#ui/LiveRegion.tsx';
import { Invitation } from '../identity/Invitation.tsx';
import { SignIn } from '../identity/SignIn.tsx';
import { VIEWER } from '../identity/parts/viewer.documents.ts';
import { firstPage, ViewerContext } from '../identity/parts/viewer.ts';
import { LiveProvider } from '../live/parts/live-context.tsx';
import { newClient } from '../platform/parts/apollo.ts';
import { SavedProvider, useSaved } from '../platform/parts/saved.tsx';
import { Languages } from './intl.tsx';
import { FaultWords, PageFault } from './PageFault.tsx';
import { pages } from './routes.tsx';
import { Shell } from './Shell.tsx';

/** Everything round the pages. */
export function App() {
  return (
    <Languages>
      <LiveRegion>
        <SavedProvider>
          <Connected />
        </SavedProvider>
      </LiveRegion>
    </Languages>
  );
}

function Connected() {
  const { connected } = useSaved();
  const onSignedOut = useCallback(() => {
    if (window.location.pathname === '/log-ind') return;
    const here = `${window.location.pathname}${window.location.search}`;
    window.location.assign(`/log-ind?til=${encodeURIComponent(here)}`);
  }, []);
  const client = useMemo(() => newClient({ onConnection: connected, onSignedOut }), [connected, onSignedOut]);
  const router = useMemo(() => {
    const leave = () => {
      void client.clearStore().then(() => window.location.assign('/log-ind'));
    };
    return createBrowserRouter([
      {
        element: <WithLinks />,
        ErrorBoundary: PageFault,
        children: [
          { path: '/log-ind', element: <SignInPage /> },
          { path: '/invitation/:token', element: <Invitation /> },
          {
            element: <SignedIn />,
            children: [{ element: <Shell onSignedOut={leave} />, ErrorBoundary: PageFault, children: pages }],
          },
        ],
      },
    ]);
  }, [client]);
  return (
    <ApolloProvider client={client}>
      <RouterProvider router={router} />
    </ApolloProvider>
  );
}

/** React Aria's links go through the router. */
function WithLinks() {
  const navigate = useNavigate();
  return (
    <AriaRouter navigate={(to) => void navigate(to)} useHref={useHref}>
      <Outlet />
    </AriaRouter>
  );
}

function SignInPage() {
  // A whole page load after signing in: nothing of whoever was here before stays in memory.
  const enter = () => {
    const to = new URLSearchParams(window.location.search).get('til') ?? '/';
    window.location.assign(to.startsWith('/') && !to.startsWith('//') ? to : '/');
  };
  return <SignIn onSignedIn={enter} />;
}

/** The pages of somebody signed in; others come to the sign-in page, and back again afterwards. */
function SignedIn() {
  const { connected } = useSaved();
  const location = useLocation();
  const navigate = useNavigate();
  const { data, error } = useQuery(VIEWER, { fetchPolicy: 'cache-first' });
  const out = useCallback(() => {
    const here = `${window.location.pathname}${window.location.search}`;
    void navigate(`/log-ind?til=${encodeURIComponent(here)}`);
  }, [navigate]);
  if (error && !data) return <FaultWords error={error} />;
  if (!data) return null;
  if (!data.viewer)
    return <Navigate to={`/log-ind?til=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  // Leaders come to their overview first; Min uge stays in their menu where they are in a team.
  const arrives = location.pathname === '/' && location.key === 'default';
  if (arrives && firstPage(data.viewer) !== '/') return <Navigate to={firstPage(data.viewer)} replace />;
  return (
    <ViewerContext value={data.viewer}>
      <LiveProvider onConnection={connected} onSignedOut={out}>
        <Outlet />
      </LiveProvider>
    </ViewerContext>
  );
}
