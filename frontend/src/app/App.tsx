import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { RouterProvider as AriaRouter } from 'react-aria-components';
import { createBrowserRouter, Navigate, Outlet, RouterProvider, useHref, useLocation, useNavigate } from 'react-router';
import { keepFocus } from '#ui/keep-focus.ts';
import { LiveRegion } from '#ui/LiveRegion.tsx';
import { VIEWER } from '../identity/parts/viewer.documents.ts';
import { firstPage, ViewerContext } from '../identity/parts/viewer.ts';
import { LiveProvider } from '../live/parts/live-context.tsx';
import { newClient } from '../platform/parts/apollo.ts';
import { SavedProvider, useSaved } from '../platform/parts/saved.tsx';
import { FaultWords, PageFault } from './PageFault.tsx';
import { pages } from './routes.tsx';
import { Shell } from './Shell.tsx';

/** Everything round the pages. */
export function App() {
  useEffect(() => keepFocus(document), []);
  return (
    <LiveRegion>
      <SavedProvider>
        <Connected />
      </SavedProvider>
    </LiveRegion>
  );
}

function Connected() {
  const { connected } = useSaved();
  const client = useMemo(() => newClient({ onConnection: connected, onSignedOut: toTheDoor }), [connected]);
  const router = useMemo(() => {
    const leave = () => {
      void client.clearStore().then(() => window.location.assign('/log-ind'));
    };
    return createBrowserRouter([
      {
        element: <WithLinks />,
        ErrorBoundary: PageFault,
        children: [
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

/** To the sign-in page, and back here afterwards. */
function toTheDoor(): void {
  const { pathname, search } = window.location;
  window.location.replace(`/log-ind?til=${encodeURIComponent(pathname + search)}`);
}

/** The pages of somebody signed in; others come to the sign-in page, and back again afterwards. */
function SignedIn() {
  const { connected } = useSaved();
  const location = useLocation();
  const { data, error } = useQuery(VIEWER, { fetchPolicy: 'cache-first' });
  const nobody = data !== undefined && !data.viewer;
  useEffect(() => {
    if (nobody) toTheDoor();
  }, [nobody]);
  if (error && !data) return <FaultWords error={error} />;
  if (!data?.viewer) return null;
  // Leaders come to their overview first; Min uge stays in their menu where they are in a team.
  const arrives = location.pathname === '/' && location.key === 'default';
  if (arrives && firstPage(data.viewer) !== '/') return <Navigate to={firstPage(data.viewer)} replace />;
  return (
    <ViewerContext value={data.viewer}>
      <LiveProvider onConnection={connected} onSignedOut={toTheDoor}>
        <Outlet />
      </LiveProvider>
    </ViewerContext>
  );
}
