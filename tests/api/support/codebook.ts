import type { Change } from '../../../src/shared/change/change.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Entity } from '../../../src/shared/model/entity.ts';
import type { Variable } from '../../../src/shared/model/variable.ts';
import type { TestCore } from './core.ts';

const TIMES = { createdAt: '2031-03-14T08:00:00.000Z', updatedAt: '2031-03-14T08:00:00.000Z' };

export function makeCode(id: string, fields: Partial<Code> = {}): Code {
  const bare = { parentId: null, definition: '', colour: '#336699', position: 0, retired: false, examples: [] };
  return { id, name: id, ...bare, ...TIMES, ...fields };
}

export function makeVariable(id: string, fields: Partial<Variable> = {}): Variable {
  const bare = { definition: '', options: [], initial: null, required: false, position: 0, retired: false };
  return { id, kind: 'claim', name: id, type: 'short-text', ...bare, ...TIMES, ...fields };
}

export function makeEntity(id: string, fields: Partial<Entity> = {}): Entity {
  const bare = { aliases: [], country: '', party: '', parentId: null, note: '' };
  return { id, kind: 'actor', category: 'person', name: id, ...bare, ...TIMES, ...fields };
}

type Made = ['code', Code] | ['variable', Variable] | ['entity', Entity];

/** Puts records into the open project, as one act. */
export function put(core: TestCore, ...records: Made[]): void {
  const changes = records.map(([record, after]) => ({ record, id: after.id, before: null, after }) as Change);
  core.context.session.need().commit('make a codebook', changes);
}

/** A codebook of two codes and a retired one, four variables of claims and one of actors, and two entities. */
export function putCodebook(core: TestCore): void {
  put(
    core,
    ['code', makeCode('arms', { name: 'Arms control' })],
    ['code', makeCode('talks', { name: 'Talks' })],
    ['code', makeCode('old', { name: 'Old', retired: true })],
    [
      'variable',
      makeVariable('stance', { name: 'Stance', type: 'category', options: ['for', 'against'], required: true }),
    ],
    ['variable', makeVariable('tone', { name: 'Tone', type: 'integer', initial: 0 })],
    ['variable', makeVariable('vote', { name: 'Vote', type: 'boolean' })],
    ['variable', makeVariable('gone', { name: 'Gone', retired: true })],
    ['variable', makeVariable('office', { name: 'Office', kind: 'actor' })],
    ['entity', makeEntity('solene', { name: 'Adra Solène' })],
    ['entity', makeEntity('port', { kind: 'venue', category: 'place', name: 'Port Maren' })],
  );
}
