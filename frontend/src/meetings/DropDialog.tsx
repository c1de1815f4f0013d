import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import type { ItemData } from './parts/meeting.documents.ts';
import type { Plan } from './use-plan.ts';

/** Letting an item go before the meeting: why, and where it can be found again. */
export function DropDialog({ item, plan, onClose }: { item: ItemData; plan: Plan; onClose: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const rule = { max: TEXT_LIMITS.line, required: true };
  const problem = problemIn(reason, { ...rule, required: tried });
  const drop = async () => {
    setTried(true);
    if (problemIn(reason, rule)) return;
    const { error: fault } = await plan.dropItem(item, reason.trim());
    if (fault) return setError(fault);
    announce(
      intl.formatMessage({ id: 'plan.drop.done', defaultMessage: 'I har sluppet {title}' }, { title: item.title }),
    );
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={intl.formatMessage({ id: 'plan.drop.title', defaultMessage: 'Slip »{title}«?' }, { title: item.title })}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="plan.drop.keep" defaultMessage="Behold punktet" />
          </Button>
          <Button variant="primary" onPress={() => void drop()}>
            <FormattedMessage id="plan.drop.do" defaultMessage="Slip punktet" />
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>
          <FormattedMessage
            id="plan.drop.what"
            defaultMessage="Det er helt i orden at slippe noget. Punktet kommer ikke igen af sig selv, men I finder det under dagsordenen. Aftalte handlinger lever videre."
          />
        </p>
        <TextField
          autoFocus
          label={intl.formatMessage({ id: 'plan.drop.reason', defaultMessage: 'Hvorfor slipper I det?' })}
          aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={reason}
          onChange={setReason}
          fault={problem ? problemWords(intl, problem) : error ? refusalWords(intl, error) : undefined}
        />
      </Stack>
    </Dialog>
  );
}
