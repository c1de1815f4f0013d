import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PejleMark, Pejlelinje } from '#ui/Pejlelinje.tsx';
import css from './LiveMeeting.module.css';
import { outcomeWords } from './Outcomes.tsx';
import { markerWords } from './parts/meeting-words.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { inOrder, minutesOf, type RunTime } from './parts/run-time.ts';

export interface LiveAgendaProps {
  meeting: MeetingData;
  time: RunTime;
  /** The item that is looked at. */
  shownId: string | null;
  onShow: (itemId: string) => void;
}

/** The agenda's spine: done, now, to come, and where it is heading. */
export function LiveAgenda({ meeting, time, shownId, onShow }: LiveAgendaProps) {
  const intl = useIntl();
  const stateWords = {
    done: intl.formatMessage({ id: 'meetings.live.done', defaultMessage: 'Færdigt' }),
    current: intl.formatMessage({ id: 'meetings.live.now', defaultMessage: 'Nu' }),
    tocome: undefined,
  };
  const under = (item: ItemData): string => {
    if (item.state === 'ACTIVE') {
      return intl.formatMessage(
        { id: 'meetings.live.spent', defaultMessage: '{spent} af {given} min' },
        { spent: time.spent, given: time.given },
      );
    }
    if (item.state === 'PLANNED')
      return intl.formatMessage(
        { id: 'meetings.live.minutes', defaultMessage: '{minutes} min' },
        { minutes: minutesOf(item) },
      );
    return item.outcome ? outcomeWords(intl, item.outcome) : '';
  };
  return (
    <nav aria-labelledby="agenda-title" className={css.agenda}>
      <h2 id="agenda-title">
        <FormattedMessage id="meetings.live.agenda" defaultMessage="Dagsorden" />
      </h2>
      <Pejlelinje
        label={intl.formatMessage({ id: 'meetings.live.agenda', defaultMessage: 'Dagsorden' })}
        spacing="tight"
      >
        {inOrder(meeting.items).map((item) => {
          const state = item.state === 'ACTIVE' ? 'current' : item.state === 'PLANNED' ? 'tocome' : 'done';
          const dashed = state === 'tocome' && (time.begins.get(item.id) ?? 0) >= time.plannedEnd;
          const [marker] = item.markers;
          return (
            <PejleMark
              key={item.id}
              state={state}
              stateWords={stateWords[state]}
              tail={item.broughtOver}
              dashed={dashed}
              selected={item.id === shownId}
            >
              <button
                type="button"
                className={css.agendaItem}
                data-state={state}
                aria-current={item.id === shownId || undefined}
                onClick={() => onShow(item.id)}
              >
                <span className={css.agendaTitle}>
                  {item.title}{' '}
                  {marker && (
                    <MarkerGlyph
                      slot={marker.slot}
                      number={marker.position}
                      label={markerWords(intl, marker)}
                      size={18}
                    />
                  )}
                </span>
                <span className={css.agendaUnder}>{under(item)}</span>
              </button>
            </PejleMark>
          );
        })}
      </Pejlelinje>
      <p className={css.end}>
        <EndWords time={time} />
      </p>
    </nav>
  );
}

/** "slutter 15.33, planlagt 15.30"; once the two are the same, only one. `begins`: as a line of its own. */
export function EndWords({ time, begins = false }: { time: RunTime; begins?: boolean }) {
  const end = copenhagenTime(time.end);
  const planned = copenhagenTime(time.plannedEnd);
  const values = { end, planned, begins: String(begins) };
  return end === planned ? (
    <FormattedMessage
      id="meetings.live.ends"
      defaultMessage="{begins, select, true {Slutter} other {slutter}} {end}"
      values={values}
    />
  ) : (
    <FormattedMessage
      id="meetings.live.endsPlanned"
      defaultMessage="{begins, select, true {Slutter} other {slutter}} {end}, planlagt {planned}"
      values={values}
    />
  );
}
