import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { PejleMark, Pejlelinje } from '#ui/Pejlelinje.tsx';
import { WorkShell } from '#ui/Shell.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { plannedTimes } from '#domain/agenda-time.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import css from './ClosingRound.module.css';
import { SEEN_IN_THE_ROOM } from './LiveMeeting.tsx';
import { LiveTop } from './LiveTop.tsx';
import { kindWords, roleWords } from './parts/meeting-words.ts';
import { dayWords, slotWords, weekdayWords } from './parts/meeting-time.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { inOrder } from './parts/run-time.ts';
import { OwnReply } from './OwnReply.tsx';
import { useRun } from './use-run.ts';

/** Before the meeting: what it is about, what to bring, and the one tap that starts it. */
export function NotStarted({
  meeting,
  refetch,
  viewerId,
  children,
}: {
  meeting: MeetingData;
  refetch: () => unknown;
  viewerId: string;
  /** Under the agenda. */
  children?: ReactNode;
}) {
  const intl = useIntl();
  const { run, pending, error } = useRun(meeting, refetch);
  const items = inOrder(meeting.items);
  const times = plannedTimes(Date.parse(meeting.startsAt), items);
  const role = meeting.participants.find((one) => one.person?.id === viewerId)?.meetingRole;
  return (
    <WorkShell top={<LiveTop meeting={meeting} />}>
      <article className={css.page}>
        <header>
          <p className="ink2">
            <FormattedMessage
              id="meetings.before.when"
              defaultMessage="{day} den {date}, kl. {slot}"
              values={{
                day: weekdayWords(intl, meeting.startsAt),
                date: dayWords(intl, meeting.startsAt),
                slot: slotWords(meeting.startsAt, meeting.durationMin),
              }}
            />
            {meeting.place && `, ${meeting.place}`}
          </p>
          <h1>{meeting.title}</h1>
        </header>
        {meeting.purpose && <p className="lead measure">{meeting.purpose}</p>}
        {meeting.bring && (
          <p className="measure">
            <FormattedMessage
              id="meetings.before.bring"
              defaultMessage="Tag med: {bring}"
              values={{ bring: meeting.bring }}
            />
          </p>
        )}
        {role && (
          <p>
            <FormattedMessage
              id="meetings.before.role"
              defaultMessage="Du er {role}."
              values={{ role: roleWords(intl, role).toLocaleLowerCase('da') }}
            />
          </p>
        )}
        <OwnReply meeting={meeting} viewerId={viewerId} />
        {(meeting.may.includes('meeting.run') || meeting.may.includes('preparation.write')) && (
          <div className={css.foot}>
            {meeting.may.includes('meeting.run') && (
              <Button variant="primary" size="large" onPress={() => !pending && run.start()}>
                <FormattedMessage id="meetings.before.start" defaultMessage="Start mødet" />
              </Button>
            )}
            {meeting.may.includes('preparation.write') && (
              <ButtonLink size="large" href={`/moede/${meeting.id}/forberedelse`}>
                <FormattedMessage id="meetings.before.prepare" defaultMessage="Forbered dig" />
              </ButtonLink>
            )}
            {meeting.may.includes('meeting.plan') && (
              <ButtonLink variant="quiet" href={`/moede/${meeting.id}/planlaeg`}>
                <FormattedMessage id="meetings.before.plan" defaultMessage="Ret dagsordenen" />
              </ButtonLink>
            )}
          </div>
        )}
        {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
        <section aria-labelledby="before-agenda">
          <h2 id="before-agenda">
            <FormattedMessage id="meetings.live.agenda" defaultMessage="Dagsorden" />
          </h2>
          <Pejlelinje
            label={intl.formatMessage({ id: 'meetings.live.agenda', defaultMessage: 'Dagsorden' })}
            lead="time"
          >
            {items.map((item, n) => (
              <PejleMark key={item.id} state="tocome" tail={item.broughtOver} lead={copenhagenTime(times[n]!)}>
                <p>{item.title}</p>
                <p className="small ink2">
                  {kindWords(intl, item.kind)},{' '}
                  <FormattedMessage
                    id="meetings.live.minutes"
                    defaultMessage="{minutes} min"
                    values={{ minutes: item.plannedMin }}
                  />
                  {item.owner && `, ${item.owner.displayName}`}
                </p>
              </PejleMark>
            ))}
          </Pejlelinje>
        </section>
        {children}
        <WhoCanSee abilities={SEEN_IN_THE_ROOM} />
      </article>
    </WorkShell>
  );
}
