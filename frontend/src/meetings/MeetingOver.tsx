import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ButtonLink } from '#ui/Button.tsx';
import { WorkShell } from '#ui/Shell.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import css from './ClosingRound.module.css';
import { SEEN_IN_THE_ROOM } from './LiveMeeting.tsx';
import { DecisionsAfter } from './DecisionsAfter.tsx';
import { LiveTop } from './LiveTop.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import { ReadBack } from './ReadBack.tsx';

/** After the meeting: what was agreed, what goes on, and the way to the minutes. */
export function MeetingHeld({ meeting, children }: { meeting: MeetingData; children?: ReactNode }) {
  const goesOn = meeting.items.filter((item) => item.state === 'CARRIED');
  return (
    <WorkShell top={<LiveTop meeting={meeting} />}>
      <article className={css.page}>
        <header>
          <p className="ink2">
            {meeting.endedByClock ? (
              <FormattedMessage
                id="meetings.held.byClock"
                defaultMessage="Mødet blev afsluttet af sig selv kl. {time}. Intet er tabt."
                values={{ time: meeting.endedAt ? copenhagenTime(Date.parse(meeting.endedAt)) : '' }}
              />
            ) : (
              <FormattedMessage
                id="meetings.held.kicker"
                defaultMessage="Mødet sluttede kl. {time}"
                values={{ time: meeting.endedAt ? copenhagenTime(Date.parse(meeting.endedAt)) : '' }}
              />
            )}
          </p>
          <h1>
            <FormattedMessage id="meetings.closing.title" defaultMessage="Det har I aftalt" />
          </h1>
        </header>
        <ReadBack meeting={meeting} />
        <DecisionsAfter meeting={meeting} />
        {children}
        {goesOn.length > 0 && (
          <section aria-labelledby="goes-on">
            <h2 id="goes-on">
              <FormattedMessage id="meetings.held.goesOn" defaultMessage="Går videre til næste møde" />
            </h2>
            <ul>
              {goesOn.map((item) => (
                <li key={item.id}>{item.title}</li>
              ))}
            </ul>
          </section>
        )}
        {meeting.may.includes('minutes.read') && (
          <div className={css.foot}>
            <ButtonLink variant="primary" size="large" href={`/moede/${meeting.id}/referat`}>
              <FormattedMessage id="meetings.held.minutes" defaultMessage="Læs og godkend referatet" />
            </ButtonLink>
          </div>
        )}
        <WhoCanSee abilities={SEEN_IN_THE_ROOM} />
      </article>
    </WorkShell>
  );
}

/** @param props.children what still hangs on it */
export function MeetingCancelled({ meeting, children }: { meeting: MeetingData; children?: ReactNode }) {
  return (
    <WorkShell top={<LiveTop meeting={meeting} />}>
      <article className={css.page}>
        <header>
          <p className="ink2">{meeting.title}</p>
          <h1>
            <FormattedMessage id="meetings.cancelled.title" defaultMessage="Mødet er aflyst" />
          </h1>
        </header>
        {meeting.cancelledReason && <p className="lead measure">{meeting.cancelledReason}</p>}
        <p className="ink2">
          <FormattedMessage
            id="meetings.cancelled.text"
            defaultMessage="Det, der skulle have været på, kommer med på det næste møde."
          />
        </p>
        {children}
        <div className={css.foot}>
          <ButtonLink href={`/team/${meeting.team.id}`}>
            <FormattedMessage id="meetings.cancelled.team" defaultMessage="Til teamets side" />
          </ButtonLink>
        </div>
      </article>
    </WorkShell>
  );
}
