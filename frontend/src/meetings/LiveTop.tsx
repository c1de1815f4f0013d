import { ChevronLeft, Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Initials } from '#ui/Initials.tsx';
import { Link } from '#ui/Link.tsx';
import { usePresence } from '../live/parts/live-context.tsx';
import { SavedWords } from '../platform/parts/saved.tsx';
import css from './LiveMeeting.module.css';
import { turnsOf } from './parts/Doing.tsx';
import { calledBy, weekdayWords, weekOf } from './parts/meeting-time.ts';
import type { MeetingData } from './parts/meeting.documents.ts';

/** The one line over the room: whose meeting, that all is stored, who is here, and the two taps that lead on. */
export function LiveTop({ meeting, children }: { meeting: MeetingData; children?: ReactNode }) {
  const intl = useIntl();
  const present = usePresence(meeting.id);
  const turns = turnsOf(present);
  const hands = turns.size;
  // Whose hand is up stands first, in turn: only five are shown.
  const people = present
    .toSorted((a, b) => (turns.get(a.id) ?? Infinity) - (turns.get(b.id) ?? Infinity) || 0)
    .map(({ id, displayName, initials }) => ({
      id,
      name: displayName,
      initials,
      mark: turns.has(id)
        ? {
            icon: <Hand aria-hidden />,
            words: intl.formatMessage({ id: 'meetings.hand.up', defaultMessage: 'hånden oppe' }),
          }
        : undefined,
    }));
  return (
    <div className={css.top}>
      <Link
        look="plain"
        href={`/team/${meeting.team.id}`}
        className={css.back!}
        aria-label={intl.formatMessage({ id: 'meetings.live.back', defaultMessage: 'Tilbage til teamet' })}
      >
        <ChevronLeft aria-hidden />
      </Link>
      <p className={css.where}>
        <b>{meeting.team.name}</b>
        <span className={css.what}>
          <FormattedMessage
            id="meetings.live.what"
            defaultMessage="{title}, {day} uge {week}"
            values={{
              title: meeting.title,
              day: weekdayWords(intl, calledBy(meeting)),
              week: weekOf(calledBy(meeting)),
            }}
          />
        </span>
        {people.length > 0 && (
          <span className={css.count}>
            <FormattedMessage
              id="meetings.live.here"
              defaultMessage="{count, plural, one {# er med} other {# er med}}"
              values={{ count: people.length }}
            />
            {hands > 0 && (
              <FormattedMessage
                id="meetings.live.hands"
                defaultMessage="{hands, plural, one {, # hånd oppe} other {, # hænder oppe}}"
                values={{ hands }}
              />
            )}
          </span>
        )}
      </p>
      <div className={css.aside}>
        <SavedWords />
        {people.length > 0 && (
          <Initials
            className={css.people!}
            label={intl.formatMessage({ id: 'meetings.live.present', defaultMessage: 'Til stede' })}
            people={people}
            restWords={(rest) =>
              intl.formatMessage({ id: 'meetings.live.rest', defaultMessage: 'og {rest} til' }, { rest })
            }
          />
        )}
        {children}
      </div>
    </div>
  );
}
