import { useIntl } from 'react-intl';
import { HorizontalLine } from '#ui/HorizontalLine.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { useServerClock } from '../live/parts/live-context.tsx';
import { EndWords } from './LiveAgenda.tsx';
import css from './LiveMeeting.module.css';
import type { MeetingData } from './parts/meeting.documents.ts';
import type { Room } from './use-room.ts';

/** On phones the hour lies down, its marks spaced by minutes. */
export function PhoneHour({ room, meeting }: { room: Room; meeting: MeetingData }) {
  const intl = useIntl();
  const { time, items } = room;
  const begin = Math.min(...[...time.begins.values(), Date.parse(meeting.startedAt ?? meeting.startsAt)]);
  const finish = Math.max(time.end, time.plannedEnd);
  const place = (at: number) => Math.min(1, Math.max(0, (at - begin) / Math.max(1, finish - begin)));
  const now = useServerClock(5_000);
  const number = room.current ? items.indexOf(room.current) + 1 : items.length;
  return (
    <div className={css.hour}>
      <HorizontalLine
        label={intl.formatMessage(
          {
            id: 'meetings.live.hour',
            defaultMessage: 'Punkt {number} af {count}, slutter kl. {end}, planlagt kl. {planned}',
          },
          { number, count: items.length, end: copenhagenTime(time.end), planned: copenhagenTime(time.plannedEnd) },
        )}
        marks={items.flatMap((item) => {
          const at = time.begins.get(item.id);
          if (at === undefined) return [];
          return [
            {
              id: item.id,
              at: place(at),
              state:
                item.state === 'ACTIVE'
                  ? ('current' as const)
                  : item.state === 'PLANNED'
                    ? ('tocome' as const)
                    : ('done' as const),
            },
          ];
        })}
        progress={place(now)}
        planned={place(time.plannedEnd)}
      />
      <p className={css.hourWords}>
        <span>{copenhagenTime(begin)}</span>
        <span>
          <EndWords time={time} />
        </span>
      </p>
    </div>
  );
}
