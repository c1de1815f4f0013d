import { DataTable } from '../DataTable.tsx';
import { type DepthCell, DepthLegend, type DepthStep, DepthTable } from '../DepthTable.tsx';
import { MarkerGlyph } from '../MarkerGlyph.tsx';
import css from './Gallery.module.css';

const NAMES = ['Trygge relationer', 'Tydelige rammer', 'Deltagelse for alle', 'Elevernes stemme', 'Fælles ansvar'];
const cell = (value: number): DepthCell => ({ value, step: Math.min(4, value) as DepthStep });

/** The heat map and the plain table. */
export function GalleryTables() {
  return (
    <section className={css.section}>
      <h2>Hvor arbejder teamene lige nu?</h2>
      <DepthTable
        caption="Prøvehandlinger, der er begyndt siden august, efter team og pejlemærke"
        corner="Team"
        hiddenWords="for få"
        columns={NAMES.map((name, index) => ({
          id: name,
          head: (
            <>
              <MarkerGlyph slot={index + 1} number={index + 1} label={`Pejlemærke ${index + 1}`} size={24} />
              {name}
            </>
          ),
        }))}
        rows={[
          { id: '0', head: '0. årgang', cells: [3, 2, 1, 0, 0].map(cell) },
          { id: '1', head: '1. årgang', cells: [2, 3, 1, 0, 1].map(cell) },
          { id: '2', head: '2. årgang', cells: [cell(1), cell(4), 'hidden', cell(0), cell(1)] },
          { id: 's', head: 'SFO Søstjernen', cells: [4, 1, 0, 1, 2].map(cell) },
        ]}
      />
      <DepthLegend
        labels={['0', '1', '2', '3', '4+']}
        words="Prøvehandlinger begyndt siden august. Dybere farve betyder flere, ikke bedre."
      />
      <DataTable
        caption="Skoler"
        showCaption
        columns={[
          { id: 'name', head: 'Skole' },
          { id: 'leader', head: 'Leder' },
          { id: 'teams', head: 'Team', align: 'end' },
        ]}
        rows={[
          { id: '1', cells: { name: 'Søbakkeskolen', leader: 'Birgitte Dam', teams: 9 } },
          { id: '2', cells: { name: 'Havrevangskolen', leader: 'Jens Aagaard', teams: 12 } },
        ]}
      />
    </section>
  );
}
