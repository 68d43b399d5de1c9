import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import type { Chosen } from '../../host/host.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { safeName } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { LossList } from '../parts/LossList.tsx';
import { BookImport } from './BookImport.tsx';
import { useWish } from './use-wish.ts';

type Format = 'qdc' | 'csv' | 'json';

/** The buttons that read a codebook's file and write one. */
export function BookFiles() {
  const chooser = useChooser();
  const run = useStore((store) => store.run);
  const project = useStore((store) => store.project?.name ?? '');
  const notify = useStore((store) => store.notify);
  const [reading, setReading] = useState<Chosen | null>(null);
  const [written, setWritten] = useState<Output<'codebook.write'> | null>(null);

  const read = async (): Promise<void> => {
    const chosen = await chooser.chooseCodebook();
    if (chosen) setReading(chosen);
  };
  const write = async (format: Format): Promise<void> => {
    const chosen = await chooser.chooseNewCodebook(`${safeName(`${project} codebook`, 'codebook')}.${format}`);
    if (!chosen) return;
    const result = await run('codebook.write', { file: chosen.file, format, replace: chosen.exists });
    if (!result) return;
    if (result.losses.length > 0) setWritten(result);
    else notify({ tone: 'good', title: `The codebook is written: ${heldWords(result)}`, detail: result.location });
  };
  useWish('import', () => void read());
  useWish('export-qdc', () => void write('qdc'));
  useWish('export-csv', () => void write('csv'));
  useWish('export-json', () => void write('json'));
  return (
    <>
      <Button onClick={() => void read()}>
        <Upload size={16} aria-hidden />
        Import…
      </Button>
      <Menu
        align="end"
        trigger={
          <Button>
            <Download size={16} aria-hidden />
            Export
          </Button>
        }
      >
        <MenuItem onPress={() => void write('qdc')} detail="For ATLAS.ti, MAXQDA, NVivo and others: codes alone">
          REFI-QDA codebook (.qdc)…
        </MenuItem>
        <MenuItem onPress={() => void write('csv')} detail="For a spreadsheet: codes alone, and how often each is used">
          Table (.csv)…
        </MenuItem>
        <MenuItem onPress={() => void write('json')} detail="Everything: codes, examples and variables">
          JSON (.json)…
        </MenuItem>
      </Menu>
      {chooser.dialog}
      {reading && <BookImport chosen={reading} onClose={() => setReading(null)} />}
      {written && (
        <Dialog
          open
          onClose={() => setWritten(null)}
          title="The codebook is written"
          description={`${heldWords(written)}, in ${written.location}`}
          actions={
            <Button look="primary" onClick={() => setWritten(null)}>
              Close
            </Button>
          }
        >
          <p className="label">What this format doesn’t carry</p>
          <LossList losses={written.losses} label="What this format doesn’t carry" />
        </Dialog>
      )}
    </>
  );
}

function heldWords({ codes, variables }: Output<'codebook.write'>): string {
  return variables > 0 ? `${counted(codes, 'code')} and ${counted(variables, 'variable')}` : counted(codes, 'code');
}
