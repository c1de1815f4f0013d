import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { problemWords, refusalWords } from '../../platform/parts/refusals.ts';

/** A choice of which the team reads why: it is not made without a reason, and a refusal stands at the reason, with the words kept. */
export function ReasonDialog({
  title,
  children,
  reason: label,
  keep,
  go,
  danger = false,
  pending = false,
  onGo,
  onClose,
}: {
  title: string;
  /** What becomes of things. */
  children: ReactNode;
  /** The question: "Hvorfor?" */
  reason: string;
  /** The way back and the way on, as their buttons say it. */
  keep: ReactNode;
  go: ReactNode;
  /** For what can't be undone: told as an alert, not closed by a click outside, and not begun with the caret in the field. */
  danger?: boolean;
  pending?: boolean;
  /** @returns what refused it, or nothing when it is done */
  onGo: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const rule = { max: TEXT_LIMITS.line, required: true };
  const problem = problemIn(reason, { ...rule, required: tried });
  const doIt = async () => {
    setTried(true);
    if (!problemIn(reason, rule)) setError((await onGo(reason.trim())) ?? null);
  };
  return (
    <Dialog
      isOpen
      alert={danger}
      size="small"
      onClose={onClose}
      title={title}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>{keep}</Button>
          <Button variant={danger ? 'danger' : 'primary'} isDisabled={pending} onPress={() => void doIt()}>
            {go}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        {children}
        <TextField
          autoFocus={!danger}
          label={label}
          aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={reason}
          onChange={setReason}
          fault={problem ? problemWords(intl, problem) : error ? refusalWords(intl, error) : undefined}
        />
      </Stack>
    </Dialog>
  );
}
