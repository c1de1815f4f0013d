import { useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { calledBy, weekdayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import { runTime, type RunTime } from '../meetings/parts/run-time.ts';
import { ItemShown } from './ItemShown.tsx';
import type { ShownItem, ShownMeeting } from './parts/projector.documents.ts';
import css from './Projector.module.css';
import { ReadAloud } from './ReadAloud.tsx';
import { leftWords } from './screen-words.ts';
import { SeaMark } from './SeaMark.tsx';
import { Spine } from './Spine.tsx';
import { PostsShown, WritingShown } from './WritingShown.tsx';

export interface ShowingProps {
  meeting: ShownMeeting;
  /** ms since 1970, by the server's clock. */
  now: number;
  buttons: ReactNode;
}

/** The meeting that is lent to the screen: where we are, how long we have, and what we agree. */
export function Showing({ meeting, now, buttons }: ShowingProps) {
  const intl = useIntl();
  const { items, writing } = meeting;
  const current = items.find((item) => item.isCurrent) ?? null;
  const time = runTime({ ...meeting, items: items.map((item) => ({ ...item, id: String(item.position) })) }, now);
  const posts = current && writing?.state === 'REVEALED' && writing.posts.length > 0 ? writing : null;
  useAnnounceItem(current);
  return (
    <div className={css.meeting} data-silent={writing?.state === 'OPEN' || undefined}>
      <header className={css.head}>
        <Spine items={items} />
        <p>
          <b>{meeting.teamName}</b>
          {' · '}
          <FormattedMessage
            id="projector.what"
            defaultMessage="{title}, {day} uge {week}"
            values={{
              title: meeting.title,
              day: weekdayWords(intl, calledBy(meeting)),
              week: weekOf(calledBy(meeting)),
            }}
          />
        </p>
        <div className={css.aside}>
          {meeting.markers.length > 0 && (
            <ul
              className={css.focus}
              aria-label={intl.formatMessage({ id: 'projector.focus', defaultMessage: 'Mødets pejlemærker' })}
            >
              {meeting.markers.map((marker) => (
                <li key={marker.position}>
                  <SeaMark marker={marker} named={meeting.markers.length < 3} />
                  {meeting.markers.length < 3 && <span>{marker.shortTitle}</span>}
                </li>
              ))}
            </ul>
          )}
          {buttons}
        </div>
      </header>
      {!current ? (
        <ReadAloud meeting={meeting} />
      ) : writing?.state === 'OPEN' ? (
        <WritingShown writing={writing} now={now} />
      ) : posts ? (
        <PostsShown writing={posts} item={current} />
      ) : (
        <ItemShown meeting={meeting} item={current} time={time} />
      )}
      <Foot meeting={meeting} current={current} time={time} itemTime={posts !== null} />
    </div>
  );
}

/** What comes next, and where the time is heading; the item's own time where nothing else shows it. */
function Foot({
  meeting,
  current,
  time,
  itemTime,
}: {
  meeting: ShownMeeting;
  current: ShownItem | null;
  time: RunTime;
  itemTime: boolean;
}) {
  const intl = useIntl();
  const planned = meeting.items.filter((item) => item.state === 'PLANNED');
  const next = planned.find((item) => item.position > (current?.position ?? 0)) ?? planned[0];
  return (
    <footer className={css.foot}>
      <div className={css.next}>
        {current && next ? (
          <p>
            <span className={css.quiet}>
              <FormattedMessage id="projector.then" defaultMessage="Derefter" />
            </span>
            <b>{next.title}</b>
            <span className={css.quiet}>
              <FormattedMessage
                id="projector.minutes"
                defaultMessage="{minutes} min"
                values={{ minutes: next.plannedMin + next.extendedMin }}
              />
            </span>
          </p>
        ) : current ? (
          <p>
            <span className={css.quiet}>
              <FormattedMessage id="projector.then" defaultMessage="Derefter" />
            </span>
            <b>
              <FormattedMessage id="projector.closing" defaultMessage="Opsamling" />
            </b>
          </p>
        ) : (
          <p>
            <FormattedMessage id="projector.read" defaultMessage="Læs højt, og ret til, før mødet slutter." />
          </p>
        )}
      </div>
      <p className={css.end}>
        {meeting.pausedAt ? (
          <FormattedMessage
            id="projector.pausedSince"
            defaultMessage="Pause siden kl. {time}"
            values={{ time: copenhagenTime(Date.parse(meeting.pausedAt)) }}
          />
        ) : itemTime ? (
          <b>{leftWords(intl, time.left, time.over)}</b>
        ) : (
          <FormattedMessage
            id="projector.end"
            defaultMessage="Vi slutter kl. {time}"
            values={{ time: copenhagenTime(time.end) }}
          />
        )}
      </p>
    </footer>
  );
}

/** A screen reader at the screen hears where the meeting has come. */
function useAnnounceItem(current: ShownItem | null): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const position = current?.position ?? null;
  const title = current?.title ?? '';
  const told = useRef<number | null | undefined>(undefined);
  useEffect(() => {
    if (told.current === position) return;
    const isFirst = told.current === undefined;
    told.current = position;
    if (isFirst) return;
    announce(
      position === null
        ? intl.formatMessage({ id: 'projector.closing', defaultMessage: 'Opsamling' })
        : intl.formatMessage(
            { id: 'projector.announce', defaultMessage: 'Punkt {number}: {title}' },
            { number: position, title },
          ),
    );
  }, [position, title, announce, intl]);
}
