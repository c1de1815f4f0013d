import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useFollow } from '../live/parts/live-context.tsx';
import { Attendance, mayMarkAttendance } from '../meetings/parts/Attendance.tsx';
import { MEETING_QUERY } from '../meetings/parts/meeting.documents.ts';
import { MeetingMaterials } from '../materials/parts/MeetingMaterials.tsx';
import { dayWords, weekdayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import { roleWords } from '../meetings/parts/meeting-words.ts';
import { NoteText } from '../notes/parts/NoteText.tsx';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { Approval } from './Approval.tsx';
import { DownloadMinutes } from './DownloadMinutes.tsx';
import { MINUTES } from './minutes.documents.ts';
import { MinutesItem } from './MinutesItem.tsx';
import { OpenHistory } from './OpenHistory.tsx';
import { SharingChoice } from './parts/SharingChoice.tsx';
import { ShareMinutes } from './ShareMinutes.tsx';
import { NotesBefore } from './NotesBefore.tsx';
import css from './Minutes.module.css';

/** The text of the minutes holds its decisions without what a change of one would fit. */
const RESHAPED = ['Decision'];

/** "Hvad aftalte vi?" Made from what was written in the meeting; frozen when it is approved. */
export function Minutes() {
  const intl = useIntl();
  const { meetingId = '' } = useParams();
  const { data, previousData, error, refetch } = useQuery(MINUTES, { variables: { meetingId } });
  const minutes = (data ?? previousData)?.minutes;
  useFollow('MEETING', minutes?.id, minutes?.liveVersion, () => void refetch(), RESHAPED);
  usePageTitle(intl.formatMessage({ id: 'minutes.title', defaultMessage: 'Referat' }));
  if (error && !minutes) throw error;
  if (!minutes)
    return (
      <Skeleton label={intl.formatMessage({ id: 'minutes.loading', defaultMessage: 'Henter referatet' })} lines={10} />
    );
  const { text } = minutes;
  const begun = text.startedAt ?? text.startsAt;
  const people = (list: readonly { displayName: string; meetingRole?: string | null }[]) =>
    intl.formatList(
      list.map((person) =>
        person.meetingRole
          ? `${person.displayName} (${roleWords(intl, person.meetingRole).toLocaleLowerCase('da')})`
          : person.displayName,
      ),
    );
  return (
    <article className={css.sheet}>
      <div className={css.head}>
        <PageHeader
          kicker={
            <>
              <FormattedMessage id="minutes.title" defaultMessage="Referat" /> ·{' '}
              <Link href={`/team/${minutes.teamId}`}>{text.teamName}</Link>
              {text.schoolName ? `, ${text.schoolName}` : ''}
            </>
          }
          title={
            <FormattedMessage
              id="minutes.heading"
              defaultMessage="{title}, {weekday} uge {week}"
              values={{ title: text.title, weekday: weekdayWords(intl, begun), week: weekOf(begun) }}
            />
          }
          lead={text.purpose ? <p>{text.purpose}</p> : undefined}
        />
        <dl className={css.facts}>
          <dt>
            <FormattedMessage id="minutes.when" defaultMessage="Hvornår" />
          </dt>
          <dd>
            <FormattedMessage
              id="minutes.whenWords"
              defaultMessage="{day}, kl. {slot}{place}"
              values={{
                day: dayWords(intl, begun),
                slot: [begun, ...(text.endedAt ? [text.endedAt] : [])]
                  .map((at) => copenhagenTime(Date.parse(at)))
                  .join('–'),
                place: text.place ? `, ${text.place}` : '',
              }}
            />
            {text.endedByClock && (
              <>
                {'. '}
                <FormattedMessage
                  id="minutes.byClock"
                  defaultMessage="Mødet blev afsluttet af sig selv kl. {time}. Intet er tabt."
                  values={{ time: text.endedAt ? copenhagenTime(Date.parse(text.endedAt)) : '' }}
                />
              </>
            )}
          </dd>
          {(text.present.length > 0 || minutes.state === 'OPEN') && (
            <>
              <dt>
                <FormattedMessage id="minutes.present" defaultMessage="Til stede" />
              </dt>
              <dd>
                {minutes.state === 'OPEN' ? (
                  <WhoCame meetingId={minutes.id}>{people(text.present)}</WhoCame>
                ) : (
                  people(text.present)
                )}
              </dd>
            </>
          )}
        </dl>
      </div>
      {minutes.state !== 'APPROVED' && minutes.may.includes('minutes.choice') && (
        <SharingChoice meetingId={minutes.id} />
      )}
      <Approval minutes={minutes} refetch={() => void refetch()} />
      <ol className={css.items}>
        {text.items.map((item) => (
          <MinutesItem
            key={item.id}
            item={item}
            now={minutes.actionsNow}
            amendments={(minutes.amendments ?? []).filter((amendment) => amendment.itemId === item.id)}
            approved={minutes.state === 'APPROVED'}
          />
        ))}
      </ol>
      {text.note && (
        <section className={css.own} aria-labelledby="meeting-note">
          <h2 id="meeting-note">
            <FormattedMessage id="minutes.note" defaultMessage="Mødets noter" />
          </h2>
          <NoteText doc={text.noteDoc} text={text.note} />
        </section>
      )}
      <MeetingMaterials
        all
        meeting={{
          id: minutes.id,
          state: minutes.state === 'OPEN' ? 'HELD' : 'CLOSED',
          materials: minutes.materials,
          may: minutes.may,
          items: text.items,
        }}
      />
      {(minutes.amendments ?? []).some((amendment) => !amendment.itemId) && (
        <section className={css.amendments}>
          <h2>
            <FormattedMessage id="minutes.amendments" defaultMessage="Tilføjelser" />
          </h2>
          {(minutes.amendments ?? [])
            .filter((amendment) => !amendment.itemId)
            .map((amendment) => (
              <p key={amendment.id}>
                {amendment.text} <span className="small ink2">{amendment.by?.displayName}</span>
              </p>
            ))}
        </section>
      )}
      {minutes.state === 'APPROVED' && <ShareMinutes minutes={minutes} />}
      <footer className={css.foot}>
        <PrintButton />
        <DownloadMinutes from={`/dokumenter/referat/${minutes.id}`} />
        <NotesBefore minutes={minutes} />
        {minutes.may.includes('minutes.history') && <OpenHistory meetingId={minutes.id} />}
        <WhoCanSee
          abilities={[
            'minutes.open',
            'minutes.read',
            'material.read',
            'minutes.taps',
            'minutes.amendments',
            'minutes.shared',
            'minutes.choice',
            'minutes.agreement',
          ]}
        />
      </footer>
    </article>
  );
}

/** Until the minutes are proposed, whoever may say so marks who came; for others the names stand as `children`. */
function WhoCame({ meetingId, children }: { meetingId: string; children: ReactNode }) {
  const { data, refetch } = useQuery(MEETING_QUERY, { variables: { id: meetingId } });
  useFollow('MEETING', data?.meeting.id, data?.meeting.liveVersion, () => void refetch());
  return data && mayMarkAttendance(data.meeting) ? <Attendance meeting={data.meeting} /> : children;
}
