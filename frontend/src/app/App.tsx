import { ApolloProvider, useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { RouterProvider as AriaRouter } from 'react-aria-components';
import { createBrowserRouter, Navigate, Outlet, RouterProvider, useHref, useLocation, useNavigate } from 'react-router';
import { keepFocus } from '#ui/keep-focus.ts';
import { LiveRegion } from '#ui/LiveRegion.tsx';
import { Session, SessionContext, useSession } from '../identity/parts/session.ts';
import { VIEWER } from '../identity/parts/viewer.documents.ts';
import { firstPage, ViewerContext } from '../identity/parts/viewer.ts';
import { SessionEnds } from '../identity/SessionEnds.tsx';
import { SessionOver } from '../identity/SessionOver.tsx';
import { LiveProvider, UnderWayContext, useLive } from '../live/parts/live-context.tsx';
import { NoteKeeping } from '../notes/parts/note-keeping.tsx';
import { UnderWay } from '../live/parts/under-way.ts';
import { newClient } from '../platform/parts/apollo.ts';
import { SavedProvider, useSaved } from '../platform/parts/saved.tsx';
import { NoConnection } from './NoConnection.tsx';
import { FaultWords, PageFault } from './PageFault.tsx';
import { pages } from './routes.tsx';
import { keepShell } from './service-worker.ts';
import { Shell } from './Shell.tsx';
import { isOpenPage, Visitor } from './Visitor.tsx';

/** Everything round the pages. */
export function App() {
  useEffect(() => keepFocus(document), []);
  useEffect(() => keepShell(), []);
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
  const session = useMemo(() => new Session({ loadAfresh: (to) => window.location.assign(to) }), []);
  const underWay = useMemo(() => new UnderWay(), []);
  const client = useMemo(
    () =>
      newClient({
        person: session.person,
        onConnection: connected,
        onSignedOut: () => session.ended(),
        atTheServer: underWay.link,
      }),
    [connected, session, underWay],
  );
  const router = useMemo(() => {
    const leave = () => {
      session.left();
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
  }, [client, session]);
  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        <UnderWayContext value={underWay}>
          <RouterProvider router={router} />
        </UnderWayContext>
      </ApolloProvider>
    </SessionContext>
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

/** The pages of somebody signed in; others come to the sign-in page, and back again afterwards, but for what is open to all. */
function SignedIn() {
  const { connected, state } = useSaved();
  const session = useSession();
  const location = useLocation();
  const { data, error } = useQuery(VIEWER, { fetchPolicy: 'cache-first' });
  const nobody = data !== undefined && !data.viewer;
  const open = isOpenPage(location.pathname);
  useEffect(() => {
    if (nobody && !open) toTheDoor();
  }, [nobody, open]);
  const id = data?.viewer?.id;
  const owner = useSyncExternalStore(session.watch, session.person);
  useLayoutEffect(() => {
    if (id) session.belongsTo(id);
  }, [id, session]);
  if (error && !data) return <FaultWords error={error} />;
  if (nobody && open) return <Visitor pathname={location.pathname} />;
  if (!data?.viewer) return state === 'offline' ? <NoConnection /> : null;
  // Nothing on the page asks before it asks in its person's name.
  if (owner !== data.viewer.id) return null;
  // Leaders come to their overview first; Min uge stays in their menu where they are in a team.
  const arrives = location.pathname === '/' && location.key === 'default';
  if (arrives && firstPage(data.viewer) !== '/') return <Navigate to={firstPage(data.viewer)} replace />;
  return (
    <ViewerContext value={data.viewer}>
      <LiveProvider person={data.viewer.id} onConnection={connected} onSignedOut={() => void session.ended()}>
        <NoteKeeping>
          <OnTheSpot />
          <Outlet />
        </NoteKeeping>
      </LiveProvider>
    </ViewerContext>
  );
}

/** The session renewed where one stands; then the socket and every open screen catch up. */
function OnTheSpot() {
  const client = useApolloClient();
  const live = useLive();
  const catchUp = useCallback(() => {
    live?.renewed();
    void client.refetchQueries({ include: 'active' });
  }, [client, live]);
  return (
    <>
      <SessionEnds />
      <SessionOver onBack={catchUp} />
    </>
  );
}
