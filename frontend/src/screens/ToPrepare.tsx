import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ButtonLink } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { MyWeekQuery } from '../gql/graphql.ts';
import { weekdayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import css from './MyWeek.module.css';

type MeetingToPrepare = MyWeekQuery['myWeek']['preparing'][number];
type ItemToPrepare = MyWeekQuery['myWeek']['prepare'][number];

/** What remains for me before the coming meetings: items I open, what to bring, and whether I have said that I am ready. */
export function ToPrepare({
  meetings,
  items,
}: {
  meetings: readonly MeetingToPrepare[];
  items: readonly ItemToPrepare[];
}) {
  return (
    <section aria-labelledby="prepare">
      <h2 id="prepare">
        <FormattedMessage id="screens.week.prepare" defaultMessage="Til forberedelse" />
      </h2>
      {meetings.length === 0 ? (
        <p className="ink2">
          <FormattedMessage id="screens.week.nothing" defaultMessage="Du skal ikke forberede noget lige nu." />
        </p>
      ) : (
        <ul className={css.rows}>
          {meetings.map((meeting) => (
            <OneMeeting
              key={meeting.id}
              meeting={meeting}
              items={items.filter((item) => item.meetingId === meeting.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneMeeting({ meeting, items }: { meeting: MeetingToPrepare; items: readonly ItemToPrepare[] }) {
  const intl = useIntl();
  const { startsAt, teamName: team, title } = meeting;
  const address = `/moede/${meeting.id}/forberedelse`;
  const answered = meeting.answered ?? [];
  // What I open is told where I open it.
  const told = answered.filter(({ itemId }) => !items.some(({ id }) => id === itemId));
  const proposals = meeting.ownRole === 'FACILITATOR' ? (meeting.openProposals ?? 0) : 0;
  return (
    <li className={css.toPrepare}>
      <div>
        <Link href={address} look="plain" roomy>
          <strong>{title}</strong>
        </Link>
        <p className="small ink2">
          <FormattedMessage
            id="screens.week.prepare.when"
            defaultMessage="{day} uge {week}, {team}"
            values={{ day: weekdayWords(intl, startsAt), week: weekOf(startsAt), team }}
          />
        </p>
      </div>
      {meeting.preparation.ownReady && items.length === 0 ? (
        <p className="small">
          <FormattedMessage id="screens.week.prepare.ready" defaultMessage="Du er klar." />
        </p>
      ) : (
        <ul className={css.remains}>
          {items.map((item) => (
            <li key={item.id}>
              <FormattedMessage
                id="screens.week.prepare.opens"
                defaultMessage="{proposed, select, true {Dit forslag er på dagsordenen, og du lægger op til det: punkt {position}, {title} ({minutes} min)} other {Du lægger op til punkt {position}: {title} ({minutes} min)}}"
                values={{
                  position: item.position,
                  title: item.title,
                  minutes: item.plannedMin,
                  proposed: answered.some(({ itemId }) => itemId === item.id),
                }}
              />
            </li>
          ))}
          {meeting.bring && (
            <li>
              <FormattedMessage
                id="screens.week.prepare.bring"
                defaultMessage="Tag med: {bring}"
                values={{ bring: meeting.bring }}
              />
            </li>
          )}
          <li>
            <FormattedMessage
              id="screens.week.prepare.state"
              defaultMessage="{state, select, ready {Du er klar.} written {Du har skrevet, hvad du har forberedt. Sig til, når du er klar.} other {Skriv et par linjer, hvis du har noget med.}}"
              values={{ state: meeting.preparation.ownReady ? 'ready' : meeting.hasNote ? 'written' : 'nothing' }}
            />
          </li>
        </ul>
      )}
      {told.map((one) => (
        <p key={one.id} className="small">
          <FormattedMessage
            id="screens.week.prepare.answered"
            defaultMessage="Dit forslag »{title}« {state, select, TAKEN_IN {er på dagsordenen} DECLINED {kom ikke med: {answer}} other {venter til næste møde: {answer}}}"
            values={{ title: one.title, state: one.state, answer: one.answer }}
          />
        </p>
      ))}
      {proposals > 0 && (
        <p className="small">
          <Link href={`/moede/${meeting.id}/planlaeg`}>
            <FormattedMessage
              id="screens.week.prepare.proposals"
              defaultMessage="{count, plural, one {Ét forslag} other {# forslag}} til dagsordenen venter på svar"
              values={{ count: proposals }}
            />
          </Link>
        </p>
      )}
      <div className={css.prepareButtons}>
        <ButtonLink size="small" href={address}>
          <FormattedMessage
            id="screens.week.prepare.go"
            defaultMessage="Forbered<hidden> {title}</hidden>"
            values={{ title, hidden }}
          />
        </ButtonLink>
        <ButtonLink size="small" variant="quiet" href={`${address}?foreslaa`}>
          <FormattedMessage
            id="screens.week.prepare.propose"
            defaultMessage="Foreslå et punkt<hidden> til {title}</hidden>"
            values={{ title, hidden }}
          />
        </ButtonLink>
      </div>
    </li>
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
