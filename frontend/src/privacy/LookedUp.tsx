import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { Link } from '#ui/Link.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { lineAddress, lineTime, lineWords, type LineData } from './looked-up-words.ts';
import { MY_AUDIT_LINES } from './looked-up.documents.ts';
import css from './statement.module.css';

/** What the viewer has looked up, the newest first, a page at a time. */
export function LookedUp() {
  const intl = useIntl();
  const client = useApolloClient();
  const { teams } = useViewer();
  const [older, setOlder] = useState<{ lines: readonly LineData[]; cursor: string | null } | null>(null);
  const { data, error } = useQuery(MY_AUDIT_LINES, { variables: { after: null }, fetchPolicy: 'network-only' });
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'privacy.lookedUp.loading', defaultMessage: 'Henter det, du har slået op' })}
        lines={6}
      />
    );
  const lines = [...data.myAuditLines.lines, ...(older?.lines ?? [])];
  const cursor = older ? older.cursor : data.myAuditLines.cursor;
  const more = async () => {
    const answer = await client.query({
      query: MY_AUDIT_LINES,
      variables: { after: cursor },
      fetchPolicy: 'no-cache',
    });
    if (answer.data)
      setOlder({
        lines: [...(older?.lines ?? []), ...answer.data.myAuditLines.lines],
        cursor: answer.data.myAuditLines.cursor,
      });
  };
  const what = (line: LineData) => {
    const words = lineWords(intl, line);
    const address = lineAddress(line);
    const team = teams.find(({ id }) => id === line.objectId);
    return (
      <>
        {address ? <Link href={address}>{words}</Link> : words}
        {team && <span className={css.whose}> {team.name}</span>}
      </>
    );
  };
  return (
    <>
      <DataTable
        className={css.lines!}
        caption={intl.formatMessage({ id: 'privacy.lookedUp.caption', defaultMessage: 'Det har du selv slået op' })}
        columns={[
          { id: 'what', head: intl.formatMessage({ id: 'privacy.lookedUp.what', defaultMessage: 'Hvad' }) },
          { id: 'when', head: intl.formatMessage({ id: 'privacy.lookedUp.when', defaultMessage: 'Hvornår' }) },
        ]}
        rows={lines.map((line) => ({ id: line.id, cells: { what: what(line), when: lineTime(intl, line.at) } }))}
      />
      {cursor !== null && (
        <Button variant="secondary" onPress={() => void more()}>
          <FormattedMessage id="privacy.lookedUp.more" defaultMessage="Vis flere" />
        </Button>
      )}
    </>
  );
}
