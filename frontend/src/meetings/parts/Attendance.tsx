import { FormattedMessage, useIntl } from 'react-intl';
import { Switch } from '#ui/Switch.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { SET_ATTENDANCE } from '../live.documents.ts';
import css from './Attendance.module.css';
import type { MeetingData } from './meeting.documents.ts';

const CAME = ['PRESENT', 'GUEST'];

/** Who came: a tap says it for a colleague, another takes it back. Nothing for whoever may not say it. */
export function Attendance({ meeting, heading = false }: { meeting: MeetingData; heading?: boolean }) {
  const intl = useIntl();
  const [set, { error }] = useMutate(SET_ATTENDANCE, { again: true });
  if (!mayMarkAttendance(meeting)) return null;
  const people = peopleOf(meeting);
  const words = intl.formatMessage({ id: 'meetings.attendance', defaultMessage: 'Til stede' });
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
              {isGuest ? (
                <FormattedMessage
                  id="meetings.attendance.guest"
                  defaultMessage="{name}, gæst"
                  values={{ name: person.displayName }}
                />
              ) : (
                person.displayName
              )}
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
