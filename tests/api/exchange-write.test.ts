import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '../../src/main/exchange/disk.ts';
import { type ExportOrder, runExport, type Steps } from '../../src/main/exchange/export.ts';
import { throwIfCancelled } from '../../src/main/files/jobs.ts';
import { formats } from '../../src/shared/formats/registry.ts';
import { TEXT } from './support/coding.ts';
import { makeCoded, makeCore, refusal, type TestCore } from './support/core.ts';

const steps: Steps = { check: () => undefined, progress: async () => undefined };

async function sample(): Promise<TestCore & { order: ExportOrder; out: string }> {
  const core = makeCore();
  await core.client.call('project.openSample', { fresh: false });
  const out = join(core.folder, 'exports', 'dataset');
  const order = {
    projectPath: core.context.session.need().path,
    format: 'data-package',
    folder: out,
    options: { flavour: 'program', text: 'include' },
    exportedAt: core.context.now(),
  };
  return { ...core, order, out };
}

function write(core: TestCore, format: string, folder: string, options = {}) {
  return core.client.call('exchange.write', {
    format,
    folder: core.context.handles.forPath(folder),
    options,
    job: 'export',
  });
}

/** A call that the system refuses with this code. */
function deny(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

/** Every file below a folder with its content. */
function contents(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, fs.readFileSync(join(folder, name), 'utf8')]));
}

describe('exchange.formats and exchange.preview', () => {
  it('names every format of the registry', async () => {
    const { formats: infos } = await makeCore().client.call('exchange.formats', {});
    expect(infos).toEqual(formats.map((format) => format.info));
  });

  it('counts what an export would hold and lose, and writes nothing', async () => {
    const core = await sample();
    const info = await core.client.call('project.info', {});
    for (const { info: format } of formats.filter((one) => one.write)) {
      const preview = await core.client.call('exchange.preview', { format: format.id, options: {} });
      expect(preview).toMatchObject({
        articles: info.articles,
        annotations: info.annotations,
        coders: ['Sample coder'],
      });
      expect(preview.losses.every((loss) => loss.count > 0)).toBe(true);
    }
    expect(fs.existsSync(join(core.folder, 'exports'))).toBe(false);
  });

  it('refuses formats, options and values that there aren’t', async () => {
    const core = await sample();
    const preview = (format: string, options = {}) =>
      refusal(core.client.call('exchange.preview', { format, options }));
    expect(await preview('bart')).toMatchObject({ code: 'bad-input', hint: expect.stringContaining('brat') });
    expect(await preview('data-package', { flavor: 'x' })).toMatchObject({ hint: expect.stringContaining('flavour') });
    expect(await preview('data-package', { flavour: 'x' })).toMatchObject({ hint: expect.stringContaining('program') });
    expect(await refusal(makeCore().client.call('exchange.preview', { format: 'brat', options: {} }))).toMatchObject({
      code: 'no-project',
    });
  });
});

