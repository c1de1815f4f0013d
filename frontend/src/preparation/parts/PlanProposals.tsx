import { FormattedMessage } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { useFollow } from '../../live/parts/live-context.tsx';
import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import css from '../Preparation.module.css';
import { Proposals } from '../Proposals.tsx';
import { ReadyCount } from '../Ready.tsx';

/** Beside the agenda while it is planned: what is proposed for it, and how many are ready. */
export function PlanProposals({ meeting, refetch }: { meeting: MeetingData; refetch: () => unknown }) {
  const viewer = useViewer();
  useFollow('PERSON', viewer.id, meeting.preparation.ownVersion, () => void refetch());
  if (meeting.proposals === null || meeting.state === 'IN_PROGRESS') return null;
  return (
    <section className={css.plan} aria-labelledby="plan-proposals">
      <h2 id="plan-proposals">
        <FormattedMessage id="preparation.plan" defaultMessage="Foreslået til dagsordenen" />
      </h2>
      <Proposals
        meetingId={meeting.id}
        proposals={meeting.proposals}
        viewerId={viewer.id}
        mayPropose={meeting.may.includes('preparation.write')}
        mayAnswer={meeting.may.includes('meeting.plan')}
      />
      <p className={css.count}>
        <ReadyCount preparation={meeting.preparation} called={meeting.participants.length} />
        <Link href={`/moede/${meeting.id}/forberedelse`}>
          <FormattedMessage id="preparation.plan.go" defaultMessage="Forbered dig" />
        </Link>
      </p>
    </section>
  );
}
