import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { MAKE_FEED, MY_CALENDAR, REVOKE_FEED } from './calendar.documents.ts';
import css from './Calendar.module.css';

/** One's own meetings in one's own calendar, by a secret address that is made and taken back here. */
export function Calendar() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(MY_CALENDAR, { fetchPolicy: 'network-only' });
  const [make, making] = useMutate(MAKE_FEED);
  const [revoke, revoking] = useMutate(REVOKE_FEED);
  const [address, setAddress] = useState<string | null>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const title = intl.formatMessage({ id: 'notifications.calendar.title', defaultMessage: 'Min kalender' });
  usePageTitle(title);
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'notifications.calendar.loading', defaultMessage: 'Henter din kalender' })}
        lines={4}
      />
    );
  const { madeAt } = data.myCalendar;
  const begin = async () => {
    const answer = await make({});
    setCopied('no');
    if (answer.data) setAddress(new URL(answer.data.makeCalendarFeed, window.location.origin).href);
    await refetch();
  };
  const end = async () => {
    const answer = await revoke({});
    if (!answer.error) setAddress(null);
    await refetch();
  };
  const copy = () =>
    navigator.clipboard?.writeText(address ?? '').then(
      () => setCopied('yes'),
      () => setCopied('by hand'),
    ) ?? setCopied('by hand');
  const fault = making.error ?? revoking.error;
  return (
    <div className={css.page}>
      <PageHeader
        title={title}
        lead={
          <p>
            <FormattedMessage
              id="notifications.calendar.lead"
              defaultMessage="Få dine PLF-møder vist i din egen kalender. Den henter tid, sted og et link til mødet, og den følger med, når et møde bliver flyttet eller aflyst."
            />
          </p>
        }
      />
      {fault !== null && (
        <Banner
          tone="warn"
          title={intl.formatMessage({ id: 'notifications.calendar.fault', defaultMessage: 'Det gik ikke' })}
        >
          {refusalWords(intl, fault)}
        </Banner>
      )}
      {address && (
        <>
          <p>
            <FormattedMessage
              id="notifications.calendar.once"
              defaultMessage="Her er din adresse. Den vises kun nu, så sæt den ind i din kalender med det samme. Del den ikke: Den, der har den, kan se dine møder."
            />
          </p>
          <p className={css.address}>
            <code>{address}</code>
          </p>
        </>
      )}
      {!address && madeAt && (
        <p>
          <FormattedMessage
            id="notifications.calendar.has"
            defaultMessage="Du har en adresse fra {at}. Pejling kender den ikke selv længere. Har du mistet den, så lav en ny; så virker den gamle ikke mere."
            values={{ at: <FormattedDate value={madeAt} dateStyle="long" /> }}
          />
        </p>
      )}
      <div className={css.buttons}>
        {address && (
          <Button variant="primary" onPress={() => void copy()}>
            <FormattedMessage id="notifications.calendar.copy" defaultMessage="Kopiér adressen" />
          </Button>
        )}
        <Button
          variant={address || madeAt ? 'secondary' : 'primary'}
          isDisabled={making.pending}
          onPress={() => void begin()}
        >
          {madeAt ? (
            <FormattedMessage id="notifications.calendar.again" defaultMessage="Lav en ny adresse" />
          ) : (
            <FormattedMessage id="notifications.calendar.make" defaultMessage="Lav en adresse" />
          )}
        </Button>
        {madeAt && (
          <Button isDisabled={revoking.pending} onPress={() => void end()}>
            <FormattedMessage id="notifications.calendar.revoke" defaultMessage="Luk adressen" />
          </Button>
        )}
      </div>
      <p role="status" className="small ink2">
        {copied === 'yes' && address && (
          <FormattedMessage id="notifications.calendar.copied" defaultMessage="Adressen er kopieret." />
        )}
        {copied === 'by hand' && address && (
          <FormattedMessage
            id="notifications.calendar.byHand"
            defaultMessage="Browseren gav ikke lov til at kopiere. Markér adressen, og kopiér den selv."
          />
        )}
        {!madeAt && !address && (
          <FormattedMessage id="notifications.calendar.none" defaultMessage="Du har ingen adresse nu." />
        )}
      </p>
      <h2>
        <FormattedMessage id="notifications.calendar.how" defaultMessage="Sådan gør du" />
      </h2>
      <ul className={css.steps}>
        <li>
          <FormattedMessage
            id="notifications.calendar.outlook"
            defaultMessage="Outlook: Vælg »Tilføj kalender« og »Abonner fra internettet«, og sæt adressen ind."
          />
        </li>
        <li>
          <FormattedMessage
            id="notifications.calendar.google"
            defaultMessage="Google Kalender: Vælg »Andre kalendere« og »Fra webadresse«."
          />
        </li>
        <li>
          <FormattedMessage
            id="notifications.calendar.phone"
            defaultMessage="iPhone og iPad: Tilføj en konto under Kalender, og vælg »Tilføj kalenderabonnement«."
          />
        </li>
      </ul>
      {data.mailWay === 'CAUGHT' && (
        <p>
          <Link href="/postkasse">
            <FormattedMessage
              id="notifications.calendar.mailbox"
              defaultMessage="Se demonstrationens mails i postkassen"
            />
          </Link>
        </p>
      )}
    </div>
  );
}