describe('exchange.write', () => {
  it.each(formats.filter((format) => format.write).map((format) => format.info.id))(
    'writes %s whole and tells what',
    async (format) => {
      const core = await sample();
      const result = await write(core, format, core.out);
      expect(result.location).toBe(core.out);
      expect(result).toMatchObject(await core.client.call('exchange.preview', { format, options: {} }));
      const written = contents(core.out);
      expect(Object.keys(written).sort()).toEqual(result.files.map((file) => file.name).sort());
      for (const file of result.files) expect(Buffer.byteLength(written[file.name] ?? '')).toBe(file.bytes);
      expect(fs.readdirSync(join(core.folder, 'exports'))).toEqual(['dataset']);
    },
  );

  it('tells the rows of each table', async () => {
    const core = await sample();
    const info = await core.client.call('project.info', {});
    const { files, links } = await write(core, 'data-package', core.out);
    const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
    expect(rows).toMatchObject({ 'articles.csv': 8, 'spans.csv': info.annotations, 'claims.csv': info.claims });
    expect(rows['links.csv']).toBe(links);
    expect(rows['README.md']).toBeNull();
  });

  it('replaces an earlier export, but nothing else', async () => {
    const core = await sample();
    const first = await write(core, 'data-package', core.out);
    expect(first.replaced).toBeNull();
    const open = await core.client.call('articles.list', {
      offset: 0,
      limit: 1,
      sort: 'date',
      status: null,
      query: '',
    });
    await core.client.call('articles.remove', { ids: [open.rows[0]?.id ?? ''] });
    core.setTime('2031-03-15T10:00:00.000Z');
    const { files, replaced } = await write(core, 'data-package', core.out);
    expect(replaced).toBe('2031-03-14T09:00:00.000Z');
    expect(files.find((file) => file.name === 'articles.csv')?.rows).toBe(7);
    // Of another project, however alike.
    const other = await makeCoded(TEXT, { idPrefix: 'other' });
    const theirs = await refusal(write(other, 'data-package', core.out));
    expect(theirs).toMatchObject({ code: 'already-exists' });
    expect(theirs.message).toContain('an export of another project, “Sample project”');

    const before = contents(core.out);
    expect(await refusal(write(core, 'jsonl', core.out))).toMatchObject({ code: 'already-exists' });
    expect(await refusal(write(core, 'jsonl', core.folder))).toMatchObject({ code: 'already-exists' });
    fs.writeFileSync(join(core.out, 'analysis.R'), 'library(readr)');
    expect(await refusal(write(core, 'data-package', core.out))).toMatchObject({
      code: 'already-exists',
      message: expect.stringContaining('analysis.R'),
    });
    expect(contents(core.out)).toEqual({ ...before, 'analysis.R': 'library(readr)' });
  });

  it('leaves nothing behind, and the earlier export as it was, when the disk is full', async () => {
    const core = await sample();
    await write(core, 'data-package', core.out);
    const before = contents(core.out);
    for (const failAt of [1, 3, 8]) {
      let writes = 0;
      const full: Disk = {
        ...realDisk,
        write(fd, bytes) {
          if (++writes >= failAt) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
          realDisk.write(fd, bytes);
        },
      };
      expect(await refusal(runExport(core.order, steps, { disk: full }))).toMatchObject({
        code: 'disk-full',
        message: expect.stringContaining(core.out),
      });
      expect(writes).toBe(failAt);
      expect(contents(core.out)).toEqual(before);
      expect(fs.readdirSync(join(core.folder, 'exports'))).toEqual(['dataset']);
    }
  });

  it('leaves nothing behind where it may not write, or may not move the folder into place', async () => {
    const core = await sample();
    const readOnly = { ...realDisk, open: deny('EROFS') };
    expect(await refusal(runExport(core.order, steps, { disk: readOnly }))).toMatchObject({ code: 'read-only' });
    const busy = { ...realDisk, rename: deny('EBUSY') };
    expect(await refusal(runExport(core.order, steps, { disk: busy }))).toMatchObject({ code: 'not-allowed' });
    expect(fs.existsSync(join(core.folder, 'exports'))).toBe(false);
  });

  it('leaves nothing behind when it is cancelled, wherever it was', async () => {
    const core = await sample();
    for (const stopAt of [1, 5, 9]) {
      let looks = 0;
      const look = () => {
        if (++looks >= stopAt) throwIfCancelled(AbortSignal.abort());
      };
      const cancelling: Steps = { check: look, progress: async () => look() };
      expect(await refusal(runExport(core.order, cancelling))).toMatchObject({ code: 'cancelled' });
      expect(fs.existsSync(join(core.folder, 'exports'))).toBe(false);
    }
  });

  it('writes the project as it was when it began', async () => {
    const core = await sample();
    let removed = false;
    const meddling: Steps = {
      check: () => undefined,
      async progress() {
        if (removed) return;
        removed = true;
        const { rows } = await core.client.call('articles.list', {
          offset: 0,
          limit: 9,
          sort: 'date',
          status: null,
          query: '',
        });
        await core.client.call('articles.remove', { ids: rows.map((row) => row.id) });
      },
    };
    const check: Steps = { ...meddling, check: () => void meddling.progress(0, 0, '') };
    const { files } = await runExport(core.order, check);
    expect(await core.client.call('project.info', {})).toMatchObject({ articles: 0 });
    expect(files.find((file) => file.name === 'articles.csv')?.rows).toBe(8);
  });
});
