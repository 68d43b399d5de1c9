import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { safeName } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { ListImport, type ReadList } from './ListImport.tsx';

/** The buttons that read a list from a CSV file and write one. */
export function ListFiles() {
  const chooser = useChooser();
  const run = useStore((store) => store.run);
  const notify = useStore((store) => store.notify);
  const total = useStore((store) => store.entities.total);
  const project = useStore((store) => store.project?.name ?? '');
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadList | null>(null);

  const take = async (file: File) => {
    const held = await run('files.hold', { name: file.name, base64: await base64Of(file) });
    const preview = held && (await run('entities.readCsv', { file: held.file }));
    if (held && preview) setRead({ file: held.file, preview });
  };
  const write = async () => {
    const folder = await chooser.chooseFolder();
    if (!folder) return;
    const name = `${safeName(`${project} entities`, 'entities')}.csv`;
    const result = await run('entities.writeCsv', { folder: folder.file, name });
    if (result) notify({ tone: 'good', title: `${counted(result.rows, 'name')} written`, detail: result.location });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label="A list of entities as CSV"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void take(file);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden />
        Import…
      </Button>
      <Button disabled={total === 0} onClick={() => void write()}>
        <Download size={16} aria-hidden />
        Export…
      </Button>
      {chooser.dialog}
      {read && <ListImport read={read} onClose={() => setRead(null)} />}
    </>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
