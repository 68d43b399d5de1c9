import { ChevronDown, FolderOpen } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore, useStoreParts } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import css from './TopBar.module.css';

/** The project's menu: new, open, recent, sample, import, export, check. */
export function ProjectMenu() {
  const context = useCommands();
  const keysOf = useKeysOf();
  const press = (id: string) => () => void commandNamed(id).run(context);
  const hasProject = useStore((store) => store.project !== null);
  const { name = 'Project', location } = useStoreParts(({ project }) => ({
    name: project?.name,
    location: project?.location,
  }));
  const recents = useStore((store) => store.app?.recents) ?? [];
  const openDialog = useStore((store) => store.openDialog);
  const run = useStore((store) => store.run);
  const openProject = useStore((store) => store.openProject);
  const others = recents.filter((recent) => recent.location !== location).slice(0, 6);

  const openRecent = async (file: string) => {
    const info = await run('project.open', { file });
    if (info) await openProject(info);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" className={css.project} title={location}>
          <FolderOpen size={16} aria-hidden />
          <span className={css.projectName}>{name}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem onPress={() => openDialog('new-project')}>New project…</MenuItem>
      <MenuItem onPress={() => openDialog('open-project')} keys={keysOf('open-project')}>
        Open project…
      </MenuItem>
      {others.length > 0 && (
        <MenuGroup label="Recent">
          {others.map((recent) => (
            <MenuItem
              key={recent.file}
              disabled={recent.missing}
              detail={recent.missing ? `No longer there: ${recent.location}` : recent.location}
              onPress={() => void openRecent(recent.file)}
            >
              {recent.name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      <MenuSeparator />
      <MenuItem onPress={press('open-sample')}>Open the sample project</MenuItem>
      <MenuItem onPress={press('fresh-sample')}>Start a fresh sample</MenuItem>
      {hasProject && (
        <>
          <MenuSeparator />
          <MenuItem onPress={() => openDialog('import')} keys={keysOf('import')}>
            Import…
          </MenuItem>
          <MenuItem onPress={() => openDialog('export')} keys={keysOf('export')}>
            Export the dataset…
          </MenuItem>
          <MenuItem onPress={() => openDialog('check')}>Check the project…</MenuItem>
        </>
      )}
    </Menu>
  );
}
