import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { NewMeetingQuery } from '../gql/graphql.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './NewMeeting.module.css';
import { StartNow } from './parts/StartNow.tsx';
import { CREATE_MEETING, NEW_MEETING } from './plan.documents.ts';
import { USUAL_TEMPLATE } from './series-draft.ts';
import { SlotFields } from './SlotFields.tsx';
import { nextSlot, startOf, type Slot } from './slot.ts';
import { slotProblemWords } from './slot-words.ts';
import { templateGroups } from './template-groups.ts';
import { TemplateChoice } from './TemplateChoice.tsx';
import { serverNow } from '../platform/parts/server-clock.ts';

type NewMeetingData = NewMeetingQuery['newMeeting'];

/** A template in a slot, and the agenda is laid. */
export function NewMeeting() {
  const intl = useIntl();
  const { teamId = '' } = useParams();
  const { data, error } = useQuery(NEW_MEETING, { variables: { teamId }, fetchPolicy: 'network-only' });
  usePageTitle(intl.formatMessage({ id: 'plan.new', defaultMessage: 'Nyt møde' }));
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'plan.new.loading', defaultMessage: 'Henter skabelonerne' })}
        lines={10}
      />
    );
  return <Form context={data.newMeeting} />;
}

function Form({ context }: { context: NewMeetingData }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const wanted = useSearchParams()[0].get('skabelon');
  const groups = templateGroups(intl, context.shelf);
  const [templateKey, setTemplateKey] = useState(() =>
    groups.some((group) => group.templates.some((one) => one.key === wanted)) ? wanted! : USUAL_TEMPLATE,
  );
  const [slot, setSlot] = useState<Slot>(() =>
    nextSlot(
      context.lastStartsAt && context.lastDurationMin
        ? { startsAt: context.lastStartsAt, durationMin: context.lastDurationMin }
        : null,
      serverNow(),
      context.closed,
    ),
  );
  const [place, setPlace] = useState(context.lastPlace ?? '');
  const [create, { pending, error }] = useMutate(CREATE_MEETING);
  const placeProblem = problemIn(place, { max: TEXT_LIMITS.place });
  const refused = refusalOf(error)?.fields[0];
  const slotFault =
    refused?.field === 'durationMin' || refused?.field === 'startsAt' ? slotProblemWords(intl, refused) : undefined;
  const fault = error && !slotFault ? error : null;
  const lay = async () => {
    if (placeProblem) return;
    const { id } = await create({
      teamId: context.id,
      input: { templateKey, startsAt: startOf(slot), durationMin: slot.durationMin, place },
    });
    if (id) void navigate(`/moede/${id}/planlaeg`);
  };
  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'plan.new', defaultMessage: 'Nyt møde' })}
        kicker={context.team.school ? `${context.team.name}, ${context.team.school.name}` : context.team.name}
        aside={<StartNow teamId={context.id} />}
      />
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void lay();
        }}
      >
        <section className={css.part}>
          <h2>
            <FormattedMessage id="plan.new.when" defaultMessage="Hvornår mødes I?" />
          </h2>
          <SlotFields slot={slot} onChange={setSlot} closed={context.closed} fault={slotFault} />
          <TextField
            className={css.place}
            label={intl.formatMessage({ id: 'plan.slot.place', defaultMessage: 'Sted' })}
            value={place}
            onChange={setPlace}
            fault={placeProblem ? problemWords(intl, placeProblem) : undefined}
          />
        </section>
        <section className={css.part}>
          <h2>
            <FormattedMessage id="plan.new.template" defaultMessage="Hvad skal mødet kunne?" />
          </h2>
          <p className="ink2">
            <FormattedMessage
              id="plan.new.scaled"
              defaultMessage="Trinnene tilpasses, så de tilsammen fylder {minutes} minutter. I kan rette alt bagefter."
              values={{ minutes: slot.durationMin }}
            />
          </p>
          <TemplateChoice
            hideLabel
            withPurpose
            label={intl.formatMessage({ id: 'plan.template', defaultMessage: 'Skabelon' })}
            groups={groups}
            value={templateKey}
            onChange={setTemplateKey}
          />
        </section>
        {(context.carried.length > 0 || context.openActionCount > 0) && (
          <section className={css.part}>
            <h2>
              <FormattedMessage id="plan.new.already" defaultMessage="Det er allerede med" />
            </h2>
            <ul className={css.carried}>
              {context.openActionCount > 0 && (
                <li>
                  <FormattedMessage
                    id="plan.new.actions"
                    defaultMessage="Opfølgning på {count, plural, one {én handling} other {# handlinger}}, som punkt 2"
                    values={{ count: context.openActionCount }}
                  />
                </li>
              )}
              {context.carried.map((thread) => (
                <li key={thread.id}>
                  {thread.title}
                  {thread.timesMoved > 0 && (
                    <span className="ink2">
                      {' '}
                      <FormattedMessage
                        id="plan.new.moved"
                        defaultMessage="flyttet {count, plural, one {én gang} other {# gange}}"
                        values={{ count: thread.timesMoved }}
                      />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Waiting proposals={context.waitingProposals ?? []} />
        {fault ? (
          <p role="alert" className={css.fault}>
            {refusalWords(intl, fault)}
          </p>
        ) : null}
        <div className={css.foot}>
          <Button type="submit" variant="primary" isDisabled={pending}>
            <FormattedMessage id="plan.new.do" defaultMessage="Læg dagsordenen" />
          </Button>
          <WhoCanSee abilities={['meeting.draft', 'meeting.plan']} />
        </div>
      </form>
    </div>
  );
}

/** What was proposed and no meeting has taken up: it is beside the agenda of the next. */
function Waiting({ proposals }: { proposals: NonNullable<NewMeetingData['waitingProposals']> }) {
  if (proposals.length === 0) return null;
  return (
    <section className={css.part}>
      <h2>
        <FormattedMessage
          id="plan.new.waiting"
          defaultMessage="{count, plural, one {Ét forslag venter} other {# forslag venter}}"
          values={{ count: proposals.length }}
        />
      </h2>
      <ul className={css.carried}>
        {proposals.map(({ id, title, proposedBy }) => (
          <li key={id}>
            {title} {proposedBy && <span className="ink2">{proposedBy.displayName}</span>}
          </li>
        ))}
      </ul>
      <p className="ink2">
        <FormattedMessage
          id="plan.new.waiting.then"
          defaultMessage="{count, plural, one {Det står ved siden af dagsordenen, når den er lagt. Så vælger I, om det skal på.} other {De står ved siden af dagsordenen, når den er lagt. Så vælger I, om de skal på.}}"
          values={{ count: proposals.length }}
        />
      </p>
    </section>
  );
}
