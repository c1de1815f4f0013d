import { ArrowRight, ChevronLeft, ChevronRight, Plus, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Dialog, Sheet } from '../Dialog.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { IconButton } from '../IconButton.tsx';
import { Link } from '../Link.tsx';
import { MenuButton } from '../Menu.tsx';
import { NumberStepper } from '../NumberStepper.tsx';
import { Popover } from '../Popover.tsx';
import { RadioGroup } from '../RadioGroup.tsx';
import { SegmentedControl } from '../SegmentedControl.tsx';
import { Select } from '../Select.tsx';
import { Columns, Inline, Stack } from '../Stack.tsx';
import { Switch } from '../Switch.tsx';
import { Tabs } from '../Tabs.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextField } from '../TextField.tsx';
import { TemplateBar } from '../TimeBar.tsx';
import css from './Gallery.module.css';

function Buttons() {
  return (
    <section className={css.section}>
      <h2>Knapper</h2>
      <Inline>
        <Button variant="primary">Indkald teamet</Button>
        <Button>Se indkaldelsen</Button>
        <Button variant="quiet" icon={<Plus aria-hidden />}>
          Tilføj punkt
        </Button>
        <Button variant="danger" icon={<Trash2 aria-hidden />}>
          Slet for altid
        </Button>
        <Button isDisabled>Ikke nu</Button>
        <Button pending>Godkender …</Button>
        <ButtonLink href="#main" size="small">
          Åbn dagsordenen
        </ButtonLink>
        <Button size="small">Tilføj 3 min</Button>
        <IconButton label="Forrige uge" icon={<ChevronLeft aria-hidden />} />
        <IconButton label="Næste uge" icon={<ChevronRight aria-hidden />} edged />
        <IconButton label="Søg" icon={<Search aria-hidden />} size="small" />
        <Link href="#main">Tilpas til 60 min</Link>
        <Link href="#main" look="plain" roomy>
          Delt praksis
        </Link>
      </Inline>
      <Button variant="primary" size="large" wide iconAfter={<ArrowRight aria-hidden />}>
        Næste punkt
      </Button>
    </section>
  );
}

function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const close = () => setOpen(null);
  return (
    <Inline>
      <Button onPress={() => setOpen('dialog')}>Åbn dialog</Button>
      <Button onPress={() => setOpen('sheet')}>Åbn panel</Button>
      <Popover label="Filtre" trigger={<Button>Filtre</Button>}>
        <Checkbox>Kun udskoling</Checkbox>
      </Popover>
      <MenuButton
        label="Flyt punktet"
        entries={[
          { id: 'up', label: 'Op' },
          { id: 'down', label: 'Ned' },
          { id: 'next', label: 'Til næste møde', detail: 'Mandag uge 49' },
        ]}
        groups={[{ id: 'end', entries: [{ id: 'remove', label: 'Tag ud af dagsordenen', danger: true }] }]}
      >
        Flyt
      </MenuButton>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Godkend referatet?"
        kicker="PLF-møde, mandag uge 48"
        closeLabel="Luk"
        foot={
          <>
            <Button onPress={close}>Tilbage</Button>
            <Button variant="primary" onPress={close}>
              Godkend referatet
            </Button>
          </>
        }
      >
        <p>Teksten låses. Tilføjelser står siden ud for punktet.</p>
      </Dialog>
      <Sheet isOpen={open === 'sheet'} onClose={close} title="Fælles lektionsstart i alle fag" closeLabel="Luk">
        <p>Aftalt mandag uge 46.</p>
      </Sheet>
    </Inline>
  );
}

/** Buttons, fields, choices and what floats. */
export function GalleryFields() {
  const [choice, setChoice] = useState<string | null>('adjust');
  const [role, setRole] = useState<string | null>('tine');
  const [template, setTemplate] = useState('base');
  const [minutes, setMinutes] = useState(12);
  return (
    <>
      <Buttons />
      <section className={css.section}>
        <h2>Felter</h2>
        <Columns min={22}>
          <Stack>
            <TextField label="Arbejdsmail" placeholder="navn@skole.dk" type="email" />
            <TextField label="Adgangskode" type="password" fault="Mail og adgangskode passer ikke sammen. Prøv igen." />
            <TextField label="Lokale" value="5.b" isReadOnly hint="Kommer fra skemaet" />
          </Stack>
          <Stack>
            <TextArea
              label="Formål"
              aside="Skriv ikke elevnavne"
              defaultValue="Vi vil finde ud af, hvad der gør skiftet efter frikvarter svært, og vælge én ting, vi alle prøver inden jul."
            />
            <TextArea label="Noter" look="sheet" placeholder="Skriv her" rows={2} />
          </Stack>
          <Stack>
            <Select
              label="Referent"
              options={[
                { id: 'tine', label: 'Tine Skov', detail: 'Var tidsholder sidst' },
                { id: 'mikkel', label: 'Mikkel Juhl' },
              ]}
              value={role}
              onChange={setRole}
            />
            <Inline>
              <Select
                label="Årgang"
                hideLabel
                look="quiet"
                options={[
                  { id: 'tine', label: 'Alle årgange' },
                  { id: 'mikkel', label: 'Indskoling' },
                ]}
                value={role}
                onChange={setRole}
              />
              <NumberStepper
                label="Minutter"
                unit="min"
                lessLabel="Ét minut mindre"
                moreLabel="Ét minut mere"
                minValue={1}
                value={minutes}
                onChange={setMinutes}
              />
              <NumberStepper
                label="Minutter, stille"
                quiet
                unit="min"
                lessLabel="Ét minut mindre i rækken"
                moreLabel="Ét minut mere i rækken"
                value={minutes}
                onChange={setMinutes}
              />
            </Inline>
            <Switch defaultSelected detail="Udvikling i stedet for drift">
              Udvikling
            </Switch>
            <Switch>Bogstaver i stedet for tal</Switch>
            <Checkbox defaultSelected>Send kalenderfil med</Checkbox>
            <Checkbox detail="De får kun titel og tid">Vis for ledelsen</Checkbox>
          </Stack>
        </Columns>
        <Columns min={28}>
          <RadioGroup
            label="Skabelon"
            value={template}
            onChange={setTemplate}
            look="cards"
            options={[
              {
                value: 'base',
                label: 'PLF-grundmøde',
                detail: '60 min',
                aside: <TemplateBar minutes={[3, 12, 3, 5, 20, 10, 5, 2]} longest={60} chosen={template === 'base'} />,
              },
              {
                value: 'data',
                label: 'Dataundersøgelse',
                detail: '55 min',
                aside: <TemplateBar minutes={[3, 10, 15, 15, 10, 2]} longest={60} chosen={template === 'data'} />,
              },
            ]}
          />
          <Stack>
            <SegmentedControl
              label="Udfald"
              wide
              value={choice}
              onChange={setChoice}
              segments={[
                { id: 'keep', label: 'Fasthold' },
                { id: 'adjust', label: 'Justér' },
                { id: 'stop', label: 'Stop' },
              ]}
            />
            <Overlays />
            <Disclosure title="Sådan gør I">Tag et minut i stilhed. Skriv, hvad I så, ikke hvad I mener.</Disclosure>
          </Stack>
        </Columns>
        <Tabs
          label="Visning"
          tabs={[
            { id: 'inquiry', label: 'Efter forløb', panel: <p>Handlinger efter forløb</p> },
            { id: 'marker', label: 'Efter pejlemærke', panel: <p>Handlinger efter pejlemærke</p> },
            { id: 'week', label: 'Efter uge', panel: <p>Handlinger efter uge</p> },
          ]}
        />
      </section>
    </>
  );
}
