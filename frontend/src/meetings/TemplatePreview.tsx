import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { scaleToSlot, trackMinutes } from '#domain/agenda-time.ts';
import type { StepToLay } from '#domain/carry-over.ts';
import { leastMinutes, templateMinutes } from '#domain/template-rules.ts';
import { Banner } from '#ui/Banner.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { TimeBar } from '#ui/TimeBar.tsx';
import { kindWords } from './parts/meeting-words.ts';
import { agendaView } from './plan-view.ts';
import css from './TemplatePreview.module.css';
import { TrackLegend } from './TrackLegend.tsx';

const LENGTHS = [30, 45, 60, 90];
/** Half past two on a winter's day in Copenhagen: a meeting has to begin somewhere. */
const BEGINS = '2026-11-26T13:30:00.000Z';

/** The agenda as it will look in a meeting of another length, or of the template's own. */
export function TemplatePreview({ steps, guided }: { steps: readonly StepToLay[]; guided?: boolean }) {
  const intl = useIntl();
  const own = templateMinutes(steps);
  const [chosen, setChosen] = useState<number | null>(null);
  const lengths = [...new Set([...LENGTHS, own])].filter((one) => one >= 5).toSorted((a, b) => a - b);
  const slot = chosen !== null && lengths.includes(chosen) ? chosen : own;
  const least = leastMinutes(steps);
  const minutes = slot >= least ? scaleToSlot(steps, slot) : null;
  const view =
    minutes &&
    agendaView(
      BEGINS,
      slot,
      steps.map((step, n) => ({
        id: step.key,
        position: n,
        title: step.title,
        plannedMin: minutes[n]!,
        extendedMin: 0,
        track: step.track,
        step,
      })),
    );
  const tracks = view && trackMinutes(view.rows.map(({ item }) => item));
  return (
    <section className={css.preview} aria-labelledby="template-preview">
      <h2 id="template-preview">
        <FormattedMessage id="template.preview" defaultMessage="Sådan bliver dagsordenen" />
      </h2>
      <p className="small ink2" aria-hidden="true">
        <FormattedMessage id="template.preview.length" defaultMessage="Mødets længde i minutter" />
      </p>
      <SegmentedControl
        short
        className={css.lengths!}
        label={intl.formatMessage({ id: 'template.preview.length', defaultMessage: 'Mødets længde i minutter' })}
        segments={lengths.map((length) => ({ id: String(length), label: String(length) }))}
        value={String(slot)}
        onChange={(id) => setChosen(Number(id))}
      />
      {view && tracks ? (
        <>
          <TimeBar
            label={intl.formatMessage(
              {
                id: 'template.preview.bar',
                defaultMessage:
                  '{count, plural, one {Ét trin} other {# trin}} på i alt {slot} minutter: udvikling {development}, drift {operations}.',
              },
              { count: steps.length, slot, ...tracks },
            )}
            planned={slot}
            blocks={view.rows.map(({ item, number }) => ({
              id: item.id,
              number,
              label: item.title,
              minutes: item.plannedMin,
              filled: item.track === 'DEVELOPMENT',
            }))}
            ticks={view.ticks}
          />
          <TrackLegend {...tracks} />
          <ol className={css.steps}>
            {view.rows.map(({ item, begins }) => (
              <li key={item.id}>
                <time>{begins}</time>
                <div>
                  <b>{item.title || '…'}</b>
                  <span className="small ink2">
                    {' '}
                    {kindWords(intl, item.step.kind)}
                    {item.step.recurs && (
                      <>
                        {', '}
                        <FormattedMessage id="template.preview.stands" defaultMessage="fast punkt" />
                      </>
                    )}
                  </span>
                  {guided && item.step.guidance && <p className="small ink2">{item.step.guidance}</p>}
                </div>
                <span className="figures">
                  <FormattedMessage
                    id="template.preview.minutes"
                    defaultMessage="{length} min"
                    values={{ length: item.plannedMin }}
                  />
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Banner
          tone="info"
          title={
            <FormattedMessage
              id="template.preview.tooShort"
              defaultMessage="{slot} minutter er for lidt: trinene skal have mindst {least}"
              values={{ slot, least }}
            />
          }
        >
          <FormattedMessage
            id="template.preview.tooShort.what"
            defaultMessage="Til så kort et møde kan skabelonen ikke vælges. Sæt den mindste tid ned på et eller flere trin, hvis den skal kunne."
          />
        </Banner>
      )}
    </section>
  );
}
