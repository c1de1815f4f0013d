import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { TimeBar } from '#ui/TimeBar.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { dayWords, slotWords, weekOf, weekdayWords } from './parts/meeting-time.ts';
import css from './PlanHead.module.css';
import { TrackLegend } from './TrackLegend.tsx';
import type { AgendaView } from './plan-view.ts';
import type { Plan } from './use-plan.ts';

/** What, when and where; the slot with its items as blocks, and the way out when they are too many. */
export function PlanHead({
  meeting,
  view,
  plan,
  mayPlan,
  onSlot,
}: {
  meeting: MeetingData;
  view: AgendaView<ItemData>;
  plan: Plan;
  mayPlan: boolean;
  onSlot: () => void;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { durationMin } = meeting;
  const fit = async () => {
    const { error } = await plan.fit();
    if (!error)
      announce(
        intl.formatMessage(
          { id: 'plan.fitted', defaultMessage: 'Dagsordenen fylder nu {minutes} minutter' },
          { minutes: durationMin },
        ),
      );
  };
  return (
    <div className={css.head}>
      <PageHeader
        title={intl.formatMessage(
          { id: 'plan.title', defaultMessage: '{title}, {weekday} uge {week}' },
          { title: meeting.title, weekday: weekdayWords(intl, meeting.startsAt), week: weekOf(meeting.startsAt) },
        )}
        aside={
          <p className={css.when}>
            <b>{meeting.team.name}</b>
            {meeting.team.school && `, ${meeting.team.school.name}`} · {dayWords(intl, meeting.startsAt)},{' '}
            <FormattedMessage
              id="plan.clock"
              defaultMessage="kl. {slot}"
              values={{ slot: slotWords(meeting.startsAt, durationMin) }}
            />
            {meeting.place && `, ${meeting.place}`}{' '}
            {mayPlan && (
              <Link roomy onPress={onSlot}>
                <FormattedMessage id="plan.slot.change" defaultMessage="Ret tid og sted" />
              </Link>
            )}
          </p>
        }
      />
      <div className={css.line}>
        <p className={css.ends}>
          <span className="h2">
            <FormattedMessage id="plan.ends" defaultMessage="Slutter kl. {time}" values={{ time: view.ends }} />
          </span>{' '}
          <span className="ink2">
            {view.over > 0 ? (
              <FormattedMessage
                id="plan.over"
                defaultMessage="Dagsordenen fylder {minutes} minutter, og I har {slot}."
                values={{ minutes: view.minutes, slot: durationMin }}
              />
            ) : view.over < 0 ? (
              <FormattedMessage
                id="plan.under"
                defaultMessage="Der er {minutes, plural, one {ét minut} other {# minutter}} til overs."
                values={{ minutes: -view.over }}
              />
            ) : (
              <FormattedMessage
                id="plan.exact"
                defaultMessage="Dagsordenen fylder de {minutes} minutter, I har."
                values={{ minutes: durationMin }}
              />
            )}
          </span>{' '}
          {mayPlan && view.over !== 0 && view.rows.length > 0 && meeting.state !== 'IN_PROGRESS' && (
            <Link roomy onPress={() => void fit()}>
              <FormattedMessage
                id="plan.fit"
                defaultMessage="Tilpas til {minutes} min"
                values={{ minutes: durationMin }}
              />
            </Link>
          )}
        </p>
        <TrackLegend development={view.development} operations={view.operations} />
      </div>
      <TimeBar
        label={intl.formatMessage(
          {
            id: 'plan.bar',
            defaultMessage:
              '{count, plural, one {Ét punkt} other {# punkter}}, i alt {minutes} minutter. Mødet er sat til {slot} minutter.',
          },
          { count: view.rows.length, minutes: view.minutes, slot: durationMin },
        )}
        planned={durationMin}
        blocks={view.rows.map(({ item, number }) => ({
          id: item.id,
          number,
          label: item.title,
          minutes: item.plannedMin + item.extendedMin,
          filled: item.track === 'DEVELOPMENT',
        }))}
        ticks={view.ticks}
      />
    </div>
  );
}
