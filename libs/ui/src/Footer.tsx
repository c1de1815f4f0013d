import { Link } from './Link.tsx';
import css from './Footer.module.css';

export interface FooterProps {
  label: string;
  links: readonly { href: string; label: string }[];
  /** `side` for the side bar's foot, `page` across a page. */
  look?: 'side' | 'page';
}

/** Tilgængelighedserklæring, Hvem ser hvad, Privatliv, Hjælp: on every page. */
export function Footer({ label, links, look = 'page' }: FooterProps) {
  return (
    <footer className={look === 'page' ? css.page : css.side}>
      <nav aria-label={label}>
        <ul className={css.list}>
          {links.map((link) => (
            <li key={link.href}>
              <Link href={link.href} look="plain" className={css.link!}>
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
