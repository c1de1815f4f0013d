import { FormattedMessage, useIntl } from 'react-intl';
import { MinuteScale } from '#ui/MinuteScale.tsx';
import { kindWords } from '../meetings/parts/meeting-words.ts';
import type { RunTime } from '../meetings/parts/run-time.ts';
import type { ShownItem, ShownMeeting } from './parts/projector.documents.ts';
import css from './Projector.module.css';
import { leftWords } from './screen-words.ts';
import { SeaMark } from './SeaMark.tsx';
import { Side } from './Side.tsx';

/** A title longer than this is set smaller, so that it keeps to three lines. */
const LONG_TITLE = 44;

/** The item that is on, as large as the room is long; beside it what is agreed under it. */
export function ItemShown({ meeting, item, time }: { meeting: ShownMeeting; item: ShownItem; time: RunTime }) {
  const intl = useIntl();
  const number = meeting.items.indexOf(item) + 1;
  return (
    <>
      <main className={css.main}>
        <div>
          <p className={css.kicker}>
            <FormattedMessage
              id="projector.item"
              defaultMessage="Punkt {number} af {count} · {kind}"
              values={{ number, count: meeting.items.length, kind: kindWords(intl, item.kind) }}
            />
          </p>
          <h1 data-long={item.title.length > LONG_TITLE || undefined}>{item.title}</h1>
          {item.markers.map((marker) => (
            <p key={marker.position} className={css.marker}>
              <SeaMark marker={marker} named />
              {marker.title}
            </p>
          ))}
          {item.guidance && <p className={css.guidance}>{item.guidance}</p>}
        </div>
        <Time time={time} paused={meeting.pausedAt !== null} />
      </main>
      <Side meeting={meeting} item={item} />
    </>
  );
}

function Time({ time, paused }: { time: RunTime; paused: boolean }) {
  const intl = useIntl();
  const words = paused
    ? intl.formatMessage({ id: 'projector.paused', defaultMessage: 'Pause' })
    : leftWords(intl, time.left, time.over);
  return (
    <div className={css.time}>
      <p className={css.timeWords}>{words}</p>
      <MinuteScale
        className={css.scale!}
        size="large"
        minutes={time.given}
        spent={time.spent}
        planned={time.given}
        label={intl.formatMessage(
          { id: 'projector.scale', defaultMessage: '{spent} af {given} minutter er gået' },
          { spent: time.spent, given: time.given },
        )}
      />
    </div>
  );
}
