import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Stack } from '#ui/Stack.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { GIVE_REPLY } from './live.documents.ts';

/** "Kommer du?", answered on the meeting's own page as by the link in the mail: for oneself, and until it begins. */
export function OwnReply({ meeting, viewerId }: { meeting: MeetingData; viewerId: string }) {
  const intl = useIntl();
  const [give, { error, pending }] = useMutate(GIVE_REPLY, { again: true });
  const own = meeting.participants.find((one) => one.person?.id === viewerId);
  const [opened] = useState(() => Date.now());
  const isOpen = meeting.state === 'CONVENED' && Date.parse(meeting.startsAt) > opened;
  if (!own || !isOpen || !meeting.may.includes('meeting.reply')) return null;
  return (
    <Stack gap={2}>
      <div>
        <SegmentedControl
          label={intl.formatMessage({ id: 'meetings.reply.ask', defaultMessage: 'Kommer du?' })}
          segments={[
            {
              id: 'COMING',
              label: intl.formatMessage({ id: 'meetings.reply.coming', defaultMessage: 'Jeg kommer' }),
            },
            {
              id: 'NOT_COMING',
              label: intl.formatMessage({ id: 'meetings.reply.notComing', defaultMessage: 'Jeg kommer ikke' }),
            },
          ]}
          value={own.reply}
          isDisabled={pending}
          onChange={(reply) => void give({ meetingId: meeting.id, reply })}
        />
      </div>
      <p className="small ink2">
        {error ? (
          <span role="alert">{refusalWords(intl, error)}</span>
        ) : (
          <FormattedMessage
            id="meetings.reply.who"
            defaultMessage="Teamet og mødets gæster ser dit svar. Ledelsen gør ikke."
          />
        )}
      </p>
      {own.isUnreached && (
        <p className="small">
          <FormattedMessage
            id="meetings.reply.unreached"
            defaultMessage="Mailen om mødet nåede ikke frem til dig. Bed skolens administrator om at rette din mailadresse."
          />
        </p>
      )}
    </Stack>
  );
}
