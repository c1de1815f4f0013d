import { FormattedMessage, useIntl } from 'react-intl';
import { Switch } from '#ui/Switch.tsx';
import { usePresence } from '../../live/parts/live-context.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { SET_ATTENDANCE } from '../live.documents.ts';
import css from './Attendance.module.css';
import { Doing, turnsOf } from './Doing.tsx';
import type { MeetingData } from './meeting.documents.ts';

const CAME = ['PRESENT', 'GUEST'];

export interface AttendanceProps {
  meeting: MeetingData;
  /** In the room: how many came, and below it what each does now. */
  heading?: boolean;
}

/**
 * Who came: a tap says it for a colleague, another takes it back. Whoever may not say it sees in the room who is there, and
 * nothing elsewhere.
 */
export function Attendance({ meeting, heading = false }: AttendanceProps) {
  const intl = useIntl();
  const [set, { error }] = useMutate(SET_ATTENDANCE, { again: true });
  const present = usePresence(meeting.id);
  const turns = turnsOf(present);
  const doing = (id: string) =>
    heading && <Doing person={present.find((one) => one.id === id)} turn={turns.get(id)} turns={turns.size} />;
  const people = peopleOf(meeting);
  const words = intl.formatMessage({ id: 'meetings.attendance', defaultMessage: 'Til stede' });
  if (!mayMarkAttendance(meeting))
    return (
      heading &&
      present.length > 0 && (
        <section aria-label={words} className={css.attendance}>
          <h2>{words}</h2>
          <ul className={css.list}>
            {present.map(({ id, displayName }) => (
              <li key={id} className={css.one}>
                <span className={css.who}>
                  {displayName}
                  {doing(id)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )
    );
  return (
    <section aria-label={words} className={css.attendance}>
      {heading && (
        <h2>
          <FormattedMessage
            id="meetings.attendance.count"
            defaultMessage="Til stede, {present} af {all}"
            values={{ present: people.filter((one) => one.came).length, all: people.length }}
          />
        </h2>
      )}
      <ul className={css.list}>
        {people.map(({ person, isGuest, came }) => (
          <li key={person.id}>
            <Switch
              isSelected={came}
              onChange={(present) =>
                void set({
                  meetingId: meeting.id,
                  personId: person.id,
                  attendance: !present ? 'ABSENT' : isGuest ? 'GUEST' : 'PRESENT',
                })
              }
            >
              <span className={css.who}>
                {isGuest ? (
                  <FormattedMessage
                    id="meetings.attendance.guest"
                    defaultMessage="{name}, gæst"
                    values={{ name: person.displayName }}
                  />
                ) : (
                  person.displayName
                )}
                {doing(person.id)}
              </span>
            </Switch>
          </li>
        ))}
      </ul>
      {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
    </section>
  );
}

export const mayMarkAttendance = (meeting: Pick<MeetingData, 'may'>): boolean => meeting.may.includes('meeting.run');

/** Those who were called, and the rest of the team: somebody may come without having been called. */
function peopleOf(meeting: MeetingData) {
  const called = meeting.participants.flatMap(({ person, isGuest, attendance }) =>
    person ? [{ person, isGuest: isGuest === true, came: CAME.includes(attendance ?? '') }] : [],
  );
  const others = (meeting.team.members ?? []).flatMap(({ person }) =>
    person && !called.some((one) => one.person.id === person.id) ? [{ person, isGuest: false, came: false }] : [],
  );
  return [...called, ...others].toSorted((a, b) => a.person.displayName.localeCompare(b.person.displayName, 'da'));
}
