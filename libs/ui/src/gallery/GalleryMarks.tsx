import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '../Banner.tsx';
import { Button, ButtonLink } from '../Button.tsx';
import { Card, CardFoot } from '../Card.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { HorizontalLine, PhaseLine } from '../HorizontalLine.tsx';
import { Initials, Person } from '../Initials.tsx';
import { MarkerGlyph, MarkerName } from '../MarkerGlyph.tsx';
import { MinuteScale } from '../MinuteScale.tsx';
import { Pejlelinje, PejleMark, SpineCell } from '../Pejlelinje.tsx';
import { DragHandle, ReorderList } from '../ReorderList.tsx';
import { SavedState } from '../SavedState.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Columns, Inline, Stack } from '../Stack.tsx';
import { TimeBar } from '../TimeBar.tsx';
import css from './Gallery.module.css';

const NAMES = ['Trygge relationer', 'Tydelige rammer', 'Deltagelse for alle', 'Elevernes stemme', 'Fælles ansvar'];
const AGENDA = [
  { id: 'a', title: 'Check-in og roller', minutes: 3, label: 'Check-in' },
  { id: 'b', title: 'Opfølgning på aftalte handlinger', minutes: 12, tail: true, filled: true, label: 'Opfølgning' },
  { id: 'c', title: 'Når der er vikar: Hvem husker aftalerne?', minutes: 8, tail: true, label: 'Når der er vikar' },
  {
    id: 'd',
    title: 'Hvad gør skiftet svært?',
    minutes: 30,
    filled: true,
    current: true,
    label: 'Hvad gør skiftet svært?',
  },
  { id: 'e', title: 'Opsamling og deling', minutes: 10, filled: true, label: 'Opsamling' },
  { id: 'f', title: 'Check-ud', minutes: 5, late: true, label: 'Check-ud' },
];

function Agenda() {
  const [items, setItems] = useState(AGENDA);
  return (
    <Stack gap={4}>
      <TimeBar
        label="Seks punkter i alt 68 minutter, planlagt til 60"
        planned={60}
        blocks={items.map((item, index) => ({ ...item, number: index + 1 }))}
        ticks={[
          { at: 0, label: '14.30' },
          { at: 15, label: '14.45' },
          { at: 30, label: '15.00' },
          { at: 45, label: '15.15' },
          { at: 60, label: '15.30', strong: true },
        ]}
      />
      <ReorderList
        label="Dagsorden"
        className={css.agenda}
        items={items}
        textOf={(item) => item.title}
        onMove={(id, to) => {
          const moved = items.find((item) => item.id === id);
          const others = items.filter((item) => item.id !== id);
          if (moved) setItems([...others.slice(0, to), moved, ...others.slice(to)]);
        }}
      >
        {(item) => (
          <div className={css.row}>
            <DragHandle label={`Flyt ${item.title}`} />
            <time>14.30</time>
            <SpineCell
              state={item.current ? 'current' : 'tocome'}
              tail={item.tail ?? false}
              dashed={item.late ?? false}
              first={item.id === items[0]?.id}
              last={item.id === items.at(-1)?.id}
            />
            <div>
              <b>{item.title}</b>
              <p className="small ink2">drøftelse · Tine</p>
            </div>
            <span className="figures ink2">{item.minutes} min</span>
          </div>
        )}
      </ReorderList>
    </Stack>
  );
}

function Lines() {
  return (
    <Columns min={22} gap={6}>
      <Pejlelinje label="Ugen" lead="day">
        <PejleMark state="current" stateWords="I dag" lead="I dag">
          <p>
            <b className="figures">14.30–15.30</b>
          </p>
          <h3>
            PLF-møde i 5. årgang <MarkerGlyph slot={2} number={2} label="Pejlemærke 2: Tydelige rammer" size={20} />
          </h3>
          <p className="voice">Hvad gør vi selv, når skiftet fra frikvarter til time lykkes?</p>
          <p className="small ink2">Du skriver referat. Mødet er i lokale 12.</p>
          <ButtonLink href="#main">Åbn dagsordenen</ButtonLink>
        </PejleMark>
        <PejleMark state="none" lead="Tir" />
        <PejleMark lead="Ons">
          <p>
            <span className="figures ink2">7.40</span> <b>Kort opfølgning i matematik</b>
          </p>
          <p className="small ink2">Du er tidsholder</p>
        </PejleMark>
        <PejleMark lead="Tor" glyph={<MarkerGlyph slot={2} number={2} label="Pejlemærke 2" />}>
          <b>Fælles lektionsstart</b>
        </PejleMark>
      </Pejlelinje>
      <Pejlelinje label="Dagsorden" spacing="tight">
        <PejleMark state="done" stateWords="Færdigt">
          Check-in og roller
        </PejleMark>
        <PejleMark state="current" stateWords="Nu" tail>
          <b>Opfølgning på handlinger</b>
          <p className="small ink2">7 af 12 min</p>
        </PejleMark>
        <PejleMark>Dagens fokus</PejleMark>
        <PejleMark>Tavs refleksion</PejleMark>
        <PejleMark dashed>Check-ud</PejleMark>
      </Pejlelinje>
      <Pejlelinje label="Handlingens vej" spacing="open">
        <PejleMark state="done" minor dashed>
          <p className="small ink2">Bygger på</p>
          Tavlen klar, før timen begynder
        </PejleMark>
        <PejleMark state="done">
          <p className="small ink2">Mandag uge 46</p>
          <b>Aftalt på mødet</b>
        </PejleMark>
        <PejleMark state="done" minor>
          <p className="small ink2">Uge 47</p>
          <b>Prøvet i fire timer</b>
        </PejleMark>
        <PejleMark state="current">
          <p className="small ink2">Blev til</p>
          <b>En voksen i døren efter 12-frikvarteret</b>
        </PejleMark>
      </Pejlelinje>
    </Columns>
  );
}

