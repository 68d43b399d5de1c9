import type { Change } from '../../shared/change/change.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill } from '../../shared/model/role.ts';
import { linkTable } from '../db/links.ts';
import type { Project } from './context.ts';
import { edit, removal } from './layer.ts';

type Database = Project['db'];

/** The links that begin or end at any of these annotations. */
export function linksAt(db: Database, annotationIds: Iterable<string>): Link[] {
  const links = new Map<string, Link>();
  for (const id of annotationIds) {
    for (const link of [...linkTable(db).ofClaim(id), ...linkTable(db).ofTarget(id)]) links.set(link.id, link);
  }
  return [...links.values()];
}

/** The links of an annotation that it can't have as this kind. */
export function linksLostAs(db: Database, annotationId: string, kind: Kind): Link[] {
  const asClaim = kind === 'claim' ? [] : linkTable(db).ofClaim(annotationId);
  const asTarget = linkTable(db).ofTarget(annotationId);
  return [...asClaim, ...asTarget.filter((link) => !mayFill(link.role, kind))];
}

/** Takes links out; those left in a claim's role move up, so that positions always count from 0. */
export function linkRemovals(db: Database, links: readonly Link[]): Change[] {
  const gone = new Set(links.map((link) => link.id));
  const changes: Change[] = links.map((link) => removal('link', link));
  for (const claimId of new Set(links.map((link) => link.claimId))) {
    const left = linkTable(db)
      .ofClaim(claimId)
      .filter((link) => !gone.has(link.id));
    changes.push(...closeGaps(left));
  }
  return changes;
}

/** @param links of one claim, by role and position. */
function closeGaps(links: readonly Link[]): Change[] {
  const next = new Map<string, number>();
  const changes: Change[] = [];
  for (const link of links) {
    const position = next.get(link.role) ?? 0;
    next.set(link.role, position + 1);
    if (link.position !== position) changes.push(edit('link', link, { ...link, position }));
  }
  return changes;
}

/**
 * Hands the links of one annotation to another of the same kind. Those that the other has already are taken out.
 * @returns the changes, and how many links were taken out.
 */
export function linkMoves(db: Database, fromId: string, toId: string): { changes: Change[]; dropped: number } {
  const table = linkTable(db);
  const doubled: Link[] = [];
  const moved: Change[] = [];
  const filled = new Map<string, number>();
  for (const { role } of table.ofClaim(toId)) filled.set(role, (filled.get(role) ?? 0) + 1);
  for (const link of table.ofClaim(fromId)) {
    if (table.find(toId, link.role, link.targetId)) {
      doubled.push(link);
      continue;
    }
    const position = filled.get(link.role) ?? 0;
    filled.set(link.role, position + 1);
    moved.push(edit('link', link, { ...link, claimId: toId, position }));
  }
  for (const link of table.ofTarget(fromId)) {
    if (table.find(link.claimId, link.role, toId)) doubled.push(link);
    else moved.push(edit('link', link, { ...link, targetId: toId }));
  }
  // As targets, doubled links leave gaps in their own claims; the claim that goes needs no order any more.
  const leaving = doubled.filter((link) => link.claimId !== fromId);
  const going = doubled.filter((link) => link.claimId === fromId).map((link) => removal('link', link));
  return { changes: joinedEdits([...going, ...linkRemovals(db, leaving)], moved), dropped: doubled.length };
}

/** Two edits of one link as one: moved to another target, and up in its claim. */
export function joinedEdits(gaps: readonly Change[], moved: readonly Change[]): Change[] {
  const byId = new Map(moved.map((change) => [change.id, change]));
  const out: Change[] = [];
  for (const change of gaps) {
    const other = byId.get(change.id);
    if (change.record === 'link' && change.after && other?.record === 'link' && other.after) {
      byId.set(change.id, { ...other, after: { ...other.after, position: change.after.position } });
    } else {
      out.push(change);
    }
  }
  return [...out, ...byId.values()];
}
