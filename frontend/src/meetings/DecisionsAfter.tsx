import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Stack } from '#ui/Stack.tsx';
import { Decisions } from './Decisions.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import { inOrder } from './parts/run-time.ts';

/** After the meeting, until its minutes are proposed: what was decided, to be mended or written in where it was forgotten. */
export function DecisionsAfter({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (meeting.state !== 'HELD' || !meeting.may.includes('meeting.write')) return null;
  return (
    <Disclosure
      title={intl.formatMessage({ id: 'meetings.held.decisions', defaultMessage: 'Ret i beslutningerne' })}
      level={2}
      isExpanded={isOpen}
      onExpandedChange={setOpen}
    >
      {isOpen && (
        <Stack gap={5}>
          <p className="small ink2">
            <FormattedMessage
              id="meetings.held.decisions.what"
              defaultMessage="I kan rette, til referatet er sendt til godkendelse."
            />
          </p>
          {inOrder(meeting.items)
            .filter(({ kind }) => kind !== 'BREAK')
            .map((item) => (
              <Decisions
                key={item.id}
                item={item}
                title={item.title}
                decisions={(meeting.decisions ?? []).filter((one) => one.itemId === item.id)}
                readOnly={false}
              />
            ))}
        </Stack>
      )}
    </Disclosure>
  );
}
