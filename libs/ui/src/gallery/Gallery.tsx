import { useState } from 'react';
import { LiveRegion } from '../LiveRegion.tsx';
import { Logo } from '../Logo.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { SkipLink } from '../SkipLink.tsx';
import { ThemeToggle } from '../ThemeToggle.tsx';
import tokens from '../tokens.json' with { type: 'json' };
import { GalleryFields } from './GalleryFields.tsx';
import { GalleryFrames } from './GalleryFrames.tsx';
import { GalleryMarks } from './GalleryMarks.tsx';
import { GalleryTables } from './GalleryTables.tsx';
import css from './Gallery.module.css';

function Colours() {
  const names = [
    ...Object.keys(tokens.roles),
    ...tokens.markers.flatMap((_, index) => [`marker-${index + 1}`, `marker-${index + 1}-tint`]),
    ...tokens.depth.map((_, index) => `depth-${index}`),
  ];
  return (
    <ul className={css.swatches}>
      {names.map((name) => (
        <li key={name} className={css.swatch}>
          <span style={{ background: `var(--${name})` }} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** Every component in its states, for looking at and for tests. Shown at `/_ui` in development builds only. */
export function Gallery() {
  const [part, setPart] = useState(0);
  return (
    <LiveRegion>
      <SkipLink label="Til indholdet" />
      <main id="main" className={css.gallery}>
        <PageHeader
          kicker={<Logo />}
          title="Alt, hvad siderne er bygget af"
          lead="Varmt papir, blæk og få farver. Pejlemærkerne har farverne; resten er stille."
          aside={<ThemeToggle label="Udseende" words={{ system: 'Som enheden', light: 'Lyst', dark: 'Mørkt' }} />}
        />
        <section className={css.section}>
          <h2>Skrift</h2>
          <p className="display">Hvad så vi, da vi begyndte alle timer ens?</p>
          <p className="voice-large">
            Pejlemærke 4 får mindst opmærksomhed: seks af ni team har ikke prøvet noget af endnu.
          </p>
          <p className="voice">Hvad gør vi selv, når skiftet fra frikvarter til time lykkes?</p>
          <h3>Faste makkere på pausebænken</h3>
          <p className="notes">
            Tre ud af fire timer begyndte med samme tavleplan, og vi fik færre spørgsmål om, hvad man skulle.
          </p>
          <p>Almindelig tekst. »Eleverne finder selv bøgerne frem.«</p>
          <p className="small ink2">Lille tekst: fra uge 46, kl. 14.30</p>
        </section>
        <section className={css.section}>
          <h2>Farver</h2>
          <Colours />
        </section>
        <GalleryFields />
        <GalleryMarks part={part} onPart={setPart} />
        <GalleryTables />
        <GalleryFrames />
      </main>
    </LiveRegion>
  );
}
