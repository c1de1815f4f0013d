import { FormattedMessage, useIntl } from 'react-intl';
import { ReasonDialog } from './parts/ReasonDialog.tsx';
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
  const cancel = async (reason: string) => {
    const { error } = await plan.cancel(reason);
    if (!error) onCancelled();
    return error;
  };
  return (
    <ReasonDialog
      danger
      title={intl.formatMessage({ id: 'plan.cancel.title', defaultMessage: 'Aflys mødet?' })}
      reason={intl.formatMessage({ id: 'plan.cancel.reason', defaultMessage: 'Hvorfor?' })}
      keep={<FormattedMessage id="plan.cancel.keep" defaultMessage="Behold mødet" />}
      go={<FormattedMessage id="plan.cancel.do" defaultMessage="Aflys mødet" />}
      onGo={cancel}
      onClose={onClose}
    >
      <p>
        <FormattedMessage
          id="plan.cancel.what"
          defaultMessage="Det, der kom fra sidst, og jeres egne punkter går videre til næste møde. Teamet ser grunden."
        />
      </p>
    </ReasonDialog>
  );
}
