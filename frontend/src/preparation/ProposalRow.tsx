import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { kindWords } from '../meetings/parts/meeting-words.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { DeclineDialog } from './DeclineDialog.tsx';
import css from './Preparation.module.css';
import {
  CHANGE_PROPOSAL,
  TAKE_IN_PROPOSAL,
  WITHDRAW_PROPOSAL,
  type ProposalData,
} from './parts/preparation.documents.ts';
import { ProposalForm } from './ProposalForm.tsx';

/** An open proposal, with what the viewer may do: answer it where they plan, change it and take it back where it is their own. */
export function ProposalRow({
  proposal,
  isOwn,
  mayAnswer,
}: {
  proposal: ProposalData;
  isOwn: boolean;
  mayAnswer: boolean;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [doing, setDoing] = useState<'change' | 'decline' | null>(null);
  const [takeIn, taking] = useMutate(TAKE_IN_PROPOSAL, { again: true });
  const [withdraw, withdrawing] = useMutate(WITHDRAW_PROPOSAL, { again: true });
  const [change] = useMutate(CHANGE_PROPOSAL, { again: true });
  const { id: proposalId, revision: seenRevision, title } = proposal;
  const take = async () => {
    const { error } = await takeIn({ proposalId, seenRevision });
    if (error) return;
    announce(
      intl.formatMessage({ id: 'preparation.taken', defaultMessage: '{title} er sat på dagsordenen' }, { title }),
    );
  };
  const fault = taking.error ?? withdrawing.error;
  if (doing === 'change')
    return (
      <li className={css.proposal}>
        <ProposalForm
          before={proposal}
          sendWords={intl.formatMessage({ id: 'preparation.change.do', defaultMessage: 'Gem' })}
          send={({ title: words, why, minutes, kind }) =>
            change({ proposalId, proposal: { title: words, why, minutes, kind }, seenRevision })
          }
          onClose={() => setDoing(null)}
        />
      </li>
    );
  return (
    <li className={css.proposal}>
      <Words proposal={proposal} isOwn={isOwn} />
      <div className={css.buttons}>
        {mayAnswer && (
          <>
            <Button size="small" pending={taking.pending} onPress={() => void take()}>
              <FormattedMessage
                id="preparation.take"
                defaultMessage="Sæt på dagsordenen<hidden> {title}</hidden>"
                values={{ title, hidden }}
              />
            </Button>
            <Button size="small" variant="quiet" onPress={() => setDoing('decline')}>
              <FormattedMessage
                id="preparation.decline"
                defaultMessage="Ikke denne gang …<hidden> {title}</hidden>"
                values={{ title, hidden }}
              />
            </Button>
          </>
        )}
        {isOwn && (
          <>
            <Button size="small" variant="quiet" onPress={() => setDoing('change')}>
              <FormattedMessage
                id="preparation.change"
                defaultMessage="Ret<hidden> {title}</hidden>"
                values={{ title, hidden }}
              />
            </Button>
            <Button
              size="small"
              variant="quiet"
              pending={withdrawing.pending}
              onPress={() => void withdraw({ proposalId })}
            >
              <FormattedMessage
                id="preparation.withdraw"
                defaultMessage="Træk tilbage<hidden> {title}</hidden>"
                values={{ title, hidden }}
              />
            </Button>
          </>
        )}
      </div>
      {fault !== null && <p role="alert">{refusalWords(intl, fault)}</p>}
      {doing === 'decline' && <DeclineDialog proposal={proposal} onClose={() => setDoing(null)} />}
    </li>
  );
}

/** A proposal in words: what, why, how long, whose, and what was answered before. */
function Words({ proposal, isOwn }: { proposal: ProposalData; isOwn: boolean }) {
  const intl = useIntl();
  return (
    <div className={css.words}>
      <p>
        <strong>{proposal.title}</strong>
      </p>
      {proposal.why && <p>{proposal.why}</p>}
      <p className="small ink2">
        <FormattedMessage
          id="preparation.proposal"
          defaultMessage="{minutes} min, {kind}. {own, select, true {Dit forslag} other {Foreslået af {name}}}{earlier, select, true {, fra et tidligere møde} other {}}."
          values={{
            minutes: proposal.minutes,
            kind: kindWords(intl, proposal.kind),
            own: isOwn,
            name: proposal.proposedBy?.displayName ?? '',
            earlier: proposal.fromEarlier,
          }}
        />
      </p>
      <Answer proposal={proposal} />
    </div>
  );
}

/** What was answered to me, if it is mine and anything was. */
export function Answer({ proposal }: { proposal: ProposalData }) {
  if (!proposal.answer) return null;
  return (
    <p className="small">
      <FormattedMessage
        id="preparation.answer"
        defaultMessage="Svar til dig: {answer}"
        values={{ answer: proposal.answer }}
      />
    </p>
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
