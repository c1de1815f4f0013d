import { FormattedMessage, useIntl } from 'react-intl';
import { Decisions } from './Decisions.tsx';
import { MendAfter } from './parts/MendAfter.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import { inOrder } from './parts/run-time.ts';

/** After the meeting, until its minutes are proposed: what was decided, to be mended or written in where it was forgotten. */
export function DecisionsAfter({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  if (meeting.state !== 'HELD' || !meeting.may.includes('meeting.write')) return null;
  return (
    <MendAfter
      title={intl.formatMessage({ id: 'meetings.held.decisions', defaultMessage: 'Ret i beslutningerne' })}
      what={
        <FormattedMessage
          id="meetings.held.decisions.what"
          defaultMessage="I kan rette, til referatet er sendt til godkendelse."
        />
      }
    >
      {() =>
        inOrder(meeting.items)
          .filter(({ kind }) => kind !== 'BREAK')
          .map((item) => (
            <Decisions
              key={item.id}
              item={item}
              title={item.title}
              decisions={(meeting.decisions ?? []).filter((one) => one.itemId === item.id)}
              readOnly={false}
            />
          ))
      }
    </MendAfter>
  );
}
