import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import css from './Dialog.module.css';

interface OverlayProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  /** Quiet words over the title: "Prøvehandling · afsluttet i uge 48". */
  kicker?: ReactNode;
  /** The line of buttons at the foot, the filled one last. */
  foot?: ReactNode;
  children: ReactNode;
}

export interface DialogProps extends OverlayProps {
  size?: 'small' | 'medium' | 'large';
  /** For the few choices that can't be undone: announced as an alert and not closed by a click outside. */
  alert?: boolean;
}

function Inside({ title, kicker, closeLabel, onClose, foot, children }: Omit<OverlayProps, 'isOpen'>) {
  return (
    <>
      <header className={css.head}>
        <div className={css.titles}>
          {kicker && <p className={css.kicker}>{kicker}</p>}
          <Heading slot="title" className={css.title!}>
            {title}
          </Heading>
        </div>
        <IconButton label={closeLabel} icon={<X aria-hidden />} onPress={onClose} className={css.close} />
      </header>
      <ScrollingBody className={css.body!}>{children}</ScrollingBody>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </>
  );
}

/** What is taller than the dialog is read by keyboard too: then, and only then, it can be tabbed to and scrolled. */
export function ScrollingBody({ className, children }: { className: string; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = body.current!;
    const measure = () => setScrolls(element.scrollHeight > element.clientHeight + 1);
    const sizes = new ResizeObserver(measure);
    const contents = new MutationObserver(measure);
    sizes.observe(element);
    contents.observe(element, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, []);
  return (
    <div ref={body} className={className} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  );
}

/** A question or a preview in the middle of the page; on a phone it rises from the bottom edge. */
export function Dialog({ isOpen, onClose, size = 'medium', alert, ...inside }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!alert}
      className={css.overlay!}
    >
      <Modal className={cx(css.dialog, css[size])}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={css.inside!}>
          <Inside {...inside} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A panel at the right edge with one thing's whole story; fills the screen on a phone. */
export function Sheet({ isOpen, onClose, ...inside }: OverlayProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={cx(css.overlay, css.side)}
    >
      <Modal className={css.sheet!}>
        <AriaDialog className={css.inside!}>
          <Inside {...inside} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
