import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useAskOnce } from '../platform/parts/ask-once.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { serverNow } from '../platform/parts/server-clock.ts';
import { useSession } from './parts/session.ts';
import { VIEWER } from './parts/viewer.documents.ts';
import { useViewer } from './parts/viewer.ts';
import { endsSoon } from './session-end.ts';
import css from './SessionOver.module.css';
import { STAY_SIGNED_IN } from './sign-in.documents.ts';

const BEAT_MS = 5_000;

/**
 * Two minutes before the session ends it says so, and one tap goes on (WCAG 2.2.1). Another tab may have done so already: the
 * server is asked first.
 */
export function SessionEnds() {
  const intl = useIntl();
  const viewer = useViewer();
  const client = useApolloClient();
  const session = useSession();
  const announce = useAnnounce();
  const [stay, { loading, error }] = useAskOnce(STAY_SIGNED_IN);
  const [asked, setAsked] = useState<string | null>(null);
  const soon = useEndsSoon(viewer.sessionEndsAt);
  const { sessionEndsAt: ends } = viewer;
  // "Nobody" is not taken into the page: it would go to the door, away from what is written on it. Its session has ended, and it says so.
  const askServer = useCallback(async () => {
    const answer = await client.query({ query: VIEWER, fetchPolicy: 'no-cache' }).catch(() => undefined);
    if (!answer?.data) return;
    if (answer.data.viewer?.id === viewer.id) client.writeQuery({ query: VIEWER, data: answer.data });
    else void session.ended();
  }, [client, session, viewer.id]);
  useEffect(() => {
    if (!soon) return undefined;
    let isLeft = false;
    // Without an answer the warning stands: it is what this page knows.
    void askServer().then(() => !isLeft && setAsked(ends));
    const seen = () => void (document.visibilityState === 'visible' && askServer());
    document.addEventListener('visibilitychange', seen);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', seen);
    };
  }, [soon, ends, askServer]);
  // One that is over already says so itself.
  const isOver = useSyncExternalStore(session.watch, session.over);
  const isShown = soon && asked === ends && !isOver;
  const title = intl.formatMessage({ id: 'identity.ends.title', defaultMessage: 'Du bliver snart logget ud' });
  useEffect(() => {
    if (isShown) announce(title);
  }, [isShown, announce, title]);
  if (!isShown) return null;
  const goOn = async () => {
    if (await stay({})) await askServer();
  };
  return (
    <aside className={css.bar} aria-label={title}>
      <Banner
        tone="warn"
        title={title}
        actions={
          viewer.sessionMayGoOn && (
            <Button variant="primary" pending={loading} onPress={() => void goOn()}>
              <FormattedMessage id="identity.ends.stay" defaultMessage="Bliv logget ind" />
            </Button>
          )
        }
      >
        {error === null ? (
          <FormattedMessage
            id="identity.ends.what"
            defaultMessage="Det sker kl. {time}. Det, du har skrevet, bliver stående."
            values={{ time: copenhagenTime(Date.parse(ends)) }}
          />
        ) : (
          refusalWords(intl, error)
        )}
      </Banner>
    </aside>
  );
}

/** Looked at by a beat: a computer that slept past it wakes to the truth. */
function useEndsSoon(ends: string): boolean {
  const [soon, setSoon] = useState(() => endsSoon(ends, serverNow()));
  useEffect(() => {
    const look = () => setSoon(endsSoon(ends, serverNow()));
    look();
    const timer = setInterval(look, BEAT_MS);
    return () => clearInterval(timer);
  }, [ends]);
  return soon;
}