/** Markers, lines, scales, cards and what tells the state of things. */
export function GalleryMarks({ part, onPart }: { part: number; onPart: (part: number) => void }) {
  return (
    <>
      <section className={css.section}>
        <h2>Pejlemærker</h2>
        <Inline gap={5}>
          {[1, 2, 3, 4, 5, 6, 7, 8].map((slot) => (
            <MarkerGlyph key={slot} slot={slot} number={slot} label={`Pejlemærke ${slot}`} size={32} />
          ))}
          <MarkerGlyph slot={2} number="B" label="Pejlemærke B" />
          <MarkerGlyph slot={1} number={12} label="Pejlemærke 12" size={18} />
        </Inline>
        <Stack gap={2}>
          {NAMES.map((name, index) => (
            <MarkerName key={name} slot={index + 1} number={index + 1} name={name} spoken={`Pejlemærke ${index + 1}`} />
          ))}
        </Stack>
      </section>
      <section className={css.section}>
        <h2>Pejlelinjen og minutskalaen</h2>
        <Lines />
        <Agenda />
        <Columns min={22} gap={6}>
          <HorizontalLine
            label="Punkt 2 af 8, slutter kl. 15.33, planlagt kl. 15.30"
            progress={0.2}
            planned={0.95}
            startWords="14.30"
            endWords="slutter 15.33, planlagt 15.30"
            marks={[
              { id: '1', at: 0, state: 'done' },
              { id: '2', at: 0.06, state: 'current' },
              { id: '3', at: 0.28, state: 'tocome' },
              { id: '4', at: 0.4, state: 'tocome' },
              { id: '5', at: 0.72, state: 'tocome' },
              { id: '6', at: 0.9, state: 'tocome' },
            ]}
          />
          <Stack gap={3}>
            <MinuteScale label="5 minutter tilbage af 15, planlagt til 12" minutes={15} spent={10} planned={12} />
            <MinuteScale label="6 minutter tilbage af 9" minutes={9} spent={3} size="large" />
          </Stack>
        </Columns>
        <PhaseLine
          label="Forløbets faser"
          steps={[
            { id: 'p', label: 'Problemstilling', state: 'done' },
            { id: 'v', label: 'Valg', state: 'done' },
            { id: 'a', label: 'Afprøvning', state: 'current' },
            { id: 's', label: 'Samtale', state: 'tocome' },
            { id: 'b', label: 'Bearbejdning', state: 'tocome' },
          ]}
        />
      </section>
      <section className={css.section}>
        <h2>Kort og tilstand</h2>
        <Columns min={22}>
          <Card
            foot={
              <CardFoot
                label="Fælles lektionsstart"
                actions={[
                  { id: 'see', label: 'Skriv, hvad vi så', onPress: () => onPart(part + 1) },
                  { id: 'wait', label: 'Ikke endnu' },
                  { id: 'help', label: 'Bed om hjælp' },
                ]}
              />
            }
          >
            <MarkerName
              slot={2}
              number={2}
              spoken="Pejlemærke 2"
              size={24}
              name={<span className="h3">Fælles lektionsstart i alle fag</span>}
            />
            <p>
              <span className="small ink2">Tegn</span> Eleverne går i gang uden at spørge, hvad de skal.
            </p>
            <p className="small ink2">Sammen med Mads · til torsdag</p>
          </Card>
          <Card padding="tight" selected>
            <h3 className="h4">Samme tavleplan hos alle</h3>
            <p className="small ink2">
              <CornerDownRight aria-hidden size={16} /> bygger på fælles lektionsstart
            </p>
          </Card>
          <Stack>
            <Inline>
              <SavedState state="saved" words="Gemt hos alle kl. 14.52" />
              <SavedState state="saving" words="Gemmer …" />
              <SavedState state="offline" words="Ingen forbindelse. Kun gemt på denne enhed." />
            </Inline>
            <Inline gap={5}>
              <Initials
                label="Til stede"
                restWords={(rest) => `og ${rest} til`}
                people={['AK', 'BH', 'LN', 'MJ', 'TS', 'HR', 'PF'].map((initials) => ({
                  id: initials,
                  initials,
                  name: `Person ${initials}`,
                }))}
              />
              <Person name="Anne Kjær" initials="AK" detail="Søbakkeskolen" />
            </Inline>
          </Stack>
        </Columns>
        <Columns min={28}>
          <Stack gap={3}>
            <Banner title="Indkaldelsen er sendt">Fem i teamet har fået kalenderfilen.</Banner>
            <Banner tone="ok" title="Referatet er godkendt" />
            <Banner tone="warn" title="Ingen forbindelse">
              Det, du skriver, bliver på denne enhed og sendes, så snart der er net.
            </Banner>
            <Banner tone="danger" title="Filen kunne ikke læses" actions={<Button size="small">Vælg en anden</Button>}>
              Intet er ændret.
            </Banner>
          </Stack>
          <Stack>
            <EmptyState
              sentence="Hvad vil I gerne undersøge sammen?"
              detail="Det første møde bygger I på skabelonen »Opstart af PLF-forløb«."
              action={<Button>Planlæg det første møde</Button>}
            />
            <EmptyState look="quiet" sentence="Her lander det, I har prøvet og mangler at tale om." />
            <Skeleton label="Henter ugen" delay={0} />
          </Stack>
        </Columns>
      </section>
    </>
  );
}
