import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import type { PreparingQuery } from '../../gql/graphql.ts';
import { WhoCanSee } from '../../access/parts/WhoCanSee.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { useFollow } from '../../live/parts/live-context.tsx';
import { dayWords, slotWords, weekdayWords } from '../../meetings/parts/meeting-time.ts';
import { kindWords, roleWords } from '../../meetings/parts/meeting-words.ts';
import { usePageTitle } from '../../platform/parts/use-page-title.ts';
import { Notes } from '../Notes.tsx';
import { OwnNote } from '../OwnNote.tsx';
import css from '../Preparation.module.css';
import { Proposals } from '../Proposals.tsx';
import { Ready, ReadyCount } from '../Ready.tsx';
import { PREPARING } from './preparation.documents.ts';

export type PreparingData = PreparingQuery['meeting'];

const TO_COME = ['DRAFT', 'CONVENED'];

/** "Hvad skal jeg have klar?": what to bring, what I have prepared, what is proposed, and how many are ready. */
export function PreparationPage({ files }: { files?: (meeting: PreparingData) => ReactNode }) {
  const intl = useIntl();
  const { meetingId = '' } = useParams();
  const { data, previousData, error, refetch } = useQuery(PREPARING, { variables: { id: meetingId } });
  const meeting = (data ?? previousData)?.meeting;
  const viewer = useViewer();
  useFollow('MEETING', meeting?.id, meeting?.liveVersion, () => void refetch());
  useFollow('PERSON', meeting && viewer.id, meeting?.preparation.ownVersion, () => void refetch());
  usePageTitle(
    meeting
      ? intl.formatMessage({ id: 'preparation.page', defaultMessage: 'Forbered {title}' }, { title: meeting.title })
      : '',
  );
  if (error && !meeting) throw error;
  if (!meeting)
    return (
      <Skeleton label={intl.formatMessage({ id: 'preparation.loading', defaultMessage: 'Henter mødet' })} lines={8} />
    );
  const isToCome = TO_COME.includes(meeting.state);
  return (
    <div className={css.page}>
      <PageHeader
        kicker={
          <>
            <FormattedMessage
              id="preparation.when"
              defaultMessage="{day} den {date}, kl. {slot}"
              values={{
                day: weekdayWords(intl, meeting.startsAt),
                date: dayWords(intl, meeting.startsAt),
                slot: slotWords(meeting.startsAt, meeting.durationMin),
              }}
            />
            {meeting.place && `, ${meeting.place}`}
          </>
        }
        title={meeting.title}
        lead={meeting.purpose ? <p>{meeting.purpose}</p> : undefined}
      />
      <div className={css.columns}>
        <div className={css.column}>
          <Bring meeting={meeting} viewerId={viewer.id} />
          {files?.(meeting)}
          <Mine meeting={meeting} viewerId={viewer.id} isToCome={isToCome} />
          {meeting.proposals !== null && (
            <section className={css.part} aria-labelledby="proposals">
              <h2 id="proposals">
                <FormattedMessage id="preparation.proposals" defaultMessage="Forslag til dagsordenen" />
              </h2>
              <ProposalsHere meeting={meeting} viewerId={viewer.id} isToCome={isToCome} />
            </section>
          )}
        </div>
        <div className={css.column}>
          <Others meeting={meeting} viewerId={viewer.id} />
          <Agenda meeting={meeting} />
          <p className={css.buttons}>
            <ButtonLink variant="secondary" href={`/moede/${meeting.id}`}>
              <FormattedMessage id="preparation.toMeeting" defaultMessage="Til mødet" />
            </ButtonLink>
            {isToCome && meeting.may.includes('meeting.plan') && (
              <ButtonLink variant="quiet" href={`/moede/${meeting.id}/planlaeg`}>
                <FormattedMessage id="preparation.toPlan" defaultMessage="Ret dagsordenen" />
              </ButtonLink>
            )}
          </p>
          <WhoCanSee abilities={['preparation.read', 'preparation.ready', 'meeting.read']} />
        </div>
      </div>
    </div>
  );
}

