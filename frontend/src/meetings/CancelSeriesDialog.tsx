import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { shownSchoolYear } from '#domain/school-year.ts';
import type { LiveChange } from '#live-protocol/change.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { dayWords } from './parts/meeting-time.ts';
import { ReasonDialog } from './parts/ReasonDialog.tsx';
import { CANCEL_SERIES } from './series.documents.ts';

/** How many were called off, and how many of those that were shown had begun by then. */
export interface Cancelled {
  count: number;
  left: number;
}

/** Calling the rest of a series off: how many meetings, from when to when, who hears of it, and why. */
export function CancelSeriesDialog({
  name,
  meetings,
  schoolYear,
  onClose,
  onCancelled,
}: {
  name: string;
  /** Those of its meetings that are to come, in order; never none. */
  meetings: readonly { id: string; startsAt: string; state: string }[];
  schoolYear: string;
  onClose: () => void;
  onCancelled: (cancelled: Cancelled) => void;
}) {
  const intl = useIntl();
  // What colleagues do meanwhile is seen here at once; what was there when one was asked is what is answered for.
  const [shown] = useState(meetings);
  const [cancel, { pending }] = useMutate(CANCEL_SERIES);
  const called = meetings.filter(({ state }) => state === 'CONVENED').length;
  const doIt = async (reason: string) => {
    const { data, error } = await cancel({ meetingId: shown[0]!.id, schoolYear, reason });
    if (!data) return error;
    const off = new Set(
      (data.cancelSeries.changes as LiveChange[])
        .filter(({ entity, verb }) => entity === 'Meeting' && verb === 'cancelled')
        .map(({ entityId }) => entityId),
    );
    return onCancelled({ count: off.size, left: shown.filter(({ id }) => !off.has(id)).length });
  };
  return (
    <ReasonDialog
      danger
      pending={pending}
      title={intl.formatMessage({ id: 'series.cancel.title', defaultMessage: 'Aflys resten af »{name}«?' }, { name })}
      reason={intl.formatMessage({ id: 'plan.cancel.reason', defaultMessage: 'Hvorfor?' })}
      keep={
        <FormattedMessage
          id="series.cancel.keep"
          defaultMessage="{count, plural, one {Behold mødet} other {Behold møderne}}"
          values={{ count: meetings.length }}
        />
      }
      go={
        <FormattedMessage
          id="series.cancel.do"
          defaultMessage="{count, plural, one {Aflys ét møde} other {Aflys # møder}}"
          values={{ count: meetings.length }}
        />
      }
      onGo={doIt}
      onClose={onClose}
    >
      <p>
        <FormattedMessage
          id="series.cancel.which"
          defaultMessage="{count, plural, one {Det er mødet {from}.} other {Det er # møder i skoleåret {year}, fra {from} til {to}.}} {called, plural, =0 {Ingen er indkaldt endnu.} one {De indkaldte til ét af dem får besked.} other {De indkaldte til # af dem får besked.}}"
          values={{
            count: meetings.length,
            called,
            year: shownSchoolYear(schoolYear),
            from: dayWords(intl, meetings[0]!.startsAt),
            to: dayWords(intl, meetings.at(-1)!.startsAt),
          }}
        />
      </p>
      <p>
        <FormattedMessage
          id="series.cancel.what"
          defaultMessage="Møder, der er i gang eller holdt, og jeres handlinger røres ikke. Det, der går videre, og jeres egne punkter bliver på møderækkens liste. En aflysning kan ikke fortrydes."
        />
      </p>
    </ReasonDialog>
  );
}
