import css from './SkipLink.module.css';

/** The first thing Tab meets: past the navigation, to the content. */
export function SkipLink({ label, target = 'main' }: { label: string; target?: string }) {
  return (
    <a href={`#${target}`} className={css.skip}>
      {label}
    </a>
  );
}
