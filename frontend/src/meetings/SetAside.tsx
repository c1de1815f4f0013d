import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { ReactNode } from 'react';
import type { SetAsideQuery } from '../gql/graphql.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { SET_ASIDE } from './thread.documents.ts';
import css from './SetAside.module.css';
import type { Plan } from './use-plan.ts';

type Thread = NonNullable<SetAsideQuery['setAside']>['threads'][number];

/** Under the agenda: what goes on without a meeting yet, what is parked, and what was let go, each with a way back. */
export function SetAside({ meeting, plan, mayPlan }: { meeting: MeetingData; plan: Plan; mayPlan: boolean }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { data, refetch, fetchMore } = useQuery(SET_ASIDE, { variables: { meetingId: meeting.id } });
  // What comes on or off the agenda comes off or on this list, whoever did it.
  const onAgenda = meeting.items.map((item) => item.threadId).join();
  useEffect(() => void refetch(), [onAgenda, refetch]);
  const page = data?.setAside;
  const threads = (page?.threads ?? []).filter((one) => !onAgenda.includes(one.id));
  if (!page || threads.length === 0) return null;
  const takeUp = async (thread: Thread) => {
    const { title, kind, track, plannedMin, id } = thread;
    const { error } = await plan.addItem({ title, kind, track, plannedMin, threadId: id });
    if (error) return;
    announce(
      intl.formatMessage(
        { id: 'plan.aside.taken', defaultMessage: '{title} er sat på dagsordenen' },
        { title: thread.title },
      ),
    );
  };
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        setAside: { ...next.setAside, threads: [...before.setAside.threads, ...next.setAside.threads] },
      }),
    });
  return (
    <Disclosure
      className={css.aside!}
      title={
        <FormattedMessage
          id="plan.aside"
          defaultMessage="Ikke på dagsordenen ({count})"
          values={{ count: page.cursor ? `${threads.length}+` : threads.length }}
        />
      }
    >
      <ul className={css.list}>
        {threads.map((thread) => (
          <li key={thread.id}>
            <span className={css.words}>
              {thread.title}
              <span className="small ink2">{stateWords(intl, thread)}</span>
            </span>
            {mayPlan && (
              <Button size="small" onPress={() => void takeUp(thread)}>
                <FormattedMessage
                  id="plan.aside.take"
                  defaultMessage="Tag op<hidden> {title}</hidden>"
                  values={{ title: thread.title, hidden }}
                />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {page.cursor && (
        <Button variant="quiet" onPress={() => void more(page.cursor!)}>
          <FormattedMessage id="plan.aside.more" defaultMessage="Vis flere" />
        </Button>
      )}
    </Disclosure>
  );
}

function stateWords(intl: IntlShape, thread: Thread): string {
  if (thread.state === 'DROPPED') {
    return intl.formatMessage(
      { id: 'plan.aside.dropped', defaultMessage: 'Sluppet: {reason}' },
      { reason: thread.droppedReason ?? '' },
    );
  }
  return intl.formatMessage(
    {
      id: 'plan.aside.state',
      defaultMessage:
        '{state, select, PARKED {Parkeret} other {Går videre}}{times, plural, =0 {} one {, flyttet én gang} other {, flyttet # gange}}',
    },
    { state: thread.state, times: thread.timesMoved },
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
