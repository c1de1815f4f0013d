import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { asksToDecide } from '#domain/carry-over.ts';
import { MarkerName } from '#ui/MarkerGlyph.tsx';
import { MinuteScale } from '#ui/MinuteScale.tsx';
import { DECISION_FIELD, Decisions } from './Decisions.tsx';
import css from './LiveItem.module.css';
import { outcomeWords } from './Outcomes.tsx';
import { kindWords } from './parts/meeting-words.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import type { RunTime } from './parts/run-time.ts';
import { SplitNow } from './SplitNow.tsx';

export interface LiveItemProps {
  meeting: MeetingData;
  item: ItemData;
  number: number;
  time: RunTime | null;
  /** Above the title: that one looks at another item than the room. */
  notice?: ReactNode;
  /** What is written together under the item. */
  note?: ReactNode;
  /** Between the title and the note: the earlier actions, the outcomes to choose from. */
  before?: ReactNode;
  /** Between the note and the decisions. */
  after?: ReactNode;
  readOnly: boolean;
}

/** The sheet in the middle: where we are, and what is written there. */
export function LiveItem({ meeting, item, number, time, notice, before, note, after, readOnly }: LiveItemProps) {
  const intl = useIntl();
  const markers = item.markers.length > 0 ? item.markers : item.track === 'DEVELOPMENT' ? meeting.markers : [];
  return (
    <article className={css.item} aria-labelledby="item-title">
      {notice}
      <p className={css.kicker}>
        <FormattedMessage
          id="meetings.live.number"
          defaultMessage="Punkt {number} af {count}, {kind}"
          values={{ number, count: meeting.items.length, kind: kindWords(intl, item.kind) }}
        />
        {item.broughtOver && (
          <>
            {', '}
            <FormattedMessage id="meetings.live.broughtOver" defaultMessage="fra sidst" />
          </>
        )}
        {item.owner && (
          <>
            {', '}
            {item.owner.displayName}
          </>
        )}
      </p>
      <h1 id="item-title" tabIndex={-1}>
        {item.title}
      </h1>
      {markers.length > 0 && (
        <ul className={css.markers}>
          {markers.map((marker) => (
            <li key={marker.id}>
              <MarkerName
                slot={marker.slot}
                number={marker.position}
                name={marker.title}
                spoken={intl.formatMessage(
                  { id: 'meetings.live.markerNumber', defaultMessage: 'Pejlemærke {number}' },
                  { number: marker.position },
                )}
              />
            </li>
          ))}
        </ul>
      )}
      {time && item.state === 'ACTIVE' && <ItemTime time={time} item={item} />}
      {item.outcome && item.state !== 'ACTIVE' && (
        <p className={css.outcome}>
          {outcomeWords(intl, item.outcome)}
          {item.outcomeReason ? `: ${item.outcomeReason}` : ''}
        </p>
      )}
      {item.guidance && <p className={css.guide}>{item.guidance}</p>}
      {asksToDecide(item.timesMoved) && item.state === 'ACTIVE' && (
        <div className={css.moved}>
          <FormattedMessage
            id="meetings.live.moved"
            defaultMessage="Punktet er flyttet {times} gange. Beslut, del op eller slip?"
            values={{ times: item.timesMoved }}
          />
          {!readOnly && <SplitNow item={item} />}
        </div>
      )}
      {before}
      {note}
      {after}
      <Decisions
        key={`decisions-${item.id}`}
        item={item}
        decisions={(meeting.decisions ?? []).filter((one) => one.itemId === item.id)}
        readOnly={readOnly}
        fieldId={DECISION_FIELD}
      />
    </article>
  );
}

/** The item's minutes as cells, with a tick where it was planned to end; in ink, never red. */
function ItemTime({ time, item }: { time: RunTime; item: ItemData }) {
  const words = useTimeWords(time);
  return (
    <div className={css.time}>
      <MinuteScale
        label={words}
        minutes={time.given}
        spent={time.spent}
        planned={item.plannedMin}
        className={css.scale!}
      />
      <span className={css.timeWords} aria-hidden>
        {words}
      </span>
    </div>
  );
}

/** "5 min tilbage", "2 min over". */
export function useTimeWords(time: RunTime): string {
  const intl = useIntl();
  if (time.over > 0)
    return intl.formatMessage(
      { id: 'meetings.live.over', defaultMessage: '{minutes} min over' },
      { minutes: time.over },
    );
  if (time.left === 0) return intl.formatMessage({ id: 'meetings.live.up', defaultMessage: 'Tiden er gået' });
  return intl.formatMessage(
    { id: 'meetings.live.left', defaultMessage: '{minutes} min tilbage' },
    { minutes: time.left },
  );
}