/** What the template asks everybody to bring, the markers in focus, and what is mine to do. */
function Bring({ meeting, viewerId }: { meeting: PreparingData; viewerId: string }) {
  const intl = useIntl();
  const role = meeting.participants.find((one) => one.person?.id === viewerId)?.meetingRole;
  const mine = meeting.items.filter((item) => item.owner?.id === viewerId).toSorted((a, b) => a.position - b.position);
  return (
    <section className={css.part} aria-labelledby="bring">
      <h2 id="bring">
        <FormattedMessage id="preparation.bring" defaultMessage="Tag med" />
      </h2>
      <p className="measure">
        {meeting.bring || (
          <span className="ink2">
            <FormattedMessage id="preparation.bring.nothing" defaultMessage="I skal ikke have noget særligt med." />
          </span>
        )}
      </p>
      {meeting.markers.length > 0 && (
        <ul
          className={css.markers}
          aria-label={intl.formatMessage({ id: 'preparation.focus', defaultMessage: 'Mødets fokus' })}
        >
          {meeting.markers.map((marker) => (
            <li key={marker.id}>
              <MarkerGlyph slot={marker.slot} number={marker.position} size={22} />
              <span>{marker.title}</span>
            </li>
          ))}
        </ul>
      )}
      {role && (
        <p>
          <FormattedMessage
            id="preparation.role"
            defaultMessage="Du er {role}."
            values={{ role: roleWords(intl, role).toLocaleLowerCase('da') }}
          />
        </p>
      )}
      {mine.length > 0 && (
        <ul
          className={css.rows}
          aria-label={intl.formatMessage({ id: 'preparation.mine', defaultMessage: 'Dine punkter' })}
        >
          {mine.map((item) => (
            <li key={item.id}>
              <span>
                <FormattedMessage
                  id="preparation.opens"
                  defaultMessage="Du lægger op til punkt {position}: {title}"
                  values={{ position: item.position, title: item.title }}
                />
              </span>
              <Minutes minutes={item.plannedMin} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mine({ meeting, viewerId, isToCome }: { meeting: PreparingData; viewerId: string; isToCome: boolean }) {
  const { notes } = meeting.preparation;
  const mayWrite = meeting.may.includes('preparation.write');
  if (notes === null) return null;
  const mayNote = mayWrite && (isToCome || meeting.state === 'IN_PROGRESS');
  return (
    <section className={css.part} aria-labelledby="own">
      <h2 id="own">
        <FormattedMessage id="preparation.own" defaultMessage="Min forberedelse" />
      </h2>
      {!isToCome && (
        <p className="ink2">
          <FormattedMessage
            id="preparation.over"
            defaultMessage="Mødet er {state, select, IN_PROGRESS {i gang. Du kan skrive videre, til det slutter} CANCELLED {aflyst. Det, du har skrevet, står her endnu} other {holdt. Det, du skrev, står her endnu}}."
            values={{ state: meeting.state }}
          />
        </p>
      )}
      {mayWrite && (
        <OwnNote
          key={meeting.id}
          meetingId={meeting.id}
          personId={viewerId}
          text={notes.find((note) => note.person?.id === viewerId)?.text ?? ''}
          isReadOnly={!mayNote}
        />
      )}
      {isToCome && <Ready preparation={meeting.preparation} called={meeting.participants.length} mayWrite={mayWrite} />}
      {!isToCome && meeting.state === 'IN_PROGRESS' && (
        <p>
          <ReadyCount preparation={meeting.preparation} called={meeting.participants.length} />
        </p>
      )}
    </section>
  );
}

function ProposalsHere({
  meeting,
  viewerId,
  isToCome,
}: {
  meeting: PreparingData;
  viewerId: string;
  isToCome: boolean;
}) {
  const [search] = useSearchParams();
  return (
    <Proposals
      meetingId={meeting.id}
      proposals={meeting.proposals ?? []}
      viewerId={viewerId}
      mayPropose={isToCome && meeting.may.includes('preparation.write')}
      mayAnswer={isToCome && meeting.may.includes('meeting.plan')}
      begin={search.has('foreslaa')}
    />
  );
}

function Others({ meeting, viewerId }: { meeting: PreparingData; viewerId: string }) {
  const others = (meeting.preparation.notes ?? []).filter((note) => note.person?.id !== viewerId);
  if (meeting.preparation.notes === null) return null;
  return (
    <section className={css.part} aria-labelledby="prepared">
      <h2 id="prepared">
        <FormattedMessage id="preparation.prepared" defaultMessage="Det har vi forberedt" />
      </h2>
      {others.length === 0 ? (
        <p className="ink2">
          <FormattedMessage id="preparation.prepared.none" defaultMessage="Ingen andre har skrevet noget endnu." />
        </p>
      ) : (
        <Notes notes={others} />
      )}
    </section>
  );
}

function Agenda({ meeting }: { meeting: PreparingData }) {
  const intl = useIntl();
  return (
    <Disclosure level={2} title={intl.formatMessage({ id: 'preparation.agenda', defaultMessage: 'Dagsorden' })}>
      <ol className={css.rows}>
        {meeting.items
          .toSorted((a, b) => a.position - b.position)
          .map((item) => (
            <li key={item.id}>
              <span>
                {item.position}. {item.title}{' '}
                <span className="small ink2">
                  {kindWords(intl, item.kind)}
                  {item.owner && `, ${item.owner.displayName}`}
                </span>
              </span>
              <Minutes minutes={item.plannedMin} />
            </li>
          ))}
      </ol>
    </Disclosure>
  );
}

function Minutes({ minutes }: { minutes: number }) {
  return (
    <span className="small ink2 figures">
      <FormattedMessage id="preparation.minutes" defaultMessage="{minutes} min" values={{ minutes }} />
    </span>
  );
}
