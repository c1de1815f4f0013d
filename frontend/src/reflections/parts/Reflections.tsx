import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { useServerClock } from '../../live/parts/live-context.tsx';
import type { ItemData, MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { OwnLeft } from '../OwnLeft.tsx';
import { PostBoard } from '../PostBoard.tsx';
import { StartSilent } from '../StartSilent.tsx';
import css from '../Reflections.module.css';
import type { SilentWritingData } from './silent.documents.ts';

/** An item's silent writings in their order. */
const writingsOf = (meeting: MeetingData, item: ItemData): SilentWritingData[] =>
  meeting.silentWritings.filter((one) => one.itemId === item.id);

/** The silent writing that is on under the item. */
export const silentNow = (meeting: MeetingData, item: ItemData): SilentWritingData | null =>
  writingsOf(meeting, item).find((one) => one.state === 'OPEN') ?? null;

/** Just now: whoever comes to the page later is told nothing that they can read. */
const NEWS_MS = 10_000;

/** Says that the posts are shown, to those who were there when it happened. */
function useShownNews(shown: readonly SilentWritingData[]): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const now = useServerClock(NEWS_MS);
  const last = shown.at(-1);
  const isNews = Boolean(last?.revealedAt) && now - Date.parse(last!.revealedAt!) < NEWS_MS;
  useEffect(() => {
    if (isNews) announce(intl.formatMessage({ id: 'reflections.news', defaultMessage: 'Alle indlæg vises nu' }));
  }, [isNews, last?.id, announce, intl]);
}

/** Under the item's note: the way to begin a silent writing, and what came of those that have been. */
export function Reflections({
  meeting,
  item,
  onAction,
}: {
  meeting: MeetingData;
  item: ItemData;
  /** Turns a post's words into an action. */
  onAction?: ((text: string) => void) | undefined;
}) {
  const viewer = useViewer();
  const writings = writingsOf(meeting, item);
  const shown = writings.filter((one) => one.state === 'REVEALED');
  useShownNews(shown);
  const mayStart = item.kind === 'REFLECTION' && item.state === 'ACTIVE' && meeting.may.includes('meeting.run');
  if (writings.length === 0 && !mayStart) return null;
  return (
    <>
      {shown.map((writing) => (
        <section key={writing.id} className={css.shown} aria-labelledby={`shown-${writing.id}`}>
          <h2 id={`shown-${writing.id}`} className="h3">
            <FormattedMessage
              id="reflections.shown"
              defaultMessage="{count, plural, =0 {Ingen skrev noget} one {Et indlæg} other {# indlæg}}"
              values={{ count: writing.posts?.length ?? 0 }}
            />
          </h2>
          <p className={css.asked}>{writing.question}</p>
          <OwnLeft writing={writing} viewerId={viewer.id} />
          <PostBoard writing={writing} mayWrite={meeting.may.includes('meeting.write')} onAction={onAction} />
        </section>
      ))}
      {writings
        .filter((one) => one.state === 'CANCELLED')
        .map((writing) => (
          <OwnLeft key={writing.id} writing={writing} viewerId={viewer.id} />
        ))}
      {mayStart && <StartSilent key={item.id} item={item} again={shown.length > 0} />}
    </>
  );
}
