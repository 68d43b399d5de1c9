import { Ellipsis, Plus } from 'lucide-react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Badge, Detail, DetailHead } from '../../ui/Detail.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { CodeSwatch } from './CodeChip.tsx';
import { CodeClaims } from './CodeClaims.tsx';
import { CodeExamples } from './CodeExamples.tsx';
import type { CodeDialog } from './CodeDialogs.tsx';
import { ColourPicker } from './ColourPicker.tsx';
import { DefinitionEditor } from './DefinitionEditor.tsx';
import { useAct } from './use-act.ts';
import { useWish } from './use-wish.ts';

export interface CodeDetailsProps {
  readonly code: Code;
  readonly tree: CodeTree;
  /** How many claims it is on. */
  readonly used: number;
  onAdd(parentId: string): void;
  onDialog(dialog: CodeDialog): void;
}

/** One code: where it stands, its definition, colour and examples, where it is used, and what can be done with it. */
export function CodeDetails({ code, tree, used, onAdd, onDialog }: CodeDetailsProps) {
  const view = useStore((store) => store.viewCodebook);
  const act = useAct();
  const above = tree.line(code.id).slice(0, -1);
  const under = tree.descendants(code.id).length;
  const ask = (name: CodeDialog['act']) => () => onDialog({ act: name, codeId: code.id });
  const retire = async () => {
    if (under > 0 && !code.retired) onDialog({ act: 'retire', codeId: code.id });
    else {
      const said = code.retired ? `${code.name} is in use again` : `${code.name} is retired`;
      await act('codes.retire', { ids: [code.id], retired: !code.retired }, said);
    }
  };
  useWish('retire-code', () => void retire());
  return (
    <Detail>
      <DetailHead
        name={code.name}
        above={
          above.length > 0 && (
            <nav aria-label="Codes above it">
              {above.map((each) => (
                <span key={each.id}>
                  <Button look="link" onClick={() => view({ codeId: each.id })} dir="auto">
                    {each.name}
                  </Button>{' '}
                  <span aria-hidden>›</span>{' '}
                </span>
              ))}
            </nav>
          )
        }
        sign={<CodeSwatch colour={code.colour} />}
        marks={code.retired && <Badge>retired</Badge>}
        actions={
          <>
            <Button onClick={() => onAdd(code.id)}>
              <Plus size={16} aria-hidden />
              Code under it
            </Button>
            <Menu
              align="end"
              trigger={
                <IconButton label={`What can be done with ${code.name}`}>
                  <Ellipsis size={18} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem onPress={ask('rename')} keys="F2">
                Rename…
              </MenuItem>
              <MenuItem onPress={ask('move')} keys="Alt+↑↓←→">
                Move…
              </MenuItem>
              <MenuItem onPress={ask('merge')} detail="What is coded with it goes along">
                Merge into another…
              </MenuItem>
              <MenuItem onPress={ask('split')} detail="Its claims are given to new codes">
                Split…
              </MenuItem>
              <MenuSeparator />
              <MenuItem
                onPress={() => void retire()}
                detail={code.retired ? undefined : 'No longer offered; what is coded stays'}
              >
                {code.retired ? 'Take back into use' : 'Retire'}
              </MenuItem>
              <MenuItem onPress={ask('remove')} keys="Del">
                Remove…
              </MenuItem>
            </Menu>
          </>
        }
      />
      <DefinitionEditor code={code} />
      <ColourPicker
        colour={code.colour}
        onColour={(colour) => void act('codes.update', { id: code.id, colour }, 'Colour changed')}
      />
      <CodeExamples code={code} />
      <CodeClaims code={code} used={used} under={under} />
    </Detail>
  );
}
