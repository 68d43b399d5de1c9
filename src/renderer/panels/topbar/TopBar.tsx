import { ChevronDown, Moon, Newspaper, Sun, SunMoon, TextQuote } from 'lucide-react';
import type { Settings } from '../../../shared/api/contract.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { PLACES } from '../places.tsx';
import { BrandMark } from './BrandMark.tsx';
import { initials } from './initials.ts';
import { ProjectMenu } from './ProjectMenu.tsx';
import css from './TopBar.module.css';

/** The bar at the top: places, the project, how it looks, who codes. */
export function TopBar() {
  const place = useStore((store) => store.place);
  const goTo = useStore((store) => store.goTo);
  const hasProject = useStore((store) => store.project !== null);
  return (
    <header className={css.bar}>
      <span className={css.brand}>
        <BrandMark /> Parley
      </span>
      {hasProject && (
        <nav className={css.places} aria-label="Places">
          {PLACES.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className={classes(css.place, place === value && css.here)}
              aria-current={place === value ? 'page' : undefined}
              onClick={() => goTo(value)}
            >
              {label}
            </button>
          ))}
        </nav>
      )}
      <span className={css.rest} />
      {hasProject && place === 'code' && <Drawers />}
      <ProjectMenu />
      <LookMenu />
      <CoderMenu />
    </header>
  );
}

/** In a narrow window the side panes are drawn over the text by these. */
function Drawers() {
  const drawer = useStore((store) => store.drawer);
  const showDrawer = useStore((store) => store.showDrawer);
  return (
    <>
      <IconButton
        label="Articles"
        className={css.forCorpus}
        aria-expanded={drawer === 'corpus'}
        onClick={() => showDrawer(drawer === 'corpus' ? null : 'corpus')}
      >
        <Newspaper size={18} aria-hidden />
      </IconButton>
      <IconButton
        label="Claims"
        className={css.forRecord}
        aria-expanded={drawer === 'record'}
        onClick={() => showDrawer(drawer === 'record' ? null : 'record')}
      >
        <TextQuote size={18} aria-hidden />
      </IconButton>
    </>
  );
}

const THEMES = [
  { value: 'system', label: 'As the system has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const SNAPPING = [
  { value: 'words', label: 'Whole words' },
  { value: 'exact', label: 'Exactly what is selected' },
] as const;

function LookMenu() {
  const settings = useStore((store) => store.app?.settings);
  const run = useStore((store) => store.run);
  const refreshApp = useStore((store) => store.refreshApp);
  const save = async (change: Partial<Omit<Settings, 'keys'>>) => {
    if (await run('app.saveSettings', change)) await refreshApp();
  };
  if (!settings) return null;
  const Icon = { system: SunMoon, light: Sun, dark: Moon }[settings.theme];
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Appearance and tagging">
          <Icon size={18} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoice
        label="Appearance"
        value={settings.theme}
        options={THEMES}
        onChange={(theme) => void save({ theme })}
      />
      <MenuSeparator />
      <MenuChoice
        label="A tag covers"
        value={settings.snapToWords ? 'words' : 'exact'}
        options={SNAPPING}
        onChange={(choice) => void save({ snapToWords: choice === 'words' })}
      />
    </Menu>
  );
}

function CoderMenu() {
  const name = useStore((store) => store.app?.coder.name ?? '');
  const openDialog = useStore((store) => store.openDialog);
  const showSheet = useStore((store) => store.showSheet);
  const keysOf = useKeysOf();
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={css.coder} title={name || 'Who is coding?'}>
          <span className={css.avatar} aria-hidden>
            {initials(name)}
          </span>
          <span className="sr-only">{name ? `Coder: ${name}` : 'Who is coding?'}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      <MenuItem onPress={() => openDialog('coder')} detail={name ? `Now: ${name}` : undefined}>
        Who is coding…
      </MenuItem>
      <MenuSeparator />
      <MenuItem onPress={() => showSheet('palette')} keys={keysOf('palette')}>
        Find a command, an article, a name…
      </MenuItem>
      <MenuItem onPress={() => showSheet('keys')} keys={keysOf('keys')}>
        All keys
      </MenuItem>
    </Menu>
  );
}
