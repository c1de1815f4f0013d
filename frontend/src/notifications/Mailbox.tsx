import { useApolloClient, useQuery } from '@apollo/client/react';
import { Fragment, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import type { MyMailsQuery } from '../gql/graphql.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { mailLines } from './mail-lines.ts';
import { MY_MAILS } from './mailbox.documents.ts';
import css from './Mailbox.module.css';
import { saveFile } from './save-file.ts';

type Mail = MyMailsQuery['myMails']['mails'][number];

/** Where a demonstration's mails come in place of somebody's own mailbox. Shown as text: nothing that a mail holds runs here. */
export function Mailbox() {
  const intl = useIntl();
  const client = useApolloClient();
  const [older, setOlder] = useState<{ mails: readonly Mail[]; cursor: string | null } | null>(null);
  const { data, error } = useQuery(MY_MAILS, { variables: { after: null }, fetchPolicy: 'network-only' });
  const title = intl.formatMessage({ id: 'notifications.mailbox.title', defaultMessage: 'Postkasse' });
  usePageTitle(title);
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'notifications.mailbox.loading', defaultMessage: 'Henter dine mails' })}
        lines={6}
      />
    );
  const mails = [...data.myMails.mails, ...(older?.mails ?? [])];
  const cursor = older ? older.cursor : data.myMails.cursor;
  const more = async () => {
    const answer = await client.query({ query: MY_MAILS, variables: { after: cursor }, fetchPolicy: 'no-cache' });
    if (answer.data)
      setOlder({ mails: [...(older?.mails ?? []), ...answer.data.myMails.mails], cursor: answer.data.myMails.cursor });
  };
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <p>
            {data.mailWay === 'CAUGHT' ? (
              <FormattedMessage
                id="notifications.mailbox.lead"
                defaultMessage="I demonstrationen bliver ingen mail sendt. Her ser du dem, du ellers ville have fået."
              />
            ) : data.mailWay === 'SMTP' ? (
              <FormattedMessage
                id="notifications.mailbox.sent"
                defaultMessage="Pejling sender dine mails til din egen mailadresse, så her er ingen."
              />
            ) : (
              <FormattedMessage
                id="notifications.mailbox.none"
                defaultMessage="Pejling er ikke sat op til at sende mail her."
              />
            )}
          </p>
        }
      />
      {mails.length === 0 && data.mailWay === 'CAUGHT' && (
        <EmptyState
          sentence={<FormattedMessage id="notifications.mailbox.empty" defaultMessage="Her er ingen mails endnu." />}
          detail={
            <FormattedMessage
              id="notifications.mailbox.emptyDetail"
              defaultMessage="Indkald teamet til et møde, så kommer indkaldelsen her efter et øjeblik."
            />
          }
        />
      )}
      <ul className={css.mails}>
        {mails.map((mail) => (
          <Card key={mail.id} as="li" labelledBy={`mail-${mail.id}`}>
            <h2 id={`mail-${mail.id}`}>{mail.subject}</h2>
            <p className="small ink2">
              <FormattedMessage
                id="notifications.mailbox.from"
                defaultMessage="Fra Pejling, {at}"
                values={{ at: <FormattedDate value={mail.caughtAt} dateStyle="long" timeStyle="short" /> }}
              />
            </p>
            <p className={css.text}>
              {mailLines(mail.text).map((line, n) => (
                <Fragment key={n}>
                  {'href' in line ? <a href={line.href}>{line.words}</a> : line.words}
                  {'\n'}
                </Fragment>
              ))}
            </p>
            <Button onPress={() => saveFile('plf-moede.ics', 'text/calendar', mail.calendar)}>
              <FormattedMessage id="notifications.mailbox.calendar" defaultMessage="Hent kalenderfil" />
            </Button>
          </Card>
        ))}
      </ul>
      {cursor !== null && (
        <Button variant="secondary" onPress={() => void more()}>
          <FormattedMessage id="notifications.mailbox.more" defaultMessage="Vis flere" />
        </Button>
      )}
    </>
  );
}
