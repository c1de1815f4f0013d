import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { shownSchoolYear } from '#domain/school-year.ts';
import type { SeriesProposalQuery } from '../gql/graphql.ts';
import { holidayWords } from './parts/holiday-words.ts';
import css from './PlanSeries.module.css';
import { weekOf, weekdayWords } from './parts/meeting-time.ts';
import { isUsual } from './series-draft.ts';

type Proposal = SeriesProposalQuery['seriesProposal'];
type Proposed = Proposal['meetings'][number];

const ZONE = 'Europe/Copenhagen';

/** What the rule proposes, month by month: which days become meetings, and why others don't unless somebody says so. */
export function SeriesPreview({
  proposal,
  chosen,
  onChoose,
}: {
  proposal: Proposal;
  chosen: ReadonlySet<string>;
  onChoose: (day: string, isChosen: boolean) => void;
}) {
  const intl = useIntl();
  const months = new Map<string, Proposed[]>();
  for (const one of proposal.meetings) {
    const month = one.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return (
    <>
      {proposal.withoutCalendar.length > 0 && (
        <Banner
          tone="info"
          title={intl.formatMessage({ id: 'series.noCalendar', defaultMessage: 'Kommunens ferier er ikke lagt ind' })}
        >
          <FormattedMessage
            id="series.noCalendar.what"
            defaultMessage="For {years} er de ferier sprunget over, som de fleste skoler holder. Se dagene efter."
            values={{ years: intl.formatList(proposal.withoutCalendar.map(shownSchoolYear)) }}
          />
        </Banner>
      )}
      {[...months].map(([month, meetings]) => (
        <section key={month} className={css.month}>
          <h3>{intl.formatDate(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: ZONE })}</h3>
          <ul className={css.days}>
            {meetings.map((meeting) => (
              <li key={meeting.day} data-off={!chosen.has(meeting.day) || undefined}>
                <Checkbox
                  isSelected={chosen.has(meeting.day)}
                  isDisabled={meeting.teamMeets}
                  onChange={(isOn) => onChoose(meeting.day, isOn)}
                  detail={detailWords(intl, meeting)}
                >
                  <FormattedMessage
                    id="series.meeting"
                    defaultMessage="{weekday} {day}., uge {week}"
                    values={{
                      weekday: weekdayWords(intl, meeting.startsAt),
                      day: Number(meeting.day.slice(8)),
                      week: weekOf(meeting.startsAt),
                    }}
                  />
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function detailWords(intl: IntlShape, meeting: Proposed): string | undefined {
  if (meeting.teamMeets)
    return intl.formatMessage({ id: 'series.teamMeets', defaultMessage: 'I har allerede et møde på det tidspunkt' });
  if (!isUsual(meeting)) return meeting.closed ?? holidayWords(intl, meeting.holiday);
  if (meeting.busy === 0) return undefined;
  return intl.formatMessage(
    { id: 'series.busy', defaultMessage: '{count, plural, one {Én af jer} other {# af jer}} skal til et andet møde' },
    { count: meeting.busy },
  );
}
