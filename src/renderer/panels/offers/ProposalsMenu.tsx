import { Ellipsis } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { switchProposals } from '../../commands/proposals/proposal-commands.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuChoice } from '../../ui/Menu.tsx';

const CHOICES = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off, as some studies ask' },
] as const;

/** Proposals on or off. */
export function ProposalsMenu() {
  const context = useCommands();
  const on = useStore((store) => store.app?.settings.proposals ?? false);
  return (
    <Menu
      align="end"
      trigger={
        <IconButton small label="Proposals">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoice
        label="Proposals"
        value={on ? 'on' : 'off'}
        options={CHOICES}
        onChange={(choice) => {
          if ((choice === 'on') !== on) void switchProposals(context);
        }}
      />
    </Menu>
  );
}
