import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import type { Plan } from './use-plan.ts';

/** Calling a meeting off: a short reason, and what becomes of its items. */
export function CancelDialog({
  plan,
  onClose,
  onCancelled,
}: {
  plan: Plan;
  onClose: () => void;
  onCancelled: () => void;
}) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const rule = { max: TEXT_LIMITS.line, required: true };
  const problem = problemIn(reason, { ...rule, required: tried });
  const cancel = async () => {
    setTried(true);
    if (problemIn(reason, rule)) return;
    const { error: fault } = await plan.cancel(reason.trim());
    if (fault) setError(fault);
    else onCancelled();
  };
  return (
    <Dialog
      isOpen
      alert
      size="small"
      onClose={onClose}
      title={intl.formatMessage({ id: 'plan.cancel.title', defaultMessage: 'Aflys mødet?' })}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="plan.cancel.keep" defaultMessage="Behold mødet" />
          </Button>
          <Button variant="danger" onPress={() => void cancel()}>
            <FormattedMessage id="plan.cancel.do" defaultMessage="Aflys mødet" />
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>
          <FormattedMessage
            id="plan.cancel.what"
            defaultMessage="Det, der kom fra sidst, og jeres egne punkter går videre til næste møde. Teamet ser grunden."
          />
        </p>
        <TextField
          label={intl.formatMessage({ id: 'plan.cancel.reason', defaultMessage: 'Hvorfor?' })}
          aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={reason}
          onChange={setReason}
          fault={problem ? problemWords(intl, problem) : error ? refusalWords(intl, error) : undefined}
        />
      </Stack>
    </Dialog>
  );
}
