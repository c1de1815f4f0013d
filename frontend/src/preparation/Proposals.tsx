import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import css from './Preparation.module.css';
import { PROPOSE_ITEM, type ProposalData } from './parts/preparation.documents.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { Answer, ProposalRow } from './ProposalRow.tsx';
import { proposalsView } from './proposals-view.ts';

/** What is proposed for a meeting: what waits for an answer, what became of the rest, and a way to propose. */
export function Proposals({
  meetingId,
  proposals,
  viewerId,
  mayPropose,
  mayAnswer,
  begin = false,
}: {
  meetingId: string;
  proposals: readonly ProposalData[];
  viewerId: string;
  mayPropose: boolean;
  mayAnswer: boolean;
  /** Opens the form at once: one came to propose. */
  begin?: boolean;
}) {
  const view = proposalsView(meetingId, proposals);
  const isOwn = (one: ProposalData) => one.proposedBy?.id === viewerId;
  return (
    <>
      {view.open.length > 0 && (
        <ul className={css.list}>
          {view.open.map((one) => (
            <ProposalRow key={one.id} proposal={one} isOwn={isOwn(one)} mayAnswer={mayAnswer} />
          ))}
        </ul>
      )}
      {view.open.length === 0 && (
        <p className="ink2">
          <FormattedMessage id="preparation.none" defaultMessage="Der er ingen forslag, der venter på svar." />
        </p>
      )}
      {mayPropose && <Propose meetingId={meetingId} begin={begin} />}
      {view.takenIn.filter(isOwn).length + view.declined.length + view.wentOn.length > 0 && (
        <ul className={css.list}>
          {view.takenIn.filter(isOwn).map((one) => (
            <Outcome key={one.id} proposal={one}>
              <FormattedMessage id="preparation.state.taken" defaultMessage="Er på dagsordenen." />
            </Outcome>
          ))}
          {view.declined.map((one) => (
            <Outcome key={one.id} proposal={one}>
              <FormattedMessage id="preparation.state.declined" defaultMessage="Kom ikke med." />
            </Outcome>
          ))}
          {view.wentOn.map((one) => (
            <Outcome key={one.id} proposal={one}>
              {one.state === 'WAITING' ? (
                <FormattedMessage id="preparation.state.waits" defaultMessage="Venter på jeres næste møde." />
              ) : (
                <FormattedMessage id="preparation.state.next" defaultMessage="Står ved jeres næste møde." />
              )}
            </Outcome>
          ))}
        </ul>
      )}
    </>
  );
}

/** A proposal that waits for no answer here: what became of it, in a line. */
function Outcome({ proposal, children }: { proposal: ProposalData; children: ReactNode }) {
  return (
    <li className={css.proposal}>
      <div className={css.words}>
        <p>{proposal.title}</p>
        <p className="small ink2">{children}</p>
        <Answer proposal={proposal} />
      </div>
    </li>
  );
}

/** "Foreslå et punkt" */
function Propose({ meetingId, begin }: { meetingId: string; begin: boolean }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(begin);
  const [propose] = useMutate(PROPOSE_ITEM, { again: true });
  // One id for one proposal, however often it is sent.
  const [id, setId] = useState(() => crypto.randomUUID());
  const button = useRef<HTMLButtonElement>(null);
  if (!isOpen)
    return (
      <div>
        <Button icon={<Plus aria-hidden />} buttonRef={button} onPress={() => setOpen(true)}>
          <FormattedMessage id="preparation.propose" defaultMessage="Foreslå et punkt" />
        </Button>
      </div>
    );
  return (
    <ProposalForm
      sendWords={intl.formatMessage({ id: 'preparation.propose.do', defaultMessage: 'Foreslå punktet' })}
      send={async (words) => {
        const answer = await propose({ meetingId, id, proposal: words });
        if (answer.error) return answer;
        setId(crypto.randomUUID());
        announce(
          intl.formatMessage(
            { id: 'preparation.proposed', defaultMessage: '{title} er foreslået' },
            { title: words.title },
          ),
        );
        return answer;
      }}
      onClose={() => {
        setOpen(false);
        requestAnimationFrame(() => button.current?.focus());
      }}
    />
  );
}
