import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import { DECLINE_PROPOSAL, type ProposalData } from './parts/preparation.documents.ts';

/** "Ikke denne gang": a few words to whoever proposed it, and whether it comes again. */
export function DeclineDialog({ proposal, onClose }: { proposal: ProposalData; onClose: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [decline, { pending, error }] = useMutate(DECLINE_PROPOSAL);
  const [reason, setReason] = useState('');
  const [keep, setKeep] = useState(true);
  const [tried, setTried] = useState(false);
  const rule = { max: TEXT_LIMITS.line, required: true };
  const problem = problemIn(reason, { ...rule, required: tried });
  const answer = async () => {
    setTried(true);
    if (problemIn(reason, rule)) return;
    const { error: fault } = await decline({
      proposalId: proposal.id,
      reason: reason.trim(),
      keep,
      seenRevision: proposal.revision,
    });
    if (fault) return;
    announce(
      intl.formatMessage(
        {
          id: 'preparation.decline.done',
          defaultMessage: '{keep, select, true {{title} venter til næste møde} other {Forslaget {title} er besvaret}}',
        },
        { keep, title: proposal.title },
      ),
    );
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={intl.formatMessage({ id: 'preparation.decline.title', defaultMessage: 'Ikke denne gang?' })}
      closeLabel={intl.formatMessage({ id: 'preparation.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="preparation.decline.back" defaultMessage="Lad det stå" />
          </Button>
          <Button variant="primary" pending={pending} onPress={() => void answer()}>
            <FormattedMessage id="preparation.decline.do" defaultMessage="Send svaret" />
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>
          <strong>{proposal.title}</strong>
        </p>
        <p>
          <FormattedMessage
            id="preparation.decline.what"
            defaultMessage="Kun {name} ser dit svar."
            values={{ name: proposal.proposedBy?.displayName ?? '' }}
          />
        </p>
        <TextField
          autoFocus
          label={intl.formatMessage({ id: 'preparation.decline.reason', defaultMessage: 'Hvorfor ikke nu?' })}
          aside={intl.formatMessage({ id: 'preparation.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={reason}
          onChange={setReason}
          fault={problem ? problemWords(intl, problem) : error ? refusalWords(intl, error) : undefined}
        />
        <Checkbox
          isSelected={keep}
          onChange={setKeep}
          detail={intl.formatMessage({
            id: 'preparation.decline.keep.detail',
            defaultMessage: 'Så står forslaget ved jeres næste møde af sig selv.',
          })}
        >
          <FormattedMessage id="preparation.decline.keep" defaultMessage="Gem det til næste møde" />
        </Checkbox>
      </Stack>
    </Dialog>
  );
}
